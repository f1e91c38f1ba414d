package vn.motcua.desk.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import vn.motcua.desk.MarkedDrafts;
import vn.motcua.desk.PrintedPapers;
import vn.motcua.desk.ResultDesk;
import vn.motcua.desk.ResultDraft;
import vn.motcua.document.Downloads;
import vn.motcua.document.FileId;
import vn.motcua.dossier.DeskAction;
import vn.motcua.dossier.DossierId;
import vn.motcua.dossier.Opened;
import vn.motcua.dossier.Opening;
import vn.motcua.dossier.ReadingDesk;
import vn.motcua.dossier.ResultPaper;
import vn.motcua.dossier.UndoDesk;
import vn.motcua.filing.SignedDeclarations;
import vn.motcua.filing.Statements;
import vn.motcua.identity.AccessRefusal;
import vn.motcua.identity.Door;
import vn.motcua.identity.SignedIn.OfficerAt;
import vn.motcua.payment.Cashier;
import vn.motcua.shared.Ids;
import vn.motcua.shared.Languages;
import vn.motcua.shared.Messages;
import vn.motcua.shared.Pages;
import vn.motcua.shared.Refused;

/** A dossier on an officer's screen: the page itself, its papers, and what is printed from it. */
@Controller
public class WorkspacePages {

    private static final String STATEMENT = "xac-nhan-doi-chieu.pdf";

    private final ReadingDesk reading;
    private final WorkspaceWords words;
    private final PrintedPapers printed;
    private final ResultDraft draft;
    private final MarkedDrafts drafts;
    private final ResultDesk results;
    private final Downloads downloads;
    private final Statements statements;
    private final SignedDeclarations signed;
    private final Cashier cashier;
    private final UndoDesk undos;
    private final Messages messages;
    private final Clock clock;

    WorkspacePages(
            ReadingDesk reading,
            WorkspaceWords words,
            PrintedPapers printed,
            ResultDraft draft,
            MarkedDrafts drafts,
            ResultDesk results,
            Downloads downloads,
            Statements statements,
            SignedDeclarations signed,
            Cashier cashier,
            UndoDesk undos,
            Messages messages,
            Clock clock) {
        this.reading = reading;
        this.words = words;
        this.printed = printed;
        this.draft = draft;
        this.drafts = drafts;
        this.results = results;
        this.downloads = downloads;
        this.statements = statements;
        this.signed = signed;
        this.cashier = cashier;
        this.undos = undos;
        this.messages = messages;
        this.clock = clock;
    }

    @Door(Door.Who.OFFICER)
    @GetMapping("/desk/dossiers/{id}")
    ModelAndView workspace(
            OfficerAt who,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String done,
            @RequestParam(defaultValue = "") String paper,
            @RequestParam(defaultValue = "") String numbers,
            @RequestParam(defaultValue = "") String in,
            @RequestParam(defaultValue = "") String of,
            @RequestParam(defaultValue = "") String sitting,
            HttpServletRequest request) {
        var language = Languages.of(request);
        var shown = numbers.equals("shown");
        var dossier =
                shown ? reading.openWithNumbers(who, dossier(id), clock.instant()) : open(who, id, Opening.DOSSIER);
        var other =
                ListPlace.of(in).isPresent() ? Ids.of(of).map(Object::toString).orElse("") : "";
        var view = words.view(
                who,
                dossier,
                language,
                told(who, dossier.id(), other, done, new Speech(messages, language)),
                paper,
                shown,
                Optional.empty(),
                ListPlace.of(in));

        if (sitting.equals("yes") && !view.immediate().isEmpty()) {
            return Pages.show("desk/sitting", view.atOnce());
        }
        return Pages.show("desk/workspace", view);
    }

    @Door(Door.Who.OFFICER)
    @GetMapping("/desk/dossiers/{id}/papers/{paper}")
    ResponseEntity<?> paper(
            OfficerAt who,
            @PathVariable String id,
            @PathVariable String paper,
            @RequestParam(defaultValue = "") String save) {
        var dossier = open(who, id, Opening.PAPER);
        var found =
                statement(dossier, paper).or(() -> declaration(dossier, paper)).orElseGet(() -> find(dossier, paper));
        var file = FileId.of(found.file());
        return save.isEmpty() ? downloads.inline(file, found.name()) : downloads.attachment(file, found.name());
    }

    @Door(Door.Who.OFFICER)
    @GetMapping("/desk/dossiers/{id}/print/{paper}")
    ResponseEntity<byte[]> print(
            OfficerAt who,
            @PathVariable String id,
            @PathVariable String paper,
            @RequestParam(defaultValue = "") String version) {
        var dossier = open(who, id, Opening.PRINTED);
        var wanted = printed.find(dossier, paper, version).orElseThrow(() -> new Refused(AccessRefusal.NOT_THERE));
        return pdf(printed.print(wanted, dossier, cashier.account(dossier.id()), site()), paper);
    }

    @Door(Door.Who.OFFICER)
    @GetMapping("/desk/dossiers/{id}/result-draft")
    ResponseEntity<byte[]> resultDraft(OfficerAt who, @PathVariable String id) {
        var dossier = open(who, id, Opening.PRINTED);
        if (!draft.possible(dossier)) {
            throw new Refused(AccessRefusal.NOT_THERE);
        }
        return pdf(draft.pdf(dossier, "", clock.instant()), "result-draft");
    }

    /** For whoever is to decide: the result as it would be. */
    @Door(Door.Who.OFFICER)
    @GetMapping("/desk/dossiers/{id}/decision-draft")
    ResponseEntity<byte[]> decisionDraft(OfficerAt who, @PathVariable String id) {
        var now = clock.instant();
        var dossier = reading.open(
                who, dossier(id), Opening.PRINTED, it -> MarkedDrafts.offered(it, DeskAction.APPROVE), now);
        return pdf(drafts.granted(who, dossier, now), "decision-draft");
    }

    private Opened open(OfficerAt who, String id, Opening what) {
        return reading.open(who, dossier(id), what, clock.instant());
    }

    /** Reads an id as it stands in an address; what is none is not there. */
    static DossierId dossier(String id) {
        try {
            return DossierId.of(id);
        } catch (IllegalArgumentException none) {
            throw new Refused(AccessRefusal.NOT_THERE);
        }
    }

    private record Named(String name, String file) {}

    /** The signed page about one of its scans, if the address names that. */
    private Optional<Named> statement(Opened dossier, String paper) {
        var files = dossier.papers().stream()
                .filter(it -> it.file().isPresent())
                .collect(Collectors.toMap(Opened.Paper::id, it -> it.file().orElseThrow()));
        return statements.signed(dossier.id(), paper, files).map(it -> new Named(STATEMENT, it.sha256()));
    }

    /** What the applicant signed with their own certificate. */
    private Optional<Named> declaration(Opened dossier, String paper) {
        return signed.of(dossier.id())
                .filter(_ -> paper.equals(SignedDeclarations.PAPER))
                .map(it -> new Named(SignedDeclarations.NAME, it.file().sha256()));
    }

    private static Named find(Opened dossier, String paper) {
        return dossier.papers().stream()
                .filter(it -> it.id().equals(paper))
                .flatMap(it -> it.file().map(file -> new Named(it.name(), file)).stream())
                .findFirst()
                .or(() -> PaperWords.result(dossier, paper).map(WorkspacePages::named))
                .orElseThrow(() -> new Refused(AccessRefusal.NOT_THERE));
    }

    private static Named named(ResultPaper result) {
        return new Named(
                "ket-qua-" + result.number().replace('/', '-') + ".pdf",
                result.file().sha256());
    }

    /** What was done to this dossier, or to another before it in the list; and how to take it back while that is possible. */
    private WorkspaceView.@Nullable Told told(
            OfficerAt who, DossierId dossier, String other, String done, Speech speech) {
        var of = other.isEmpty() ? dossier : dossier(other);
        var waiting = results.waiting(of);
        if (waiting.isPresent()) {
            var it = waiting.get().draft();
            var sentence = waiting.get().awaitsAppraisal() ? "desk.told.issue.appraisal" : "desk.told.issue.waits";
            return new WorkspaceView.Told(
                    speech.t(sentence, it.number(), it.leader().name()), "", null, false);
        }
        var back = results.sentBack(of);
        if (back.isPresent() && done.isEmpty()) {
            return new WorkspaceView.Told(
                    speech.t(
                            "desk.told.issue.sent-back",
                            back.get().draft().number(),
                            back.get().reason()),
                    "",
                    null,
                    true);
        }
        return DeskForm.at(done)
                .map(it -> new WorkspaceView.Told(
                        speech.t("desk.told." + it.word()),
                        other.isEmpty() ? "" : "/desk/dossiers/" + other,
                        undos.offer(who, of, clock.instant())
                                .map(WorkspacePages::undo)
                                .orElse(null),
                        false))
                .orElse(null);
    }

    /** A second that has begun is said as one. */
    private static WorkspaceView.Undo undo(UndoDesk.Offer offer) {
        return new WorkspaceView.Undo(
                "/desk/dossiers/" + offer.dossier() + "/" + DeskForm.UNDO.word(),
                Ids.next().toString(),
                offer.version(),
                offer.left().plusMillis(999).toSeconds());
    }

    private static String site() {
        return ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString();
    }

    static ResponseEntity<byte[]> pdf(byte[] content, String name) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header("X-Content-Type-Options", "nosniff")
                .header(
                        "Content-Disposition",
                        ContentDisposition.inline()
                                .filename(name + ".pdf")
                                .build()
                                .toString())
                .cacheControl(CacheControl.noStore())
                .body(content);
    }
}
