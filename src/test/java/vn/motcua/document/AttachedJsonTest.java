package vn.motcua.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;
import vn.motcua.shared.Refused;
import vn.motcua.support.PdfA;

/** A paper that carries what it says for programs, and is still one that is taken; any other file in a PDF is not. */
class AttachedJsonTest {

    private static final Instant NOW = Instant.parse("2026-11-23T01:00:00Z");
    private static final String JSON = "{\"number\":\"128/2026\",\"facts\":{\"child.fullName\":\"Giàng Gia Bảo\"}}";

    @TempDir
    private Path folder;

    @Test
    void itIsPdfA3AndComesOutAsItWentIn() {
        var paper = SamplePapers.resultWithData(JSON.getBytes(StandardCharsets.UTF_8), NOW);

        assertThat(PdfA.faults(paper)).isEmpty();
        assertThat(AttachedJson.of(paper)).contains(JSON);
        assertThat(AttachedJson.of(SamplePapers.resultToSign())).isEmpty();
    }

    @Test
    void suchAPaperMayBeUploadedAgain() throws IOException {
        check(SamplePapers.resultWithData(JSON.getBytes(StandardCharsets.UTF_8), NOW));
    }

    @Test
    void whatIsNoJsonOrTooMuchIsRefused() {
        for (var other : new String[] {"MZ\u0000", "[1]", "{", "{\"a\":\"" + "x".repeat(300_000) + "\"}"}) {
            var paper = SamplePapers.resultWithData(other.getBytes(StandardCharsets.UTF_8), NOW);
            assertThatExceptionOfType(Refused.class)
                    .as(other.substring(0, Math.min(20, other.length())))
                    .isThrownBy(() -> check(paper))
                    .satisfies(it -> assertThat(it.code()).isEqualTo(DocumentRefusal.PDF_HAS_FILES));
        }
    }

    private void check(byte[] pdf) throws IOException {
        PdfCheck.check(Files.write(folder.resolve("paper.pdf"), pdf), LIMITS);
    }

    private static final UploadLimits LIMITS = new UploadLimits(DataSize.ofMegabytes(20), 100, 10_000_000);
}
