package vn.motcua.catalogue.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import vn.motcua.catalogue.Catalogue;
import vn.motcua.catalogue.CatalogueRefusal;
import vn.motcua.catalogue.ImportLine;
import vn.motcua.catalogue.ImportLine.Verdict;
import vn.motcua.catalogue.ImportReport;
import vn.motcua.catalogue.ImportWords;
import vn.motcua.catalogue.ProcedureImports;
import vn.motcua.catalogue.ProcedureImports.Import;
import vn.motcua.catalogue.ProcedureImports.State;
import vn.motcua.identity.AccessRefusal;
import vn.motcua.identity.Door;
import vn.motcua.identity.Door.Who;
import vn.motcua.identity.SignedIn.Administrator;
import vn.motcua.identity.web.Filled;
import vn.motcua.shared.Ids;
import vn.motcua.shared.Language;
import vn.motcua.shared.Languages;
import vn.motcua.shared.Messages;
import vn.motcua.shared.Pages;
import vn.motcua.shared.Refused;
import vn.motcua.shared.TenantId;
import vn.motcua.shared.VietnamTime;

/** Where national administrators take records into the catalogue: look first, then put in force. Nobody else has these pages. */
@Controller
public class ImportPages {

    private static final String HERE = "/admin/procedures/imports";
    private static final int LISTED = 20;

    private final ProcedureImports imports;
    private final ImportRunner runner;
    private final ImportReport report;
    private final Catalogue catalogue;
    private final Messages messages;

    ImportPages(
            ProcedureImports imports,
            ImportRunner runner,
            ImportReport report,
            Catalogue catalogue,
            Messages messages) {
        this.imports = imports;
        this.runner = runner;
        this.report = report;
        this.catalogue = catalogue;
        this.messages = messages;
    }

    /** The last imports, and the form of a new one. */
    public record Index(List<Row> rows, Filled form, String command) {}

    /** An import: its file, when, how far. */
    public record Row(String id, String file, String began, String state) {}

    /**
     * One import.
     *
     * @param state how far it is, in small letters; {@code stopped} when it ended with its program
     * @param refusal why the whole file is refused; empty when it is not
     * @param counts how many records of each verdict, and the address that shows them alone
     * @param shown whose lines are shown; empty for all
     * @param more where the next lines stand; empty for no more
     * @param changes how many would come, or came, into force
     */
    public record Report(
            String id,
            String file,
            String began,
            String state,
            int total,
            String refusal,
            List<Count> counts,
            String shown,
            List<Line> lines,
            String more,
            int changes) {

        /** Whether something is going on by itself. */
        public boolean busy() {
            return state.equals("checking");
        }
    }

    /** So many records of that verdict. */
    public record Count(String word, String name, int records) {}

    /** A record of the file: where, which, what becomes of it, and why. */
    public record Line(String line, String code, String name, String verdict, String tone, List<String> details) {}

    @Door(Who.ADMINISTRATOR)
    @GetMapping(HERE)
    ModelAndView list(Administrator who, HttpServletRequest request) {
        national(who);
        return index(Filled.empty(), HttpStatus.OK, Languages.of(request));
    }

    @Door(Who.ADMINISTRATOR)
    @PostMapping(HERE)
    ModelAndView begin(
            Administrator who,
            @RequestParam UUID command,
            @RequestParam(name = "file", required = false) @Nullable MultipartFile file,
            HttpServletRequest request) {
        national(who);
        var language = Languages.of(request);
        try {
            if (file == null || file.isEmpty()) {
                throw new Refused(CatalogueRefusal.FILE_MISSING);
            }
            runner.begin(who.scope(), command, String.valueOf(file.getOriginalFilename()), file);
            return new ModelAndView("redirect:" + language.prefix() + HERE + "/" + command);
        } catch (Refused refused) {
            if (refused.code() != CatalogueRefusal.FILE_MISSING) {
                throw refused;
            }
            var form = new Filled(Map.of(), Map.of("file", messages.say(language, refused)));
            return index(form, HttpStatus.UNPROCESSABLE_CONTENT, language);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Door(Who.ADMINISTRATOR)
    @GetMapping(HERE + "/{id}")
    ModelAndView look(
            Administrator who,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String verdict,
            @RequestParam(defaultValue = "0") String after,
            HttpServletRequest request) {
        var it = of(who, id);
        var words = new ImportWords(messages, Languages.of(request));
        var shown = Arrays.stream(Verdict.values())
                .filter(one -> word(one).equals(verdict))
                .findFirst();
        var from = after.matches("\\d{1,8}") ? Integer.parseInt(after) : 0;
        var lines = imports.lines(id, shown, from, ProcedureImports.PAGE + 1);
        var counts = imports.counts(id);
        return Pages.show(
                "catalogue/import",
                new Report(
                        id.toString(),
                        it.fileName(),
                        VietnamTime.moment(it.beganAt()),
                        state(it),
                        it.total(),
                        it.refused()
                                .map(one -> messages.say(Languages.of(request), one))
                                .orElse(""),
                        Arrays.stream(Verdict.values())
                                .map(one -> new Count(word(one), words.verdict(one), counts.getOrDefault(one, 0)))
                                .toList(),
                        shown.map(ImportPages::word).orElse(""),
                        lines.stream()
                                .limit(ProcedureImports.PAGE)
                                .map(one -> line(one, words))
                                .toList(),
                        lines.size() > ProcedureImports.PAGE
                                ? HERE + "/" + id + "?verdict="
                                        + shown.map(ImportPages::word).orElse("") + "&after="
                                        + lines.get(ProcedureImports.PAGE - 1).no()
                                : "",
                        counts.getOrDefault(Verdict.NEW, 0) + counts.getOrDefault(Verdict.CHANGED, 0)));
    }

    @Door(Who.ADMINISTRATOR)
    @PostMapping(HERE + "/{id}/apply")
    ModelAndView apply(Administrator who, @PathVariable UUID id, HttpServletRequest request) {
        of(who, id);
        imports.apply(id);
        catalogue.renew();
        return new ModelAndView("redirect:" + Languages.of(request).prefix() + HERE + "/" + id);
    }

    @Door(Who.ADMINISTRATOR)
    @GetMapping(HERE + "/{id}/report.csv")
    void report(Administrator who, @PathVariable UUID id, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        of(who, id);
        response.setContentType("text/csv; charset=UTF-8");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename("nhap-thu-tuc-" + id + ".csv")
                        .build()
                        .toString());
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        report.write(id, Languages.of(request), response.getOutputStream());
    }

    private static void national(Administrator who) {
        if (!who.tenant().equals(TenantId.NATIONAL)) {
            throw new Refused(AccessRefusal.NOT_THERE);
        }
    }

    private Import of(Administrator who, UUID id) {
        national(who);
        return imports.find(id).orElseThrow(() -> new Refused(AccessRefusal.NOT_THERE));
    }

    private ModelAndView index(Filled form, HttpStatus status, Language language) {
        var rows = imports.last(LISTED).stream()
                .map(it -> new Row(
                        it.id().toString(),
                        it.fileName(),
                        VietnamTime.moment(it.beganAt()),
                        messages.say(language, "catalogue.import.state." + state(it))))
                .toList();
        return Pages.show("catalogue/imports", new Index(rows, form, Ids.next().toString()), status);
    }

    private String state(Import it) {
        return it.state() == State.CHECKING && !imports.goesOn(it)
                ? "stopped"
                : it.state().name().toLowerCase(Locale.ROOT);
    }

    private static Line line(ImportLine it, ImportWords words) {
        var tone = switch (it.verdict()) {
            case NEW, CHANGED -> "good";
            case UNCHANGED -> "";
            case KEPT -> "warn";
            case REFUSED -> "bad";
        };
        return new Line(
                Long.toString(it.line()), it.code(), it.name(), words.verdict(it.verdict()), tone, words.details(it));
    }

    private static String word(Verdict verdict) {
        return verdict.name().toLowerCase(Locale.ROOT);
    }
}
