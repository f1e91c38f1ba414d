package vn.motcua.outbox;

/**
 * Somebody in this program who wants to know what happens to dossiers. Told of each thing at least once, and of the
 * things of one dossier in their order. The same thing may come again, after a failure or a stop: doing it twice must
 * be doing it once.
 */
public interface Listener {

    /**
     * Something happened. Called in the scope of the dossier's tenant, outside of a transaction; what it throws makes the
     * relay come again later.
     */
    void hear(Happening happening);
}
