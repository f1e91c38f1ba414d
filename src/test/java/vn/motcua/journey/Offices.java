package vn.motcua.journey;

import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.administration.Appointments;
import vn.motcua.administration.CalendarChanges;
import vn.motcua.administration.ReviewRound;
import vn.motcua.administration.UnitChanges;
import vn.motcua.dossier.DossierRef;
import vn.motcua.evidence.WhoLooked;
import vn.motcua.identity.AccountId;
import vn.motcua.identity.Administrators;
import vn.motcua.identity.SignedIn;
import vn.motcua.identity.SignedIn.Administrator;
import vn.motcua.organization.Units;
import vn.motcua.privacy.RetentionRound;
import vn.motcua.shared.Ids;
import vn.motcua.shared.Language;
import vn.motcua.shared.Scope;
import vn.motcua.support.FreshDatabase;
import vn.motcua.support.TaVan;
import vn.motcua.support.TestClock;

/** What happened in the agencies of Lào Cai before somebody opens a page about it. */
@TestComponent
final class Offices {

    static final String ADMINISTRATOR = "Vũ Thị Thu Trang";
    static final String PASSWORD = "một câu đủ dài để nhớ";

    private static final Administrator ANOTHER =
            new Administrator(new AccountId(new UUID(15, 7)), TaVan.LAO_CAI, "Quản Trị Hai");
    private static final String SA_PA = "03006";

    private final TaVan taVan;
    private final Units units;
    private final Administrators administrators;
    private final Appointments appointments;
    private final CalendarChanges calendars;
    private final UnitChanges unitChanges;
    private final ReviewRound reviews;
    private final RetentionRound retention;
    private final WhoLooked looked;
    private final FreshDatabase database;
    private final JdbcClient db;
    private final TransactionTemplate transaction;
    private final TestClock clock;
    private final AtomicInteger days = new AtomicInteger();

    Offices(
            TaVan taVan,
            Units units,
            Administrators administrators,
            Appointments appointments,
            CalendarChanges calendars,
            UnitChanges unitChanges,
            ReviewRound reviews,
            RetentionRound retention,
            WhoLooked looked,
            FreshDatabase database,
            JdbcClient db,
            PlatformTransactionManager transactions,
            TestClock clock) {
        this.taVan = taVan;
        this.units = units;
        this.administrators = administrators;
        this.appointments = appointments;
        this.calendars = calendars;
        this.unitChanges = unitChanges;
        this.reviews = reviews;
        this.retention = retention;
        this.looked = looked;
        this.database = database;
        this.db = db;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** The administrator proposes that the ward of Sa Pa is closed on a day. */
    UUID closing() {
        return closing((Administrator) taVan.named(ADMINISTRATOR));
    }

    /** Another administrator proposes the same for another day. */
    UUID closingByAnother() {
        return closing(ANOTHER);
    }

    private UUID closing(Administrator who) {
        var id = Ids.next();
        var day = clock.instant()
                .plus(Duration.ofDays(30L + days.incrementAndGet()))
                .atOffset(ZoneOffset.ofHours(7))
                .toLocalDate()
                .toString();
        var typed = new HashMap<>(Map.of("unit", unit("commune-committee"), "day1", day, "kind1", "CLOSED"));
        typed.putAll(Map.of("name1", "mưa lũ", "decision", "3/TB-UBND", "decisionDay", "2026-11-23"));
        in(() -> {
            calendars.propose(who, id, typed);
            return true;
        });
        return id;
    }

    /** A second administrator confirms what the first one proposed. */
    void confirmed(UUID change) {
        in(() -> {
            appointments.confirm(ANOTHER, change);
            return true;
        });
    }

    /** A division of Sa Pa ends at the end of the year, as two of them want it. */
    void divisionEnds() {
        var typed = new HashMap<>(Map.of("kind", "end", "unit", unit("commune-social-division"), "day", "2026-12-31"));
        typed.putAll(Map.of(
                "decision", "20/QĐ-UBND", "decisionDay", "2026-11-20", "successor", unit("commune-economic-division")));
        var id = Ids.next();
        in(() -> unitChanges.propose((Administrator) taVan.named(ADMINISTRATOR), id, typed));
        confirmed(id);
    }

    /** There is an administrator who signs in here with {@link #PASSWORD}; under which name. */
    String ownAccount() {
        var userName = "quan-tri-" + Ids.next();
        in(() -> {
            administrators.open(administrators.checked(new AccountId(Ids.next()), "Quản Trị Thử", userName, PASSWORD));
            return true;
        });
        return userName;
    }

    /** What happened could not be told, a message was not taken, another one was given up, a third bounced. */
    void failedWork() {
        in(() -> {
            db.sql("""
                            insert into outbox (tenant_id, id, subject, version, kind, recorded_at, attempts, next_try_at, last_error)
                            values (15, :id, :subject, 1, 'received', :now, 5, :later, 'java.lang.IllegalStateException: no room')
                            """)
                    .param("id", Ids.next())
                    .param("subject", Ids.next())
                    .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .param("later", later())
                    .update();
            for (var state : java.util.List.of("QUEUED", "FAILED", "BOUNCED")) {
                db.sql("""
                                insert into delivery (tenant_id, id, occasion, channel, address, language, sender, title, body, path,
                                    urgent, state, carrier, attempts, next_try_at, give_up_at, last_error, created_at, ended_at)
                                values (15, :id, :occasion, :channel, :address, 'VI', 'Tả Van', 'Hồ sơ', 'Đã tiếp nhận', '/my',
                                    false, :state, 'smtp', 3, :later, :later, '451 mailbox busy', :now,
                                    case when :state = 'QUEUED' then null else cast(:now as timestamptz) end)
                                """)
                        .param("id", Ids.next())
                        .param("occasion", "test:" + Ids.next())
                        .param("channel", state.equals("QUEUED") ? "EMAIL" : "SMS")
                        .param("address", state.equals("QUEUED") ? "may@example.org" : "0990000001")
                        .param("state", state)
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .param("later", later())
                        .update();
            }
            return true;
        });
    }

    private java.time.OffsetDateTime later() {
        return clock.instant().plus(Duration.ofDays(365)).atOffset(ZoneOffset.UTC);
    }

    /** What stands in the row after a change of the national calendar, which comes with a new program. */
    void countedByAnOlderCalendar(TaVan.Life life) {
        in(() -> db.sql("update dossier set due_at = due_at - interval '1 day' where tenant_id = 15 and id = :it")
                .param("it", life.ref.id().value())
                .update());
    }

    /** The program looks at the due moments, or moves them. */
    void reviewed() {
        reviews.go();
    }

    /** A dossier whose time of retention is over, as its applicant was told long ago. */
    TaVan.Life over(TaVan.Life handedOver) {
        var id = handedOver.ref.id();
        admin("update dossier set stage_since = '2010-01-01 10:00+07' where id = '" + id + "'");
        retention.go();
        admin("update dossier_retention set noticed_at = '2026-09-01 08:00+07' where dossier = '" + id + "'");
        return handedOver;
    }

    /** The program destroys what two people agreed on. */
    void swept() {
        retention.go();
    }

    /** An applicant asks why an officer looked, who did. */
    void askedWhy(String applicant, DossierRef dossier) {
        var line = in(() -> db.sql(
                        "select id from audit_record where tenant_id = 15 and act = 'read' and subject = :it limit 1")
                .param("it", dossier.id().value())
                .query(UUID.class)
                .single());
        looked.ask(
                (SignedIn.Applicant) taVan.named(applicant),
                dossier.tenant(),
                line,
                "Vì sao lại xem hồ sơ của tôi?",
                Language.VI);
    }

    private String unit(String kind) {
        return units.competent(kind, SA_PA).orElseThrow().id().toString();
    }

    private void admin(String sql) {
        try (var connection = database.server().superuser(database.name());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private <T> T in(Supplier<T> work) {
        return Scope.of(TaVan.LAO_CAI).call(() -> Objects.requireNonNull(transaction.execute(_ -> work.get())));
    }
}
