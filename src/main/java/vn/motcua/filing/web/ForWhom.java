package vn.motcua.filing.web;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.motcua.catalogue.ProcedureRevision;
import vn.motcua.identity.Access;
import vn.motcua.identity.Matter;
import vn.motcua.identity.SignedIn;
import vn.motcua.identity.Standings;

/** For whom somebody can file a procedure besides themselves. */
@Component
class ForWhom {

    /** The choice of one's own matter. */
    static final String MYSELF = "myself";

    private final Standings standings;
    private final Access access;

    ForWhom(Standings standings, Access access) {
        this.standings = standings;
        this.access = access;
    }

    /** Those whose mandate reaches it now; none for who works for somebody already, or acts as an organisation. */
    List<SignedIn.ForAnother> at(SignedIn.Applicant who, ProcedureRevision revision) {
        var matter = new Matter(revision.code(), revision.record().sector());
        return who instanceof SignedIn.Citizen citizen
                ? standings.held(citizen).stream()
                        .filter(it -> access.mayFill(
                                        it, matter, Optional.of(it.standing().mandate()), Optional.empty())
                                .permitted())
                        .toList()
                : List.of();
    }
}
