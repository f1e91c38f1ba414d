package vn.motcua.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.motcua.support.Person;
import vn.motcua.support.TestClock;
import vn.motcua.support.WholeProgram;

/**
 * At the counter: the officer makes a code, an old man opens it on his own phone and agrees, the officer fills in, he reads it
 * and files it himself; then nothing of his is before the officer any more.
 */
@WholeProgram
class TogetherWalkTest {

    private static final String RECEIVER = "Trần Thu Hà";
    private static final String OLD_MAN = "Lò Văn Páo";

    private final TestClock clock;
    private final String address;

    @Autowired
    TogetherWalkTest(TestClock clock, @LocalServerPort int port) {
        this.clock = clock;
        this.address = "http://localhost:" + port;
    }

    @Test
    void theOfficerFillsInAndTheManFiles() {
        clock.set("2026-11-23T08:05");
        try (var officer = new Person(address, 1280, true).as(RECEIVER);
                var phone = new Person(address, 360, true)) {
            officer.open("/desk").press("nav a[href='/together']");
            officer.page().selectOption("#procedure", BirthForm.CODE);
            officer.press("main form button");
            var mandate = officer.path();
            phone.page().navigate(officer.page().textContent(".ticket p.small .number"));
            phone.choose(OLD_MAN);
            assertThat(phone.reads()).contains("Bạn có đồng ý cho " + RECEIVER, "Hồ sơ mới", "60 phút");
            phone.press("button[value=yes]");
            assertThat(phone.reads()).contains("Bạn đã đồng ý", "Chỉ bạn mới nộp được hồ sơ này");

            officer.page().waitForSelector("#state a[href*='/drafts/']");
            officer.press("#state a[href*='/drafts/']");
            assertThat(officer.page().textContent("section.working"))
                    .contains("Bạn đang làm cho " + OLD_MAN, "đến 09:05, 23/11/2026");
            var draft = officer.path().replaceFirst("/(case|where|form/.*)$", "");
            officer.open(draft + "/case");
            new BirthForm(officer).toTheReview(0, "DIGITAL");
            assertThat(officer.reads()).contains("Bạn điền giúp, không nộp");

            phone.press("#state a[href*='/drafts/']");
            assertThat(phone.reads()).contains(RECEIVER + " đang cùng điền hồ sơ này với bạn");
            phone.open(draft.substring(draft.indexOf("/drafts/")) + "/review");
            new BirthForm(phone).file();
            phone.open("/my/looked");
            assertThat(phone.reads()).contains(RECEIVER, "Cùng điền hồ sơ của bạn");

            officer.open(mandate).press("form[action$='/end'] button");
            officer.open(mandate);
            assertThat(officer.reads()).contains("Người đã được giúp").doesNotContain(OLD_MAN);
            officer.open(draft);
            assertThat(officer.status()).isEqualTo(404);
            assertThat(Stream.of(officer, phone).flatMap(it -> it.complaints().stream()))
                    .isEmpty();
        }
    }
}
