package vn.motcua.identity;

import java.util.List;
import java.util.Optional;

/** Who may act for whom; answered by the module that keeps mandates, from what is stored at that moment. */
public interface Standings {

    /** Them working by that mandate; empty when it is not theirs or does not last now. */
    Optional<SignedIn.ForAnother> working(SignedIn.Hand who, MandateId mandate);

    /** For whom that citizen may work just now, by name. */
    List<SignedIn.ForAnother> held(SignedIn.Citizen who);
}
