package vn.motcua.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.audit.Fields;
import vn.motcua.audit.Look;
import vn.motcua.audit.Purpose;
import vn.motcua.audit.Trail;
import vn.motcua.organization.Kinds;
import vn.motcua.organization.UnitId;
import vn.motcua.shared.Refused;
import vn.motcua.shared.Scope;
import vn.motcua.shared.VietnamTime;

/**
 * Stand-ins (người làm thay): a position filled by somebody else between two days. Whoever leads the unit arranges it, or
 * an administrator; who fills a position that leads or oversees is confirmed by a second administrator when the first asked
 * was one. The tenant is that of the scope. Separation of duties asks for the person, so it holds for them too.
 */
@Component
public class StandIns {

    /** For longer than this somebody is appointed. */
    private static final int MONTHS_AT_MOST = 6;

    private static final String POSITIONS = """
            select p.id, p.officer, o.name, p.unit, p.role, p.from_day, p.to_day, p.stands_in_for, s.name as stood_for
            from position p
            join officer o on o.tenant_id = p.tenant_id and o.id = p.officer
            left join position q on q.tenant_id = p.tenant_id and q.id = p.stands_in_for
            left join officer s on s.tenant_id = q.tenant_id and s.id = q.officer
            where p.tenant_id = :tenant and p.ended_at is null and (p.to_day is null or p.to_day >= :today)
            """;

    private final JdbcClient db;
    private final Accounts accounts;
    private final Access access;
    private final Kinds kinds;
    private final StandInProposals proposals;
    private final Trail trail;
    private final Clock clock;

    StandIns(
            JdbcClient db,
            Accounts accounts,
            Access access,
            Kinds kinds,
            StandInProposals proposals,
            Trail trail,
            Clock clock) {
        this.db = db;
        this.accounts = accounts;
        this.access = access;
        this.kinds = kinds;
        this.proposals = proposals;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * A position with who holds it.
     *
     * @param name of the officer
     * @param stoodFor the name of whom they stand in for, empty for a position of their own
     */
    public record Held(Position position, OfficerId officer, String name, Optional<String> stoodFor) {}

    /**
     * What is to be arranged.
     *
     * @param id made with the form, so that a form sent twice arranges one stand-in
     * @param position which position is filled
     * @param officer by whom
     * @param from first day
     * @param to last day
     */
    public record Wanted(PositionId id, PositionId position, OfficerId officer, LocalDate from, LocalDate to) {}

    /** The positions that may be filled by somebody else, and who stands in now or later; not there for who arranges nothing. */
    @Transactional(readOnly = true)
    public List<Held> arrangedBy(SignedIn who) {
        access.mayArrange(who, Optional.empty()).orRefuse();
        return held().stream()
                .filter(it -> access.mayArrange(who, Optional.of(it.position().unit()))
                        .permitted())
                .toList();
    }

    /** Everybody of the tenant who holds a position. */
    @Transactional(readOnly = true)
    public List<Held> colleagues(SignedIn who) {
        access.mayArrange(who, Optional.empty()).orRefuse();
        return held().stream().filter(it -> it.stoodFor().isEmpty()).toList();
    }

    /** Who works today in that role in that unit, for whoever answers for it. */
    @Transactional(readOnly = true)
    public List<Held> working(SignedIn who, UnitId unit, String role) {
        access.mayArrange(who, Optional.of(unit)).orRefuse();
        var today = VietnamTime.dayOf(clock.instant());
        return held().stream()
                .filter(it -> it.position().unit().equals(unit)
                        && it.position().role().equals(role)
                        && it.position().heldOn(today))
                .toList();
    }

    /** Everybody who holds a position, for the program's own work. */
    @Transactional(readOnly = true)
    public List<Held> everybody() {
        return held();
    }

    /** Whether somebody stands in, or will once a second administrator has confirmed it. */
    public enum Step {
        DONE,
        WAITS
    }

    /** Has somebody stand in, or proposes it. */
    @Transactional
    public Step arrange(SignedIn who, Wanted wanted) {
        var all = held();
        var position = mine(who, all, wanted.position());
        if (all.stream().anyMatch(it -> it.position().id().equals(wanted.id()))) {
            return Step.DONE;
        }
        var officer = checked(all, position, wanted);
        if (who instanceof SignedIn.Administrator administrator
                && kinds.byTwo(position.position().role())) {
            proposals.propose(administrator, wanted, officer.name(), position);
            return Step.WAITS;
        }
        begin(who, wanted, position);
        return Step.DONE;
    }

    /** Has somebody stand in whom another administrator proposed; what was true then is asked again. */
    @Transactional
    public void confirmed(SignedIn.Administrator who, Wanted wanted) {
        var all = held();
        var position = mine(who, all, wanted.position());
        var today = VietnamTime.dayOf(clock.instant());
        var later = wanted.from().isBefore(today)
                ? new Wanted(wanted.id(), wanted.position(), wanted.officer(), today, wanted.to())
                : wanted;
        checked(all, position, later);
        begin(who, later, position);
    }

    private Held checked(List<Held> all, Held position, Wanted wanted) {
        var officer = all.stream()
                .filter(it -> it.officer().equals(wanted.officer()))
                .findFirst()
                .orElseThrow(() -> new Refused(StandInRefusal.NO_SUCH_OFFICER));
        if (position.stoodFor().isPresent()) {
            throw new Refused(StandInRefusal.STANDS_IN_ALREADY);
        }
        if (officer.officer().equals(position.officer())) {
            throw new Refused(StandInRefusal.FOR_THEMSELVES);
        }
        var today = VietnamTime.dayOf(clock.instant());
        if (wanted.from().isBefore(today)
                || wanted.to().isBefore(wanted.from())
                || wanted.to().isAfter(wanted.from().plusMonths(MONTHS_AT_MOST))) {
            throw new Refused(StandInRefusal.DAYS_WRONG, MONTHS_AT_MOST);
        }
        return officer;
    }

    private void begin(SignedIn who, Wanted wanted, Held position) {
        db.sql("""
                        insert into position (tenant_id, id, officer, unit, role, from_day, to_day, stands_in_for)
                        values (:tenant, :id, :officer, :unit, :role, :from, :to, :for)
                        """)
                .param("tenant", tenant())
                .param("id", wanted.id().value())
                .param("officer", wanted.officer().value())
                .param("unit", position.position().unit().value())
                .param("role", position.position().role())
                .param("from", wanted.from())
                .param("to", wanted.to())
                .param("for", wanted.position().value())
                .update();
        changed(who, wanted.officer(), wanted.id(), "stand-in-arranged");
    }

    /** Ends it at once. */
    @Transactional
    public void end(SignedIn who, PositionId standIn) {
        var found = mine(who, held(), standIn);
        if (found.stoodFor().isEmpty()) {
            throw new Refused(AccessRefusal.NOT_THERE);
        }
        db.sql("update position set ended_at = :now where tenant_id = :tenant and id = :id")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("tenant", tenant())
                .param("id", standIn.value())
                .update();
        changed(who, found.officer(), standIn, "stand-in-ended");
    }

    private Held mine(SignedIn who, List<Held> all, PositionId id) {
        return all.stream()
                .filter(it -> it.position().id().equals(id))
                .filter(it -> access.mayArrange(who, Optional.of(it.position().unit()))
                        .permitted())
                .findFirst()
                .orElseThrow(() -> new Refused(AccessRefusal.NOT_THERE));
    }

    private void changed(SignedIn who, OfficerId officer, PositionId position, String act) {
        var as = access.mayArrange(who, Optional.empty()).orRefuse();
        trail.leave(new Look(
                who.account().value(),
                as.map(it -> it.id().value()),
                as.map(Position::role),
                Purpose.ADMINISTER,
                position.value(),
                act,
                Fields.of(Fields.RIGHTS)));
        db.sql("select id from account where tenant_id = :tenant and officer = :officer")
                .param("tenant", tenant())
                .param("officer", officer.value())
                .query(UUID.class)
                .list()
                .forEach(it -> accounts.forgetAfterCommit(new AccountId(it)));
    }

    private List<Held> held() {
        return db.sql(POSITIONS + " order by o.name, p.from_day, p.id")
                .param("tenant", tenant())
                .param("today", VietnamTime.dayOf(clock.instant()))
                .query((row, _) -> held(row))
                .list();
    }

    private static Held held(ResultSet row) throws SQLException {
        return new Held(
                Accounts.position(row),
                new OfficerId(row.getObject("officer", UUID.class)),
                row.getString("name"),
                Optional.ofNullable(row.getString("stood_for")));
    }

    private static int tenant() {
        return Scope.current().tenant().value();
    }
}
