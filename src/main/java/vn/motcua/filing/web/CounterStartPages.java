package vn.motcua.filing.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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
import vn.motcua.shared.Ids;
import vn.motcua.shared.Languages;
import vn.motcua.shared.Messages;
import vn.motcua.shared.Pages;

/** The first page of the counter: who stands there, by card or by number, and what they want to file. */
@Controller
public class CounterStartPages {

    private static final String NUMBER = "number";

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
        return start(
                officer, new Typed(procedure, "", Ids.next(), counter.form().begin()), Told.NOTHING, request);
    }

    /** Looks the person up by card or by number, or begins; what was typed is kept in each case. */
    @Door(Who.OFFICER)
    @PostMapping("/desk/counter")
    ModelAndView begin(
            @RequestParam(defaultValue = "") String procedure,
            @RequestParam(defaultValue = "") String card,
            @RequestParam(defaultValue = "") String command,
            @RequestParam MultiValueMap<String, String> posted,
            SignedIn.OfficerAt officer,
            HttpServletRequest request) {
        var answers = counter.form().parse(Counter.PERSON, posted, Map.of());
        var typed = new Typed(procedure, card, Ids.of(command).orElseGet(Ids::next), answers);
        // A scanner ends with Enter, which presses the form's first button.
        if (posted.containsKey("scan") || !card.isBlank()) {
            return scanned(officer, typed, request);
        }
        var problems = counter.form().validate(Counter.PERSON, answers, counter.facts());
        if (posted.containsKey("find")) {
            var wrong =
                    problems.stream().filter(it -> it.fieldId().equals(NUMBER)).toList();
            return wrong.isEmpty()
                    ? found(officer, typed, answers.getOrDefault(NUMBER, "") + "", answers, request)
                    : start(officer, typed, new Told("", false, "", wrong), request);
        }
        var offered =
                counter.procedures(officer).stream().anyMatch(it -> it.code().equals(procedure));
        if (!problems.isEmpty() || !offered) {
            return start(officer, typed, new Told("", !offered, "", problems), request);
        }
        return Opened.to(
                "/desk/counter/" + desk.start(officer, procedure, counter.walkIn(officer, answers), typed.command()));
    }

    private ModelAndView scanned(SignedIn.OfficerAt officer, Typed typed, HttpServletRequest request) {
        if (!CardText.scanned(typed.card())) {
            var number = typed.card().replaceAll("\\s", "");
            return number.matches("\\d{12}")
                    ? found(officer, typed, number, Map.of(NUMBER, number), request)
                    : start(officer, typed, new Told("", false, "filing.counter.numberWrong", List.of()), request);
        }
        var card = CardText.read(typed.card());
        if (card.isEmpty()) {
            return start(officer, typed, new Told("", false, "filing.counter.cardUnreadable", List.of()), request);
        }
        var answers = Map.<String, Object>of(
                NUMBER,
                card.get().number(),
                "name",
                card.get().name(),
                "bornOn",
                card.get().bornOn().toString());
        return found(officer, typed, card.get().number(), answers, request);
    }

    private ModelAndView found(
            SignedIn.OfficerAt officer,
            Typed typed,
            String number,
            Map<String, Object> shown,
            HttpServletRequest request) {
        var person = counter.look(officer, number);
        var known = person.<Map<String, Object>>map(counter::answers).orElse(shown);
        var told = person.isPresent() ? "filing.counter.found" : "filing.counter.notFound";
        return start(officer, typed.with(number, known), new Told(told, false, "", List.of()), request);
    }

    private ModelAndView start(SignedIn.OfficerAt officer, Typed typed, Told told, HttpServletRequest request) {
        var language = Languages.of(request);
        var procedures = counter.procedures(officer).stream()
                .map(it -> new Offered(it.code(), it.shortName(language)))
                .toList();
        var problems = told.problems();
        var person = SectionView.of(counter.form(), Counter.PERSON, typed.answers(), counter.facts(), problems);
        var view = new Start(
                procedures,
                typed.procedure(),
                person,
                told.found().isEmpty() ? "" : messages.say(language, told.found()),
                typed.answers().containsKey(NUMBER),
                told.noProcedure(),
                typed.card(),
                told.card().isEmpty() ? "" : messages.say(language, told.card()),
                typed.command().toString());
        return Pages.show(
                "filing/counter-start", view, told.wrong() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
    }

    /** What was typed. */
    private record Typed(String procedure, String card, UUID command, Map<String, Object> answers) {

        /** With who has that number; of what was typed before stays what nobody knows better, unless it was of somebody else. */
        Typed with(String number, Map<String, Object> known) {
            var before = answers.getOrDefault(NUMBER, "") + "";
            var all = new LinkedHashMap<String, Object>();
            if (before.isEmpty() || before.equals(number)) {
                all.putAll(answers);
            }
            known.forEach((field, answer) -> {
                if (!answer.equals("")) {
                    all.put(field, answer);
                }
            });
            return new Typed(procedure, "", command, all);
        }
    }

    /**
     * What the page has to say.
     *
     * @param found key of what the look-up found; empty when nobody asked
     * @param noProcedure whether no procedure was chosen
     * @param card key of what is wrong with the card; empty for nothing
     */
    private record Told(String found, boolean noProcedure, String card, List<Problem> problems) {

        static final Told NOTHING = new Told("", false, "", List.of());

        boolean wrong() {
            return noProcedure || !card.isEmpty() || !problems.isEmpty();
        }
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
     * @param card what was scanned and could not be read
     * @param cardWrong what is wrong with it; empty for nothing
     */
    public record Start(
            List<Offered> procedures,
            String procedure,
            SectionView person,
            String told,
            boolean known,
            boolean procedureWrong,
            String card,
            String cardWrong,
            String command) {}
}
