package vn.motcua.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.motcua.dossier.SupplementDeadlines;
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

/** The head of the one-stop gets mail of agencies that do not answer and of results that will be late. */
@WholeProgram
class HeadIsToldTest {

    private static final String HEAD = "Vũ Đức Thành";

    private final TaVan taVan;
    private final TestClock clock;
    private final Contacts contacts;
    private final Caught caught;
    private final SupplementDeadlines deadlines;
    private final List<Listener> listeners;

    @Autowired
    HeadIsToldTest(
            TaVan taVan,
            TestClock clock,
            Contacts contacts,
            Caught caught,
            SupplementDeadlines deadlines,
            List<Listener> listeners) {
        this.taVan = taVan;
        this.clock = clock;
        this.contacts = contacts;
        this.caught = caught;
        this.deadlines = deadlines;
        this.listeners = listeners;
    }

    @BeforeEach
    void mondayMorning() {
        clock.set("2026-11-23T08:00");
    }

    @Test
    void anAgencyThatDidNotAnswerInTimeIsToldOnce() {
        var head = mailbox();
        var life = taVan.birth("Lý Thị Mẩy").received().answerAwaited("Xin ý kiến công an xã", "2026-11-24");
        clock.set("2026-11-24T23:00");
        deadlines.go();
        taVan.told();
        assertThat(about(head, life)).as("the day is not over").isEmpty();
        clock.set("2026-11-25T08:00");
        deadlines.go();
        taVan.told();
        heardAgain(life, "wait-lapsed");

        assertThat(about(head, life)).singleElement().satisfies(it -> {
            assertThat(it.subject()).startsWith("Cơ quan được hỏi chưa trả lời");
            assertThat(it.text())
                    .contains("24/11/2026", "Điều 19 khoản 5", "/desk/dossiers/" + life.ref.id())
                    .doesNotContain("Lý Thị Mẩy", "công an xã");
        });
    }

    @Test
    void aCheckOfItsOwnThatWasNotDoneIsNoSilenceOfAnAgency() {
        var head = mailbox();
        var life = taVan.birth("Lý Thị Mẩy").received().checkAwaited("2026-11-24");
        clock.set("2026-11-25T08:00");
        deadlines.go();
        taVan.told();
        assertThat(about(head, life)).isEmpty();
    }

    @Test
    void aNewDateAndAnApologyAreToldOnceInTheLanguageOfWhoReadsThem() {
        clock.set("2026-11-23T15:30");
        var head = mailbox();
        var extended = taVan.birth("Lý Thị Mẩy").received().extended(2, "Cán bộ Nguyễn Văn Nghỉ ốm");
        taVan.told();
        heardAgain(extended, "due-extended");
        assertThat(about(head, extended)).singleElement().satisfies(it -> {
            assertThat(it.subject()).endsWith("được hẹn lại ngày trả kết quả");
            assertThat(it.text())
                    .contains("Hẹn trả trước đây: 17:00, 25/11/2026", "Hẹn lại: 17:00, 27/11/2026", "Điều 19 khoản 9")
                    .doesNotContain("Nguyễn Văn", "Lý Thị Mẩy");
        });

        var late = taVan.birth("Lý Thị Mẩy").received();
        clock.set("2026-11-26T08:00");
        contacts.choose(taVan.named(HEAD), Language.EN, true, false);
        late.apologised(2, "Chờ xác minh");
        taVan.told();
        contacts.choose(taVan.named(HEAD), Language.VI, true, false);
        assertThat(about(head, late)).singleElement().satisfies(it -> {
            assertThat(it.subject()).startsWith("The agency has apologised");
            assertThat(it.text()).contains("counts as late", "Article 19.9");
        });
    }

    private String mailbox() {
        var mailbox = "head-" + UUID.randomUUID() + "@example.org";
        contacts.confirmed(taVan.named(HEAD), Channel.EMAIL, mailbox);
        return mailbox;
    }

    private List<Caught.Message> about(String mailbox, TaVan.Life life) {
        var number = life.seen().number().orElseThrow().value();
        return caught.all().stream()
                .filter(it -> it.to().equals(mailbox) && it.subject().contains(number))
                .toList();
    }

    /** A thing comes a second time, as after a stop in the middle. */
    private void heardAgain(TaVan.Life life, String kind) {
        var again = new Happening(UUID.randomUUID(), life.ref, life.seen().version(), kind, Instant.EPOCH, false, 2);
        Scope.of(TaVan.LAO_CAI).run(() -> listeners.forEach(it -> it.hear(again)));
        taVan.told();
    }
}
