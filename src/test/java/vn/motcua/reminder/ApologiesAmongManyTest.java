package vn.motcua.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.dossier.Apologies;
import vn.motcua.dossier.LeaderDesk;
import vn.motcua.identity.Accounts;
import vn.motcua.identity.SignedIn.OfficerAt;
import vn.motcua.shared.Messages;
import vn.motcua.shared.Scope;
import vn.motcua.support.TaVan;
import vn.motcua.support.TestClock;
import vn.motcua.support.WholeProgram;

/** However many dossiers of the province are due, the one that needs an apology is found, and one that cannot be read hides none. */
@WholeProgram
@TestPropertySource(properties = "motcua.test.apart=reminders")
class ApologiesAmongManyTest {

    private static final String LEADER = "Vũ Đức Thành";
    private static final String COPIED = "id::text like '00000000-0000-7000-%'";

    private static int copies;

    @Autowired
    TaVan taVan;

    @Autowired
    TestClock clock;

    @Autowired
    Apologies apologies;

    @Autowired
    LeaderDesk leader;

    @Autowired
    Accounts accounts;

    @Autowired
    Messages messages;

    @Autowired
    JdbcClient db;

    @Autowired
    PlatformTransactionManager transactions;

    /** What was copied is due nobody any more. */
    @AfterEach
    void copiesAreOver() {
        in("update route_token set state = 'ENDED' where dossier::text like '00000000-0000-7000-%'");
        in("update dossier set due_renewed = due_at where " + COPIED);
    }

    @Test
    void whatIsDueTomorrowIsDraftedThoughSixHundredAreDueToday() {
        clock.set("2026-11-30T15:30");
        var usual = taVan.birth("Lý Thị Mẩy").received();
        var waiting = taVan.birth("Phan Đình Phước").received().answerAwaited("Xin ý kiến công an xã");
        copied(usual, 600);
        in("update dossier set due_at = '2026-11-30T10:00:00Z' where " + COPIED);
        clock.set("2026-11-30T16:30");

        var drafts = apologies.drafts(who(), Duration.ofDays(1), clock.instant());
        assertThat(drafts).hasSize(50);
        assertThat(drafts)
                .filteredOn(it -> !it.tooLate())
                .extracting(Apologies.Draft::dossier)
                .contains(waiting.ref.id());
        assertThat(drafts).filteredOn(Apologies.Draft::tooLate).isNotEmpty();
        assertThat(byRule().go()).isPositive();
        assertThat(apologies.inTime(who(), Duration.ofDays(1), clock.instant()))
                .extracting(Apologies.Draft::dossier)
                .doesNotContain(waiting.ref.id());
    }

    @Test
    void manyOnScheduleHideNoneThatIsNot() {
        clock.set("2026-11-30T15:30");
        var usual = taVan.birth("Lý Thị Mẩy").received();
        var waiting = taVan.birth("Phan Đình Phước").received().answerAwaited("Xin ý kiến công an xã");
        copied(usual, 600);
        clock.set("2026-11-30T16:30");

        assertThat(apologies.inTime(who(), Duration.ofDays(1), clock.instant()))
                .extracting(Apologies.Draft::dossier)
                .contains(waiting.ref.id())
                .doesNotContain(usual.ref.id());
    }

    @Test
    void oneThatCannotBeReadIsLeftOut() {
        clock.set("2026-11-30T15:30");
        var usual = taVan.birth("Lý Thị Mẩy").received();
        var waiting = taVan.birth("Phan Đình Phước").received().answerAwaited("Xin ý kiến công an xã");
        copied(usual, 1);
        in("update dossier set revision = '00000000-0000-0000-0000-000000000001' where " + COPIED);
        clock.set("2026-11-30T16:30");

        assertThat(apologies.drafts(who(), Duration.ofDays(1), clock.instant()))
                .extracting(Apologies.Draft::dossier)
                .contains(waiting.ref.id());
    }

    private ApologiesByRule byRule() {
        var settings = new ReminderSettings(
                0.25,
                1,
                Duration.ofDays(2),
                LocalTime.of(7, 30),
                LocalTime.of(17, 0),
                Duration.ofDays(1),
                Map.of(15, taVan.named(LEADER).account().value()),
                Duration.ofHours(2));
        return new ApologiesByRule(apologies, leader, accounts, settings, messages, (Clock) clock);
    }

    private OfficerAt who() {
        return (OfficerAt) taVan.named(LEADER);
    }

    /** As many dossiers just like that one, with lower ids than any other. */
    private void copied(TaVan.Life life, int many) {
        copy("dossier", "jsonb_build_object('id', one.id, 'number', one.id::text)", "id", life, many);
        copy(
                "dossier_event",
                "jsonb_build_object('dossier', one.id, 'command', gen_random_uuid())",
                "dossier",
                life,
                many);
        copy("dossier_answers", "jsonb_build_object('dossier', one.id)", "dossier", life, many);
        copy("route_token", "jsonb_build_object('dossier', one.id)", "dossier", life, many);
        copies += many;
    }

    private void copy(String table, String changed, String key, TaVan.Life life, int many) {
        in("""
                insert into %1$s
                select (jsonb_populate_record(it, %2$s)).* from %1$s it, (
                    select ('00000000-0000-7000-8000-' || lpad((n + %6$d)::text, 12, '0'))::uuid as id
                    from generate_series(1, %4$d) n) one
                where it.%3$s = '%5$s'
                """.formatted(table, changed, key, many, life.ref.id(), copies));
    }

    private void in(String sql) {
        Scope.of(TaVan.LAO_CAI)
                .run(() -> new TransactionTemplate(transactions)
                        .executeWithoutResult(_ -> db.sql(sql).update()));
    }
}
