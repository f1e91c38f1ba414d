package vn.motcua.payment;

import vn.motcua.dossier.DossierRef;
import vn.motcua.shared.Dong;

/** Tells applicants what becomes of refunds; answered by the module that tells them things. */
public interface RefundNews {

    /**
     * Tells it; telling the same again is telling it once. Called outside of a transaction.
     *
     * @param no which refund of its dossier, from 1
     */
    void tell(DossierRef dossier, int no, RefundState state, Dong amount);
}
