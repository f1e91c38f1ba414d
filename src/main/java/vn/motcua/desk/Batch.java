package vn.motcua.desk;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.motcua.dossier.DeskAction;
import vn.motcua.dossier.DossierId;
import vn.motcua.identity.AccountId;
import vn.motcua.identity.OfficerId;
import vn.motcua.shared.Language;

/**
 * One thing done to many dossiers, in the name of the officer who chose them.
 *
 * @param id also the idempotency key of the form that began it
 * @param note what is written to each; the reason when work goes to somebody else
 * @param from whose work it was; empty unless it goes to somebody else
 * @param to who gets it; empty for the tray
 * @param finishedAt when nothing waited any more
 */
public record Batch(
        UUID id,
        AccountId account,
        What what,
        String note,
        Optional<OfficerId> from,
        String fromName,
        Optional<OfficerId> to,
        String toName,
        Language language,
        Instant createdAt,
        Optional<Instant> finishedAt) {

    /** What is done to each. */
    public enum What {
        CLAIM(Optional.of(DeskAction.CLAIM)),
        RELEASE(Optional.of(DeskAction.RELEASE)),
        /** The one-stop hands on what it has received and kept to the unit that settles it. */
        FORWARD(Optional.of(DeskAction.FORWARD)),
        COMPLETE(Optional.of(DeskAction.COMPLETE)),
        APPROVE(Optional.of(DeskAction.APPROVE)),
        /** A leader gives a colleague's work to another, or back to the tray. */
        REASSIGN(Optional.empty());

        private final Optional<DeskAction> action;

        What(Optional<DeskAction> action) {
            this.action = action;
        }

        /** The act of the desk that it is; empty for what only leaders do. */
        public Optional<DeskAction> action() {
            return action;
        }

        /** Whether a note can be written to each. */
        public boolean noted() {
            return this == COMPLETE || this == APPROVE;
        }
    }

    /** What became of one. */
    public enum State {
        WAITING,
        DONE,
        /** It was not tried: somebody has to look at it by itself. */
        KEPT_OUT,
        /** It was tried and refused. */
        REFUSED
    }

    /**
     * One dossier of them.
     *
     * @param version the version that the officer decided on
     * @param number the dossier number; empty before reception
     * @param sentence why it was not done; empty when it was, or waits
     */
    public record Item(
            int no,
            DossierId dossier,
            String step,
            int version,
            String number,
            String procedure,
            String stepName,
            State state,
            String sentence) {}

    /** With all of them. */
    public record Report(Batch batch, List<Item> items) {

        /** Keeps its own copy. */
        public Report {
            items = List.copyOf(items);
        }

        /** How many are in that state. */
        public int count(State state) {
            return (int) items.stream().filter(it -> it.state() == state).count();
        }

        /** Those that were not done, with the reason. */
        public List<Item> exceptions() {
            return items.stream().filter(it -> !it.sentence().isEmpty()).toList();
        }
    }
}
