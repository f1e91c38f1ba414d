package vn.motcua.consultation.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import vn.motcua.consultation.ConsultationRefusal;
import vn.motcua.consultation.Consultations;
import vn.motcua.consultation.ExpertQuestion;
import vn.motcua.consultation.Experts;
import vn.motcua.document.Downloads;
import vn.motcua.dossier.DossierId;
import vn.motcua.dossier.Opened;
import vn.motcua.dossier.Opening;
import vn.motcua.dossier.ReadingDesk;
import vn.motcua.identity.Door;
import vn.motcua.identity.SignedIn.OfficerAt;
import vn.motcua.shared.Ids;
import vn.motcua.shared.Language;
import vn.motcua.shared.Languages;
import vn.motcua.shared.Messages;
import vn.motcua.shared.Pages;
import vn.motcua.shared.Refused;
import vn.motcua.shared.VietnamTime;

/** Asking experts outside about a dossier, and what they answered. */
@Controller
public class ExpertPages {

    private static final int USUAL_DAYS = 7;

    private final Experts experts;
    private final Consultations consultations;
    private final ReadingDesk reading;
    private final Downloads downloads;
    private final Messages messages;
    private final Clock clock;

    ExpertPages(
            Experts experts,
            Consultations consultations,
            ReadingDesk reading,
            Downloads downloads,
            Messages messages,
            Clock clock) {
        this.experts = experts;
        this.consultations = consultations;
        this.reading = reading;
        this.downloads = downloads;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * The page.
     *
     * @param may whether the officer has a step at which they can ask
     * @param link the link to be handed over because nobody carries mail; empty
     * @param problem why the last form was refused; empty
     * @param field to which it leads
     */
    public record View(
            String base,
            String dossier,
            List<Line> questions,
            boolean may,
            String command,
            List<ConsultationPages.Choice> papers,
            Typed typed,
            String link,
            String problem,
            String field) {}

    /** What was typed into the form. */
    public record Typed(String expert, String email, String question, String until, List<String> papers) {}

    /**
     * One question.
     *
     * @param when until when the link is good, or when it was answered or withdrawn
     * @param tone the class of its badge
     * @param paper the address of the paper of the answer; empty
     * @param open whether its link is good
     */
    public record Line(
            String id,
            String expert,
            String email,
            String question,
            String asked,
            List<String> papers,
            String state,
            String when,
            String tone,
            String answer,
            String paper,
            String fileName,
            boolean open) {}

    @Door(Door.Who.OFFICER)
    @GetMapping("/desk/dossiers/{id}/experts")
    ModelAndView page(OfficerAt who, @PathVariable String id, HttpServletRequest request) {
        var until = VietnamTime.dayOf(clock.instant()).plusDays(USUAL_DAYS).toString();
        return show(
                open(who, id), Ids.next(), new Typed("", "", "", until, List.of()), "", "", "", Languages.of(request));
    }

    @Door(Door.Who.OFFICER)
    @PostMapping("/desk/dossiers/{id}/experts")
    ModelAndView ask(
            OfficerAt who,
            @PathVariable String id,
            @RequestParam UUID command,
            @RequestParam MultiValueMap<String, String> posted,
            HttpServletRequest request,
            HttpServletResponse response) {
        var dossier = open(who, id);
        var language = Languages.of(request);
        var typed = typed(posted);
        try {
            var link = experts.ask(who, command, dossier, ask(typed));
            if (link.isEmpty()) {
                return back(dossier, language);
            }
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            var address = ServletUriComponentsBuilder.fromCurrentContextPath()
                    .path(link.get())
                    .toUriString();
            return show(dossier, Ids.next(), new Typed("", "", "", "", List.of()), address, "", "", language);
        } catch (Refused refused) {
            if (!(refused.code() instanceof ConsultationRefusal code)) {
                throw refused;
            }
            return show(dossier, command, typed, "", messages.say(language, refused), field(code), language);
        }
    }

    @Door(Door.Who.OFFICER)
    @PostMapping("/desk/dossiers/{id}/experts/{question}/withdraw")
    ModelAndView withdraw(
            OfficerAt who,
            @PathVariable String id,
            @PathVariable String question,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request) {
        var dossier = open(who, id);
        var language = Languages.of(request);
        try {
            experts.withdraw(who, dossier, ConsultationPages.id(question), reason);
            return back(dossier, language);
        } catch (Refused refused) {
            if (!(refused.code() instanceof ConsultationRefusal)) {
                throw refused;
            }
            return show(
                    dossier,
                    Ids.next(),
                    new Typed("", "", "", "", List.of()),
                    "",
                    messages.say(language, refused),
                    "reason-" + question,
                    language);
        }
    }

    /** The paper that came with an answer. */
    @Door(Door.Who.OFFICER)
    @GetMapping("/desk/dossiers/{id}/experts/{question}/answer")
    ResponseEntity<?> answer(OfficerAt who, @PathVariable String id, @PathVariable String question) {
        var dossier = new DossierId(ConsultationPages.id(id));
        var found = experts.answered(dossier, ConsultationPages.id(question));
        reading.open(who, dossier, Opening.PAPER, clock.instant());
        return downloads.inline(found.file().orElseThrow(), found.fileName());
    }

    private ModelAndView show(
            Opened dossier, UUID command, Typed typed, String link, String problem, String field, Language language) {
        var base = "/desk/dossiers/" + dossier.id();
        return Pages.show(
                "consultation/experts",
                new View(
                        base,
                        dossier.number().map(it -> it.value()).orElseGet(() -> messages.say(language, "desk.noNumber")),
                        experts.of(dossier).stream()
                                .map(it -> line(it, dossier, base, language))
                                .toList(),
                        !consultations.steps(dossier).isEmpty(),
                        command.toString(),
                        dossier.papers().stream()
                                .filter(it -> it.file().isPresent())
                                .map(it -> new ConsultationPages.Choice(it.id(), it.name()))
                                .toList(),
                        typed,
                        link,
                        problem,
                        field),
                problem.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private Line line(ExpertQuestion it, Opened dossier, String base, Language language) {
        var open = it.open(clock.instant());
        var over = it.state() == ExpertQuestion.State.OPEN && !open;
        var state = over ? "OVER" : it.state().name();
        return new Line(
                it.id().toString(),
                it.expert(),
                it.email(),
                it.question(),
                it.askedByName() + ", " + VietnamTime.moment(it.askedAt()),
                dossier.papers().stream()
                        .filter(paper -> it.papers().contains(UUID.fromString(paper.id())))
                        .map(Opened.Paper::name)
                        .toList(),
                messages.say(language, "consultation.expert.state." + state),
                messages.say(
                        language,
                        "consultation.expert.when." + state,
                        VietnamTime.day(it.until()),
                        it.settledAt().map(VietnamTime::moment).orElse("")),
                switch (it.state()) {
                    case OPEN -> over ? "warn" : "info";
                    case ANSWERED -> "good";
                    case WITHDRAWN -> "";
                },
                it.answer(),
                it.file().map(_ -> base + "/experts/" + it.id() + "/answer").orElse(""),
                it.fileName(),
                open);
    }

    private static ModelAndView back(Opened dossier, Language language) {
        return new ModelAndView("redirect:" + language.prefix() + "/desk/dossiers/" + dossier.id() + "/experts");
    }

    private static Experts.Ask ask(Typed typed) {
        return new Experts.Ask(
                typed.expert(),
                typed.email(),
                typed.question(),
                typed.papers().stream().flatMap(it -> Ids.of(it).stream()).toList(),
                day(typed.until()));
    }

    private static Optional<LocalDate> day(String typed) {
        try {
            return Optional.of(LocalDate.parse(typed.strip()));
        } catch (DateTimeParseException none) {
            return Optional.empty();
        }
    }

    private static Typed typed(MultiValueMap<String, String> posted) {
        return new Typed(
                first(posted, "expert"),
                first(posted, "email"),
                first(posted, "question"),
                first(posted, "until"),
                posted.getOrDefault("paper", List.of()));
    }

    private static String first(MultiValueMap<String, String> posted, String field) {
        return posted.getOrDefault(field, List.of("")).getFirst();
    }

    private static String field(ConsultationRefusal code) {
        return switch (code) {
            case EXPERT_NAME -> "expert";
            case EXPERT_MAIL -> "email";
            case EXPERT_UNTIL -> "until";
            case CONSULT_QUESTION -> "question";
            case CONSULT_NOT_YOUR_STEP,
                    CONSULT_NOBODY,
                    CONSULT_UNIT,
                    CONSULT_DAYS,
                    CONSULT_ANSWER,
                    CONSULT_SETTLED,
                    CONSULT_REASON,
                    CONSULT_LEADER_ONLY,
                    CONSULT_WAITS,
                    CONSULT_BEGINS,
                    EXPERT_ANSWER -> "ask";
        };
    }

    private Opened open(OfficerAt who, String id) {
        return reading.open(who, new DossierId(ConsultationPages.id(id)), Opening.DOSSIER, clock.instant());
    }
}
