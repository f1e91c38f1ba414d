package vn.motcua.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
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
import vn.motcua.identity.AccountId;
import vn.motcua.identity.Accounts;
import vn.motcua.identity.Door;
import vn.motcua.identity.Door.Who;
import vn.motcua.identity.LocalPath;
import vn.motcua.identity.Personas;
import vn.motcua.identity.SessionAccount;
import vn.motcua.identity.SessionEnded;
import vn.motcua.identity.Sessions;
import vn.motcua.identity.SignIn;
import vn.motcua.identity.SignedIn;
import vn.motcua.shared.Languages;
import vn.motcua.shared.Messages;
import vn.motcua.shared.Pages;

/** Signing in and out. */
@Controller
public class SignInPages {

    private final SignIn signIn;
    private final Sessions sessions;
    private final Accounts accounts;
    private final ObjectProvider<Personas> personas;
    private final Messages messages;

    SignInPages(
            SignIn signIn, Sessions sessions, Accounts accounts, ObjectProvider<Personas> personas, Messages messages) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.accounts = accounts;
        this.personas = personas;
        this.messages = messages;
    }

    @Door(Who.PUBLIC)
    @GetMapping("/sign-in")
    ModelAndView form(@RequestParam(defaultValue = "/") String to, Optional<SignedIn> who, HttpServletRequest request) {
        return who.map(it -> new ModelAndView("redirect:" + goOn(to, it)))
                .orElseGet(() -> show(to, Filled.empty(), HttpStatus.OK, request));
    }

    @Door(Who.PUBLIC)
    @PostMapping("/sign-in")
    ModelAndView withPassword(
            @RequestParam(defaultValue = "") String userName,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "/") String to,
            HttpServletRequest request,
            HttpServletResponse response) {
        return switch (signIn.with(userName, password, request.getRemoteAddr())) {
            case SignIn.Answer.Welcome(var account) -> welcome(account, to, request, response);
            case SignIn.Answer.Wrong _ ->
                show(
                        to,
                        filled(userName, say(request, "identity.signIn.wrong")),
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        request);
            case SignIn.Answer.Wait(var time) -> {
                response.setHeader("Retry-After", Long.toString(time.toSeconds() + 1));
                var sentence = say(request, "identity.signIn.wait", minutes(time));
                yield show(to, filled(userName, sentence), HttpStatus.TOO_MANY_REQUESTS, request);
            }
        };
    }

    @Door(Who.PUBLIC)
    @PostMapping("/sign-in/persona")
    ModelAndView asPersona(
            @RequestParam String account,
            @RequestParam(defaultValue = "/") String to,
            HttpServletRequest request,
            HttpServletResponse response) {
        var chosen = Optional.ofNullable(personas.getIfAvailable())
                .flatMap(it -> id(account).flatMap(it::account))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return welcome(chosen, to, request, response);
    }

    @Door(Who.PUBLIC)
    @PostMapping("/sign-out")
    String signOut(HttpServletRequest request, HttpServletResponse response) {
        sessions.end(request, response);
        return "redirect:/";
    }

    @Door(Who.PUBLIC)
    @GetMapping("/session-ended")
    ModelAndView sessionEnded(@RequestParam(defaultValue = "/") String to) {
        return Pages.show(
                "identity/session-ended", new SessionEnded.View(LocalPath.of(to).orElse("/")));
    }

    private ModelAndView welcome(
            SessionAccount account, String to, HttpServletRequest request, HttpServletResponse response) {
        var who = accounts.signedIn(account).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        sessions.begin(account, request, response);
        return new ModelAndView("redirect:" + goOn(to, who));
    }

    /** The page they asked for when it is ours, else their own first page. */
    private static String goOn(String to, SignedIn who) {
        return LocalPath.of(to).filter(it -> !it.equals("/")).orElseGet(() -> switch (who) {
            case SignedIn.Applicant _ -> "/my";
            case SignedIn.OfficerAt _ -> "/desk";
            case SignedIn.Administrator _ -> "/admin";
        });
    }

    private ModelAndView show(String to, Filled form, HttpStatus status, HttpServletRequest request) {
        var groups = Optional.ofNullable(personas.getIfAvailable())
                .map(it -> it.groups(Languages.of(request)))
                .orElse(List.of());
        return Pages.show("identity/sign-in", new View(LocalPath.of(to).orElse("/"), form, groups), status);
    }

    private static Filled filled(String userName, String error) {
        return new Filled(Map.of("userName", userName), Map.of("userName", error));
    }

    private String say(HttpServletRequest request, String key, Object... arguments) {
        return messages.say(Languages.of(request), key, arguments);
    }

    private static long minutes(Duration time) {
        return time.toMinutes() + 1;
    }

    private static Optional<AccountId> id(String text) {
        try {
            return Optional.of(AccountId.of(text));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    /**
     * What the page shows.
     *
     * @param to where to go on
     * @param personas among whom to choose, none in earnest
     */
    public record View(String to, Filled form, List<Personas.Group> personas) {}
}
