package vn.motcua.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import vn.motcua.support.Postgres;
import vn.motcua.support.TestClock;

/** Time stamps by RFC 3161, from the sandbox's authority over HTTP. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ActiveProfiles("demo")
@Import({Postgres.class, TestClock.class})
class TimeStampingTest {

    private static final String SIGNATURE = base64("a signature");

    private final String address;
    private final TestClock clock;

    TimeStampingTest(@LocalServerPort int port, @Autowired TestClock clock) {
        this.address = "http://localhost:" + port;
        this.clock = clock;
    }

    @Test
    void aTokenSaysWhenTheSignatureExisted() throws Exception {
        clock.set("2026-11-23T08:00");

        var token = new TimeStamping(URI.create(address + "/sandbox/time-stamp")).token(SIGNATURE);

        assertThat(TimeStamp.of(token, SIGNATURE))
                .hasValueSatisfying(it -> assertThat(it.at()).isEqualTo(clock.instant()));
    }

    @Test
    void itSaysNothingOfAnotherSignature() throws Exception {
        var token = new TimeStamping(URI.create(address + "/sandbox/time-stamp")).token(SIGNATURE);

        assertThat(TimeStamp.of(token, base64("another"))).isEmpty();
    }

    @Test
    void aTokenWithAFlippedBitHoldsNoLonger() throws Exception {
        var token = Base64.getDecoder()
                .decode(new TimeStamping(URI.create(address + "/sandbox/time-stamp")).token(SIGNATURE));
        token[token.length - 5] ^= 1;

        assertThat(TimeStamp.of(Base64.getEncoder().encodeToString(token), SIGNATURE))
                .isEmpty();
    }

    @Test
    void anAuthorityThatDoesNotAnswerIsTriedAgainLater() {
        assertThatThrownBy(() -> new TimeStamping(URI.create(address + "/help")).token(SIGNATURE))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> new TimeStamping(URI.create("http://localhost:1/")).token(SIGNATURE))
                .isInstanceOf(IOException.class);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
