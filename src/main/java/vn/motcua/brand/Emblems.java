package vn.motcua.brand;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import vn.motcua.document.FileId;
import vn.motcua.document.FileKind;
import vn.motcua.document.FileStore;
import vn.motcua.document.Uploads;
import vn.motcua.identity.SignedIn.Administrator;
import vn.motcua.shared.Refused;

/** Takes the pictures of brands through the same checks as all uploads, and answers with them and with style sheets. */
@Component
public class Emblems {

    /** The heaviest picture in kilobytes, drawn anew: it is on every page. */
    static final int HEAVIEST = 48;

    /** In place of a version: nothing keeps it. */
    public static final String DRAFT = "draft";

    private static final int LARGEST_UPLOAD = 512;

    private final Uploads uploads;
    private final FileStore store;
    private final Palette palette;

    Emblems(Uploads uploads, FileStore store, Palette palette) {
        this.uploads = uploads;
        this.store = store;
        this.palette = palette;
    }

    /** Takes a picture for the administrator's agency; not inside a transaction. */
    public FileId accept(Administrator who, InputStream content, String name) {
        var limits = uploads.usualLimits().withSize(DataSize.ofKilobytes(LARGEST_UPLOAD));
        var file = uploads.accept(content, name, limits, who.scope());
        if (file.kind() != FileKind.PNG) {
            throw new Refused(BrandRefusal.EMBLEM_NOT_PNG);
        }
        if (file.size() > DataSize.ofKilobytes(HEAVIEST).toBytes()) {
            throw new Refused(BrandRefusal.EMBLEM_TOO_HEAVY, HEAVIEST);
        }
        return file.id();
    }

    /**
     * The brand's picture, of which there is one; refused as unknown where there is none.
     *
     * @param version what the address says it is; a browser keeps that for good
     */
    public ResponseEntity<byte[]> picture(Brand brand, String version) {
        var id = brand.emblem().orElseThrow(() -> new Refused(BrandRefusal.BRAND_UNKNOWN));
        try (var content = store.open(id)) {
            return answer(
                    MediaType.IMAGE_PNG, content.readAllBytes(), id.sha256().substring(0, 12), version);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The style sheet with the brand's colour; refused as unknown where it chose none. */
    public ResponseEntity<byte[]> style(Brand brand, String version) {
        var accent = palette.find(brand.accent()).orElseThrow(() -> new Refused(BrandRefusal.BRAND_UNKNOWN));
        return answer(
                new MediaType("text", "css", StandardCharsets.UTF_8),
                accent.style().getBytes(StandardCharsets.UTF_8),
                accent.version(),
                version);
    }

    private static ResponseEntity<byte[]> answer(MediaType type, byte[] body, String now, String asked) {
        return ResponseEntity.ok()
                .contentType(type)
                .eTag("\"" + now + "\"")
                .header("X-Content-Type-Options", "nosniff")
                .cacheControl(
                        asked.equals(now)
                                ? CacheControl.maxAge(Duration.ofDays(365))
                                        .cachePublic()
                                        .immutable()
                                : asked.equals(DRAFT) ? CacheControl.noStore() : CacheControl.noCache())
                .body(body);
    }
}
