package vn.motcua.signature;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was judged by one version of the trust list is judged again by the next, and not before. */
class TrustListTest {

    @TempDir
    Path folder;

    @Test
    void itsVersionIsAnotherOneWhenACertificateOrAListComesChangesOrGoes() throws IOException {
        var shop = new Workshop(folder);
        var trust = new TrustList(folder);
        var first = trust.version();
        assertThat(trust.version()).isEqualTo(first);

        Files.writeString(folder.resolve("ghi-chu.txt"), "không phải chứng thư");
        assertThat(trust.version()).as("what is neither says nothing").isEqualTo(first);

        shop.revoked(Map.of(), Workshop.NOW.plus(Duration.ofDays(1)));
        var renewed = trust.version();
        assertThat(renewed).as("a newer list").isNotEqualTo(first);

        trust.believe(
                "stranger",
                CertificateAuthority.make("CA lạ", Workshop.FROM, Workshop.UNTIL)
                        .own()
                        .certificate());
        assertThat(trust.version()).as("one authority more").isNotEqualTo(renewed);

        shop.forget("stranger.pem");
        assertThat(trust.version()).as("and gone again").isEqualTo(renewed);
    }
}
