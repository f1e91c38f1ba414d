package vn.motcua.queue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.identity.AccountId;
import vn.motcua.organization.UnitId;
import vn.motcua.shared.Scope;
import vn.motcua.shared.VietnamTime;

/** The appointments of the current tenant's one-stops, and what each allows. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class Bookings {

    private static final String COLUMNS = """
            select a.id, a.unit, a.starts_at, a.place, a.minutes, a.procedure, a.state, a.ticket_no, a.booked_at, a.sequence
            from appointment a where a.tenant_id = :tenant
            """;

    private final JdbcClient db;

    Bookings(JdbcClient db) {
        this.db = db;
    }

    SlotRule rule(UnitId unit) {
        return db.sql("select minutes, places from slot_rule where tenant_id = :tenant and unit = :unit")
                .param("tenant", tenant())
                .param("unit", unit.value())
                .query((row, _) -> new SlotRule(row.getInt("minutes"), row.getInt("places")))
                .optional()
                .orElse(SlotRule.NONE);
    }

    void rule(UnitId unit, SlotRule rule, String by, Instant now) {
        db.sql("""
                        insert into slot_rule (tenant_id, unit, minutes, places, changed_at, changed_by)
                        values (:tenant, :unit, :minutes, :places, :now, :by)
                        on conflict (tenant_id, unit) do update set minutes = excluded.minutes, places = excluded.places,
                            changed_at = excluded.changed_at, changed_by = excluded.changed_by
                        """)
                .param("tenant", tenant())
                .param("unit", unit.value())
                .param("minutes", rule.minutes())
                .param("places", rule.places())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("by", by)
                .update();
    }

    void add(Appointment booked, AccountId account) {
        db.sql("""
                        insert into appointment (tenant_id, id, unit, starts_at, place, minutes, account, procedure, state,
                            booked_at, sequence)
                        values (:tenant, :id, :unit, :at, :place, :minutes, :account, :procedure, 'BOOKED', :now, :sequence)
                        """)
                .param("tenant", tenant())
                .param("id", booked.id())
                .param("unit", booked.unit().value())
                .param("at", booked.at().atOffset(ZoneOffset.UTC))
                .param("place", booked.place())
                .param("minutes", booked.minutes())
                .param("account", account.value())
                .param("procedure", booked.procedure())
                .param("now", booked.bookedAt().atOffset(ZoneOffset.UTC))
                .param("sequence", booked.sequence())
                .update();
    }

    /** Moves it to another time and place of the same one-stop. */
    void move(UUID id, Instant at, int place, int minutes) {
        db.sql("""
                        update appointment set starts_at = :at, place = :place, minutes = :minutes, sequence = sequence + 1
                        where tenant_id = :tenant and id = :id and state = 'BOOKED'
                        """)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("place", place)
                .param("minutes", minutes)
                .param("tenant", tenant())
                .param("id", id)
                .update();
    }

    void cancel(UUID id) {
        db.sql("update appointment set state = 'CANCELLED' where tenant_id = :tenant and id = :id and state = 'BOOKED'")
                .param("tenant", tenant())
                .param("id", id)
                .update();
    }

    void arrived(UUID id, int ticket) {
        db.sql("""
                        update appointment set state = 'ARRIVED', ticket_no = :ticket
                        where tenant_id = :tenant and id = :id and state = 'BOOKED'
                        """)
                .param("ticket", ticket)
                .param("tenant", tenant())
                .param("id", id)
                .update();
    }

    /** Those who come or came on that day, by time and place. */
    List<Appointment> of(UnitId unit, LocalDate day) {
        return db.sql(COLUMNS + """
                         and a.unit = :unit and a.starts_at >= :from and a.starts_at < :to and a.state <> 'CANCELLED'
                        order by a.starts_at, a.place
                        """)
                .param("tenant", tenant())
                .param("unit", unit.value())
                .param("from", begin(day))
                .param("to", begin(day.plusDays(1)))
                .query((row, _) -> appointment(row))
                .list();
    }

    /** Those of an account that are not older than that day. */
    List<Appointment> of(AccountId account, LocalDate from) {
        return db.sql(COLUMNS + " and a.account = :account and a.starts_at >= :from order by a.starts_at, a.id")
                .param("tenant", tenant())
                .param("account", account.value())
                .param("from", begin(from))
                .query((row, _) -> appointment(row))
                .list();
    }

    /** An appointment and whose it is. */
    record Booked(Appointment appointment, AccountId account) {}

    /** Those that are expected after that moment and no later than this one, soonest first. */
    List<Booked> ahead(Instant from, Instant to) {
        return db.sql("""
                        select a.id, a.unit, a.starts_at, a.place, a.minutes, a.procedure, a.state, a.ticket_no, a.booked_at,
                            a.sequence, a.account
                        from appointment a
                        where a.tenant_id = :tenant and a.state = 'BOOKED' and a.starts_at > :from and a.starts_at <= :to
                        order by a.starts_at, a.id
                        """)
                .param("tenant", tenant())
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("to", to.atOffset(ZoneOffset.UTC))
                .query((row, _) -> new Booked(appointment(row), new AccountId(row.getObject("account", UUID.class))))
                .list();
    }

    /** That one, and nobody else changes it before this transaction ends. */
    Optional<Appointment> lock(UUID id) {
        return db.sql(COLUMNS + " and a.id = :id for update")
                .param("tenant", tenant())
                .param("id", id)
                .query((row, _) -> appointment(row))
                .optional();
    }

    /** Notes that somebody is reminded of it as it stands; says whether they were not before. */
    boolean remindedOf(Appointment it, Ahead ahead, Instant now) {
        return db.sql("""
                        insert into appointment_reminder (tenant_id, appointment, sequence, ahead, at)
                        values (:tenant, :appointment, :sequence, :ahead, :now)
                        on conflict (tenant_id, appointment, sequence, ahead) do nothing
                        """)
                        .param("tenant", tenant())
                        .param("appointment", it.id())
                        .param("sequence", it.sequence())
                        .param("ahead", ahead.name())
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    Optional<Appointment> find(UUID id, AccountId account) {
        return db.sql(COLUMNS + " and a.id = :id and a.account = :account")
                .param("tenant", tenant())
                .param("id", id)
                .param("account", account.value())
                .query((row, _) -> appointment(row))
                .optional();
    }

    private static OffsetDateTime begin(LocalDate day) {
        return day.atStartOfDay(VietnamTime.ZONE).toOffsetDateTime();
    }

    private static Appointment appointment(ResultSet row) throws SQLException {
        return new Appointment(
                row.getObject("id", UUID.class),
                new UnitId(row.getObject("unit", UUID.class)),
                row.getObject("starts_at", OffsetDateTime.class).toInstant(),
                row.getInt("place"),
                row.getInt("minutes"),
                row.getString("procedure"),
                Appointment.State.valueOf(row.getString("state")),
                Optional.ofNullable(row.getObject("ticket_no", Integer.class)),
                row.getObject("booked_at", OffsetDateTime.class).toInstant(),
                row.getInt("sequence"));
    }

    private static int tenant() {
        return Scope.current().tenant().value();
    }
}
