package vn.motcua.sandbox.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import vn.motcua.identity.AccountId;
import vn.motcua.identity.Door;
import vn.motcua.identity.Door.Who;
import vn.motcua.identity.Personas;
import vn.motcua.sandbox.SandboxIdentity;
import vn.motcua.sandbox.SandboxPeople;
import vn.motcua.sandbox.SandboxProviders;
import vn.motcua.shared.Languages;
import vn.motcua.shared.Outgoing;
import vn.motcua.shared.Pages;
import vn.motcua.signin.OpenIdSignIn;

/** The sandbox provider's own pages: choosing whom to be, and ending what one began. */
@Controller
@Profile("demo")
public class IdentityPages {

    private static final Logger LOG = LoggerFactory.getLogger(IdentityPages.class);
    private static final String BROWSER = "sandbox-identity";

    private final SandboxIdentity identity;
    private final SandboxProviders providers;
    private final SandboxPeople people;
    private final Personas personas;

    IdentityPages(SandboxIdentity identity, SandboxProviders providers, SandboxPeople people, Personas personas) {
        this.identity = identity;
        this.providers = providers;
        this.people = people;
        this.personas = personas;
    }

    @Door(Who.PUBLIC)
    @GetMapping(SandboxProviders.PATH + "/authorize")
    ModelAndView authorize(@RequestParam Map<String, String> asked, HttpServletRequest request) {
        var client = providers.client(asked.getOrDefault("client_id", ""));
        var back = asked.getOrDefault("redirect_uri", "");
        if (client.isEmpty()
                || !leadsBack(back, OpenIdSignIn.BACK + client.get().id(), request)) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        var state = asked.getOrDefault("state", "");
        if (!asked.getOrDefault("response_type", "").equals("code")
                || !List.of(asked.getOrDefault("scope", "").split(" ")).contains("openid")
                || asked.getOrDefault("code_challenge", "").isEmpty()
                || !asked.getOrDefault("code_challenge_method", "").equals("S256")) {
            return back(back, "error", "invalid_request", state);
        }
        if (asked.getOrDefault("prompt", "").equals("none")) {
            return back(back, "error", "login_required", state);
        }
        var level = Set.of(asked.getOrDefault("acr_values", "").split(" ")).contains("2") ? 2 : 1;
        var subject = Optional.ofNullable(asked.get("id_token_hint")).flatMap(identity::subject);
        var number = identity.remember(
                client.get().clientId(),
                back,
                state,
                asked.getOrDefault("nonce", ""),
                asked.getOrDefault("code_challenge", ""),
                level,
                subject);
        var groups = groups(client.get().clientId(), subject, request);
        return Pages.show(
                "sandbox/choose",
                new Choosing(number, client.get().name(Languages.of(request)), level, groups, subject.isPresent()));
    }

    @Door(Who.PUBLIC)
    @PostMapping(SandboxProviders.PATH + "/choose")
    ModelAndView choose(
            @RequestParam String request,
            @RequestParam(defaultValue = "") String account,
            @RequestParam(defaultValue = "0") int level,
            HttpServletRequest http,
            HttpServletResponse response) {
        if (account.isEmpty()) {
            return identity.refuse(request)
                    .map(it -> back(it.back(), "error", "access_denied", it.state()))
                    .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        }
        var asked = identity.asked(request).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var granted = level == 1 || level == 2 ? level : asked.level();
        var browser = browser(http, response);
        return id(account)
                .flatMap(it -> identity.choose(request, it, name(it, http), granted, browser))
                .map(code -> back(asked.back(), "code", code, asked.state()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** Signing out that a client began: ends the session here and tells the client's other sessions of it. */
    @Door(Who.PUBLIC)
    @GetMapping(SandboxProviders.PATH + "/end-session")
    ModelAndView endSession(@RequestParam Map<String, String> asked, HttpServletRequest request) {
        identity.end(asked.getOrDefault("id_token_hint", "")).ifPresent(this::tell);
        var back = asked.getOrDefault("post_logout_redirect_uri", "");
        return new ModelAndView("redirect:" + (leadsBack(back, "/", request) ? back : SandboxProviders.PATH));
    }

    /** Where somebody is signed in with this browser, with a button to end it from the provider's side. */
    @Door(Who.PUBLIC)
    @GetMapping(SandboxProviders.PATH)
    ModelAndView sessions(HttpServletRequest request) {
        var language = Languages.of(request);
        var lines = cookie(request).map(identity::sessions).orElse(List.of()).stream()
                .map(it -> new Line(
                        it.id(),
                        it.name(),
                        providers
                                .client(it.client())
                                .map(at -> at.name(language))
                                .orElse(""),
                        it.level()))
                .toList();
        return Pages.show("sandbox/sessions", new Sessions(lines));
    }

    @Door(Who.PUBLIC)
    @PostMapping(SandboxProviders.PATH + "/sessions/end")
    String end(@RequestParam String session, HttpServletRequest request) {
        cookie(request).flatMap(it -> identity.end(session, it)).ifPresent(this::tell);
        return "redirect:" + SandboxProviders.PATH;
    }

    private void tell(SandboxIdentity.Session session) {
        var home = URI.create(providers.issuer()).resolve("/");
        try {
            Outgoing.to(Set.of(Outgoing.place(home)), Duration.ofSeconds(5), 10_000)
                    .post(
                            home.resolve("/sign-out/by/" + session.client()),
                            "logout_token=" + encoded(identity.logoutToken(session)));
        } catch (Outgoing.Unreachable e) {
            LOG.warn("nobody took the word that a session ended: {}", e.getMessage());
        }
    }

    private List<Personas.Group> groups(String client, Optional<String> subject, HttpServletRequest request) {
        return personas.groups(Languages.of(request)).stream()
                .map(it -> new Personas.Group(
                        it.title(),
                        it.open() || subject.isPresent(),
                        it.cards().stream()
                                .filter(card -> people.find(card.account())
                                        .filter(who -> who.client().equals(client))
                                        .filter(who -> subject.isEmpty()
                                                || who.subject().equals(subject.get()))
                                        .isPresent())
                                .toList()))
                .filter(it -> !it.cards().isEmpty())
                .toList();
    }

    private String name(AccountId account, HttpServletRequest request) {
        return personas.groups(Languages.of(request)).stream()
                .flatMap(it -> it.cards().stream())
                .filter(it -> it.account().equals(account))
                .map(Personas.Card::name)
                .findFirst()
                .orElse("");
    }

    private ModelAndView back(String address, String name, String value, String state) {
        return new ModelAndView("redirect:" + address + "?" + name + "=" + encoded(value) + "&state=" + encoded(state)
                + "&iss=" + encoded(providers.issuer()));
    }

    /** Whether an address is that path on the host which the visitor used: the only place to which we send anybody. */
    private static boolean leadsBack(String address, String path, HttpServletRequest request) {
        return address.equals(
                request.getScheme() + "://" + request.getServerName() + ":" + request.getServerPort() + path);
    }

    private static String browser(HttpServletRequest request, HttpServletResponse response) {
        return cookie(request).orElseGet(() -> {
            var fresh = new Cookie(BROWSER, UUID.randomUUID().toString());
            fresh.setHttpOnly(true);
            fresh.setPath("/");
            fresh.setAttribute("SameSite", "Lax");
            fresh.setSecure(request.isSecure());
            response.addCookie(fresh);
            return fresh.getValue();
        });
    }

    private static Optional<String> cookie(HttpServletRequest request) {
        return Optional.ofNullable(request.getCookies()).stream()
                .flatMap(Arrays::stream)
                .filter(it -> it.getName().equals(BROWSER))
                .map(Cookie::getValue)
                .findFirst();
    }

    private static Optional<AccountId> id(String text) {
        try {
            return Optional.of(AccountId.of(text));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /**
     * The page on which one chooses whom to be.
     *
     * @param request the number of what was asked
     * @param level that was asked for
     * @param same whether only the one who is signed in is offered
     */
    public record Choosing(String request, String client, int level, List<Personas.Group> groups, boolean same) {}

    /** A session, as a line. */
    public record Line(String id, String name, String client, int level) {}

    /** The page of sessions. */
    public record Sessions(List<Line> lines) {}
}
