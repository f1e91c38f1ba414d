package vn.motcua.filing.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import vn.motcua.document.Uploads;
import vn.motcua.identity.SignedIn;

/** Files that a question of the form asks for: stored, and answered with the id of their content. */
@Component
class AnswerFiles {

    private final Uploads uploads;

    AnswerFiles(Uploads uploads) {
        this.uploads = uploads;
    }

    /** Takes the files of the request and puts each one's id where its name stands; none chosen leaves the answer. */
    void into(MultiValueMap<String, String> posted, HttpServletRequest request, SignedIn who) {
        if (!(request instanceof MultipartHttpServletRequest parts)) {
            return;
        }
        parts.getFileMap().forEach((name, file) -> {
            if (file.isEmpty()) {
                return;
            }
            try (var content = file.getInputStream()) {
                var claimed = String.valueOf(file.getOriginalFilename());
                var stored = uploads.accept(content, claimed, uploads.usualLimits(), who.scope());
                posted.put(name, List.of(stored.id().sha256()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
