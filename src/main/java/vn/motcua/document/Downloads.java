package vn.motcua.document;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.AbstractResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * Answers with a file, so that whatever is in it stays in it: its own media type and no guessing, nothing loaded or run
 * beside it, framed by this program alone, kept by no cache. It has no address of its own: the module that owns the
 * paper asks first who may see it.
 */
@Component
public class Downloads {

    private static final String NOTHING_ELSE =
            "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'";
    private static final String SANDBOXED = NOTHING_ELSE + "; sandbox";
    /** Browsers show a PDF in a viewer of their own, which a sandbox forbids; a viewer runs nothing of the page. */
    private static final String IN_A_VIEWER = NOTHING_ELSE + "; object-src 'self'";

    private final StoredFiles files;
    private final FileStore store;

    Downloads(StoredFiles files, FileStore store) {
        this.files = files;
        this.store = store;
    }

    /** To be shown in the page, under the name the asking module has for it. What browsers do not show is downloaded. */
    public ResponseEntity<Resource> inline(FileId id, String name) {
        var file = files.get(id);
        return file.kind().shown() ? answer(file, ContentDisposition.inline(), name) : attachment(id, name);
    }

    /** To be saved, under the name the asking module has for it. Refuses with {@link DocumentRefusal#FILE_NOT_FOUND}. */
    public ResponseEntity<Resource> attachment(FileId id, String name) {
        return answer(files.get(id), ContentDisposition.attachment(), name);
    }

    private ResponseEntity<Resource> answer(StoredFile file, ContentDisposition.Builder how, String name) {
        store.verify(file.id());
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        how.filename(FileNames.clean(name, file.kind()), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", file.kind() == FileKind.PDF ? IN_A_VIEWER : SANDBOXED)
                .header("X-Frame-Options", "SAMEORIGIN")
                .header("Cross-Origin-Resource-Policy", "same-origin")
                .cacheControl(CacheControl.noStore())
                .eTag("\"" + file.id() + "\"")
                .contentType(MediaType.parseMediaType(file.kind().mediaType()))
                .body(new Content(store, file));
    }

    /** The content as Spring sends it, in parts where the browser asks for parts. */
    private static final class Content extends AbstractResource {

        private final FileStore store;
        private final StoredFile file;

        Content(FileStore store, StoredFile file) {
            this.store = store;
            this.file = file;
        }

        @Override
        public InputStream getInputStream() {
            return store.open(file.id());
        }

        @Override
        public long contentLength() {
            return file.size();
        }

        @Override
        public String getDescription() {
            return "stored file " + file.id();
        }
    }
}
