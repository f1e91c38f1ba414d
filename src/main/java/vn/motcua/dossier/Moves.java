package vn.motcua.dossier;

/** An event after which the dossier lies elsewhere. */
interface Moves {

    /** The desk as it was then. */
    Desk desk();
}
