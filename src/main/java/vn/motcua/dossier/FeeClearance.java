package vn.motcua.dossier;

import vn.motcua.shared.Dong;

/** The question whether what is due for a dossier (phí, lệ phí) is settled; answered by the module that takes money. */
public interface FeeClearance {

    /** What is still to be paid for the dossier, in the current scope. */
    Answer of(DossierId dossier);

    /** What of it has to be paid before the dossier is received; nothing unless the procedure says so. */
    default Answer beforeReception(DossierId dossier) {
        return new Answer.Settled();
    }

    /** The answer; not knowing is not the same as settled. */
    sealed interface Answer {

        /** Nothing was due, or it is paid. */
        record Settled() implements Answer {}

        /** Something is still to be paid. */
        record Owed(Dong amount) implements Answer {}

        /** So much was never paid and is not asked for any more: the dossier has ended without what it asked for. */
        record NoLongerOwed(Dong amount) implements Answer {}
    }
}
