package vn.motcua.identity;

import vn.motcua.identity.SignedIn.Administrator;

/** Where a stand-in waits whom one administrator wants and a second one has to confirm. */
public interface StandInProposals {

    /**
     * Keeps it until somebody decides, in the transaction of the caller. The same twice is once.
     *
     * @param wanted checked, and to be checked again when it is confirmed
     * @param name of who would stand in
     * @param of the position, and who holds it
     */
    void propose(Administrator who, StandIns.Wanted wanted, String name, StandIns.Held of);
}
