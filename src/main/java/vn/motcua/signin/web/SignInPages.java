package vn.motcua.signin.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.motcua.identity.Door;
import vn.motcua.identity.Door.Who;
import vn.motcua.identity.IdentityRefusal;
import vn.motcua.identity.LocalPath;
import vn.motcua.identity.SessionEnded;
import vn.motcua.identity.SignIn;
import vn.motcua.identity.SignedIn;
import vn.motcua.identity.web.Filled;
import vn.motcua.shared.Language;
import vn.motcua.shared.Languages;
import vn.motcua.shared.Messages;
import vn.motcua.shared.Pages;
import vn.motcua.shared.RefusalCode;
import vn.motcua.shared.Refused;
import vn.motcua.signin.Provider;
import vn.motcua.signin.Providers;
import vn.motcua.signin.SignInRefusal;

/** The sign-in page: citizens and officers through their providers, local accounts with a password. */
@Controller
public class SignInPages {

    private final SignIn signIn;
    private final Providers providers;
    private final SecondFactorPages secondFactor;
    private final Messages messages;

    SignInPages(SignIn signIn, Providers providers, SecondFactorPages secondFactor, Messages messages) {
        this.signIn = signIn;
        this.providers = providers;
        this.secondFactor = secondFactor;
        this.messages = messages;
    }

    @Door(Who.PUBLIC)
    @GetMapping("/sign-in")
    ModelAndView form(
            @RequestParam(defaultValue = "/") String to,
            @RequestParam(defaultValue = "") String problem,
            Optional<SignedIn> who,
            HttpServletRequest request) {
        var sentence = sentence(problem, Languages.of(request));
        return who.filter(_ -> sentence.isEmpty())
                .map(it -> new ModelAndView("redirect:" + Welcome.onward(to, it)))
                .orElseGet(() -> show(to, sentence, Filled.empty(), HttpStatus.OK, request));
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
            case SignIn.Answer.Welcome(var account) -> secondFactor.after(account, to, request, response);
            case SignIn.Answer.Wrong _ -> {
                var form = filled(userName, say(request, "signin.wrong"));
                yield show(to, "", form, HttpStatus.UNPROCESSABLE_CONTENT, request);
            }
            case SignIn.Answer.Wait(var time) -> {
                response.setHeader("Retry-After", Long.toString(time.toSeconds() + 1));
                var form = filled(userName, say(request, "signin.wait", minutes(time)));
                yield show(to, "", form, HttpStatus.TOO_MANY_REQUESTS, request);
            }
        };
    }

    @Door(Who.PUBLIC)
    @GetMapping("/session-ended")
    ModelAndView sessionEnded(@RequestParam(defaultValue = "/") String to) {
        return Pages.show(
                "identity/session-ended", new SessionEnded.View(LocalPath.of(to).orElse("/")));
    }

    private ModelAndView show(String to, String problem, Filled form, HttpStatus status, HttpServletRequest request) {
        var language = Languages.of(request);
        var all = providers.all();
        var view = new View(
                LocalPath.of(to).orElse("/"),
                problem,
                form,
                ways(all, it -> it.agency().isEmpty(), language),
                ways(all, it -> it.agency().isPresent(), language),
                all.stream().anyMatch(Provider::sandbox));
        return Pages.show("signin/sign-in", view, status);
    }

    private static List<Way> ways(List<Provider> all, Predicate<Provider> which, Language language) {
        return all.stream()
                .filter(which)
                .map(it -> new Way(it.id(), it.name(language)))
                .toList();
    }

    private String sentence(String problem, Language language) {
        return Arrays.<RefusalCode[]>asList(
                        SignInRefusal.values(), new RefusalCode[] {IdentityRefusal.LOGIN_OF_ANOTHER})
                .stream()
                .flatMap(Arrays::stream)
                .filter(it -> it.name().equals(problem))
                .findFirst()
                .map(it -> messages.say(language, new Refused(it)))
                .orElse("");
    }

    /** As it stands in a query. */
    public static String encoded(String text) {
        return Welcome.encoded(text);
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

    /** A provider, as a button. */
    public record Way(String provider, String name) {}

    /**
     * What the page shows.
     *
     * @param to where to go on
     * @param problem why signing in did not work just now, empty when it was not tried
     * @param citizens the providers of citizens and organisations
     * @param agencies the providers of officers
     * @param sandbox whether people behind the providers are invented
     */
    public record View(
            String to, String problem, Filled form, List<Way> citizens, List<Way> agencies, boolean sandbox) {}
}
