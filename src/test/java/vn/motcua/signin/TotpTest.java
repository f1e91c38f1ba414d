package vn.motcua.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.motcua.support.Authenticator;

class TotpTest {

    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    /** RFC 4226, appendix D. */
    @ParameterizedTest
    @CsvSource({
        "0, 755224", "1, 287082", "2, 359152", "3, 969429", "4, 338314",
        "5, 254676", "6, 287922", "7, 162583", "8, 399871", "9, 520489"
    })
    void countersGiveTheCodesOfTheStandard(long counter, String code) {
        assertThat(Totp.code(SECRET, counter)).isEqualTo(code);
    }

    /** RFC 6238, appendix B: eight digits there, of which an application shows the last six. */
    @ParameterizedTest
    @CsvSource({
        "59, 94287082",
        "1111111109, 07081804",
        "1111111111, 14050471",
        "1234567890, 89005924",
        "2000000000, 69279037",
        "20000000000, 65353130"
    })
    void momentsGiveTheCodesOfTheStandard(long second, String code) {
        var at = Instant.ofEpochSecond(second);
        assertThat(Totp.code(SECRET, Totp.step(at))).isEqualTo(code.substring(2));
        assertThat(Totp.truncated(SECRET, Totp.step(at)) % 100_000_000).isEqualTo(Integer.parseInt(code));
    }

    @Test
    void theNeighbouringHalfMinutesCountAndNoOthers() {
        var now = Instant.ofEpochSecond(1_234_567_890);
        for (var steps = -3; steps <= 3; steps++) {
            var code = Totp.code(SECRET, Totp.step(now) + steps);
            assertThat(Totp.matching(SECRET, code, now).isPresent())
                    .as("" + steps)
                    .isEqualTo(Math.abs(steps) <= 1);
        }
        assertThat(Totp.matching(SECRET, "", now)).isEmpty();
    }

    /** RFC 4648, section 10. */
    @ParameterizedTest
    @CsvSource({"f, MY", "fo, MZXQ", "foo, MZXW6", "foob, MZXW6YQ", "fooba, MZXW6YTB", "foobar, MZXW6YTBOI"})
    void base32IsThatOfTheStandard(String text, String letters) {
        var bytes = text.getBytes(StandardCharsets.US_ASCII);
        assertThat(Base32.of(bytes)).isEqualTo(letters);
        assertThat(Base32.bytes(letters)).isEqualTo(bytes);
    }

    @Test
    void anApplicationOfSomebodyElseShowsTheSame() {
        var at = Instant.parse("2026-11-23T01:00:00Z");
        assertThat(Authenticator.code(Base32.of(SECRET), at)).isEqualTo(Totp.code(SECRET, Totp.step(at)));
    }
}
