package vn.motcua.desk.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.WebUtils;
import vn.motcua.desk.MarkedDrafts;
import vn.motcua.dossier.Act;
import vn.motcua.dossier.DeskAction;
import vn.motcua.dossier.DossierId;
import vn.motcua.dossier.Inbox;
import vn.motcua.dossier.Opening;
import vn.motcua.dossier.ReadingDesk;
import vn.motcua.identity.AccessRefusal;
import vn.motcua.identity.Door;
import vn.motcua.identity.SignedIn.OfficerAt;
import vn.motcua.shared.Ids;
import vn.motcua.shared.Languages;
import vn.motcua.shared.Messages;
import vn.motcua.shared.Pages;
import vn.motcua.shared.Refused;

/** What officers do to a dossier: one address for each act, each form carried out once, an answer in words when refused. */
@Controller
public class ActPages {

    private final PostedActs acts;
    private final MarkedDrafts drafts;
    private final ReadingDesk reading;
    private final WorkspaceWords words;
    private final Inbox inbox;
    private final Messages messages;
    private final Clock clock;

    ActPages(
            PostedActs acts,
            MarkedDrafts drafts,
            ReadingDesk reading,
            WorkspaceWords words,
            Inbox inbox,
            Messages messages,
            Clock clock) {
        this.acts = acts;
        this.drafts = drafts;
        this.reading = reading;
        this.words = words;
        this.inbox = inbox;
        this.messages = messages;
        this.clock = clock;
    }

    @Door(Door.Who.OFFICER)
    @PostMapping("/desk/dossiers/{id}/{act}")
    ModelAndView carryOut(
            OfficerAt who,
            @PathVariable String id,
            @PathVariable String act,
            @RequestParam UUID command,
            @RequestParam int version,
            @RequestParam MultiValueMap<String, String> posted,
            HttpServletRequest request) {
        var dossier = WorkspacePages.dossier(id);
        var form = DeskForm.at(act).orElseThrow(() -> new Refused(AccessRefusal.NOT_THERE));
        var typed = new Typed(Map.copyOf(posted), Map.of());
        if (!typed.value("more").isEmpty()) {
            return again(who, dossier, new Attempt(act, command, typed, ""), HttpStatus.OK, request);
        }
        var place = ListPlace.of(typed.value("in"));
        var next = place.filter(_ -> form.leaves())
                .flatMap(it -> inbox.beside(who, it.query(), dossier).after());
        try {
            acts.carryOut(form, new Act(command, who, version, clock.instant()), dossier, typed, files(request));
            return new ModelAndView("redirect:"
                    + (sitting(typed)
                            ? "/desk/dossiers/" + dossier + "?sitting=yes&done=" + form.word()
                            : after(form, dossier, place, next)));
        } catch (Refused refused) {
            return refused(who, dossier, act, command, typed, refused, request);
        }
    }

    /** The slip as it would be with the reason that stands in the form; nothing is decided. */
    @Door(Door.Who.OFFICER)
    @PostMapping(path = "/desk/dossiers/{id}/{act}", params = "preview")
    Object preview(
            OfficerAt who,
            @PathVariable String id,
            @PathVariable String act,
            @RequestParam UUID command,
            @RequestParam MultiValueMap<String, String> posted,
            HttpServletRequest request) {
        var dossier = WorkspacePages.dossier(id);
        if (!act.equals(DeskForm.DENY.word())) {
            throw new Refused(AccessRefusal.NOT_THERE);
        }
        var typed = new Typed(Map.copyOf(posted), Map.of());
        var now = clock.instant();
        var opened = reading.open(who, dossier, Opening.PRINTED, it -> MarkedDrafts.offered(it, DeskAction.DENY), now);
        try {
            return WorkspacePages.pdf(drafts.denied(who, opened, typed.value("reason"), now), "decision-draft");
        } catch (Refused refused) {
            return refused(who, dossier, act, command, typed, refused, request);
        }
    }

    /** The files that came with the form; none from a form without. */
    private static MultiValueMap<String, MultipartFile> files(HttpServletRequest request) {
        var parts = WebUtils.getNativeRequest(request, MultipartHttpServletRequest.class);
        return parts == null ? new LinkedMultiValueMap<>() : parts.getMultiFileMap();
    }

    /** Where it goes on: to the next dossier of the list when this one has left the desk, else back to this one. */
    private static String after(DeskForm form, DossierId dossier, Optional<ListPlace> place, Optional<DossierId> next) {
        var done = "done=" + form.word();
        if (place.isEmpty()) {
            return "/desk/dossiers/" + dossier + "?" + done;
        }
        return next.map(it -> place.get().href(it) + "&" + done + "&of=" + dossier)
                .orElseGet(() -> place.get().href(dossier) + "&" + done);
    }

    /** The page again as it stands now, with the sentence and all that was typed; what is not there stays not there. */
    private ModelAndView refused(
            OfficerAt who,
            DossierId dossier,
            String act,
            UUID command,
            Typed typed,
            Refused refused,
            HttpServletRequest request) {
        var sentence = messages.say(Languages.of(request), refused);
        return switch (refused.code().kind()) {
            case NOT_FOUND, GONE -> throw refused;
            case NOT_NOW ->
                again(who, dossier, new Attempt(act, Ids.next(), typed, sentence), HttpStatus.CONFLICT, request);
            case NOT_ALLOWED ->
                again(who, dossier, new Attempt(act, command, typed, sentence), HttpStatus.FORBIDDEN, request);
            case NOT_VALID, TOO_LARGE -> {
                var errors = PostedActs.field(refused, typed)
                        .map(it -> Map.of(it, sentence))
                        .orElse(Map.of());
                var attempt = new Attempt(act, command, new Typed(typed.values(), errors), sentence);
                yield again(who, dossier, attempt, HttpStatus.UNPROCESSABLE_CONTENT, request);
            }
        };
    }

    private ModelAndView again(
            OfficerAt who, DossierId dossier, Attempt attempt, HttpStatus status, HttpServletRequest request) {
        var opened = reading.open(who, dossier, clock.instant());
        var view = words.view(
                who,
                opened,
                Languages.of(request),
                null,
                "",
                false,
                Optional.of(attempt),
                ListPlace.of(attempt.typed().value("in")));
        return sitting(attempt.typed())
                ? Pages.show("desk/sitting", view.atOnce(), status)
                : Pages.show("desk/workspace", view, status);
    }

    /** Whether it was done in one sitting at the counter. */
    private static boolean sitting(Typed typed) {
        return typed.chosen("sitting", "yes");
    }
}
