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
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import vn.motcua.identity.Arrivals;
import vn.motcua.identity.CurrentVisitor;
import vn.motcua.identity.Door;
import vn.motcua.identity.Door.Who;
import vn.motcua.identity.LocalPath;
import vn.motcua.identity.Proof;
import vn.motcua.identity.SessionAccount;
import vn.motcua.identity.SignInTrail;
import vn.motcua.identity.SignedIn;
import vn.motcua.shared.Language;
import vn.motcua.shared.Pages;
import vn.motcua.shared.Refused;
import vn.motcua.shared.TenantId;
import vn.motcua.signin.OpenIdSignIn;
import vn.motcua.signin.OpenIdSignIn.Finished;
import vn.motcua.signin.Provider;
import vn.motcua.signin.Providers;
import vn.motcua.signin.SignInRefusal;

/** To a provider and back. */
@Controller
public class ProviderPages {

    private static final String ARRIVED = Arrived.class.getName();
    private static final Duration TO_CHOOSE = Duration.ofMinutes(15);

    private final Providers providers;
    private final OpenIdSignIn signIn;
    private final Arrivals arrivals;
    private final CurrentVisitor visitor;
    private final Welcome welcome;
    private final SignInTrail trail;
    private final Clock clock;

    ProviderPages(
            Providers providers,
            OpenIdSignIn signIn,
            Arrivals arrivals,
            CurrentVisitor visitor,
            Welcome welcome,
            SignInTrail trail,
            Clock clock) {
        this.providers = providers;
        this.signIn = signIn;
        this.arrivals = arrivals;
        this.visitor = visitor;
        this.welcome = welcome;
        this.trail = trail;
        this.clock = clock;
    }

    /** Who has come back from their provider and still has to say in whose name they act. */
    private record Arrived(Finished finished, String to, Language language, Instant at) {}

    @Door(Who.PUBLIC)
    @GetMapping("/sign-in/with/{provider}")
    ModelAndView begin(
            @PathVariable String provider, @RequestParam(defaultValue = "/") String to, HttpServletRequest request) {
        var chosen = provider(provider);
        var onward = LocalPath.of(to).orElse("/");
        try {
            return redirect(signIn.begin(chosen, Proof.LOWEST, Optional.empty(), Optional.empty(), onward, request));
        } catch (Refused refused) {
            return redirect(Welcome.problem(refused, onward, Language.VI));
        }
    }

    @Door(Who.PUBLIC)
    @GetMapping(OpenIdSignIn.BACK + "{provider}")
    ModelAndView back(
            @PathVariable String provider,
            @RequestParam Map<String, String> answer,
            Optional<SignedIn> who,
            HttpServletRequest request,
            HttpServletResponse response) {
        var from = provider(provider);
        var begun = signIn.attempt(from, answer, request);
        if (begun.isEmpty()) {
            return redirect(who.filter(_ -> !answer.containsKey("error"))
                    .map(it -> Welcome.onward("/", it))
                    .orElseGet(() -> Welcome.problem(new Refused(SignInRefusal.SIGN_IN_NOT_BEGUN), "/", Language.VI)));
        }
        var attempt = begun.get();
        try {
            var finished = signIn.finish(from, attempt, answer);
            return arrived(new Arrived(finished, attempt.to(), attempt.language(), clock.instant()), request, response);
        } catch (Refused refused) {
            notLetIn(refused, from);
            return redirect(Welcome.problem(refused, attempt.to(), attempt.language()));
        }
    }

    /** Who stopped, or whose provider was away, has not failed; what else there is to write stands where it is known. */
    private void notLetIn(Refused refused, Provider from) {
        var tenant = from.agency().orElse(TenantId.NATIONAL);
        if (refused.code() == SignInRefusal.OFFICER_UNKNOWN) {
            trail.failed(tenant, SignInTrail.Failure.UNKNOWN_OFFICER);
        } else if (refused.code() == SignInRefusal.PROVIDER_NOT_BELIEVED) {
            trail.failed(tenant, SignInTrail.Failure.PROVIDER_NOT_BELIEVED);
        }
    }

    /** In whose name they act, asked when their provider names organisations. */
    @Door(Who.PUBLIC)
    @GetMapping("/sign-in/as")
    ModelAndView inWhoseName(HttpServletRequest request) {
        return waiting(request)
                .map(it -> Pages.show("signin/as", view(it)))
                .orElseGet(() ->
                        redirect(Welcome.problem(new Refused(SignInRefusal.SIGN_IN_NOT_BEGUN), "/", Language.VI)));
    }

    @Door(Who.PUBLIC)
    @PostMapping("/sign-in/as")
    ModelAndView inTheirName(
            @RequestParam(defaultValue = "") String taxCode, HttpServletRequest request, HttpServletResponse response) {
        var arrived = waiting(request).orElseThrow(() -> new Refused(SignInRefusal.SIGN_IN_NOT_BEGUN));
        var claims = arrived.finished().claims();
        var account = taxCode.isEmpty()
                ? arrivals.citizen(claims.person())
                : claims.organisations().stream()
                        .filter(it -> it.taxCode().equals(taxCode))
                        .findFirst()
                        .map(it -> arrivals.business(claims.person(), it))
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return enter(account, arrived, request, response);
    }

    private ModelAndView arrived(Arrived arrived, HttpServletRequest request, HttpServletResponse response) {
        var finished = arrived.finished();
        var claims = finished.claims();
        if (finished.proof().level() < finished.level()) {
            throw new Refused(SignInRefusal.LEVEL_NOT_REACHED);
        }
        var agency = finished.provider().agency();
        if (agency.isPresent()) {
            var voucher = finished.proof().voucher().orElseThrow();
            var officer = arrivals.officer(agency.get(), claims.officer(), voucher.provider(), voucher.subject())
                    .orElseThrow(() -> new Refused(SignInRefusal.OFFICER_UNKNOWN));
            return enter(officer, arrived, request, response);
        }
        var person = claims.person();
        var acting = claims.acting();
        if (acting.isPresent()) {
            return enter(arrivals.business(person, acting.get()), arrived, request, response);
        }
        if (finished.raising().isPresent()) {
            return enter(same(arrived), arrived, request, response);
        }
        if (claims.organisations().isEmpty()) {
            return enter(arrivals.citizen(person), arrived, request, response);
        }
        request.getSession().setAttribute(ARRIVED, arrived);
        return redirect(arrived.language().prefix() + "/sign-in/as");
    }

    /** Who proves more keeps acting in the name in which they act. */
    private SessionAccount same(Arrived arrived) {
        var claims = arrived.finished().claims();
        var now = arrived.finished().raising().orElseThrow();
        var citizen = arrivals.citizen(claims.person());
        if (citizen.equals(now)) {
            return citizen;
        }
        return claims.organisations().stream()
                .map(it -> arrivals.business(claims.person(), it))
                .filter(now::equals)
                .findFirst()
                .orElse(citizen);
    }

    private ModelAndView enter(
            SessionAccount account, Arrived arrived, HttpServletRequest request, HttpServletResponse response) {
        var finished = arrived.finished();
        var proof = finished.proof();
        var raising = finished.raising();
        if (raising.isPresent() && !raising.get().equals(account)) {
            trail.failed(raising.get(), SignInTrail.Failure.ANOTHER_PERSON);
            throw new Refused(SignInRefusal.ANOTHER_PERSON);
        }
        var same = raising.isPresent() && visitor.account().equals(raising);
        var onward = same
                ? welcome.raised(account, proof, arrived.to(), request, response)
                : welcome.in(account, proof, arrived.to(), request, response);
        welcome.unlessSignedOutMeanwhile(finished.signOuts(), proof, request, response);
        return redirect(arrived.language().prefix() + onward);
    }

    private Optional<Arrived> waiting(HttpServletRequest request) {
        var session = request.getSession(false);
        return session != null
                        && session.getAttribute(ARRIVED) instanceof Arrived it
                        && !clock.instant().isAfter(it.at().plus(TO_CHOOSE))
                ? Optional.of(it)
                : Optional.empty();
    }

    private Provider provider(String id) {
        return providers.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static View view(Arrived arrived) {
        var claims = arrived.finished().claims();
        return new View(claims.person().name(), claims.organisations());
    }

    private static ModelAndView redirect(String to) {
        return new ModelAndView("redirect:" + to);
    }

    /**
     * What the page that asks in whose name shows.
     *
     * @param person who signed in
     * @param organisations for which they may act
     */
    public record View(String person, List<Arrivals.Represented> organisations) {}
}
