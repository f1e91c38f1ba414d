package vn.motcua.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import vn.motcua.dossier.AgencyCalendars;
import vn.motcua.dossier.Apologies;
import vn.motcua.dossier.DueMoment;
import vn.motcua.dossier.LeaderDesk;
import vn.motcua.dossier.Watch;
import vn.motcua.identity.Accounts;
import vn.motcua.identity.SignedIn;
import vn.motcua.messaging.Channel;
import vn.motcua.messaging.Contacts;
import vn.motcua.messaging.Deliveries;
import vn.motcua.organization.Units;
import vn.motcua.sandbox.Caught;
import vn.motcua.shared.Messages;
import vn.motcua.shared.TenantId;
import vn.motcua.shared.VietnamTime;
import vn.motcua.support.PdfText;
import vn.motcua.support.TaVan;
import vn.motcua.support.TestClock;
import vn.motcua.support.Visit;
import vn.motcua.support.WholeProgram;

/** Officers are reminded, superiors hear of what is late, and an apology is one press away. */
@WholeProgram
@TestPropertySource(properties = "motcua.test.apart=reminders")
class RemindersTest {

    private static final String OFFICER = "Phạm Quốc Việt";
    private static final String LEADER = "Vũ Đức Thành";
    private static final String CLERK = "Lù Thị Hiền";
    private static final Instant DUE = Instant.parse("2026-12-01T10:00:00Z");

    @Autowired
    TaVan taVan;

    @Autowired
    TestClock clock;

    @Autowired
    Reminders reminders;

    @Autowired
    MorningMail mail;

    @Autowired
    Apologies apologies;

    @Autowired
    LeaderDesk leader;

    @Autowired
    Accounts accounts;

    @Autowired
    Contacts contacts;

    @Autowired
    Deliveries deliveries;

    @Autowired
    Units units;

    @Autowired
    AgencyCalendars calendars;

    @Autowired
    Watch watch;

    @Autowired
    Messages messages;

    @Autowired
    Caught caught;

    @LocalServerPort
    int port;

    @Test
    void theOfficerIsRemindedBeforeAndOnTheDayAndTheLeaderWhenItIsLate() {
        clock.set("2026-11-30T15:30");
        var life = taVan.birth("Lý Thị Mẩy").received();
        assertThat(seen(OFFICER, life)).contains(new Seen(Urgency.SOON, true));
        assertThat(seen(LEADER, life)).isEmpty();
        clock.set("2026-12-01T08:00");
        assertThat(seen(OFFICER, life)).contains(new Seen(Urgency.TODAY, true));
        assertThat(seen("Trần Thu Hà", life)).as("it has left the one-stop").isEmpty();
        clock.set("2026-12-02T08:00");
        assertThat(seen(OFFICER, life)).contains(new Seen(Urgency.LATE, true));
        assertThat(seen(LEADER, life)).contains(new Seen(Urgency.LATE, false));
        life.claimed();
        assertThat(seen(OFFICER, life)).as("taken by them").contains(new Seen(Urgency.LATE, true));

        var page = as(LEADER).get("/desk/reminders").body();
        assertThat(page).contains(number(life), "Trễ hạn", "Việc của đơn vị bạn phụ trách");
        life.appraised().approved();
        assertThat(seen(OFFICER, life)).isEmpty();
        assertThat(seen(CLERK, life)).as("decided is not yet what was promised").contains(new Seen(Urgency.LATE, true));
        assertThat(seen(LEADER, life)).contains(new Seen(Urgency.LATE, false));
        life.resultIssued("01/2026");
        taVan.ordered(life);
        taVan.signed();
        assertThat(life.seen().result()).isPresent();
        assertThat(seen(CLERK, life)).isEmpty();
        assertThat(seen("Trần Thu Hà", life)).as("the applicant has to come").isEmpty();
        assertThat(seen(LEADER, life)).as("issued").isEmpty();
    }

    @Test
    void whoHoldsAStepIsRemindedOfItsOwnDayThoughTheDossierHasTime() {
        clock.set("2026-11-30T15:30");
        var life = taVan.birth("Lý Thị Mẩy").received().extended(5, "Phải xác minh thêm");
        assertThat(seen(OFFICER, life)).as("four hours of a week").isEmpty();
        clock.set("2026-12-01T08:00");
        assertThat(steps(OFFICER, life)).containsExactly(Urgency.TODAY);
        clock.set("2026-12-02T08:00");
        assertThat(steps(OFFICER, life)).containsExactly(Urgency.LATE);
        assertThat(seen(LEADER, life)).as("the dossier is not late").isEmpty();
        assertThat(as(OFFICER).get("/desk/reminders").body()).contains(number(life), "Bước quá hạn");

        life.answerAwaited("Xin ý kiến công an xã");
        assertThat(steps(OFFICER, life)).as("in the agency's own time").containsExactly(Urgency.LATE);
        clock.set("2026-12-09T08:00");
        assertThat(steps(OFFICER, life)).as("once the dossier is late, that").isEmpty();
        assertThat(seen(OFFICER, life)).containsExactly(new Seen(Urgency.LATE, true));
    }

    @Test
    void aStepThatIsLateIsALineOfTheMailOfTheMorningOnce() {
        var mailbox = "viet-" + UUID.randomUUID() + "@example.org";
        var officer = taVan.named(OFFICER);
        contacts.confirmed(officer.tenant(), officer.account(), Channel.EMAIL, mailbox);
        clock.set("2026-12-14T15:30");
        var life = taVan.birth("Giàng A Sình").received().extended(5, "Phải xác minh thêm");
        taVan.told();
        clock.set("2026-12-16T07:31");
        mail.go();
        taVan.told();

        assertThat(caught.all().stream()
                        .filter(it -> it.to().equals(mailbox))
                        .flatMap(it -> it.text().lines())
                        .filter(it -> it.contains(number(life))))
                .singleElement()
                .asString()
                .startsWith("Bước quá hạn: " + number(life) + ", bước “");
    }

    @Test
    void whatAUnitBelowWaitsForIsALineOfTheMailOfWhoLeadsTheUnitAboveFromBeforeItsDay() {
        var above = "Lý Mẩy Pham";
        var mailbox = "pham-" + UUID.randomUUID() + "@example.org";
        contacts.confirmed(taVan.named(above), Channel.EMAIL, mailbox);
        clock.set("2026-12-21T08:00");
        var life = taVan.birth("Giàng A Sình").received().sentUp("2026-12-24");
        taVan.told();
        for (var morning : List.of("2026-12-22", "2026-12-23", "2026-12-24", "2026-12-25")) {
            clock.set(morning + "T07:31");
            mail.go();
            other().go();
            taVan.told();
        }
        var from = ": " + number(life) + ", Trung tâm Phục vụ hành chính công xã Tả Van trình, hạn 24/12/2026";
        assertThat(caught.all().stream()
                        .filter(it -> it.to().equals(mailbox))
                        .flatMap(it -> it.text().lines())
                        .filter(it -> it.contains(number(life)) && it.contains("hạn 24/12")))
                .containsExactlyInAnyOrder(
                        "Sắp hết hạn trả lời cấp dưới" + from,
                        "Trả lời cấp dưới hôm nay" + from,
                        "Quá hạn trả lời cấp dưới" + from);
        assertThat(as(above).get("/desk/reminders").body())
                .contains("hồ sơ cấp dưới trình đơn vị bạn quyết định", "href=\"/desk/consultations\"");
        assertThat(as("Giàng Thị Sáo").get("/desk/reminders").body())
                .as("who leads nobody")
                .doesNotContain("hồ sơ cấp dưới trình");
    }

    @Test
    void eachOfficerGetsOneMailInTheMorningOfAWorkingDayAndNoSecondOneFromAnywhere() {
        var mailbox = "viet-" + UUID.randomUUID() + "@example.org";
        var officer = taVan.named(OFFICER);
        contacts.confirmed(officer.tenant(), officer.account(), Channel.EMAIL, mailbox);
        clock.set("2026-12-07T15:30");
        var life = taVan.birth("Giàng A Sình").received();
        taVan.told();
        clock.set("2026-12-08T07:00");
        assertThat(mail.go()).as("too early").isZero();
        clock.set("2026-12-08T07:31");
        assertThat(mail.go()).isPositive();
        assertThat(mail.go()).as("again").isZero();
        assertThat(other().go()).as("another copy, or after a restart").isZero();
        taVan.told();

        var letters = caught.all().stream()
                .filter(it -> it.subject().startsWith("Nhắc việc sáng nay"))
                .filter(it -> it.text().contains(number(life)))
                .toList();
        assertThat(letters).extracting(Caught.Message::to).doesNotHaveDuplicates();
        assertThat(letters).anySatisfy(it -> {
            assertThat(it.to()).isEqualTo(mailbox);
            assertThat(it.text())
                    .contains("Hôm nay: " + number(life), "/desk/reminders")
                    .doesNotContain("Giàng A Sình");
        });
        clock.set("2026-12-12T08:00");
        assertThat(mail.go()).as("Saturday").isZero();
    }

    @Test
    void theLeaderFindsTheApologyDraftedAndOnePressMakesIt() {
        var mailbox = "may-" + UUID.randomUUID() + "@example.org";
        clock.set("2026-11-30T15:30");
        var life = taVan.birth("Phan Đình Phước").received();
        contacts.confirmed(TenantId.NATIONAL, life.who.account(), Channel.EMAIL, mailbox);
        life.answerAwaited("Xin ý kiến công an xã");
        clock.set("2026-11-30T16:30");

        var draft = drafts(LEADER, life).getFirst();
        assertThat(draft.promised()).isEqualTo(clock.instant().plus(Duration.ofMinutes(24 * 60 + 30)));
        assertThat(draft.due()).isAfter(draft.promised());
        assertThat(draft.workingDays()).isPositive();
        assertThat(draft.reason()).isEqualTo("Hồ sơ chờ ý kiến của cơ quan khác từ 15:30, 30/11/2026 và hiện chưa có.");
        assertThat(drafts(OFFICER, life)).as("not theirs to say").isEmpty();

        var page = as(LEADER).get("/desk/reminders").body();
        assertThat(page)
                .contains("Cần xin lỗi và hẹn lại", number(life), draft.reason().substring(0, 10));
        var answer = as(LEADER)
                .fill(
                        "/desk/reminders",
                        "/desk/dossiers/" + life.ref.id() + "/extend",
                        Map.of(
                                "command",
                                UUID.randomUUID().toString(),
                                "version",
                                String.valueOf(draft.version()),
                                "days",
                                String.valueOf(draft.workingDays()),
                                "reason",
                                draft.reason()));
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(drafts(LEADER, life)).isEmpty();
        taVan.told();
        assertThat(caught.all().stream().filter(it -> it.to().equals(mailbox)))
                .anySatisfy(it -> assertThat(it.subject()).isEqualTo("Xin lỗi, kết quả hồ sơ của bạn sẽ muộn"));
    }

    @Test
    void noApologyIsDraftedWhileTheClockStandsStill() {
        clock.set("2026-11-30T15:30");
        var life = taVan.birth("Hoàng Thị Thanh Huyền").received().paymentAwaited("Thông báo thuế số 12/TB", 1_500_000);
        clock.set("2026-11-30T16:30");
        assertThat(drafts(LEADER, life)).isEmpty();
        clock.set("2026-12-02T08:00");
        assertThat(drafts(LEADER, life)).as("nor when the old day has passed").isEmpty();
    }

    @Test
    void afterTheLastMomentOfTheLawTheDraftSaysThatThePromiseStays() {
        clock.set("2026-11-30T15:30");
        var life = taVan.birth("Hoàng Thị Thanh Huyền").received().answerAwaited("Xin ý kiến công an xã");
        clock.set("2026-11-30T17:00");
        assertThat(drafts(LEADER, life)).extracting(Apologies.Draft::tooLate).containsExactly(false);
        clock.set("2026-11-30T17:01");
        assertThat(drafts(LEADER, life)).singleElement().satisfies(it -> {
            assertThat(it.tooLate()).isTrue();
            assertThat(it.late()).isFalse();
            assertThat(it.due()).isAfter(DUE);
        });
        byRule(Map.of(15, taVan.named(LEADER).account().value())).go();
        assertThat(drafts(LEADER, life)).as("no rule says it").hasSize(1);
        assertThat(as(LEADER).get("/desk/reminders").body())
                .contains(number(life), "Đã qua lúc phải báo (17:00, 30/11/2026)");
        life.apologised(2, "Chờ công an xã");
        assertThat(life.seen().due()).map(DueMoment::at).contains(DUE);
        assertThat(drafts(LEADER, life)).isEmpty();
        assertThat(as("Hoàng Thị Thanh Huyền").get("/my/" + life.code.value()).body())
                .as("while it waits as well")
                .contains("Ngày hẹn trả vẫn là 17:00, 03/12/2026 (hẹn lại; lần đầu hẹn 17:00, 01/12/2026)");
    }

    @Test
    void whatIsDueOnItsFirstDayIsDraftedBeforeItIsLate() {
        clock.set("2026-11-30T08:00");
        var life = taVan.birth("Lý Thị Mẩy").received();
        assertThat(life.seen().due()).map(DueMoment::at).contains(DUE.minus(Duration.ofDays(1)));
        clock.set("2026-11-30T15:00");
        assertThat(drafts(LEADER, life)).extracting(Apologies.Draft::tooLate).containsExactly(true);
    }

    @Test
    void theActThatThePageShowedIsDoneOrNone() {
        clock.set("2026-11-30T15:30");
        var life = taVan.birth("Phan Đình Phước").received().answerAwaited("Xin ý kiến công an xã");
        clock.set("2026-11-30T16:50");
        var draft = drafts(LEADER, life).getFirst();
        var visit = as(LEADER);
        var page = visit.get("/desk/reminders").body();
        assertThat(page).contains(number(life), "17:00, 30/11/2026");
        clock.set("2026-11-30T17:01");
        var typed = Map.of(
                "command",
                UUID.randomUUID().toString(),
                "version",
                String.valueOf(draft.version()),
                "days",
                "7",
                "reason",
                "Công an xã chưa trả lời, chúng tôi đã nhắc");

        var answer = visit.fill("/desk/reminders", "/desk/dossiers/" + life.ref.id() + "/extend", typed);

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body())
                .contains(
                        "Trong lúc bạn mở biểu này đã qua 17:00, 30/11/2026",
                        "Chưa có gì được gửi",
                        "ngày phải trả không đổi",
                        "name=\"late\" value=\"yes\"",
                        "value=\"7\"",
                        "Công an xã chưa trả lời, chúng tôi đã nhắc");
        assertThat(life.seen().due()).map(DueMoment::at).contains(DUE);
        assertThat(drafts(LEADER, life)).as("nothing was said").hasSize(1);

        var again = new HashMap<>(typed);
        again.put("command", UUID.randomUUID().toString());
        again.put("late", "yes");
        assertThat(visit.fill("/desk/reminders", "/desk/dossiers/" + life.ref.id() + "/extend", again)
                        .statusCode())
                .isEqualTo(302);
        assertThat(drafts(LEADER, life)).isEmpty();
        assertThat(life.seen().due()).map(DueMoment::at).contains(DUE);
    }

    @Test
    void whatIsLateIsStillApologisedForOnceAndStaysLate() {
        clock.set("2026-11-30T15:30");
        var life = taVan.birth("Hoàng Thị Thanh Huyền").received();
        clock.set("2026-12-02T08:00");
        var draft = drafts(LEADER, life).getFirst();
        assertThat(draft.late()).isTrue();
        assertThat(draft.reason()).contains("bắt đầu từ 15:30, 30/11/2026, cần nhiều thời gian hơn dự kiến");
        byRule(Map.of(15, taVan.named(LEADER).account().value())).go();
        assertThat(drafts(LEADER, life)).as("no rule speaks for who is late").hasSize(1);
        assertThat(as(LEADER).get("/desk/reminders").body()).contains(number(life), "Đã quá hẹn; vẫn tính là trễ");

        life.apologised(draft.workingDays(), draft.reason());
        assertThat(life.seen().due())
                .map(DueMoment::at)
                .as("what was promised stays")
                .contains(DUE);
        assertThat(drafts(LEADER, life)).isEmpty();
        assertThat(as("Hoàng Thị Thanh Huyền").get(life.path()).body())
                .contains("Cơ quan xin lỗi vì không kịp hẹn, hẹn lại trước " + VietnamTime.moment(draft.due()));
        assertThat(PdfText.of(as("Hoàng Thị Thanh Huyền").bytes(life.path() + "/apology-slip")))
                .contains("đã quá ngày hẹn", "vẫn được tính là trễ hẹn", "CHỦ TỊCH " + LEADER);
        assertThat(seen(LEADER, life)).as("still late").contains(new Seen(Urgency.LATE, false));
    }

    @Test
    void whatIsOnScheduleIsNotApologisedForByItselfOrByRule() {
        clock.set("2026-11-30T15:30");
        var life = taVan.birth("Lý Thị Mẩy").received();
        var rule = byRule(Map.of(15, taVan.named(LEADER).account().value()));
        clock.set("2026-11-30T16:30");
        assertThat(drafts(LEADER, life))
                .as("seven hours of work, eight until it is due")
                .isEmpty();
        rule.go();
        assertThat(life.seen().due()).map(DueMoment::at).contains(DUE);

        life.extended(2, "Phải xác minh thêm");
        assertThat(life.seen().due())
                .as("by hand, it may be")
                .hasValueSatisfying(it -> assertThat(it.at()).isAfter(DUE));
    }

    @Test
    void theDraftSaysForWhomItWaits() {
        clock.set("2026-11-30T15:30");
        var life = taVan.birth("Lý Thị Mẩy").received();
        life.sentUp();
        clock.set("2026-11-30T16:30");
        assertThat(drafts(LEADER, life))
                .extracting(Apologies.Draft::reason)
                .containsExactly("Hồ sơ chờ quyết định của cấp trên từ 15:30, 30/11/2026 và hiện chưa có.");
    }

    @Test
    void whereTheAgencySaysSoTheApologyIsMadeByRuleOnce() {
        clock.set("2026-11-30T15:30");
        var life = taVan.birth("Phan Đình Phước").received().answerAwaited("Xin ý kiến công an xã");
        var account = taVan.named(LEADER).account().value();
        var rule = byRule(Map.of(15, account));
        clock.set("2026-11-30T16:30");
        assertThat(byRule(Map.of()).go()).isZero();
        assertThat(rule.go()).isPositive();
        assertThat(rule.go()).isZero();
        assertThat(drafts(LEADER, life)).isEmpty();
        taVan.told();
        assertThat(as("Phan Đình Phước").get(life.path()).body()).contains("gửi tự động theo quy định");
    }

    private ApologiesByRule byRule(Map<Integer, UUID> inNameOf) {
        var settings = new ReminderSettings(
                0.25,
                1,
                Duration.ofDays(2),
                LocalTime.of(7, 30),
                LocalTime.of(17, 0),
                Duration.ofDays(1),
                inNameOf,
                Duration.ofHours(2));
        return new ApologiesByRule(apologies, leader, accounts, settings, messages, (Clock) clock);
    }

    private MorningMail other() {
        var settings = new ReminderSettings(
                0.25,
                1,
                Duration.ofDays(2),
                LocalTime.of(7, 30),
                LocalTime.of(17, 0),
                Duration.ofDays(1),
                Map.of(),
                Duration.ofHours(2));
        return new MorningMail(
                reminders, watch, contacts, accounts, deliveries, units, calendars, settings, messages, (Clock) clock);
    }

    private record Seen(Urgency urgency, boolean own) {}

    private List<Seen> seen(String who, TaVan.Life life) {
        return reminders.of((SignedIn.OfficerAt) taVan.named(who)).stream()
                .filter(it -> it.work().dossier().equals(life.ref.id()))
                .map(it -> new Seen(it.urgency(), it.own()))
                .toList();
    }

    /** By which steps' own days they are reminded of it. */
    private List<Urgency> steps(String who, TaVan.Life life) {
        return reminders.of((SignedIn.OfficerAt) taVan.named(who)).stream()
                .filter(it -> it.work().dossier().equals(life.ref.id()) && it.ofStep())
                .map(Reminders.Reminder::urgency)
                .toList();
    }

    private List<Apologies.Draft> drafts(String who, TaVan.Life life) {
        return reminders.apologies((SignedIn.OfficerAt) taVan.named(who)).stream()
                .filter(it -> it.dossier().equals(life.ref.id()))
                .toList();
    }

    private static String number(TaVan.Life life) {
        return life.seen().number().orElseThrow().value();
    }

    private Visit as(String name) {
        return new Visit("http://localhost:" + port).as(name);
    }
}
