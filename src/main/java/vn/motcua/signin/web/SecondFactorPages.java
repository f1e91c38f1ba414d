package vn.motcua.signin.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.motcua.document.QrCode;
import vn.motcua.identity.Accounts;
import vn.motcua.identity.CurrentVisitor;
import vn.motcua.identity.Door;
import vn.motcua.identity.Door.Who;
import vn.motcua.identity.LocalPath;
import vn.motcua.identity.Proof;
import vn.motcua.identity.SessionAccount;
import vn.motcua.identity.Sessions;
import vn.motcua.identity.SignedIn;
import vn.motcua.identity.web.Filled;
import vn.motcua.shared.Languages;
import vn.motcua.shared.Messages;
import vn.motcua.shared.Pages;
import vn.motcua.shared.VietnamTime;
import vn.motcua.signin.SecondFactors;
import vn.motcua.signin.SignInRefusal;

/** The second factor of a local account: asked for after the password, set up the first time, proved when a page asks. */
@Controller
public class SecondFactorPages {

    /** Where a signed-in local account proves its second factor. */
    static final String PROVE = "/sign-in/code";

    private static final String SET_UP = "/sign-in/second-factor";
    private static final String PENDING = Pending.class.getName();
    private static final String SECRET = SecondFactorPages.class.getName() + ".secret";
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final SecondFactors factors;
    private final Accounts accounts;
    private final Sessions sessions;
    private final CurrentVisitor visitor;
    private final Welcome welcome;
    private final Messages messages;
    private final Clock clock;

    SecondFactorPages(
            SecondFactors factors,
            Accounts accounts,
            Sessions sessions,
            CurrentVisitor visitor,
            Welcome welcome,
            Messages messages,
            Clock clock) {
        this.factors = factors;
        this.accounts = accounts;
        this.sessions = sessions;
        this.visitor = visitor;
        this.welcome = welcome;
        this.messages = messages;
        this.clock = clock;
    }

    /** Whose password was right and who is not signed in yet. */
    private record Pending(SessionAccount account, String to, Instant since) {}

    /** What follows a right password. */
    ModelAndView after(SessionAccount account, String to, HttpServletRequest request, HttpServletResponse response) {
        var has = factors.has(account);
        if (!has && !factors.required()) {
            var proof = Proof.local(Proof.LOWEST, clock.instant());
            return redirect(welcome.in(account, proof, to, request, response));
        }
        sessions.end(request, response);
        request.getSession().setAttribute(PENDING, new Pending(account, to, clock.instant()));
        return redirect(has ? PROVE : SET_UP);
    }

    @Door(Who.PUBLIC)
    @GetMapping(PROVE)
    ModelAndView ask(@RequestParam(defaultValue = "") String to, HttpServletRequest request) {
        return concerned(to, request)
                .map(it -> factors.has(it.account())
                        ? show("signin/code", it, Filled.empty(), HttpStatus.OK)
                        : redirect(SET_UP + "?to=" + Welcome.encoded(it.to())))
                .orElseGet(SecondFactorPages::tooLate);
    }

    @Door(Who.PUBLIC)
    @PostMapping(PROVE)
    ModelAndView prove(
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response) {
        var concerned = concerned(to, request);
        if (concerned.isEmpty()) {
            return tooLate();
        }
        var it = concerned.get();
        return switch (factors.check(it.account(), code)) {
            case SecondFactors.Answer.Right _ -> redirect(enter(it, request, response));
            case SecondFactors.Answer.Wrong _ -> {
                var form = new Filled(Map.of(), Map.of("code", say(request, "signin.code.wrong")));
                yield show("signin/code", it, form, HttpStatus.UNPROCESSABLE_CONTENT);
            }
            case SecondFactors.Answer.Wait(var time) -> {
                response.setHeader("Retry-After", Long.toString(time.toSeconds() + 1));
                var sentence = say(request, "signin.wait", time.toMinutes() + 1);
                yield show(
                        "signin/code",
                        it,
                        new Filled(Map.of(), Map.of("code", sentence)),
                        HttpStatus.TOO_MANY_REQUESTS);
            }
        };
    }

    @Door(Who.PUBLIC)
    @GetMapping(SET_UP)
    ModelAndView setUp(@RequestParam(defaultValue = "") String to, HttpServletRequest request) {
        var concerned = concerned(to, request).filter(this::mayReplace);
        if (concerned.isEmpty()) {
            return tooLate();
        }
        request.getSession().setAttribute(SECRET, factors.newSecret());
        return showSetUp(concerned.get(), Filled.empty(), HttpStatus.OK, request);
    }

    @Door(Who.PUBLIC)
    @PostMapping(SET_UP)
    ModelAndView confirm(
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response) {
        var concerned = concerned(to, request).filter(this::mayReplace);
        if (concerned.isEmpty() || !(request.getSession().getAttribute(SECRET) instanceof String secret)) {
            return tooLate();
        }
        var codes = factors.confirm(concerned.get().account(), secret, code);
        if (codes.isEmpty()) {
            var form = new Filled(Map.of(), Map.of("code", say(request, "signin.code.wrong")));
            return showSetUp(concerned.get(), form, HttpStatus.UNPROCESSABLE_CONTENT, request);
        }
        request.getSession().removeAttribute(SECRET);
        var onward = enter(concerned.get(), request, response);
        // What was signed in before with another factor, or none, proves nothing any more
        sessions.endOthers(concerned.get().account(), request);
        return Pages.show("signin/recovery-codes", new Codes(codes.get(), onward));
    }

    private String enter(Concerned it, HttpServletRequest request, HttpServletResponse response) {
        var proof = Proof.local(Proof.HIGH, clock.instant());
        return it.signedIn()
                ? welcome.raised(it.account(), proof, it.to(), request, response)
                : welcome.in(it.account(), proof, it.to(), request, response);
    }

    /** Who has a second factor and has not proved it may not put another in its place. */
    private boolean mayReplace(Concerned it) {
        var proved = it.signedIn()
                && visitor.proof().filter(proof -> proof.level() >= Proof.HIGH).isPresent();
        return proved || !factors.has(it.account());
    }

    /** Whose second factor it is about: of whoever just typed their password, or of the local account signed in. */
    private Optional<Concerned> concerned(String to, HttpServletRequest request) {
        var local = visitor.proof().filter(it -> it.voucher().isEmpty()).flatMap(_ -> visitor.account());
        if (local.isPresent()) {
            return local.map(it -> new Concerned(it, LocalPath.of(to).orElse("/"), true));
        }
        var session = request.getSession(false);
        return session != null
                        && session.getAttribute(PENDING) instanceof Pending it
                        && !clock.instant().isAfter(it.since().plus(PATIENCE))
                ? Optional.of(new Concerned(it.account(), it.to(), false))
                : Optional.empty();
    }

    private ModelAndView showSetUp(Concerned it, Filled form, HttpStatus status, HttpServletRequest request) {
        var secret = String.valueOf(request.getSession().getAttribute(SECRET));
        var name = accounts.signedIn(it.account()).map(SignedIn::name).orElse("");
        var title = say(request, "signin.setUp.qr");
        var view = new SetUp(
                form,
                it.to(),
                QrCode.of(SecondFactors.address(secret, name)).svg(title),
                String.join(" ", secret.split("(?<=\\G.{4})")),
                factors.resetAt(it.account()).map(VietnamTime::moment).orElse(""));
        return Pages.show("signin/second-factor", view, status);
    }

    private static ModelAndView show(String template, Concerned it, Filled form, HttpStatus status) {
        return Pages.show(template, new Code(form, it.to()), status);
    }

    private static ModelAndView tooLate() {
        return redirect("/sign-in?problem=" + SignInRefusal.SIGN_IN_NOT_BEGUN);
    }

    private static ModelAndView redirect(String to) {
        return new ModelAndView("redirect:" + to);
    }

    private String say(HttpServletRequest request, String key, Object... arguments) {
        return messages.say(Languages.of(request), key, arguments);
    }

    private record Concerned(SessionAccount account, String to, boolean signedIn) {}

    /** The page that asks for a code. */
    public record Code(Filled form, String to) {}

    /**
     * The page that sets up an authenticator application.
     *
     * @param qr as {@code <svg>}
     * @param secret for typing
     * @param resetAt when administrators took the one before away; empty when they did not
     */
    public record SetUp(Filled form, String to, String qr, String secret, String resetAt) {}

    /**
     * The codes for paper, shown once.
     *
     * @param onward where to go on
     */
    public record Codes(List<String> codes, String onward) {}
}
