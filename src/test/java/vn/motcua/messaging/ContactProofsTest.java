package vn.motcua.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.motcua.sandbox.Caught;
import vn.motcua.shared.Refused;
import vn.motcua.support.TaVan;
import vn.motcua.support.TestClock;
import vn.motcua.support.Visit;
import vn.motcua.support.WholeProgram;

/** An address is used when its owner has proved that it is theirs. */
@WholeProgram
class ContactProofsTest {

    private static final String PAGE = "/messages/settings";
    private static final Instant NOW = Instant.parse("2026-11-23T01:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @Autowired
    TaVan taVan;

    @Autowired
    TestClock clock;

    @Autowired
    Caught caught;

    @LocalServerPort
    int port;

    @BeforeEach
    void mondayMorning() {
        clock.set("2026-11-23T08:00");
    }

    @Test
    void aMailAddressIsConfirmedByTheLinkThatWasSentThereAndByNobodyElse() {
        var mail = "lan-" + UUID.randomUUID() + "@example.org";
        var visit = as("Huỳnh Quốc Bảo");
        assertThat(visit.fill(PAGE, PAGE + "/email", Map.of("address", mail)).statusCode())
                .isEqualTo(302);
        assertThat(visit.get(PAGE).body()).contains("Đã gửi đường dẫn xác nhận tới l***@example.org");
        taVan.told();
        var letter = caught.all().stream()
                .filter(it -> it.to().equals(mail))
                .findFirst()
                .orElseThrow();
        var link = Visit.first(letter.text(), "(/messages/settings/confirm\\?code=[0-9a-f]+)");
        var code = link.substring(link.indexOf('=') + 1);

        var stranger = as("Hoàng Thị Thanh Huyền").fill(PAGE, PAGE + "/confirm", Map.of("code", code));
        assertThat(stranger.statusCode()).isEqualTo(422);
        assertThat(visit.get(link).body()).contains("Đúng là địa chỉ của tôi");
        assertThat(visit.get(PAGE).body()).as("looking is not pressing").doesNotContain("Đã xác nhận:");
        assertThat(visit.fill(link, PAGE + "/confirm", Map.of("code", code)).statusCode())
                .isEqualTo(302);
        assertThat(visit.get(PAGE).body()).contains("Đã xác nhận: l***@example.org");
        assertThat(visit.fill(link, PAGE + "/confirm", Map.of("code", code)).statusCode())
                .as("used is used")
                .isEqualTo(422);
        visit.fill(PAGE, PAGE + "/forget", Map.of("channel", "EMAIL"));
        assertThat(visit.get(PAGE).body()).doesNotContain("Đã xác nhận:");
    }

    @Test
    void aTelephoneIsConfirmedByACodeAlsoAtNightAndFiveWrongCodesVoidIt() {
        var number = "09%08d".formatted(Math.floorMod(System.nanoTime(), 100_000_000));
        clock.set("2026-11-23T22:00");
        var visit = as("Giàng A Sình");
        visit.fill(PAGE, PAGE + "/phone", Map.of("address", number));
        taVan.told();
        var message = caught.all().stream()
                .filter(it -> it.to().equals(number))
                .findFirst()
                .orElseThrow();
        var code = Visit.first(message.text(), "(\\d{6})");
        var wrong = code.equals("000000") ? "000001" : "000000";
        for (int i = 0; i < 5; i++) {
            assertThat(visit.fill(PAGE, PAGE + "/code", Map.of("code", wrong)).statusCode())
                    .isEqualTo(422);
        }
        assertThat(visit.fill(PAGE, PAGE + "/code", Map.of("code", code)).statusCode())
                .as("void")
                .isEqualTo(422);

        assertThat(visit.fill(PAGE, PAGE + "/phone", Map.of("address", number)).body())
                .contains("Vừa gửi chưa đến 60 giây");
        clock.set("2026-11-23T22:02");
        visit.fill(PAGE, PAGE + "/phone", Map.of("address", number));
        taVan.told();
        var second = caught.all().stream()
                .filter(it -> it.to().equals(number))
                .findFirst()
                .orElseThrow();
        assertThat(visit.fill(PAGE, PAGE + "/code", Map.of("code", Visit.first(second.text(), "(\\d{6})")))
                        .statusCode())
                .isEqualTo(302);
        assertThat(visit.get(PAGE).body()).contains("Đã xác nhận: ***" + number.substring(7));
        visit.fill(PAGE, PAGE + "/forget", Map.of("channel", "SMS"));
    }

    @Test
    void theChoiceIsKept() {
        var visit = as("Lý Thị Mẩy");
        visit.fill(PAGE, PAGE, Map.of("language", "EN", "email", "yes"));
        assertThat(visit.get(PAGE).body())
                .containsPattern("name=\"email\" value=\"yes\" checked")
                .doesNotContainPattern("name=\"sms\" value=\"yes\" checked")
                .containsPattern("value=\"EN\" checked");
        visit.fill(PAGE, PAGE, Map.of("language", "VI", "email", "yes", "sms", "yes"));
        assertThat(visit.fill(PAGE, PAGE + "/email", Map.of("address", "không phải thư"))
                        .body())
                .contains("không phải địa chỉ thư điện tử", "value=\"không phải thư\"");
    }

    @Test
    void fiveConfirmationsADayAreEnoughAndTheNextDayBeginsAnew() {
        var last = new ProofRule.Last(NOW.minusSeconds(61), TODAY, 4, 0);
        assertThat(ProofRule.next(Optional.of(last), NOW)).isEqualTo(5);
        assertThatThrownBy(
                        () -> ProofRule.next(Optional.of(new ProofRule.Last(NOW.minusSeconds(61), TODAY, 5, 0)), NOW))
                .isInstanceOf(Refused.class);
        assertThat(ProofRule.next(Optional.of(new ProofRule.Last(NOW.minusSeconds(61), TODAY.minusDays(1), 5, 0)), NOW))
                .isEqualTo(1);
        assertThatThrownBy(
                        () -> ProofRule.next(Optional.of(new ProofRule.Last(NOW.minusSeconds(59), TODAY, 1, 0)), NOW))
                .isInstanceOf(Refused.class);
        assertThat(ProofRule.holds(Channel.SMS, new ProofRule.Last(NOW.minusSeconds(899), TODAY, 1, 4), NOW))
                .isTrue();
        assertThat(ProofRule.holds(Channel.SMS, new ProofRule.Last(NOW.minusSeconds(900), TODAY, 1, 0), NOW))
                .isFalse();
        assertThat(ProofRule.holds(Channel.EMAIL, new ProofRule.Last(NOW.minusSeconds(900), TODAY, 1, 5), NOW))
                .isFalse();
    }

    private Visit as(String name) {
        return new Visit("http://localhost:" + port).as(name);
    }
}
