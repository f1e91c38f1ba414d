package vn.motcua.document;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.util.WebUtils;
import vn.motcua.shared.Scope;

/**
 * The files of a form that may come back: a browser forgets what was chosen, so a refused form brings along what was taken
 * already ({@code document/held.jte}), and the sender chooses it no second time. Only files that the same account uploaded are
 * held: knowing an id gives no right to a file.
 */
@Component
public class HeldFiles {

    /** The field of the files that are chosen. */
    public static final String CHOSEN = "file";
    /** The field of those that came before. */
    public static final String HELD = "held";

    private static final Pattern ID = Pattern.compile("[0-9a-f]{64}");

    private final Uploads uploads;
    private final StoredFiles files;

    HeldFiles(Uploads uploads, StoredFiles files) {
        this.uploads = uploads;
        this.files = files;
    }

    /**
     * Adds those that came before and are still wanted, then those that come now; when one of these is refused with a
     * {@link DocumentRefusal}, the others are there.
     *
     * @param into where they go, also when it refuses
     * @param owner for whom, with the account that uploads
     * @param most how many are looked at
     */
    public void collect(List<StoredFile> into, HttpServletRequest request, Scope owner, int most) {
        Stream.ofNullable(request.getParameterValues(HELD))
                .flatMap(Stream::of)
                .filter(it -> ID.matcher(it).matches())
                .limit(most)
                .flatMap(it -> owner.call(() -> files.find(FileId.of(it))).stream())
                .filter(it -> owner.account().isPresent() && it.uploadedBy().equals(owner.account()))
                .forEach(into::add);
        var parts = WebUtils.getNativeRequest(request, MultipartHttpServletRequest.class);
        if (parts != null) {
            parts.getFiles(CHOSEN).stream()
                    .filter(it -> !it.isEmpty() || !name(it).isEmpty())
                    .limit(most)
                    .forEach(it -> into.add(taken(it, owner)));
        }
    }

    private StoredFile taken(MultipartFile file, Scope owner) {
        try (var content = file.getInputStream()) {
            return uploads.accept(content, name(file), uploads.usualLimits(), owner);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(MultipartFile file) {
        return Optional.ofNullable(file.getOriginalFilename()).orElse("");
    }
}
