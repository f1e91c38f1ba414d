package vn.motcua.signin.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import vn.motcua.identity.CurrentVisitor;
import vn.motcua.identity.Door;
import vn.motcua.identity.Door.Who;
import vn.motcua.identity.Proof;
import vn.motcua.identity.Sessions;
import vn.motcua.shared.Languages;
import vn.motcua.shared.Pages;
import vn.motcua.shared.Refused;
import vn.motcua.signin.OpenIdSignIn;
import vn.motcua.signin.Providers;

/** Signing out here, at the provider, and by the provider. */
@Controller
public class SignOutPages {

    private static final String ONWARD = SignOutPages.class.getName() + ".onward";

    private final Sessions sessions;
    private final Providers providers;
    private final OpenIdSignIn signIn;
    private final CurrentVisitor visitor;

    SignOutPages(Sessions sessions, Providers providers, OpenIdSignIn signIn, CurrentVisitor visitor) {
        this.sessions = sessions;
        this.providers = providers;
        this.signIn = signIn;
        this.visitor = visitor;
    }

    @Door(Who.PUBLIC)
    @PostMapping("/sign-out")
    String signOut(HttpServletRequest request, HttpServletResponse response) {
        var voucher = visitor.proof().flatMap(Proof::voucher);
        sessions.end(request, response);
        response.setHeader("Clear-Site-Data", "\"cache\", \"storage\"");
        var onward = voucher.flatMap(it -> signIn.signOut(it, request));
        onward.ifPresent(it -> request.getSession().setAttribute(ONWARD, it));
        return onward.isPresent() ? "redirect:/sign-out/onward" : "redirect:/";
    }

    /**
     * On to the provider. A page of its own, because our forms may lead nowhere else ({@code form-action 'self'}), not
     * even by a redirect.
     */
    @Door(Who.PUBLIC)
    @GetMapping("/sign-out/onward")
    ModelAndView onward(HttpServletRequest request, HttpServletResponse response) {
        var session = request.getSession(false);
        if (session == null || !(session.getAttribute(ONWARD) instanceof String it)) {
            return new ModelAndView("redirect:/");
        }
        session.invalidate();
        var address = it.startsWith("/") ? Languages.of(request).prefix() + it : it;
        response.setHeader("Refresh", "0; url=" + address);
        return Pages.show("signin/signed-out", new View(address));
    }

    /** A provider says that somebody has signed out (OpenID Connect Back-Channel Logout 1.0). */
    @Door(Who.PUBLIC)
    @PostMapping("/sign-out/by/{provider}")
    ResponseEntity<Void> by(
            @PathVariable String provider, @RequestParam(name = "logout_token", defaultValue = "") String token) {
        var from = providers.find(provider).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        try {
            signIn.signedOut(from, token);
            return ResponseEntity.ok().header("Cache-Control", "no-store").build();
        } catch (Refused refused) {
            return ResponseEntity.badRequest()
                    .header("Cache-Control", "no-store")
                    .build();
        }
    }

    /**
     * What the page shows.
     *
     * @param provider where signing out goes on
     */
    public record View(String provider) {}
}
