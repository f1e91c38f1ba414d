package vn.motcua.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.modulith.test.ApplicationModuleTest;
import vn.motcua.shared.Refused;
import vn.motcua.shared.Scope;
import vn.motcua.shared.TenantId;
import vn.motcua.support.Postgres;

@ApplicationModuleTest
@Import(Postgres.class)
class DownloadsTest {

    private static final Scope MOTHER = new Scope(new TenantId(15), Optional.of(new UUID(0, 7)));

    private final Downloads downloads;
    private final Uploads uploads;

    @Autowired
    DownloadsTest(Downloads downloads, Uploads uploads) {
        this.downloads = downloads;
        this.uploads = uploads;
    }

    @Test
    void aPaperIsShownInAFrameOfOursAndNothingElseIsLoaded() throws IOException {
        var pdf = HostileFiles.pdf(1);
        var answer = inline(keep(pdf), "Giấy khai sinh.pdf");

        assertThat(header(answer, "Content-Type")).isEqualTo("application/pdf");
        assertThat(header(answer, "Content-Disposition"))
                .startsWith("inline;")
                .contains("filename*=UTF-8''Gi%E1%BA%A5y%20khai%20sinh.pdf");
        assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(answer, "Content-Security-Policy"))
                .contains("default-src 'none'")
                .contains("frame-ancestors 'self'");
        assertThat(header(answer, "Cache-Control")).isEqualTo("no-store");
        try (var content = body(answer).getInputStream()) {
            assertThat(content).hasBinaryContent(pdf);
        }
    }

    @Test
    void anImageStandsInASandbox() {
        var answer = inline(keep(HostileFiles.image("png", 9, 9)), "anh.png");
        assertThat(header(answer, "Content-Security-Policy")).endsWith("; sandbox");
    }

    @Test
    void whatBrowsersDoNotShowIsSaved() {
        var answer = inline(keep(HostileFiles.heic(100, 100)), "IMG_1.HEIC");
        assertThat(header(answer, "Content-Disposition")).startsWith("attachment;");
    }

    @Test
    void aNameCannotAddAHeader() {
        var answer = inline(keep(HostileFiles.pdf(1)), "a\r\nSet-Cookie: b\".pdf");
        assertThat(header(answer, "Content-Disposition"))
                .doesNotContain("\r", "\n")
                .contains("Set-Cookie b.pdf");
    }

    @Test
    void aFileOfAnotherTenantIsNotThere() {
        var file = keep(HostileFiles.pdf(1));
        assertThatThrownBy(() -> Scope.of(new TenantId(48)).call(() -> downloads.inline(file, "a.pdf")))
                .isInstanceOfSatisfying(
                        Refused.class, it -> assertThat(it.code()).isEqualTo(DocumentRefusal.FILE_NOT_FOUND));
    }

    private FileId keep(byte[] content) {
        return uploads.accept(new ByteArrayInputStream(content), "a", uploads.usualLimits(), MOTHER)
                .id();
    }

    private ResponseEntity<Resource> inline(FileId file, String name) {
        return MOTHER.call(() -> downloads.inline(file, name));
    }

    private static String header(ResponseEntity<Resource> answer, String name) {
        return String.valueOf(answer.getHeaders().getFirst(name));
    }

    private static Resource body(ResponseEntity<Resource> answer) {
        return java.util.Objects.requireNonNull(answer.getBody());
    }
}
