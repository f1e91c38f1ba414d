package vn.motcua.consultation.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.motcua.consultation.Consultation;
import vn.motcua.consultation.Consultation.Stance;
import vn.motcua.consultation.ConsultationRefusal;
import vn.motcua.consultation.Consultations;
import vn.motcua.document.DocumentRefusal;
import vn.motcua.document.Downloads;
import vn.motcua.document.FileId;
import vn.motcua.document.HeldFiles;
import vn.motcua.document.StoredFile;
import vn.motcua.document.Uploads;
import vn.motcua.dossier.HigherUnits;
import vn.motcua.identity.AccessRefusal;
import vn.motcua.identity.Door;
import vn.motcua.identity.SignedIn.OfficerAt;
import vn.motcua.organization.Unit;
import vn.motcua.organization.Units;
import vn.motcua.shared.Language;
import vn.motcua.shared.Languages;
import vn.motcua.shared.Messages;
import vn.motcua.shared.Pages;
import vn.motcua.shared.Refused;
import vn.motcua.shared.VietnamTime;

/** The asked side: what a unit is asked, with the papers chosen for it and nothing else, and its answer. */
@Controller
public class OpinionPages {

    private final Consultations consultations;
    private final HigherUnits above;
    private final Units units;
    private final Uploads uploads;
    private final HeldFiles held;
    private final Downloads downloads;
    private final Messages messages;
    private final Clock clock;

    OpinionPages(
            Consultations consultations,
            HigherUnits above,
            Units units,
            Uploads uploads,
            HeldFiles held,
            Downloads downloads,
            Messages messages,
            Clock clock) {
        this.consultations = consultations;
        this.above = above;
        this.units = units;
        this.uploads = uploads;
        this.held = held;
        this.downloads = downloads;
        this.messages = messages;
        this.clock = clock;
    }

    /** All that the officer's units are asked, and what units below wait for. */
    public record ListView(List<Line> lines, List<Above> above) {}

    /**
     * A dossier of a unit below that waits for a decision of the officer's unit.
     *
     * @param until by when; empty where no day was said
     * @param late whether that day has passed
     */
    public record Above(
            String href, String number, String procedure, String from, String since, String until, boolean late) {}

    /** One of them. */
    public record Line(
            String href, String number, String procedure, String from, String due, String state, String tone) {}

    /**
     * One question.
     *
     * @param open whether it waits for an answer
     * @param answer what was answered; empty
     */
    public record View(
            String here,
            String number,
            String procedure,
            String from,
            String asked,
            String question,
            List<Paper> papers,
            String due,
            String silence,
            String state,
            String tone,
            boolean open,
            String answer,
            List<ConsultationPages.Choice> stances,
            String chosen,
            String typed,
            String problem,
            List<StoredFile> held,
            boolean virusChecked) {}

    /** A paper that was chosen for them. */
    public record Paper(String href, String name) {}

    @Door(Door.Who.OFFICER)
    @GetMapping("/desk/consultations")
    ModelAndView list(OfficerAt who, HttpServletRequest request) {
        var language = Languages.of(request);
        var now = clock.instant();
        return Pages.show(
                "consultation/list",
                new ListView(
                        consultations.asked(who).stream()
                                .map(it -> {
                                    var party = it.party(consultations.unit(who, it))
                                            .orElseThrow();
                                    return new Line(
                                            "/desk/consultations/" + it.id(),
                                            it.number(),
                                            it.procedure(),
                                            from(it, language),
                                            VietnamTime.moment(party.due()),
                                            ConsultationPages.state(party, now, messages, language),
                                            ConsultationPages.tone(party, now));
                                })
                                .toList(),
                        above.asked(who, now, language).stream()
                                .map(it -> new Above(
                                        "/desk/dossiers/" + it.dossier(),
                                        it.number(),
                                        it.procedure(),
                                        it.from(),
                                        VietnamTime.moment(it.since()),
                                        it.until().map(VietnamTime::day).orElse(""),
                                        it.late(now)))
                                .toList()));
    }

    @Door(Door.Who.OFFICER)
    @GetMapping("/desk/consultations/{id}")
    ModelAndView question(OfficerAt who, @PathVariable String id, HttpServletRequest request) {
        return show(who, id, "", "", "", List.of(), HttpStatus.OK, Languages.of(request));
    }

    @Door(Door.Who.OFFICER)
    @GetMapping("/desk/consultations/{id}/papers/{paper}")
    ResponseEntity<?> paper(OfficerAt who, @PathVariable String id, @PathVariable String paper) {
        var found = consultations.paper(who, ConsultationPages.id(id), paper);
        return downloads.inline(
                FileId.of(found.file().orElseThrow(() -> new Refused(AccessRefusal.NOT_THERE))), found.name());
    }

    @Door(Door.Who.OFFICER)
    @PostMapping("/desk/consultations/{id}")
    ModelAndView answer(
            OfficerAt who,
            @PathVariable String id,
            @RequestParam Map<String, String> typed,
            HttpServletRequest request) {
        var language = Languages.of(request);
        var chosen = typed.getOrDefault("stance", "");
        var text = typed.getOrDefault("text", "");
        var files = new ArrayList<StoredFile>();
        try {
            held.collect(files, request, who.scope(), 1);
            var kept = last(files);
            consultations.answer(
                    who,
                    ConsultationPages.id(id),
                    new Consultations.Answer(
                            stance(chosen),
                            text,
                            kept.map(StoredFile::id),
                            kept.map(StoredFile::name).orElse("")));
        } catch (Refused refused) {
            if (!(refused.code() instanceof ConsultationRefusal || refused.code() instanceof DocumentRefusal)) {
                throw refused;
            }
            var status = refused.code() == ConsultationRefusal.CONSULT_SETTLED
                    ? HttpStatus.CONFLICT
                    : HttpStatus.UNPROCESSABLE_CONTENT;
            return show(
                    who,
                    id,
                    chosen,
                    text,
                    messages.say(language, refused),
                    last(files).stream().toList(),
                    status,
                    language);
        }
        consultations.goOn();
        return new ModelAndView("redirect:" + language.prefix() + "/desk/consultations/" + id);
    }

    /** One paper goes with an answer: the one chosen last. */
    static Optional<StoredFile> last(List<StoredFile> files) {
        return files.isEmpty() ? Optional.empty() : Optional.of(files.getLast());
    }

    private ModelAndView show(
            OfficerAt who,
            String id,
            String chosen,
            String typed,
            String problem,
            List<StoredFile> files,
            HttpStatus status,
            Language language) {
        var it = consultations.open(who, ConsultationPages.id(id));
        var party = it.party(consultations.unit(who, it)).orElseThrow();
        var now = clock.instant();
        var here = "/desk/consultations/" + it.id();
        return Pages.show(
                "consultation/question",
                new View(
                        here,
                        it.number(),
                        it.procedure(),
                        from(it, language),
                        it.askedByName() + ", " + VietnamTime.moment(it.askedAt()),
                        it.question(),
                        party.holds()
                                ? consultations.papers(it).stream()
                                        .map(one -> new Paper(here + "/papers/" + one.id(), one.name()))
                                        .toList()
                                : List.of(),
                        VietnamTime.moment(party.due()),
                        messages.say(language, "consultation.silence." + party.silence() + ".what"),
                        ConsultationPages.state(party, now, messages, language),
                        ConsultationPages.tone(party, now),
                        party.holds(),
                        party.stance()
                                        .map(one -> messages.say(language, "consultation.stance." + one) + ". ")
                                        .orElse("")
                                + party.answer(),
                        Arrays.stream(Stance.values())
                                .map(one -> new ConsultationPages.Choice(
                                        one.name(), messages.say(language, "consultation.stance." + one)))
                                .toList(),
                        chosen,
                        typed,
                        problem,
                        files,
                        uploads.checkedForViruses()),
                status);
    }

    private String from(Consultation it, Language language) {
        return units.unit(it.askingUnit()).map((Unit one) -> one.name(language)).orElse("");
    }

    private static Optional<Stance> stance(String word) {
        return Arrays.stream(Stance.values())
                .filter(it -> it.name().equals(word))
                .findFirst();
    }
}
