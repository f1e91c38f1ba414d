package vn.motcua.portal.web;

import jakarta.servlet.http.HttpServletRequest;
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
import vn.motcua.dossier.ApplicantView;
import vn.motcua.dossier.DossierNumber;
import vn.motcua.identity.AccessRefusal;
import vn.motcua.identity.Door;
import vn.motcua.identity.Door.Who;
import vn.motcua.identity.SignedIn;
import vn.motcua.shared.Languages;
import vn.motcua.shared.Messages;
import vn.motcua.shared.Refused;

/** The applicant's side of the thread of a dossier of theirs. */
@Controller
class MyThreadPages {

    private final Mine mine;
    private final Threads threads;
    private final ThreadForm form;
    private final Downloads downloads;
    private final Messages messages;

    MyThreadPages(Mine mine, Threads threads, ThreadForm form, Downloads downloads, Messages messages) {
        this.mine = mine;
        this.threads = threads;
        this.form = form;
        this.downloads = downloads;
        this.messages = messages;
    }

    /** The thread. */
    @Door(Who.SIGNED_IN)
    @GetMapping("/my/{code}/thread")
    ModelAndView thread(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String sent,
            SignedIn.Applicant who,
            HttpServletRequest request) {
        var dossier = mine.open(who, code, request);
        return form.page(
                frame(dossier, request),
                threads.open(who, dossier),
                new ThreadForm.Attempt("", "", !sent.isEmpty()),
                HttpStatus.OK,
                Languages.of(request));
    }

    /** Sends a message. */
    @Door(Who.SIGNED_IN)
    @PostMapping("/my/{code}/thread")
    ModelAndView send(
            @PathVariable String code,
            @RequestParam UUID command,
            @RequestParam(defaultValue = "") String text,
            SignedIn.Applicant who,
            HttpServletRequest request) {
        var dossier = mine.open(who, code, request);
        return form.send(
                frame(dossier, request),
                text,
                Mine.scope(who, dossier),
                request,
                (said, files) -> threads.write(who, dossier, command, said, files),
                () -> threads.open(who, dossier));
    }

    /** A file of it. */
    @Door(Who.SIGNED_IN)
    @GetMapping("/my/{code}/thread/files/{file}")
    ResponseEntity<Resource> file(
            @PathVariable String code, @PathVariable String file, SignedIn.Applicant who, HttpServletRequest request) {
        var dossier = mine.open(who, code, request);
        var found = threads.file(who, dossier.ref().tenant(), dossier.ref().id(), file)
                .orElseThrow(() -> new Refused(AccessRefusal.NOT_THERE));
        return Mine.scope(who, dossier).call(() -> downloads.inline(found.file(), found.name()));
    }

    private ThreadForm.Frame frame(ApplicantView dossier, HttpServletRequest request) {
        return new ThreadForm.Frame(
                "portal/thread",
                Side.APPLICANT,
                Mine.address(dossier),
                dossier.number()
                        .map(DossierNumber::value)
                        .orElseGet(() -> messages.say(Languages.of(request), "portal.noNumber")),
                dossier.applicant().name());
    }
}
