package vn.motcua.consultation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.motcua.messaging.Channel;
import vn.motcua.messaging.Contacts;
import vn.motcua.outbox.Happening;
import vn.motcua.outbox.Listener;
import vn.motcua.sandbox.Caught;
import vn.motcua.shared.Language;
import vn.motcua.shared.Scope;
import vn.motcua.support.TaVan;
import vn.motcua.support.TestClock;
import vn.motcua.support.WholeProgram;

/** Who leads a unit above gets mail when it is asked to decide, the head of the one-stop when it said nothing in time. */
@WholeProgram
class HigherUnitMailTest {

    private static final String LEADER_ABOVE = "Lý Mẩy Pham";
    private static final String COLLEAGUE_ABOVE = "Giàng Thị Sáo";
    private static final String HEAD = "Vũ Đức Thành";

    private final TaVan taVan;
    private final TestClock clock;
    private final Contacts contacts;
    private final Caught caught;
    private final ConsultationRounds rounds;
    private final List<Listener> listeners;

    @Autowired
    HigherUnitMailTest(
            TaVan taVan,
            TestClock clock,
            Contacts contacts,
            Caught caught,
            ConsultationRounds rounds,
            List<Listener> listeners) {
        this.taVan = taVan;
        this.clock = clock;
        this.contacts = contacts;
        this.caught = caught;
        this.rounds = rounds;
        this.listeners = listeners;
    }

    @Test
    void whoLeadsTheUnitAboveIsWrittenOnceWhenItIsAskedAndNobodyElseThere() {
        clock.set("2026-12-14T08:00");
        var leader = mailbox(LEADER_ABOVE);
        var colleague = mailbox(COLLEAGUE_ABOVE);
        var life = taVan.birth("Lý Thị Mẩy").received().sentUp("2026-12-17");
        taVan.told();
        var again =
                new Happening(UUID.randomUUID(), life.ref, life.seen().version(), "sent-up", Instant.EPOCH, false, 2);
        Scope.of(TaVan.LAO_CAI).run(() -> listeners.forEach(it -> it.hear(again)));
        taVan.told();

        assertThat(about(leader, life)).singleElement().satisfies(it -> {
            assertThat(it.subject()).isEqualTo("Hồ sơ " + number(life) + " chờ đơn vị bạn quyết định");
            assertThat(it.text())
                    .contains(
                            "đến hết ngày 17/12/2026",
                            "im lặng không phải là đồng ý",
                            "/desk/dossiers/" + life.ref.id())
                    .doesNotContain("Lý Thị Mẩy", "quốc tịch");
        });
        assertThat(about(colleague, life)).isEmpty();
    }

    @Test
    void whereNoDayWasNamedTheMailSaysSoInTheLanguageOfWhoReadsIt() {
        clock.set("2026-12-14T08:00");
        var leader = mailbox(LEADER_ABOVE);
        contacts.choose(taVan.named(LEADER_ABOVE), Language.EN, true, false);
        var life = taVan.birth("Lý Thị Mẩy").received().sentUp();
        taVan.told();
        contacts.choose(taVan.named(LEADER_ABOVE), Language.VI, true, false);

        assertThat(about(leader, life))
                .singleElement()
                .satisfies(it -> assertThat(it.text()).contains("No day was named", "silence is not agreement"));
    }

    @Test
    void theHeadOfTheOneStopLearnsOnceThatTheUnitAboveHasSaidNothing() {
        clock.set("2026-12-14T08:00");
        var head = mailbox(HEAD);
        var life = taVan.birth("Lý Thị Mẩy").received().sentUp("2026-12-21");
        clock.set("2026-12-21T16:00");
        rounds.go();
        taVan.told();
        assertThat(about(head, life)).as("its day is not over").isEmpty();

        for (var moment : List.of("2026-12-22T08:00", "2026-12-22T09:00", "2026-12-23T08:00")) {
            clock.set(moment);
            rounds.go();
            taVan.told();
        }
        assertThat(about(head, life)).singleElement().satisfies(it -> {
            assertThat(it.subject()).isEqualTo("Cấp trên chưa trả lời về hồ sơ " + number(life));
            assertThat(it.text())
                    .contains("Sở Tài chính tỉnh Lào Cai", "21/12/2026", "Bộ phận Một cửa", "Điều 19")
                    .doesNotContain("Lý Thị Mẩy");
        });
    }

    private String mailbox(String who) {
        var mailbox = "above-" + UUID.randomUUID() + "@example.org";
        var officer = taVan.named(who);
        contacts.confirmed(officer, Channel.EMAIL, mailbox);
        return mailbox;
    }

    private List<Caught.Message> about(String mailbox, TaVan.Life life) {
        return caught.all().stream()
                .filter(it -> it.to().equals(mailbox) && it.subject().contains(number(life)))
                .toList();
    }

    private static String number(TaVan.Life life) {
        return life.seen().number().orElseThrow().value();
    }
}
