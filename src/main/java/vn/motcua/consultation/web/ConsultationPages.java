package vn.motcua.consultation.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.motcua.catalogue.Catalogue;
import vn.motcua.consultation.Consultation;
import vn.motcua.consultation.Consultation.Party;
import vn.motcua.consultation.Consultation.Silence;
import vn.motcua.consultation.ConsultationRefusal;
import vn.motcua.consultation.Consultations;
import vn.motcua.consultation.Experts;
import vn.motcua.document.Downloads;
import vn.motcua.dossier.DossierId;
import vn.motcua.dossier.Opened;
import vn.motcua.dossier.Opening;
import vn.motcua.dossier.ReadingDesk;
import vn.motcua.identity.AccessRefusal;
import vn.motcua.identity.Door;
import vn.motcua.identity.SignedIn.OfficerAt;
import vn.motcua.organization.Unit;
import vn.motcua.organization.UnitId;
import vn.motcua.organization.Units;
import vn.motcua.shared.Ids;
import vn.motcua.shared.Language;
import vn.motcua.shared.Languages;
import vn.motcua.shared.Messages;
import vn.motcua.shared.Pages;
import vn.motcua.shared.Refused;
import vn.motcua.shared.VietnamTime;

/** The asking side: what was asked about a dossier, by whom, and what came back; and asking again. */
@Controller
public class ConsultationPages {

    private static final int ROWS = 4;
    private static final int USUAL_DAYS = 5;

    private final Consultations consultations;
    private final Experts experts;
    private final ReadingDesk reading;
    private final Catalogue catalogue;
    private final Units units;
    private final Downloads downloads;
    private final Messages messages;
    private final Clock clock;

    ConsultationPages(
            Consultations consultations,
            Experts experts,
            ReadingDesk reading,
            Catalogue catalogue,
            Units units,
            Downloads downloads,
            Messages messages,
            Clock clock) {
        this.consultations = consultations;
        this.experts = experts;
        this.reading = reading;
        this.catalogue = catalogue;
        this.units = units;
        this.downloads = downloads;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * The page.
     *
     * @param may whether the officer has a step at which they can ask
     * @param experts how many experts were asked
     * @param problem why the last form was refused; empty
     * @param field to which it leads
     */
    public record View(
            String base,
            String dossier,
            List<Question> questions,
            boolean may,
            String command,
            List<Choice> units,
            List<Choice> papers,
            List<Row> rows,
            String question,
            List<String> chosenPapers,
            int experts,
            String problem,
            String field) {}

    /** Something to choose. */
    public record Choice(String value, String name) {}

    /** A unit to be asked, as far as it was typed. */
    public record Row(int no, String unit, String days, String silence) {}

    /** A question with the units that were asked. */
    public record Question(String id, String text, String asked, List<String> papers, List<Line> lines) {}

    /**
     * One unit.
     *
     * @param tone the class of its badge
     * @param said the answer, or the reason for which it was withdrawn
     * @param paper the address of the paper of the answer; empty
     * @param holds whether the step waits for it
     */
    public record Line(
            String unit,
            String name,
            String due,
            String silence,
            String state,
            String tone,
            String said,
            String paper,
            String fileName,
            boolean holds,
            boolean late) {}

    @Door(Door.Who.OFFICER)
    @GetMapping("/desk/dossiers/{id}/consultations")
    ModelAndView page(OfficerAt who, @PathVariable String id, HttpServletRequest request) {
        var rows = IntStream.range(0, ROWS)
                .mapToObj(it -> new Row(it, "", it == 0 ? "" + USUAL_DAYS : "", Silence.AGREES.name()))
                .toList();
        return show(open(who, id), Ids.next(), rows, "", List.of(), "", "", HttpStatus.OK, Languages.of(request));
    }

    @Door(Door.Who.OFFICER)
    @PostMapping("/desk/dossiers/{id}/consultations")
    ModelAndView ask(
            OfficerAt who,
            @PathVariable String id,
            @RequestParam UUID command,
            @RequestParam MultiValueMap<String, String> typed,
            HttpServletRequest request) {
        var dossier = open(who, id);
        var language = Languages.of(request);
        var question = first(typed, "question");
        var papers = typed.getOrDefault("paper", List.of());
        var rows = IntStream.range(0, ROWS)
                .mapToObj(it -> new Row(
                        it, first(typed, "unit." + it), first(typed, "days." + it), first(typed, "silence." + it)))
                .toList();
        try {
            consultations.ask(
                    who,
                    command,
                    dossier,
                    catalogue.revision(dossier.filed().revision()).shortName(Language.VI),
                    question,
                    papers.stream().flatMap(it -> Ids.of(it).stream()).toList(),
                    rows.stream()
                            .filter(it -> !it.unit().isBlank())
                            .map(ConsultationPages::asked)
                            .toList());
        } catch (Refused refused) {
            if (!(refused.code() instanceof ConsultationRefusal code)) {
                throw refused;
            }
            var field = code == ConsultationRefusal.CONSULT_QUESTION
                    ? "question"
                    : code == ConsultationRefusal.CONSULT_DAYS ? "days-0" : "unit-0";
            return show(
                    dossier,
                    command,
                    rows,
                    question,
                    papers,
                    messages.say(language, refused),
                    field,
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    language);
        }
        return new ModelAndView("redirect:" + language.prefix() + "/desk/dossiers/" + dossier.id() + "/consultations");
    }

    /** Goes on without one unit's answer. */
    @Door(Door.Who.OFFICER)
    @PostMapping("/desk/dossiers/{id}/consultations/{question}/withdraw")
    ModelAndView withdraw(
            OfficerAt who,
            @PathVariable String id,
            @PathVariable String question,
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request) {
        var dossier = open(who, id);
        var language = Languages.of(request);
        try {
            consultations.withdraw(who, dossier, id(question), new UnitId(id(unit)), reason);
        } catch (Refused refused) {
            if (!(refused.code() instanceof ConsultationRefusal)) {
                throw refused;
            }
            var status = switch (refused.code().kind()) {
                case NOT_ALLOWED -> HttpStatus.FORBIDDEN;
                case NOT_NOW -> HttpStatus.CONFLICT;
                case NOT_VALID, TOO_LARGE, NOT_FOUND, GONE -> HttpStatus.UNPROCESSABLE_CONTENT;
            };
            return show(
                    dossier,
                    Ids.next(),
                    List.of(),
                    "",
                    List.of(),
                    messages.say(language, refused),
                    "reason-" + unit,
                    status,
                    language);
        }
        consultations.goOn();
        return new ModelAndView("redirect:" + language.prefix() + "/desk/dossiers/" + dossier.id() + "/consultations");
    }

    /** The paper that came with an answer. */
    @Door(Door.Who.OFFICER)
    @GetMapping("/desk/dossiers/{id}/consultations/{question}/answers/{unit}")
    ResponseEntity<?> answer(
            OfficerAt who, @PathVariable String id, @PathVariable String question, @PathVariable String unit) {
        var party = consultations.answered(dossier(id), id(question), new UnitId(id(unit)));
        reading.open(who, dossier(id), Opening.PAPER, clock.instant());
        return downloads.inline(party.file().orElseThrow(), party.fileName());
    }

    private ModelAndView show(
            Opened dossier,
            UUID command,
            List<Row> rows,
            String question,
            List<String> papers,
            String problem,
            String field,
            HttpStatus status,
            Language language) {
        var base = "/desk/dossiers/" + dossier.id();
        var steps = consultations.steps(dossier);
        var others = steps.stream()
                .findFirst()
                .flatMap(it -> dossier.desk().seat(it))
                .map(it -> consultations.others(it.unit()))
                .orElse(List.of());
        var filled = new ArrayList<>(rows);
        for (int i = filled.size(); i < ROWS; i++) {
            filled.add(new Row(i, "", "", Silence.AGREES.name()));
        }
        return Pages.show(
                "consultation/dossier",
                new View(
                        base,
                        dossier.stage()
                                .received()
                                .map(it -> it.number().value())
                                .orElseGet(() -> messages.say(language, "desk.noNumber")),
                        consultations.of(dossier).stream()
                                .map(it -> question(it, base, language))
                                .toList(),
                        !steps.isEmpty(),
                        command.toString(),
                        others.stream()
                                .map(it -> new Choice(it.id().toString(), it.name(language)))
                                .toList(),
                        dossier.papers().stream()
                                .filter(it -> it.file().isPresent())
                                .map(it -> new Choice(it.id(), it.name()))
                                .toList(),
                        filled,
                        question,
                        papers,
                        experts.of(dossier).size(),
                        problem,
                        field),
                status);
    }

    private Question question(Consultation it, String base, Language language) {
        var now = clock.instant();
        return new Question(
                it.id().toString(),
                it.question(),
                it.askedByName() + ", " + VietnamTime.moment(it.askedAt()),
                consultations.papers(it).stream().map(Opened.Paper::name).toList(),
                it.parties().stream()
                        .map(party -> line(party, base + "/consultations/" + it.id(), now, language))
                        .toList());
    }

    private Line line(Party it, String base, Instant now, Language language) {
        return new Line(
                it.unit().toString(),
                units.unit(it.unit()).map((Unit one) -> one.name(language)).orElse(""),
                VietnamTime.moment(it.due()),
                messages.say(language, "consultation.silence." + it.silence()),
                state(it, now, messages, language),
                tone(it, now),
                it.stance()
                                .map(one -> messages.say(language, "consultation.stance." + one) + ". ")
                                .orElse("")
                        + it.answer(),
                it.file().map(_ -> base + "/answers/" + it.unit()).orElse(""),
                it.fileName(),
                it.holds(),
                it.late(now));
    }

    static String state(Party it, Instant now, Messages messages, Language language) {
        var byItself =
                it.state() == Consultation.State.WITHDRAWN && it.settledName().isEmpty();
        var word = "consultation.state." + it.state() + (it.late(now) ? ".late" : byItself ? ".byItself" : "");
        return messages.say(
                language,
                word,
                it.settledName(),
                it.settledAt().map(VietnamTime::moment).orElse(""));
    }

    static String tone(Party it, Instant now) {
        return switch (it.state()) {
            case OPEN -> it.late(now) ? "bad" : "info";
            case ANSWERED -> "good";
            case SILENT -> "warn";
            case WITHDRAWN -> "";
        };
    }

    private static Consultations.Asked asked(Row it) {
        var silence = Arrays.stream(Silence.values())
                .filter(one -> one.name().equals(it.silence()))
                .findFirst()
                .orElse(Silence.REMINDS);
        return new Consultations.Asked(
                new UnitId(Ids.of(it.unit()).orElse(new UUID(0, 0))),
                it.days().strip().matches("\\d{1,3}")
                        ? Integer.parseInt(it.days().strip())
                        : 0,
                silence);
    }

    private static String first(MultiValueMap<String, String> typed, String field) {
        var found = typed.getFirst(field);
        return found == null ? "" : found;
    }

    private Opened open(OfficerAt who, String id) {
        return reading.open(who, dossier(id), Opening.DOSSIER, clock.instant());
    }

    private static DossierId dossier(String id) {
        return new DossierId(id(id));
    }

    static UUID id(String typed) {
        return Ids.of(typed).orElseThrow(() -> new Refused(AccessRefusal.NOT_THERE));
    }
}
