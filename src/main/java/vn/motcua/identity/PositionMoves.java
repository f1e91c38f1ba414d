package vn.motcua.identity;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.organization.UnitId;
import vn.motcua.shared.Ids;
import vn.motcua.shared.Scope;

/** What becomes of the positions in units that end: each goes on in the unit that took over the role, stand-ins too. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class PositionMoves {

    private final JdbcClient db;
    private final Accounts accounts;

    PositionMoves(JdbcClient db, Accounts accounts) {
        this.db = db;
        this.accounts = accounts;
    }

    /** A position with who holds it. */
    public record Held(Position position, OfficerId officer, String name) {}

    /** The positions in these units that somebody holds on that day or will hold later. */
    public List<Held> in(Collection<UnitId> units, LocalDate day) {
        return db.sql("""
                        select p.id, p.officer, o.name, p.unit, p.role, p.from_day, p.to_day, p.stands_in_for
                        from position p join officer o on o.tenant_id = p.tenant_id and o.id = p.officer
                        where p.tenant_id = :tenant and p.unit = any(cast(:units as uuid[])) and p.ended_at is null
                            and (p.to_day is null or p.to_day >= :day)
                        order by p.stands_in_for nulls first, o.name, p.id
                        """)
                .param("tenant", tenant())
                .param("units", units.stream().map(UnitId::value).toArray(UUID[]::new))
                .param("day", day)
                .query((row, _) -> new Held(
                        Accounts.position(row),
                        new OfficerId(row.getObject("officer", UUID.class)),
                        row.getString("name")))
                .list();
    }

    /**
     * Ends the positions in these units the day before and gives the same role in the unit that took over; nobody gets a
     * position twice, and where nobody took over the position just ends.
     *
     * @param change because of which change; the new positions are named after it
     * @param next where that position goes on; empty where it ends
     * @return how many positions changed
     */
    public int move(UUID change, Collection<UnitId> units, LocalDate day, Function<Held, Optional<UnitId>> next) {
        var all = in(units, day);
        var moved = new HashMap<PositionId, PositionId>();
        for (var held : all) {
            var position = held.position();
            var target = next.apply(held);
            var standsInFor = position.standsInFor().map(it -> moved.getOrDefault(it, it));
            if (position.from().isBefore(day)) {
                end(position, day.minusDays(1));
                target.ifPresent(unit -> moved.put(position.id(), again(change, held, unit, day, standsInFor)));
            } else {
                target.ifPresentOrElse(unit -> put(position, unit, standsInFor), () -> drop(position, day));
            }
        }
        forget(all.stream().map(Held::officer).distinct().toList());
        return all.size();
    }

    private PositionId again(UUID change, Held held, UnitId unit, LocalDate day, Optional<PositionId> standsInFor) {
        var known = db.sql("""
                        select p.id from position p
                        where p.tenant_id = :tenant and p.officer = :officer and p.unit = :unit and p.role = :role
                            and p.ended_at is null and p.from_day <= :day and (p.to_day is null or p.to_day >= :day)
                            and p.stands_in_for is not distinct from cast(:for as uuid)
                        limit 1
                        """)
                .param("tenant", tenant())
                .param("officer", held.officer().value())
                .param("unit", unit.value())
                .param("role", held.position().role())
                .param("day", day)
                .param("for", standsInFor.map(PositionId::toString).orElse(null))
                .query(UUID.class)
                .optional();
        if (known.isPresent()) {
            return new PositionId(known.get());
        }
        var id = Ids.once(change + " " + held.position().id());
        db.sql("""
                        insert into position (tenant_id, id, officer, unit, role, from_day, to_day, stands_in_for)
                        values (:tenant, :id, :officer, :unit, :role, :from, cast(:to as date), cast(:for as uuid))
                        on conflict (tenant_id, id) do nothing
                        """)
                .param("tenant", tenant())
                .param("id", id)
                .param("officer", held.officer().value())
                .param("unit", unit.value())
                .param("role", held.position().role())
                .param("from", day)
                .param("to", held.position().to().map(LocalDate::toString).orElse(null))
                .param("for", standsInFor.map(PositionId::toString).orElse(null))
                .update();
        return new PositionId(id);
    }

    private void end(Position position, LocalDate last) {
        db.sql("update position set to_day = :last where tenant_id = :tenant and id = :id")
                .param("last", last)
                .param("tenant", tenant())
                .param("id", position.id().value())
                .update();
    }

    /** It has not begun, so nothing was done in it: it begins in the other unit. */
    private void put(Position position, UnitId unit, Optional<PositionId> standsInFor) {
        db.sql("""
                        update position set unit = :unit, stands_in_for = cast(:for as uuid)
                        where tenant_id = :tenant and id = :id
                        """)
                .param("unit", unit.value())
                .param("for", standsInFor.map(PositionId::toString).orElse(null))
                .param("tenant", tenant())
                .param("id", position.id().value())
                .update();
    }

    private void drop(Position position, LocalDate day) {
        db.sql("update position set ended_at = cast(:day as date) where tenant_id = :tenant and id = :id")
                .param("day", day.toString())
                .param("tenant", tenant())
                .param("id", position.id().value())
                .update();
    }

    private void forget(List<OfficerId> officers) {
        db.sql("select id from account where tenant_id = :tenant and officer = any(cast(:officers as uuid[]))")
                .param("tenant", tenant())
                .param("officers", officers.stream().map(OfficerId::value).toArray(UUID[]::new))
                .query(UUID.class)
                .list()
                .forEach(it -> accounts.forgetAfterCommit(new AccountId(it)));
    }

    private static int tenant() {
        return Scope.current().tenant().value();
    }
}
