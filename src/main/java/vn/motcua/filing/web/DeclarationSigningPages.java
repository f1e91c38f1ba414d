package vn.motcua.filing.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.motcua.document.Downloads;
import vn.motcua.filing.Case;
import vn.motcua.filing.DeclarationSigning;
import vn.motcua.filing.DeclarationSigning.Attempt;
import vn.motcua.filing.DeclarationSigning.Outcome;
import vn.motcua.filing.DraftDesk;
import vn.motcua.filing.DraftId;
import vn.motcua.filing.FilingRefusal;
import vn.motcua.filing.SignedDeclarations;
import vn.motcua.filing.SigningRefusal;
import vn.motcua.identity.Door;
import vn.motcua.identity.Door.Who;
import vn.motcua.identity.SignedIn;
import vn.motcua.shared.Languages;
import vn.motcua.shared.Pages;
import vn.motcua.shared.Refused;

/** Signing a declaration before it is filed: on to the provider, and back. */
@Controller
public class DeclarationSigningPages {

    private static final Logger LOG = LoggerFactory.getLogger(DeclarationSigningPages.class);

    private final Opened opened;
    private final DraftDesk desk;
    private final DeclarationSigning signing;
    private final ReviewPages review;
    private final Downloads downloads;
    private final Clock clock;

    DeclarationSigningPages(
            Opened opened,
            DraftDesk desk,
            DeclarationSigning signing,
            ReviewPages review,
            Downloads downloads,
            Clock clock) {
        this.opened = opened;
        this.desk = desk;
        this.signing = signing;
        this.review = review;
        this.downloads = downloads;
        this.clock = clock;
    }

    /** Begins: what was declared is saved, the certificate is found. Posted from the last page, together with its form. */
    @Door(Who.SIGNED_IN)
    @PostMapping("/drafts/{id}/sign")
    ModelAndView begin(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String provider,
            @RequestParam MultiValueMap<String, String> posted,
            SignedIn who,
            HttpServletRequest request) {
        return opened.with(who, id, before -> {
            var citizen = own(who);
            try {
                return switch (signing.begin(
                        citizen, before.draft().id(), posted, provider, home(request), Languages.of(request))) {
                    case Outcome.Onward(var attempt) -> {
                        SigningAttempts.of(request).add(attempt);
                        yield Opened.to(Opened.address(before) + "/sign");
                    }
                    case Outcome.NotYet(var of, var missing, var wrong) ->
                        review.notYet(who, of, missing, wrong, request);
                };
            } catch (Refused refused) {
                return reviewOf(before.draft().id(), "", refused);
            }
        });
    }

    /**
     * On to the provider, by a link that says what they are told there: our forms may lead nowhere else ({@code form-action
     * 'self'}), not even by a redirect.
     */
    @Door(Who.SIGNED_IN)
    @GetMapping("/drafts/{id}/sign")
    ModelAndView onward(@PathVariable String id, SignedIn who, HttpServletRequest request) {
        return opened.with(
                who,
                id,
                of -> SigningAttempts.of(request)
                        .of(of.draft().id(), own(who).account(), clock.instant())
                        .map(it -> onward(of, it, request))
                        .orElseGet(() -> reviewOf(of.draft().id(), "")));
    }

    private static ModelAndView onward(Case of, Attempt attempt, HttpServletRequest request) {
        var onward = attempt.begun().onward();
        var address = onward.startsWith("/") ? Languages.of(request).prefix() + onward : onward;
        return Pages.show("filing/sign", new View(address, Opened.address(of) + "/" + Opened.REVIEW));
    }

    /** Back from the provider, in whatever way; to the last page with a sentence about what came of it. */
    @Door(Who.SIGNED_IN)
    @GetMapping("/signing/back/{provider}")
    ModelAndView back(
            @PathVariable String provider,
            @RequestParam Map<String, String> answer,
            SignedIn who,
            HttpServletRequest request) {
        var state = answer.getOrDefault("state", "");
        if (!(who instanceof SignedIn.Citizen citizen)) {
            throw new Refused(SigningRefusal.SIGNING_NOT_BEGUN);
        }
        var attempts = SigningAttempts.of(request);
        var found = attempts.take(state, provider, citizen.account());
        if (found.isEmpty()) {
            return attempts.used(state, citizen.account())
                    .map(it -> reviewOf(it, ""))
                    .orElseThrow(() -> new Refused(SigningRefusal.SIGNING_NOT_BEGUN));
        }
        var attempt = found.get();
        var prefix = attempt.language().prefix();
        try {
            signed(citizen, attempt, answer);
            return reviewOf(attempt.draft(), prefix);
        } catch (Refused refused) {
            // what was filed meanwhile leads on from the last page to its confirmation
            return refused.code().equals(FilingRefusal.NO_SUCH_DRAFT)
                    ? reviewOf(attempt.draft(), prefix)
                    : reviewOf(attempt.draft(), prefix, refused);
        }
    }

    private void signed(SignedIn.Citizen who, Attempt attempt, Map<String, String> answer) {
        if (SigningAttempts.over(attempt, clock.instant())) {
            throw new Refused(SigningRefusal.SIGNING_TOO_LATE);
        }
        var error = answer.getOrDefault("error", "");
        if (error.equals("access_denied")) {
            throw new Refused(SigningRefusal.SIGNING_STOPPED);
        }
        var code = answer.getOrDefault("code", "");
        if (!error.isEmpty() || code.isEmpty()) {
            LOG.warn("{} sent somebody back without a code", attempt.begun().provider());
            throw new Refused(SigningRefusal.SIGNING_PROVIDER_AWAY);
        }
        signing.finish(who, attempt, code);
    }

    /** The signed declaration of a draft, also one that was signed before something was changed. */
    @Door(Who.SIGNED_IN)
    @GetMapping("/drafts/{id}/signed")
    ResponseEntity<Resource> download(@PathVariable String id, SignedIn who) {
        opened.requireLevel(who, id);
        var known = signing.known(who, desk.open(who, DraftId.of(id)))
                .orElseThrow(() -> new Refused(FilingRefusal.NO_SUCH_DRAFT));
        return downloads.inline(known.signed().file(), SignedDeclarations.NAME);
    }

    private static SignedIn.Citizen own(SignedIn who) {
        if (who instanceof SignedIn.Citizen it) {
            return it;
        }
        throw new Refused(FilingRefusal.NO_SUCH_DRAFT);
    }

    private static ModelAndView reviewOf(DraftId draft, String language) {
        return Opened.to(language + "/drafts/" + draft + "/" + Opened.REVIEW + "#sign");
    }

    /** The same with why it is not signed; whatever else went wrong is no matter of signing. */
    private static ModelAndView reviewOf(DraftId draft, String language, Refused why) {
        if (!(why.code() instanceof SigningRefusal)) {
            throw why;
        }
        return Opened.to(language + "/drafts/" + draft + "/" + Opened.REVIEW + "?sign="
                + why.code().name());
    }

    /** Our own address as the visitor used it. */
    private static String home(HttpServletRequest request) {
        return request.getScheme() + "://" + request.getServerName() + ":" + request.getServerPort();
    }

    /**
     * The page between.
     *
     * @param provider where signing goes on
     * @param stay where one goes who does not sign
     */
    public record View(String provider, String stay) {}
}
