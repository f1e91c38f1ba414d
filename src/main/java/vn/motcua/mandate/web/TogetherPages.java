package vn.motcua.mandate.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.motcua.identity.AccessRefusal;
import vn.motcua.identity.Door;
import vn.motcua.identity.Door.Who;
import vn.motcua.identity.MandateId;
import vn.motcua.identity.SignedIn;
import vn.motcua.mandate.Mandate;
import vn.motcua.mandate.MandateDesk;
import vn.motcua.mandate.MandateRefusal;
import vn.motcua.mandate.MandateState;
import vn.motcua.mandate.TogetherDesk;
import vn.motcua.shared.Ids;
import vn.motcua.shared.Language;
import vn.motcua.shared.Languages;
import vn.motcua.shared.Messages;
import vn.motcua.shared.Pages;
import vn.motcua.shared.Refused;

/** Where somebody who helps people asks one of them to fill in a draft together, each at their own screen. */
@Controller
public class TogetherPages {

    private static final String HOME = "/together";
    private static final List<Integer> LENGTHS = List.of(15, 30, 60, 120, 240);

    private final TogetherDesk together;
    private final MandateDesk desk;
    private final ShownMandates shown;
    private final Messages messages;

    TogetherPages(TogetherDesk together, MandateDesk desk, ShownMandates shown, Messages messages) {
        this.together = together;
        this.desk = desk;
        this.shown = shown;
        this.messages = messages;
    }

    /** How many minutes may be chosen, up to that many. */
    static List<Integer> lengths(int most) {
        return Stream.concat(
                        LENGTHS.stream().filter(it -> it < most),
                        IntStream.of(most).boxed())
                .toList();
    }

    /** The form, and what is open. */
    @Door(Who.SIGNED_IN)
    @GetMapping(HOME)
    ModelAndView form(SignedIn.Hand who, HttpServletRequest request) {
        return form(
                who,
                "",
                TogetherDesk.AN_HOUR,
                Optional.empty(),
                Ids.next().toString(),
                HttpStatus.OK,
                Languages.of(request));
    }

    /** Asks. */
    @Door(Who.SIGNED_IN)
    @PostMapping(HOME)
    ModelAndView ask(
            SignedIn.Hand who,
            @RequestParam UUID command,
            @RequestParam(defaultValue = "") String procedure,
            @RequestParam(defaultValue = "60") int minutes,
            HttpServletRequest request) {
        try {
            together.ask(who, new MandateId(command), procedure, minutes);
        } catch (Refused refused) {
            if (!(refused.code() instanceof MandateRefusal)) {
                throw refused;
            }
            return form(
                    who,
                    procedure,
                    minutes,
                    Optional.of(refused),
                    command.toString(),
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    Languages.of(request));
        }
        return new ModelAndView("redirect:" + HOME + "/" + command);
    }

    /** One of theirs: the code while it waits, then the way to the draft. */
    @Door(Who.SIGNED_IN)
    @GetMapping(HOME + "/{id}")
    ModelAndView one(SignedIn.Hand who, @PathVariable String id, HttpServletRequest request) {
        return Pages.show("mandate/one", shown.one(who, asked(who, id), HOME, "", Languages.of(request)));
    }

    /** Ends it at once. */
    @Door(Who.SIGNED_IN)
    @PostMapping(HOME + "/{id}/end")
    ModelAndView end(SignedIn.Hand who, @PathVariable String id) {
        desk.end(who, asked(who, id).mandate().id());
        return new ModelAndView("redirect:" + HOME);
    }

    /** What they asked for themselves; the person's own page is another. */
    private MandateDesk.Told asked(SignedIn.Hand who, String id) {
        var told = desk.open(who, new MandateId(Ids.of(id).orElseThrow(TogetherPages::notThere)));
        var mandate = told.mandate();
        if (mandate.together().isEmpty() || !mandate.representative().account().equals(who.account())) {
            throw notThere();
        }
        return told;
    }

    private static Refused notThere() {
        return new Refused(AccessRefusal.NOT_THERE);
    }

    private ModelAndView form(
            SignedIn.Hand who,
            String procedure,
            int minutes,
            Optional<Refused> wrong,
            String command,
            HttpStatus status,
            Language language) {
        var wrongAt = wrong.map(it -> it.code() == MandateRefusal.MINUTES_WRONG ? "minutes" : "procedure");
        return Pages.show(
                "mandate/together",
                new MandateView.Helping(
                        together.body(who),
                        who instanceof SignedIn.OfficerAt,
                        together.procedures().stream()
                                .map(it -> new MandateView.Choice(it.code(), it.shortName(language)))
                                .toList(),
                        procedure,
                        LENGTHS,
                        minutes,
                        together.mine(who).stream()
                                .map(it -> line(it, language))
                                .toList(),
                        wrong.map(it -> messages.say(language, it)).orElse(""),
                        wrongAt.orElse(""),
                        command),
                status);
    }

    private MandateView.Line line(Mandate mandate, Language language) {
        var word = mandate.state() instanceof MandateState.Given ? MandateState.Word.GIVEN : MandateState.Word.ASKED;
        return shown.line(new MandateDesk.Told(mandate, word, Optional.empty(), List.of()), true, language);
    }
}
