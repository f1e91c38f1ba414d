package vn.motcua.signin.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import vn.motcua.identity.CurrentVisitor;
import vn.motcua.identity.Door;
import vn.motcua.identity.Door.Who;
import vn.motcua.identity.LocalPath;
import vn.motcua.identity.Proof;
import vn.motcua.identity.SignedIn;
import vn.motcua.identity.StepUp;
import vn.motcua.shared.Language;
import vn.motcua.shared.Languages;
import vn.motcua.shared.Pages;
import vn.motcua.shared.Refused;
import vn.motcua.signin.OpenIdSignIn;
import vn.motcua.signin.Provider;
import vn.motcua.signin.Providers;

/** Proving more than one did when signing in, and going on where one was. */
@Controller
public class LevelPages {

    private final Providers providers;
    private final OpenIdSignIn signIn;
    private final CurrentVisitor visitor;
    private final StepUp stepUp;

    LevelPages(Providers providers, OpenIdSignIn signIn, CurrentVisitor visitor, StepUp stepUp) {
        this.providers = providers;
        this.signIn = signIn;
        this.visitor = visitor;
        this.stepUp = stepUp;
    }

    /** Says why more is asked and where that is proved; nothing is lost meanwhile. */
    @Door(Who.SIGNED_IN)
    @GetMapping(StepUp.PATH + "{level}")
    ModelAndView why(
            @PathVariable int level,
            @RequestParam(defaultValue = "/") String to,
            SignedIn who,
            HttpServletRequest request) {
        var onward = LocalPath.of(to).orElse("/");
        if (stepUp.proved(level)) {
            return new ModelAndView("redirect:" + Welcome.onward(onward, who));
        }
        return Pages.show("signin/level", new View(provider(Languages.of(request)), level, onward));
    }

    /** To the provider, or to the second factor of a local account. */
    @Door(Who.SIGNED_IN)
    @GetMapping(StepUp.PATH + "{level}/prove")
    ModelAndView prove(
            @PathVariable int level, @RequestParam(defaultValue = "/") String to, HttpServletRequest request) {
        if (level != Proof.HIGH) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        var onward = LocalPath.of(to).orElse("/");
        var proof = visitor.proof();
        var provider = proof.flatMap(Proof::voucher).flatMap(it -> providers.find(it.provider()));
        if (provider.isEmpty()) {
            return new ModelAndView("redirect:" + SecondFactorPages.PROVE + "?to=" + Welcome.encoded(onward));
        }
        try {
            return new ModelAndView(
                    "redirect:" + signIn.begin(provider.get(), level, visitor.account(), proof, onward, request));
        } catch (Refused refused) {
            return new ModelAndView("redirect:" + Welcome.problem(refused, onward, Language.VI));
        }
    }

    /** The form that was sent too early, filled in as it was. */
    @Door(Who.SIGNED_IN)
    @GetMapping(StepUp.CONTINUE)
    ModelAndView goOn(SignedIn who, HttpServletRequest request) {
        return stepUp.held(request)
                .map(it -> {
                    var fields = new ArrayList<Field>();
                    it.fields().forEach((name, values) -> values.forEach(value -> fields.add(new Field(name, value))));
                    return Pages.show("signin/continue", new Form(it.path(), fields));
                })
                .orElseGet(() -> new ModelAndView("redirect:" + Welcome.onward("/", who)));
    }

    private String provider(Language language) {
        return visitor.proof()
                .flatMap(Proof::voucher)
                .flatMap(it -> providers.find(it.provider()))
                .map((Provider it) -> it.name(language))
                .orElse("");
    }

    /**
     * What the page says.
     *
     * @param provider where more is proved, empty for a local account
     */
    public record View(String provider, int level, String to) {

        /** As it stands in a query. */
        public String toEncoded() {
            return Welcome.encoded(to);
        }
    }

    /** A field as it was sent. */
    public record Field(String name, String value) {}

    /** The form as it was sent. */
    public record Form(String path, List<Field> fields) {}
}
