package vn.motcua.trial.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.motcua.catalogue.Edition;
import vn.motcua.desk.MarkedDrafts;
import vn.motcua.dossier.AgencyCalendars;
import vn.motcua.dossier.DossierRefusal;
import vn.motcua.dossier.TrialAct;
import vn.motcua.dossier.TrialAct.What;
import vn.motcua.form.Problem;
import vn.motcua.identity.AccessRefusal;
import vn.motcua.identity.Door;
import vn.motcua.identity.Door.Who;
import vn.motcua.identity.SignedIn.OfficerAt;
import vn.motcua.notification.ForeseenLetters;
import vn.motcua.organization.Kinds;
import vn.motcua.shared.Language;
import vn.motcua.shared.Languages;
import vn.motcua.shared.Messages;
import vn.motcua.shared.Pages;
import vn.motcua.shared.Refused;
import vn.motcua.shared.VietnamTime;
import vn.motcua.trial.TrialClock;
import vn.motcua.trial.TrialRefusal;
import vn.motcua.trial.TrialRoom;
import vn.motcua.trial.TrialRoom.Open;
import vn.motcua.trial.web.TrialRunWords.Refusal;

/**
 * A whole dossier walked through an edition by its authors and reviewers: filed, received, settled by each role of its route, decided
 * and handed over, on a clock that they move on. Nobody else's pages know of it.
 */
@Controller
class TrialRunPages {

    private static final String EDITION = "/admin/procedures/revisions/{code}/{no}/trial";
    private static final String TRIALS = "/admin/procedures/trials/";

    private final TrialRoom room;
    private final MarkedDrafts results;
    private final TrialRunWords.Tools tools;
    private final Messages messages;

    TrialRunPages(
            TrialRoom room,
            MarkedDrafts results,
            Messages messages,
            Kinds kinds,
            AgencyCalendars calendars,
            ForeseenLetters letters) {
        this.room = room;
        this.results = results;
        this.messages = messages;
        this.tools = new TrialRunWords.Tools(messages, kinds, calendars, letters);
    }

    @Door(Who.OFFICER)
    @GetMapping(EDITION)
    ModelAndView all(OfficerAt who, @PathVariable String code, @PathVariable String no) {
        return all(who, room.edition(who, code, no), "", HttpStatus.OK);
    }

    /** Files what the preview carried. */
    @Door(Who.OFFICER)
    @PostMapping(EDITION)
    ModelAndView begin(
            OfficerAt who,
            @PathVariable String code,
            @PathVariable String no,
            @RequestParam UUID command,
            @RequestParam MultiValueMap<String, String> posted,
            HttpServletRequest request) {
        var language = Languages.of(request);
        try {
            return to(language, TRIALS + room.begin(who, command, code, no, posted));
        } catch (Refused refused) {
            return all(who, room.edition(who, code, no), messages.say(language, refused), status(refused));
        }
    }

    @Door(Who.OFFICER)
    @GetMapping(TRIALS + "{id}")
    ModelAndView trial(OfficerAt who, @PathVariable String id, HttpServletRequest request) {
        var language = Languages.of(request);
        return page(who, room.open(who, id, language), Refusal.NONE, HttpStatus.OK, language);
    }

    /** Does something, or lets time go by. */
    @Door(Who.OFFICER)
    @PostMapping(TRIALS + "{id}")
    ModelAndView act(
            OfficerAt who,
            @PathVariable String id,
            @RequestParam UUID command,
            @RequestParam(defaultValue = "") String seen,
            @RequestParam MultiValueMap<String, String> posted,
            HttpServletRequest request) {
        var language = Languages.of(request);
        var typed = new Sent(posted);
        try {
            room.act(who, id, command, typed.number(seen), language, typed::act);
            return to(language, TRIALS + id);
        } catch (Refused refused) {
            if (refused.code() == AccessRefusal.NOT_THERE && typed.what().isEmpty()) {
                throw refused;
            }
            var open = room.open(who, id, language);
            var problems = refused.code() == DossierRefusal.ENTRIES_INCOMPLETE
                    ? room.entryProblems(open, typed.value("trial-step"), typed.entered(open))
                    : List.<Problem>of();
            return page(
                    who,
                    open,
                    new Refusal(
                            TrialRunWords.id(typed.value("trial-what"), typed.value("trial-step")),
                            typed.value("trial-text"),
                            typed.value("trial-more"),
                            typed.entered(open),
                            problems,
                            messages.say(language, refused)),
                    status(refused),
                    language);
        }
    }

    /** Throws it away. */
    @Door(Who.OFFICER)
    @PostMapping(TRIALS + "{id}/end")
    ModelAndView end(OfficerAt who, @PathVariable String id, HttpServletRequest request) {
        var gone = room.end(who, id);
        return to(
                Languages.of(request),
                "/admin/procedures/revisions/" + gone.procedure() + "/" + gone.edition() + "/trial");
    }

    /** What it came to, as a paper that says over every page that it is none. */
    @Door(Who.OFFICER)
    @GetMapping(TRIALS + "{id}/result.pdf")
    ResponseEntity<byte[]> result(OfficerAt who, @PathVariable String id, HttpServletRequest request) {
        var open = room.open(who, id, Languages.of(request));
        var state = open.state()
                .filter(it -> results.possible(it.opened()))
                .orElseThrow(() -> new Refused(AccessRefusal.NOT_THERE));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename("chay-thu.pdf")
                                .build()
                                .toString())
                .cacheControl(CacheControl.noStore())
                .body(results.trial(state.opened(), open.content(), state.now()));
    }

    private ModelAndView page(OfficerAt who, Open open, Refusal refusal, HttpStatus status, Language language) {
        return Pages.show(
                "trial/run", new TrialRunWords(tools, language).view(open, who.tenant(), room, refusal), status);
    }

    private ModelAndView all(OfficerAt who, Edition edition, String problem, HttpStatus status) {
        var trials = room.of(who, edition).stream()
                .map(it -> new TrialRunView.All.One(
                        TRIALS + it.id(),
                        VietnamTime.moment(it.now()),
                        VietnamTime.moment(it.endsAt()),
                        it.done().size()))
                .toList();
        return Pages.show(
                "trial/all",
                new TrialRunView.All(
                        TrialRunWords.address(edition),
                        edition.no(),
                        edition.name().isEmpty() ? edition.code() : edition.name(),
                        room.content(who, edition).isPresent(),
                        trials,
                        problem),
                status);
    }

    private static HttpStatus status(Refused refused) {
        return switch (refused.code().kind()) {
            case NOT_VALID, TOO_LARGE -> HttpStatus.UNPROCESSABLE_CONTENT;
            case NOT_NOW, NOT_ALLOWED -> HttpStatus.CONFLICT;
            case NOT_FOUND, GONE -> throw refused;
        };
    }

    private static ModelAndView to(Language language, String path) {
        return new ModelAndView("redirect:" + language.prefix() + path);
    }

    /** A form as it was sent. */
    private record Sent(MultiValueMap<String, String> posted) {

        String value(String name) {
            var value = posted.getFirst(name);
            return value == null ? "" : value;
        }

        int number(String typed) {
            return typed.matches("\\d{1,4}") ? Integer.parseInt(typed) : -1;
        }

        Optional<What> what() {
            return Arrays.stream(What.values())
                    .filter(it -> it.name().equals(value("trial-what")))
                    .findFirst();
        }

        /** What an officer entered at the step, read by the kinds of its fields. */
        Map<String, Object> entered(Open open) {
            var step = value("trial-step");
            var entries = open.content().entries();
            return entries.at(step) ? entries.parse(step, posted, TrialRoom.answers(open)) : Map.of();
        }

        TrialAct act(Open open) {
            var what = what().orElseThrow(() -> new Refused(TrialRefusal.TRIAL_ACT_UNKNOWN));
            var now = open.trial().now();
            return new TrialAct(
                    what == What.CLOCK ? later(open, now) : now,
                    what,
                    value("trial-step"),
                    value("trial-role"),
                    Math.clamp(number(value("trial-who")), 0, 9),
                    value("trial-text"),
                    value("trial-more"),
                    what == What.COMPLETE ? entered(open) : Map.of());
        }

        private Instant later(Open open, Instant now) {
            var due = open.state().orElseThrow().opened().due().at();
            return TrialClock.named(value("trial-more"))
                    .map(it -> it.from(now, due))
                    .filter(now::isBefore)
                    .orElseThrow(() -> new Refused(TrialRefusal.TRIAL_ACT_UNKNOWN));
        }
    }
}
