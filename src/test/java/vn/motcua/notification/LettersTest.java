package vn.motcua.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.motcua.dossier.SupplementRequest;
import vn.motcua.messaging.Channel;
import vn.motcua.messaging.Contacts;
import vn.motcua.outbox.Happening;
import vn.motcua.outbox.Listener;
import vn.motcua.sandbox.Caught;
import vn.motcua.shared.Language;
import vn.motcua.shared.Scope;
import vn.motcua.shared.TenantId;
import vn.motcua.support.TaVan;
import vn.motcua.support.TestClock;
import vn.motcua.support.Visit;
import vn.motcua.support.WholeProgram;

/** What applicants get outside their account, caught by the sandbox's mail server and gateway. */
@WholeProgram
class LettersTest {

    private final TaVan taVan;
    private final TestClock clock;
    private final Contacts contacts;
    private final Caught caught;
    private final Notices notices;
    private final List<Listener> listeners;
    private final String address;

    @Autowired
    LettersTest(
            TaVan taVan,
            TestClock clock,
            Contacts contacts,
            Caught caught,
            Notices notices,
            List<Listener> listeners,
            @LocalServerPort int port) {
        this.taVan = taVan;
        this.clock = clock;
        this.contacts = contacts;
        this.caught = caught;
        this.notices = notices;
        this.listeners = listeners;
        this.address = "http://localhost:" + port;
    }

    @BeforeEach
    void mondayMorning() {
        clock.set("2026-11-23T08:00");
    }

    @Test
    void theApplicantIsWrittenInTheAgencysNameWithWhoReceivedItAndWhenAndWhatToDo() {
        var mail = "huong-" + UUID.randomUUID() + "@example.org";
        var life = taVan.birth("Phan Đình Phước");
        contacts.confirmed(TenantId.NATIONAL, life.who.account(), Channel.EMAIL, mail);
        life.received();
        taVan.told();
        heardAgain(life, 2, "received");
        taVan.told();

        var letter = to(mail).getFirst();
        assertThat(to(mail)).hasSize(1);
        assertThat(letter.from()).contains("Tả Van");
        assertThat(letter.subject()).isEqualTo("Hồ sơ của bạn đã được tiếp nhận");
        assertThat(letter.text())
                .contains(
                        "đăng ký khai sinh",
                        "Bạn chưa phải làm gì thêm",
                        "Cơ quan: ",
                        "Mã hồ sơ: " + life.seen().number().orElseThrow().value(),
                        "Nộp lúc: 08:00, 23/11/2026",
                        "Người tiếp nhận: Trần Thu Hà, lúc 08:00, 23/11/2026",
                        "Người xử lý lần này: Trần Thu Hà",
                        "Hiện ở: ",
                        "http://localhost:",
                        life.path())
                .doesNotContain("Phan Đình Phước", "{0}", "010198999001");
        assertThat(letter.page()).contains("<h1", "<a href=\"http");

        var page = new Visit(address).get("/sandbox/messages").body();
        assertThat(page).contains(mail, letter.subject());
        assertThat(new Visit(address).get("/sandbox/messages/" + letter.id()).body())
                .contains("Người tiếp nhận: Trần Thu Hà");
    }

    @Test
    void whatThePackageAddsStandsInTheMailAndOnThePageOfTheDossierAndInNoShortMessage() {
        var mail = "loi-dan-" + UUID.randomUUID() + "@example.org";
        var phone = "09%08d".formatted(Math.floorMod(System.nanoTime(), 100_000_000));
        var life = taVan.birth("Giàng A Sình");
        contacts.confirmed(TenantId.NATIONAL, life.who.account(), Channel.EMAIL, mail);
        contacts.confirmed(TenantId.NATIONAL, life.who.account(), Channel.SMS, phone);
        life.received();
        taVan.told();
        assertThat(mine(life)).as("nothing is added to the reception").doesNotContain("hãy mang giấy tờ tùy thân");
        life.appraised().approved().issued();
        taVan.told();

        var number = life.seen().number().orElseThrow().value();
        var added = "Nếu đến quầy nhận Giấy khai sinh, hãy mang giấy tờ tùy thân và mã hồ sơ " + number + ".";
        assertThat(to(mail).stream().filter(it -> it.text().contains("hãy mang giấy tờ tùy thân")))
                .singleElement()
                .satisfies(it -> assertThat(it.text())
                        .contains(added, "Cơ quan: ", "Mã hồ sơ: " + number, "http://localhost:", life.path())
                        .doesNotContain("{{"));
        assertThat(to(phone))
                .isNotEmpty()
                .allSatisfy(it -> assertThat(it.text()).doesNotContain("giấy tờ tùy thân", number));
        assertThat(mine(life)).contains(added);

        life.handedOver();
        taVan.told();
        assertThat(mine(life)).as("what came after it adds nothing").doesNotContain(added);
        contacts.forget(life.who, Channel.EMAIL);
        contacts.forget(life.who, Channel.SMS);
    }

    @Test
    void aShortMessageSaysNothingOfWhoseOrWhatTheDossierIsAndArrives() {
        var life = taVan.birth("Hoàng Thị Thanh Huyền");
        var number = "09%08d".formatted(Math.floorMod(System.nanoTime(), 100_000_000));
        contacts.confirmed(TenantId.NATIONAL, life.who.account(), Channel.SMS, number);
        life.askedAtIntake(new vn.motcua.dossier.SupplementRequest.Line("Giấy chứng sinh", "Bản chụp mờ"));
        taVan.told();

        var message = caught.all().stream().filter(it -> it.to().equals(number)).toList();
        assertThat(message).hasSize(1);
        assertThat(message.getFirst().text())
                .contains("Tả Van", "cần bổ sung", "/my")
                .doesNotContain("khai sinh", "chứng sinh", life.code.value(), "Thảo");
    }

    @Test
    void theyAreWrittenInTheirLanguageAndNotAtAllWhenTheyDoNotWantIt() {
        var mail = "sinh-" + UUID.randomUUID() + "@example.org";
        var life = taVan.birth("Giàng A Sình");
        var account = life.who.account();
        contacts.confirmed(TenantId.NATIONAL, account, Channel.EMAIL, mail);
        contacts.choose(life.who, Language.EN, true, false);
        life.received();
        taVan.told();
        assertThat(to(mail)).singleElement().satisfies(it -> {
            assertThat(it.subject()).isEqualTo("Your dossier has been received");
            assertThat(it.text()).contains("/en/my/", "Received by: Trần Thu Hà");
        });

        contacts.choose(life.who, Language.EN, false, false);
        life.appraised();
        life.approved();
        taVan.told();
        assertThat(to(mail)).hasSize(1);
        contacts.choose(life.who, Language.VI, true, true);
        contacts.forget(life.who, Channel.EMAIL);
    }

    @Test
    void theDossiersPagesSayWhatWasWrittenWhereAndHowFarItCame() {
        var mail = "khong-co-" + UUID.randomUUID() + "@example.org";
        var life = taVan.birth("Giàng A Sình");
        contacts.confirmed(TenantId.NATIONAL, life.who.account(), Channel.EMAIL, mail);
        life.received();
        taVan.told();
        var lost = "không có địa chỉ này";
        Awaitility.await().until(() -> mine(life).contains(lost));

        assertThat(mine(life)).contains("Thư và tin nhắn đã gửi cho bạn", "Thư điện tử tới k***@example.org");
        assertThat(new Visit(address)
                        .as("Trần Thu Hà")
                        .get("/desk/dossiers/" + life.ref.id())
                        .body())
                .contains("Thư và tin nhắn đã gửi người nộp", "Thư điện tử tới k***@example.org", lost)
                .doesNotContain(mail);
        assertThat(new Visit(address).as("Vũ Thị Thu Trang").get("/admin/jobs").body())
                .contains("Địa chỉ không nhận được", "k***@example.org")
                .doesNotContain(mail);
        contacts.forget(life.who, Channel.EMAIL);
    }

    @Test
    void whatTheApplicantPressedThemselvesIsNotWritten() {
        var mail = "tu-nop-" + UUID.randomUUID() + "@example.org";
        var life = taVan.birth("Giàng A Sình");
        contacts.confirmed(TenantId.NATIONAL, life.who.account(), Channel.EMAIL, mail);
        taVan.told();
        assertThat(to(mail)).as("filed").isEmpty();
        life.askedAtIntake(new SupplementRequest.Line("Giấy chứng sinh", "Bản chụp mờ"))
                .answered("Đã chụp lại");
        taVan.told();
        assertThat(to(mail)).extracting(Caught.Message::subject).containsExactly("Hồ sơ của bạn cần bổ sung");
    }

    @Test
    void whatIsFiledAtTheCounterIsWrittenWithTheTrackingCodeUntilItIsReceived() {
        var mail = "tai-quay-" + UUID.randomUUID() + "@example.org";
        var number = "09%08d".formatted(Math.floorMod(System.nanoTime(), 100_000_000));
        var life = taVan.walkIn("Vàng Thị Xuân", mail, number);
        taVan.told();
        assertThat(to(mail)).singleElement().satisfies(it -> {
            assertThat(it.subject()).isEqualTo("Hồ sơ của bạn đã được nộp");
            assertThat(it.text())
                    .contains("Mã tra cứu: " + life.code().grouped(), "/track", "hồ sơ đã được nộp cho bạn")
                    .doesNotContain("Vàng Thị Xuân");
        });
        assertThat(to(number))
                .singleElement()
                .satisfies(it -> assertThat(it.text())
                        .contains(life.code().grouped(), "/track")
                        .doesNotContain("Vàng Thị Xuân", "chứng thực"));

        var both = "nhan-ngay-" + UUID.randomUUID() + "@example.org";
        taVan.receivedAtOnce(taVan.walkIn("Vàng Thị Xuân", both, ""));
        taVan.told();
        assertThat(to(both))
                .as("received in the same sitting: one letter")
                .extracting(Caught.Message::subject)
                .containsExactly("Hồ sơ của bạn đã được tiếp nhận");
    }

    @Test
    void aSupplementBroughtToTheCounterIsWrittenWithTheNewDay() {
        var mail = "bo-sung-" + UUID.randomUUID() + "@example.org";
        var life = taVan.birth("Lý Thị Mẩy");
        contacts.confirmed(TenantId.NATIONAL, life.who.account(), Channel.EMAIL, mail);
        contacts.choose(life.who, Language.EN, true, false);
        life.received()
                .askedInProcess(new SupplementRequest.Line("Giấy chứng sinh", "Bản chụp mờ"))
                .broughtToTheCounter("Đã chụp lại");
        taVan.told();
        assertThat(to(mail).stream().filter(it -> it.subject().equals("The supplement to your dossier has arrived")))
                .singleElement()
                .satisfies(it -> assertThat(it.text())
                        .contains("The result is due by ", "tell the agency at once")
                        .doesNotContain("Đã chụp lại"));
        assertThat(notices.of(life.who, 10_000))
                .filteredOn(it -> it.dossier().equals(life.ref))
                .extracting(Notice::kind)
                .contains("supplement-provided-due")
                .doesNotContain("filed");
        contacts.choose(life.who, Language.VI, true, true);
        contacts.forget(life.who, Channel.EMAIL);
    }

    private String mine(TaVan.Life life) {
        return new Visit(address).as("Giàng A Sình").get(life.path()).body();
    }

    private List<Caught.Message> to(String mail) {
        return caught.all().stream().filter(it -> it.to().equals(mail)).toList();
    }

    /** A thing comes a second time, as after a stop in the middle. */
    private void heardAgain(TaVan.Life life, int version, String kind) {
        var again = new Happening(UUID.randomUUID(), life.ref, version, kind, Instant.EPOCH, false, 2);
        Scope.of(TaVan.LAO_CAI).run(() -> listeners.forEach(it -> it.hear(again)));
    }
}
