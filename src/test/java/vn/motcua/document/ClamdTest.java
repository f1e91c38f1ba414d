package vn.motcua.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ClamdTest {

    @Test
    void aCleanFileArrivesWholeAndIsClean() throws Exception {
        try (var clamd = new FakeClamd(_ -> "stream: OK")) {
            assertThat(check(clamd, new byte[200_000])).isEqualTo(new VirusCheck.Verdict.Clean());
            assertThat(clamd.received()).hasSize(200_000);
        }
    }

    @Test
    void aKnownVirusIsNamed() throws Exception {
        try (var clamd = new FakeClamd(_ -> "stream: Win.Test.EICAR_HDB-1 FOUND")) {
            assertThat(check(clamd, new byte[10])).isEqualTo(new VirusCheck.Verdict.Infected("Win.Test.EICAR_HDB-1"));
        }
    }

    @Test
    void aDaemonThatGivesUpHasNotFoundTheFileClean() throws Exception {
        try (var clamd = new FakeClamd(_ -> "INSTREAM size limit exceeded. ERROR")) {
            assertThat(check(clamd, new byte[10])).isInstanceOf(VirusCheck.Verdict.Unreachable.class);
        }
        try (var clamd = new FakeClamd(_ -> "")) {
            assertThat(check(clamd, new byte[10])).isInstanceOf(VirusCheck.Verdict.Unreachable.class);
        }
    }

    @Test
    void aDaemonThatIsNotThereHasNotFoundTheFileClean() throws Exception {
        try (var clamd = new FakeClamd(_ -> "stream: OK")) {
            clamd.fallSilent();
            assertThat(check(clamd, new byte[10])).isInstanceOf(VirusCheck.Verdict.Unreachable.class);
        }
    }

    @Test
    void itsAddressIsHostAndPort() {
        assertThat(Clamd.at("clamav.local:3310").port()).isEqualTo(3310);
        assertThatThrownBy(() -> Clamd.at("clamav.local")).hasMessageContaining("host:port");
    }

    private static VirusCheck.Verdict check(FakeClamd clamd, byte[] content) throws IOException {
        try (var in = new ByteArrayInputStream(content)) {
            return new Clamd("127.0.0.1", clamd.port(), Duration.ofSeconds(5), Duration.ofSeconds(5)).check(in);
        }
    }
}
