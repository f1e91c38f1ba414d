package vn.motcua.payment;

import vn.motcua.dossier.DossierRef;

/** Tells payers that a receipt of theirs was wrong; answered by the module that tells them things. */
public interface ReceiptNews {

    /**
     * Tells it; telling the same again is telling it once. Called outside of a transaction.
     *
     * @param no which correction of its dossier, from 1
     * @param receipt symbol and number of the one that was wrong
     * @param replaced whether another one replaces it; else it holds
     */
    void tell(DossierRef dossier, int no, String receipt, boolean replaced);
}
