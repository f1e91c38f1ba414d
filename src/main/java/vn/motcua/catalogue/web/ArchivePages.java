package vn.motcua.catalogue.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import vn.motcua.catalogue.CatalogueRefusal;
import vn.motcua.catalogue.Edition;
import vn.motcua.catalogue.PackageArchive;
import vn.motcua.catalogue.Phase;
import vn.motcua.catalogue.RevisionDesk;
import vn.motcua.catalogue.RevisionDesk.Which;
import vn.motcua.identity.AccessRefusal;
import vn.motcua.identity.Door;
import vn.motcua.identity.Door.Who;
import vn.motcua.identity.SignedIn.OfficerAt;
import vn.motcua.identity.web.Filled;
import vn.motcua.shared.Languages;
import vn.motcua.shared.Messages;
import vn.motcua.shared.Pages;
import vn.motcua.shared.Refused;

/** The whole package of an edition as a ZIP: what lies in it, taken along, and taken in again in place of all of it. */
@Controller
public class ArchivePages {

    private static final String ARCHIVE = "/admin/procedures/revisions/{code}/{no}/archive";

    private final RevisionDesk desk;
    private final EditionPages pages;
    private final Messages messages;

    ArchivePages(RevisionDesk desk, EditionPages pages, Messages messages) {
        this.desk = desk;
        this.pages = pages;
        this.messages = messages;
    }

    /**
     * What the page shows.
     *
     * @param here the address of the edition
     * @param files of its package with their size in bytes
     * @param writes whether another package can be taken in now by whoever looks
     */
    public record View(
            String here,
            int no,
            String name,
            List<Kept> files,
            boolean writes,
            int version,
            String command,
            Filled form) {

        /** A file of the package. */
        public record Kept(String name, int bytes) {}
    }

    @Door(Who.OFFICER)
    @GetMapping(ARCHIVE)
    ModelAndView archive(OfficerAt who, @PathVariable String code, @PathVariable String no) {
        return page(who, pages.edition(who, code, no), Filled.empty(), HttpStatus.OK);
    }

    @Door(Who.OFFICER)
    @PostMapping(ARCHIVE)
    ModelAndView replace(
            OfficerAt who,
            @PathVariable String code,
            @PathVariable String no,
            @RequestParam UUID command,
            @RequestParam(defaultValue = "") String version,
            @RequestParam(required = false) @Nullable MultipartFile archive,
            HttpServletRequest request)
            throws IOException {
        var edition = pages.edition(who, code, no);
        var which =
                new Which(edition.code(), edition.no(), version.matches("\\d{1,6}") ? Integer.parseInt(version) : 0);
        var language = Languages.of(request);
        if (!desk.role(who).writes()) {
            throw new Refused(AccessRefusal.NOT_THERE);
        }
        try {
            desk.replace(who, command, which, content(archive));
            return new ModelAndView("redirect:" + language.prefix() + here(edition) + "/archive");
        } catch (Refused refused) {
            if (!(refused.code() instanceof CatalogueRefusal it)) {
                throw refused;
            }
            var status = switch (it.kind()) {
                case NOT_VALID -> HttpStatus.UNPROCESSABLE_CONTENT;
                case TOO_LARGE -> HttpStatus.CONTENT_TOO_LARGE;
                case NOT_NOW -> HttpStatus.CONFLICT;
                case NOT_FOUND, GONE, NOT_ALLOWED -> throw refused;
            };
            return page(who, edition, new Filled(Map.of(), Map.of("archive", messages.say(language, refused))), status);
        }
    }

    private ModelAndView page(OfficerAt who, Edition edition, Filled form, HttpStatus status) {
        return Pages.show(
                "catalogue/archive",
                new View(
                        here(edition),
                        edition.no(),
                        edition.name().isEmpty() ? edition.code() : edition.name(),
                        new TreeMap<>(desk.files(who, edition))
                                .entrySet().stream()
                                        .map(it -> new View.Kept(
                                                it.getKey(), it.getValue().getBytes(StandardCharsets.UTF_8).length))
                                        .toList(),
                        edition.phase() instanceof Phase.Draft && desk.role(who).writes(),
                        edition.version(),
                        EditionViews.command(),
                        form),
                status);
    }

    /** The files of a ZIP; a single file takes the place of one, not of all. */
    private static Map<String, String> content(@Nullable MultipartFile archive) throws IOException {
        if (archive == null || archive.isEmpty()) {
            throw new Refused(CatalogueRefusal.PACKAGE_MISSING);
        }
        if (archive.getSize() > PackageArchive.MOST_BYTES) {
            throw new Refused(CatalogueRefusal.PACKAGE_TOO_LARGE);
        }
        var name = String.valueOf(archive.getOriginalFilename());
        if (!name.toLowerCase(Locale.ROOT).endsWith(".zip")) {
            throw new Refused(CatalogueRefusal.PACKAGE_UNREADABLE);
        }
        return PackageArchive.read(name, archive.getBytes());
    }

    private static String here(Edition edition) {
        return EditionPages.REVISIONS + "/" + edition.code() + "/" + edition.no();
    }
}
