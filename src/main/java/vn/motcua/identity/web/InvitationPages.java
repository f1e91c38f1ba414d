package vn.motcua.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.motcua.identity.Door;
import vn.motcua.identity.Door.Who;
import vn.motcua.identity.Invitations;
import vn.motcua.shared.Languages;
import vn.motcua.shared.Messages;
import vn.motcua.shared.Pages;
import vn.motcua.shared.Refused;

/** Where the first administrator of a new tenant makes themselves. The code is typed, never in the address. */
@Controller
public class InvitationPages {

    private final Invitations invitations;
    private final Messages messages;

    InvitationPages(Invitations invitations, Messages messages) {
        this.invitations = invitations;
        this.messages = messages;
    }

    /** The form. */
    public record View(Filled form) {}

    @Door(Who.PUBLIC)
    @GetMapping("/invitation")
    ModelAndView form() {
        return Pages.show("identity/invitation", new View(Filled.empty()));
    }

    @Door(Who.PUBLIC)
    @PostMapping("/invitation")
    ModelAndView accept(
            @RequestParam Map<String, String> typed, HttpServletRequest request, HttpServletResponse response) {
        var language = Languages.of(request);
        var from = request.getRemoteAddr();
        var wait = invitations.waitingTime(from);
        if (wait.isPresent()) {
            response.setHeader("Retry-After", Long.toString(wait.get().toSeconds() + 1));
            var sentence =
                    messages.say(language, "identity.signIn.wait", wait.get().toMinutes() + 1);
            return Pages.show(
                    "identity/invitation",
                    new View(new Filled(typed, Map.of("code", sentence))),
                    HttpStatus.TOO_MANY_REQUESTS);
        }
        try {
            invitations.accept(new Invitations.Accepted(
                    typed.getOrDefault("code", ""),
                    typed.getOrDefault("name", ""),
                    typed.getOrDefault("userName", ""),
                    typed.getOrDefault("password", ""),
                    from));
            return new ModelAndView("redirect:" + language.prefix() + "/sign-in?to=/admin");
        } catch (Refused refused) {
            return Pages.show(
                    "identity/invitation",
                    new View(Forms.wrong(typed, refused, messages, language, "name")),
                    HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }
}
