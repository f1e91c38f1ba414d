package vn.motcua.filing.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.springframework.util.unit.DataSize;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import vn.motcua.document.DocumentRefusal;
import vn.motcua.document.StoredFile;
import vn.motcua.document.UploadLimits;
import vn.motcua.document.Uploads;
import vn.motcua.filing.Case;
import vn.motcua.filing.DraftDesk;
import vn.motcua.filing.FilingRefusal;
import vn.motcua.form.Field;
import vn.motcua.form.GivenFile;
import vn.motcua.form.Kind;
import vn.motcua.form.Problem;
import vn.motcua.identity.SignedIn;
import vn.motcua.shared.Refused;

/**
 * Files that a question of the form asks for. They are checked like every other file; one that is refused is a problem at
 * its question, and what was typed beside it stays.
 */
@Component
class AnswerFiles {

    /** The button that takes a file away, with the field as its value. */
    static final String DROP = "drop";

    private final Uploads uploads;
    private final DraftDesk desk;

    AnswerFiles(Uploads uploads, DraftDesk desk) {
        this.uploads = uploads;
        this.desk = desk;
    }

    /** Takes the files of the request for the questions of a section; what was refused, each at its question. */
    List<Problem> take(
            SignedIn who, Case of, String section, MultiValueMap<String, String> posted, HttpServletRequest request) {
        var problems = new ArrayList<Problem>();
        for (var field : of.form().fields(section, of.draft().answers(), of.facts())) {
            if (field.kind() != Kind.FILE) {
                continue;
            }
            if (posted.getOrDefault(DROP, List.of()).contains(field.id())) {
                of.draft()
                        .papersFor(field.id())
                        .forEach(it -> desk.removePaper(who, of.draft().id(), it.id()));
            }
            file(request, field.id()).flatMap(it -> take(who, of, field, it)).ifPresent(problems::add);
        }
        return problems;
    }

    /** What was given, by field. */
    static Map<String, GivenFile> given(Case of) {
        return of.draft().papers().stream()
                .collect(Collectors.toMap(
                        it -> it.document(),
                        it -> new GivenFile(
                                it.name(), PaperPages.size(it.size()), Opened.address(of) + "/papers/" + it.id()),
                        (first, _) -> first));
    }

    private Optional<Problem> take(SignedIn who, Case of, Field field, MultipartFile file) {
        try (var content = file.getInputStream()) {
            var stored =
                    uploads.accept(content, String.valueOf(file.getOriginalFilename()), limits(field), who.scope());
            fits(field, stored);
            desk.attach(who, of.draft().id(), field.id(), stored);
            return Optional.empty();
        } catch (Refused refused) {
            if (refused.code() instanceof DocumentRefusal || refused.code() == FilingRefusal.FILE_KIND_NOT_ASKED) {
                return Optional.of(Problem.refused(field.id(), refused));
            }
            throw refused;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private UploadLimits limits(Field field) {
        var usual = uploads.usualLimits();
        var own = Math.max(field.limits().maxSizeKb(), 100);
        return own < usual.size().toKilobytes() ? usual.withSize(DataSize.ofKilobytes(own)) : usual;
    }

    private static void fits(Field field, StoredFile stored) {
        var accepted = field.limits().accept();
        if (!accepted.isEmpty() && !accepted.contains(stored.kind().mediaType())) {
            throw new Refused(
                    FilingRefusal.FILE_KIND_NOT_ASKED,
                    stored.name(),
                    accepted.stream()
                            .map(it -> it.substring(it.indexOf('/') + 1).toUpperCase(java.util.Locale.ROOT))
                            .collect(Collectors.joining(", ")));
        }
    }

    private static Optional<MultipartFile> file(HttpServletRequest request, String name) {
        return request instanceof MultipartHttpServletRequest parts
                ? Optional.ofNullable(parts.getFile(name))
                        .filter(it -> !it.isEmpty()
                                || !String.valueOf(it.getOriginalFilename()).isBlank())
                : Optional.empty();
    }
}
