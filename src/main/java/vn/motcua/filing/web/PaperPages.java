package vn.motcua.filing.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import vn.motcua.catalogue.RequiredDocument;
import vn.motcua.document.DocumentRefusal;
import vn.motcua.document.Downloads;
import vn.motcua.document.Uploads;
import vn.motcua.filing.Case;
import vn.motcua.filing.CounterVault;
import vn.motcua.filing.Draft;
import vn.motcua.filing.DraftDesk;
import vn.motcua.filing.DraftId;
import vn.motcua.filing.FilingRefusal;
import vn.motcua.filing.Missing;
import vn.motcua.filing.PaperId;
import vn.motcua.filing.SignatureView;
import vn.motcua.filing.SignatureWords;
import vn.motcua.filing.Step;
import vn.motcua.filing.VaultPapers;
import vn.motcua.identity.Door;
import vn.motcua.identity.Door.Who;
import vn.motcua.identity.SignedIn;
import vn.motcua.identity.StepUp;
import vn.motcua.shared.Language;
import vn.motcua.shared.Languages;
import vn.motcua.shared.Messages;
import vn.motcua.shared.Pages;
import vn.motcua.shared.Refused;
import vn.motcua.shared.VietnamTime;
import vn.motcua.vault.HeldPaper;
import vn.motcua.vault.VaultDesk;
import vn.motcua.vault.VaultEntry;
import vn.motcua.vault.VaultRefusal;

/** The papers of a draft: uploaded one by one, looked at, taken away. */
@Controller
public class PaperPages {

    private static final Step.Papers STEP = new Step.Papers();
    private static final double MEGABYTE = 1048576;
    private static final int FACTS_SHOWN = 3;

    private final DraftDesk desk;
    private final Opened opened;
    private final Uploads uploads;
    private final Downloads downloads;
    private final SignatureWords signatures;
    private final VaultDesk vault;
    private final VaultPapers taken;
    private final CounterVault counterVault;
    private final StepUp stepUp;
    private final Messages messages;

    PaperPages(
            DraftDesk desk,
            Opened opened,
            Uploads uploads,
            Downloads downloads,
            SignatureWords signatures,
            VaultDesk vault,
            VaultPapers taken,
            CounterVault counterVault,
            StepUp stepUp,
            Messages messages) {
        this.desk = desk;
        this.opened = opened;
        this.uploads = uploads;
        this.downloads = downloads;
        this.signatures = signatures;
        this.vault = vault;
        this.taken = taken;
        this.counterVault = counterVault;
        this.stepUp = stepUp;
        this.messages = messages;
    }

    @Door(value = Who.SIGNED_IN, forAnother = true)
    @GetMapping("/drafts/{id}/papers")
    ModelAndView papers(@PathVariable String id, SignedIn who, HttpServletRequest request) {
        return opened.with(
                who,
                id,
                it -> page(who, it, request.getParameter("check") == null ? Map.of() : missing(it, request), request));
    }

    @Door(value = Who.SIGNED_IN, forAnother = true)
    @PostMapping("/drafts/{id}/papers")
    ModelAndView upload(
            @PathVariable String id,
            @RequestParam String document,
            @RequestParam(name = "file", required = false) List<MultipartFile> files,
            SignedIn who,
            HttpServletRequest request) {
        return opened.with(who, id, before -> {
            desk.uploadable(before, document);
            var given = files == null
                    ? List.<MultipartFile>of()
                    : files.stream()
                            .filter(it -> !it.isEmpty() || !name(it).isEmpty())
                            .toList();
            if (given.isEmpty()) {
                return page(who, before, Map.of(document, say(request, "filing.papers.noFile")), request);
            }
            var wrong = new ArrayList<String>();
            for (var file : given) {
                take(who, id, document, file)
                        .ifPresent(refused -> wrong.add(say(
                                request,
                                "filing.papers.refused",
                                name(file),
                                messages.say(Languages.of(request), refused))));
            }
            return wrong.isEmpty()
                    ? Opened.to(Opened.papers(before) + "#paper-" + document)
                    : page(
                            who,
                            desk.open(who, before.draft().id()),
                            Map.of(document, String.join(" ", wrong)),
                            request);
        });
    }

    @Door(value = Who.SIGNED_IN, forAnother = true)
    @PostMapping("/drafts/{id}/papers/continue")
    ModelAndView goOn(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> posted,
            SignedIn who,
            HttpServletRequest request) {
        return opened.with(who, id, it -> {
            if (posted.containsKey("later")) {
                return Opened.to(Opened.address(it) + "/kept");
            }
            var missing = missing(it, request);
            return missing.isEmpty() ? Opened.after(it, STEP, request) : page(who, it, missing, request);
        });
    }

    @Door(value = Who.SIGNED_IN, forAnother = true)
    @PostMapping("/drafts/{id}/papers/{paper}/remove")
    ModelAndView remove(@PathVariable String id, @PathVariable String paper, SignedIn who) {
        return opened.with(who, id, it -> {
            var gone = paper(it, paper);
            desk.removePaper(who, it.draft().id(), gone.id());
            return Opened.to(Opened.papers(it) + "#paper-" + gone.document());
        });
    }

    @Door(value = Who.SIGNED_IN, forAnother = true)
    @GetMapping("/drafts/{id}/papers/{paper}")
    ResponseEntity<Resource> view(@PathVariable String id, @PathVariable String paper, SignedIn who) {
        var found = paper(desk.open(who, DraftId.of(id)), paper);
        return downloads.inline(found.file(), found.name());
    }

    /** Answers a document with what already lies in the applicant's vault; at the counter, in that of the person who stands there. */
    @Door(value = Who.SIGNED_IN, forAnother = true)
    @PostMapping("/drafts/{id}/papers/vault")
    ModelAndView reuse(
            @PathVariable String id,
            @RequestParam String document,
            @RequestParam(defaultValue = "") String entry,
            @RequestParam(defaultValue = "") String present,
            @RequestParam(defaultValue = "0") String there,
            SignedIn who,
            HttpServletRequest request) {
        return opened.with(who, id, before -> {
            desk.uploadable(before, document);
            try {
                if (who instanceof SignedIn.OfficerAt officer) {
                    // Sent twice, it does not take the next one too.
                    if (there.equals(
                            Integer.toString(before.draft().papersFor(document).size()))) {
                        counterVault.take(officer, before, document, present.equals("yes"));
                    }
                    return Opened.to(Opened.papers(before) + "#paper-" + document);
                }
                var held = vault.usable(who, entry, VaultPapers.kinds(before, document));
                stepUp.require(held.level());
                taken.take(who, before.draft().id(), document, held);
                return Opened.to(Opened.papers(before) + "#paper-" + document);
            } catch (Refused refused) {
                if (!(refused.code() instanceof VaultRefusal)) {
                    throw refused;
                }
                return page(who, before, Map.of(document, messages.say(Languages.of(request), refused)), request);
            }
        });
    }

    private Optional<Refused> take(SignedIn who, String id, String document, MultipartFile file) {
        try (var content = file.getInputStream()) {
            var stored = uploads.accept(content, name(file), uploads.usualLimits(), who.scope());
            desk.addPaper(who, DraftId.of(id), document, stored);
            return Optional.empty();
        } catch (Refused refused) {
            if (refused.code() instanceof DocumentRefusal || refused.code() == FilingRefusal.TOO_MANY_FILES) {
                return Optional.of(refused);
            }
            throw refused;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ModelAndView page(SignedIn who, Case of, Map<String, String> wrong, HttpServletRequest request) {
        var language = Languages.of(request);
        var held = vault.offers(who, VaultPapers.kinds(of));
        var judged = signatures.of(of.draft().contents(), language);
        var view = new View(
                Opened.frame(of, STEP, request),
                of.documents().stream()
                        .map(it -> line(of, it, wrong, judged, language).offering(offers(of, it, held, language)))
                        .toList(),
                uploads.usualLimits().size().toMegabytes(),
                uploads.checkedForViruses());
        return Pages.show(
                "filing/papers",
                view,
                wrong.isEmpty() || request.getMethod().equals("GET")
                        ? HttpStatus.OK
                        : HttpStatus.UNPROCESSABLE_CONTENT);
    }

    /**
     * A document of a draft in words.
     *
     * @param wrong what is wrong, by document
     * @param judged what was found about signatures, by content hash
     */
    static Line line(
            Case of,
            RequiredDocument document,
            Map<String, String> wrong,
            Map<String, SignatureView> judged,
            Language language) {
        return new Line(
                document.id(),
                document.name(language),
                document.when().map(it -> it.in(language)).orElse(""),
                document.eForm() ? Way.FORM : document.presentOnly() ? Way.SHOW : Way.UPLOAD,
                of.draft().papersFor(document.id()).stream()
                        .map(it -> new Upload(
                                it.id().toString(),
                                it.name(),
                                size(it.size()),
                                it.comparedAt().map(VietnamTime::moment).orElse(""),
                                it.held(),
                                Optional.ofNullable(judged.get(it.file().sha256()))))
                        .toList(),
                List.of(),
                CounterVault.offered(of, document.id()),
                document.notFromVault().map(it -> it.in(language)).orElse(""),
                wrong.getOrDefault(document.id(), ""));
    }

    /** What of the vault answers a document and was not taken yet. */
    private List<Offer> offers(Case of, RequiredDocument document, List<VaultEntry> held, Language language) {
        var kinds = document.vaultKinds(of.draft().procedure());
        var taken = of.draft().papersFor(document.id()).stream()
                .map(Draft.Paper::file)
                .toList();
        return held.stream()
                .filter(it -> it.kinds().stream().anyMatch(kinds::contains) && !taken.contains(it.given()))
                .map(it -> new Offer(
                        it.id().toString(),
                        messages.say(language, it.held().sentence()),
                        it.data().stream()
                                .limit(FACTS_SHOWN)
                                .map(VaultEntry.Datum::words)
                                .toList()))
                .toList();
    }

    private Map<String, String> missing(Case of, HttpServletRequest request) {
        var missing = new java.util.LinkedHashMap<String, String>();
        of.missing(STEP).forEach(it -> {
            if (it instanceof Missing.Document(var document, var name)) {
                missing.put(document, say(request, "filing.papers.missing", name.in(Languages.of(request))));
            }
        });
        return missing;
    }

    private static Draft.Paper paper(Case of, String id) {
        var wanted = PaperId.of(id);
        return of.draft().papers().stream()
                .filter(it -> it.id().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new Refused(FilingRefusal.NO_SUCH_DRAFT));
    }

    private static String name(MultipartFile file) {
        var name = file.getOriginalFilename();
        return name == null ? "" : name;
    }

    static String size(long bytes) {
        return bytes < MEGABYTE
                ? Math.max(1, bytes / 1024) + "\u00a0KB"
                : String.format(java.util.Locale.ROOT, "%.1f", bytes / MEGABYTE).replace('.', ',') + "\u00a0MB";
    }

    private String say(HttpServletRequest request, String key, Object... arguments) {
        return messages.say(Languages.of(request), key, arguments);
    }

    /** How a document is given. */
    public enum Way {
        /** The form just filled in is it. */
        FORM,
        /** Shown at the counter. */
        SHOW,
        /** Uploaded here. */
        UPLOAD
    }

    /**
     * An uploaded file.
     *
     * @param compared when it was compared with its original; empty for not
     * @param held where it was taken from the vault; empty for one that was uploaded
     * @param signatures what was found about the signatures in it; empty where there are none
     */
    public record Upload(
            String id,
            String name,
            String size,
            String compared,
            Optional<HeldPaper> held,
            Optional<SignatureView> signatures) {}

    /**
     * What the vault has for a document.
     *
     * @param sentence what it is, since when, by whom
     * @param facts what stands in it, a few
     */
    public record Offer(String id, String sentence, List<String> facts) {}

    /**
     * A document.
     *
     * @param when in which case it is demanded; empty for always
     * @param offers what the applicant's vault has for it
     * @param atCounter whether the officer may look for it in the vault of who stands at the counter
     * @param asked why it is asked for although the vault may hold it; empty where it is taken from there
     * @param wrong what is wrong with it; empty for nothing
     */
    public record Line(
            String id,
            String name,
            String when,
            Way way,
            List<Upload> files,
            List<Offer> offers,
            boolean atCounter,
            String asked,
            String wrong) {

        Line offering(List<Offer> held) {
            return new Line(id, name, when, way, files, way == Way.UPLOAD ? held : List.of(), atCounter, asked, wrong);
        }
    }

    /**
     * What the page shows.
     *
     * @param megabytes how large one file may be
     * @param checked whether files are checked for viruses
     */
    public record View(Frame frame, List<Line> documents, long megabytes, boolean checked) {

        /** What is wrong on the page. */
        public List<Line> wrong() {
            return documents.stream().filter(it -> !it.wrong().isEmpty()).toList();
        }
    }
}
