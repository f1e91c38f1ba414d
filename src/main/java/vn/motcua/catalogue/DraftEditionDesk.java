package vn.motcua.catalogue;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import vn.motcua.catalogue.RevisionDesk.Which;
import vn.motcua.identity.AccessRefusal;
import vn.motcua.identity.SignedIn.OfficerAt;
import vn.motcua.shared.Refused;

/**
 * Where authors begin a package from a published record, give a draft up, and take back what they handed in before anybody has decided. By the rules of
 * {@link RevisionDesk}: whoever writes the agency's procedures may, each method is one transaction, leaves its line in the
 * trail, and the same command again does nothing.
 */
@Service
public class DraftEditionDesk {

    private final RevisionDesk desk;
    private final Catalogue catalogue;
    private final Clock clock;

    DraftEditionDesk(RevisionDesk desk, Catalogue catalogue, Clock clock) {
        this.desk = desk;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /**
     * Begins a package from the published record of a procedure that has none; a procedure that has one is copied. That of
     * another agency is not there.
     */
    public int fromRecord(OfficerAt who, UUID command, String code) {
        var role = desk.role(who);
        var record = record(role, code).orElseThrow(() -> new Refused(AccessRefusal.NOT_THERE));
        return desk.begin(who, command, code, base -> base.isEmpty() ? PackageSkeleton.of(record) : base);
    }

    /** Whether they may begin a package from a mere record of that code. */
    public boolean hasRecordOnly(OfficerAt who, String code) {
        var role = desk.role(who);
        return role.writes()
                && record(role, code).isPresent()
                && catalogue.find(code).filter(ProcedureRevision::runnable).isEmpty();
    }

    private Optional<ProcedureRecord> record(RevisionDesk.Role role, String code) {
        return catalogue
                .find(code)
                .map(ProcedureRevision::record)
                .filter(it -> it.issuer().code().equals(role.agency()));
    }

    /** Gives a draft up; its number is not used again, and its history stays. */
    public void discard(OfficerAt who, UUID command, Which which) {
        desk.writing(
                who,
                command,
                which,
                "procedure-edition-discarded",
                it -> it.discard(RevisionDesk.person(who), clock.instant()));
    }

    /** Takes back what was handed in; refuses with {@code EDITION_NOT_IN_PHASE} once it is approved or sent back. */
    public void takeBack(OfficerAt who, UUID command, Which which) {
        desk.writing(
                who,
                command,
                which,
                "procedure-edition-taken-back",
                it -> it.takeBack(RevisionDesk.person(who), clock.instant()));
    }
}
