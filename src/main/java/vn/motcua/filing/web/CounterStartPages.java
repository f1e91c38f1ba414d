package vn.motcua.filing.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.motcua.filing.CardText;
import vn.motcua.filing.Counter;
import vn.motcua.filing.DraftDesk;
import vn.motcua.form.Problem;
import vn.motcua.form.SectionView;
import vn.motcua.identity.Door;
import vn.motcua.identity.Door.Who;
import vn.motcua.identity.SignedIn;
import vn.motcua.shared.Languages;
import vn.motcua.shared.Messages;
import vn.motcua.shared.Pages;

/** The first page of the counter: who stands there, by card or by number, and what they want to file. */
@Controller
public class CounterStartPages {

    private static final String CHOOSE = "filing.counter.chooseProcedure";

    private final Counter counter;
    private final DraftDesk desk;
    private final Messages messages;

    CounterStartPages(Counter counter, DraftDesk desk, Messages messages) {
        this.counter = counter;
        this.desk = desk;
        this.messages = messages;
    }

    @Door(Who.OFFICER)
    @GetMapping("/desk/counter")
    ModelAndView begin(
            @RequestParam(defaultValue = "") String procedure, SignedIn.OfficerAt officer, HttpServletRequest request) {
        return start(officer, procedure, Map.of(), List.of(), "", request);
    }

    /** Looks the person up by card or by number, or begins. */
    @Door(Who.OFFICER)
    @PostMapping("/desk/counter")
    ModelAndView begin(
            @RequestParam(defaultValue = "") String procedure,
            @RequestParam(defaultValue = "") String card,
            @RequestParam MultiValueMap<String, String> posted,
            SignedIn.OfficerAt officer,
            HttpServletRequest request) {
        if (posted.containsKey("scan")) {
            return scanned(officer, procedure, card, request);
        }
        var answers = counter.form().parse(Counter.PERSON, posted, Map.of());
        if (posted.containsKey("find")) {
            return found(officer, procedure, answers.getOrDefault("number", "") + "", answers, request);
        }
        var problems = counter.form().validate(Counter.PERSON, answers, counter.facts());
        var offered =
                counter.procedures(officer).stream().anyMatch(it -> it.code().equals(procedure));
        if (!problems.isEmpty() || !offered) {
            return start(officer, procedure, answers, problems, offered ? "" : CHOOSE, request);
        }
        return Opened.to("/desk/counter/" + desk.start(officer, procedure, counter.walkIn(officer, answers)));
    }

    private ModelAndView scanned(
            SignedIn.OfficerAt officer, String procedure, String typed, HttpServletRequest request) {
        if (!CardText.scanned(typed)) {
            var number = typed.replaceAll("\\s", "");
            return found(officer, procedure, number, Map.of("number", number), request);
        }
        var card = CardText.read(typed);
        if (card.isEmpty()) {
            return start(officer, procedure, Map.of(), List.of(), "filing.counter.cardUnreadable", request);
        }
        var answers = new LinkedHashMap<String, Object>();
        answers.put("number", card.get().number());
        answers.put("name", card.get().name());
        answers.put("bornOn", card.get().bornOn().toString());
        return found(officer, procedure, card.get().number(), answers, request);
    }

    private ModelAndView found(
            SignedIn.OfficerAt officer,
            String procedure,
            String number,
            Map<String, Object> otherwise,
            HttpServletRequest request) {
        var person = counter.look(officer, number);
        var told = person.isPresent() ? "filing.counter.found" : "filing.counter.notFound";
        var answers = person.<Map<String, Object>>map(counter::answers).orElse(otherwise);
        return start(officer, procedure, answers, List.of(), told, request);
    }

    private ModelAndView start(
            SignedIn.OfficerAt officer,
            String procedure,
            Map<String, Object> answers,
            List<Problem> problems,
            String told,
            HttpServletRequest request) {
        var language = Languages.of(request);
        var procedures = counter.procedures(officer).stream()
                .map(it -> new Offered(it.code(), it.shortName(language)))
                .toList();
        var person = SectionView.of(counter.form(), Counter.PERSON, answers, counter.facts(), problems);
        var wrong = told.equals(CHOOSE);
        return Pages.show(
                "filing/counter-start",
                new Start(
                        procedures,
                        procedure,
                        person,
                        told.isEmpty() || wrong ? "" : messages.say(language, told),
                        !answers.isEmpty(),
                        wrong),
                problems.isEmpty() && !wrong ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    }

    /** A procedure that can be taken in here. */
    public record Offered(String code, String name) {}

    /**
     * The first page of the counter.
     *
     * @param procedure the code that is chosen; empty for none
     * @param told what the look-up found; empty when nobody asked
     * @param known whether anything of the person is filled in
     * @param procedureWrong whether no procedure was chosen
     */
    public record Start(
            List<Offered> procedures,
            String procedure,
            SectionView person,
            String told,
            boolean known,
            boolean procedureWrong) {}
}
