package vn.motcua.desk.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.UUID;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.motcua.conversation.Side;
import vn.motcua.conversation.ThreadForm;
import vn.motcua.conversation.Threads;
import vn.motcua.document.Downloads;
import vn.motcua.dossier.DossierNumber;
import vn.motcua.dossier.Opened;
import vn.motcua.dossier.Opening;
import vn.motcua.dossier.ReadingDesk;
import vn.motcua.dossier.Reception;
import vn.motcua.identity.AccessRefusal;
import vn.motcua.identity.Door;
import vn.motcua.identity.Position;
import vn.motcua.identity.SignedIn.OfficerAt;
import vn.motcua.identity.Subject;
import vn.motcua.organization.UnitId;
import vn.motcua.shared.Languages;
import vn.motcua.shared.Messages;
import vn.motcua.shared.Refused;
import vn.motcua.shared.VietnamTime;

/** The agency's side of the thread of a dossier: whoever may see the dossier reads it and answers in the name of their unit. */
@Controller
class DeskThreadPages {

    private final ReadingDesk reading;
    private final Threads threads;
    private final ThreadForm form;
    private final Downloads downloads;
    private final Messages messages;
    private final Clock clock;

    DeskThreadPages(
            ReadingDesk reading,
            Threads threads,
            ThreadForm form,
            Downloads downloads,
            Messages messages,
            Clock clock) {
        this.reading = reading;
        this.threads = threads;
        this.form = form;
        this.downloads = downloads;
        this.messages = messages;
        this.clock = clock;
    }

    @Door(Door.Who.OFFICER)
    @GetMapping("/desk/dossiers/{id}/thread")
    ModelAndView thread(
            OfficerAt who,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String sent,
            HttpServletRequest request) {
        var dossier = open(who, id, Opening.DOSSIER);
        return form.page(
                frame(dossier, request),
                threads.open(who, dossier),
                new ThreadForm.Attempt("", "", !sent.isEmpty()),
                HttpStatus.OK,
                Languages.of(request));
    }

    @Door(Door.Who.OFFICER)
    @PostMapping("/desk/dossiers/{id}/thread")
    ModelAndView send(
            OfficerAt who,
            @PathVariable String id,
            @RequestParam UUID command,
            @RequestParam(defaultValue = "") String text,
            HttpServletRequest request) {
        var dossier = open(who, id, Opening.DOSSIER);
        return form.send(
                frame(dossier, request),
                text,
                who.scope(),
                request,
                (said, files) -> threads.write(who, dossier, unit(who, dossier), command, said, files),
                () -> threads.open(who, dossier));
    }

    @Door(Door.Who.OFFICER)
    @GetMapping("/desk/dossiers/{id}/thread/files/{file}")
    ResponseEntity<Resource> file(OfficerAt who, @PathVariable String id, @PathVariable String file) {
        var found = threads.file(who, who.tenant(), WorkspacePages.dossier(id), file)
                .orElseThrow(() -> new Refused(AccessRefusal.NOT_THERE));
        open(who, id, Opening.PAPER);
        return who.scope().call(() -> downloads.inline(found.file(), found.name()));
    }

    private Opened open(OfficerAt who, String id, Opening what) {
        return reading.open(who, WorkspacePages.dossier(id), what, clock.instant());
    }

    /** The unit that has the dossier now where they work in it, else the unit of their own first position. */
    private UnitId unit(OfficerAt who, Opened dossier) {
        var theirs = who.positionsOn(VietnamTime.dayOf(clock.instant())).stream()
                .map(Position::unit)
                .toList();
        return dossier.subject().open().stream()
                .map(Subject.OpenStep::unit)
                .filter(theirs::contains)
                .findFirst()
                .or(() -> theirs.stream().findFirst())
                .orElseGet(() -> dossier.filed().unit());
    }

    private ThreadForm.Frame frame(Opened dossier, HttpServletRequest request) {
        return new ThreadForm.Frame(
                "desk/thread",
                Side.AGENCY,
                "/desk/dossiers/" + dossier.id(),
                dossier.stage()
                        .received()
                        .map(Reception::number)
                        .map(DossierNumber::value)
                        .orElseGet(() -> messages.say(Languages.of(request), "portal.noNumber")),
                dossier.filed().applicant().name());
    }
}
