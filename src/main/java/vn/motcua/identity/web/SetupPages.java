package vn.motcua.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import vn.motcua.identity.Door;
import vn.motcua.identity.Door.Who;
import vn.motcua.identity.Setup;
import vn.motcua.organization.Kinds;
import vn.motcua.shared.Language;
import vn.motcua.shared.Languages;
import vn.motcua.shared.Messages;
import vn.motcua.shared.Pages;
import vn.motcua.shared.Refused;

/** The first page of an empty installation; afterwards it does not exist. */
@Controller
public class SetupPages {

    private final ObjectProvider<Setup> setup;
    private final Kinds kinds;
    private final Messages messages;

    SetupPages(ObjectProvider<Setup> setup, Kinds kinds, Messages messages) {
        this.setup = setup;
        this.kinds = kinds;
        this.messages = messages;
    }

    @Door(Who.PUBLIC)
    @GetMapping("/setup")
    ModelAndView form(HttpServletRequest request) {
        open();
        return show(Filled.empty(), HttpStatus.OK, Languages.of(request));
    }

    @Door(Who.PUBLIC)
    @PostMapping("/setup")
    ModelAndView begin(@RequestParam Map<String, String> typed, HttpServletRequest request) {
        var language = Languages.of(request);
        var open = open();
        var wait = open.waitingTime();
        if (wait.isPresent()) {
            var sentence =
                    messages.say(language, "identity.signIn.wait", wait.get().toMinutes() + 1);
            return show(new Filled(typed, Map.of("code", sentence)), HttpStatus.TOO_MANY_REQUESTS, language);
        }
        try {
            open.begin(new Setup.First(
                    typed.containsKey("national"),
                    typed.getOrDefault("code", ""),
                    typed.getOrDefault("name", ""),
                    typed.getOrDefault("userName", ""),
                    typed.getOrDefault("password", ""),
                    typed.getOrDefault("agency", ""),
                    typed.getOrDefault("kind", ""),
                    Forms.given(typed, "agencyCode"),
                    Forms.given(typed, "place")));
        } catch (Refused refused) {
            var form = Forms.wrong(typed, refused, messages, language, "agency");
            return show(form, HttpStatus.UNPROCESSABLE_CONTENT, language);
        }
        return new ModelAndView("redirect:/sign-in?to=/admin");
    }

    private Setup open() {
        return Optional.ofNullable(setup.getIfAvailable())
                .filter(Setup::open)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private ModelAndView show(Filled form, HttpStatus status, Language language) {
        return Pages.show(
                "identity/setup",
                new View(form, open().nationalAlone(), Forms.kinds(kinds.units().values(), language)),
                status);
    }

    /** What the page shows; {@code nationalAlone} where there are agencies already. */
    public record View(Filled form, boolean nationalAlone, List<Forms.Choice> kinds) {}
}
