package vn.motcua.filing.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.springframework.web.servlet.ModelAndView;
import vn.motcua.filing.Case;
import vn.motcua.filing.DraftDesk;
import vn.motcua.filing.DraftId;
import vn.motcua.filing.Filed;
import vn.motcua.filing.Step;
import vn.motcua.identity.Proof;
import vn.motcua.identity.SignedIn;
import vn.motcua.identity.StepUp;
import vn.motcua.shared.Language;
import vn.motcua.shared.Languages;
import vn.motcua.shared.VietnamTime;

/** Opens a draft for a page, and knows the way from page to page. */
@Component
class Opened {

    /** The last page, on which everything stands once more. */
    static final String REVIEW = new Step.Review().path();

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private final DraftDesk desk;
    private final StepUp stepUp;

    Opened(DraftDesk desk, StepUp stepUp) {
        this.desk = desk;
        this.stepUp = stepUp;
    }

    /** The page of that draft; one that was filed meanwhile leads to its confirmation. */
    ModelAndView with(SignedIn who, String id, Function<Case, ModelAndView> page) {
        var draft = DraftId.of(id);
        return desk.filed(who, draft).map(it -> confirmation(who, it)).orElseGet(() -> {
            var open = desk.open(who, draft);
            requireLevel(who, open);
            return page.apply(open);
        });
    }

    /** An applicant proves as much as the procedure asks for; at the counter the officer has seen them. */
    private void requireLevel(SignedIn who, Case of) {
        var seen = who instanceof SignedIn.ForAnother it && it.hand() instanceof SignedIn.OfficerAt;
        if (who instanceof SignedIn.Applicant && !seen) {
            stepUp.require(of.procedure().identityLevel());
        }
    }

    /** Before filing itself, which opens the draft in its own transaction. */
    void requireLevel(SignedIn who, String id) {
        var draft = DraftId.of(id);
        if (!stepUp.proved(Proof.HIGH) && desk.filed(who, draft).isEmpty()) {
            requireLevel(who, desk.open(who, draft));
        }
    }

    /** To the confirmation; an officer goes on receiving. */
    static ModelAndView confirmation(SignedIn who, Filed filed) {
        return who instanceof SignedIn.OfficerAt
                ? to("/desk/dossiers/" + filed.dossier())
                : to("/filings/" + filed.code().value() + "/done");
    }

    /** To another page, after something was posted. */
    static ModelAndView to(String path) {
        return new ModelAndView("redirect:" + path);
    }

    /** The path of a draft. */
    static String address(Case of) {
        return "/drafts/" + of.draft().id();
    }

    /** To a page of the draft. */
    static ModelAndView to(Case of, Step step) {
        return to(address(of) + "/" + step.path());
    }

    /** Where the papers of a draft are: on the one page of the counter, or on a page of their own. */
    static String papers(Case of) {
        return of.draft().walkIn().isPresent() ? "/desk/counter/" + of.draft().id() : address(of) + "/papers";
    }

    /** To the page after that one. */
    static ModelAndView after(Case of, Step step, HttpServletRequest request) {
        var steps = of.steps();
        if (fromReview(request)) {
            return to(of, new Step.Review());
        }
        return to(of, steps.get(Math.min(place(of, step) + 1, steps.size() - 1)));
    }

    /** Where the buttons lead that leave a page as it stands, right or wrong: to the page before, or out until later. */
    static Optional<ModelAndView> leaving(
            Case of, Step step, MultiValueMap<String, String> posted, HttpServletRequest request) {
        if (posted.containsKey("back")) {
            return Optional.of(to(frame(of, step, request).back()));
        }
        return posted.containsKey("later") ? Optional.of(to(address(of) + "/kept")) : Optional.empty();
    }

    /** To the first page that has something missing. */
    static ModelAndView resume(Case of) {
        return to(
                of,
                of.steps().stream()
                        .filter(it -> !of.missing(it).isEmpty())
                        .findFirst()
                        .orElse(new Step.Review()));
    }

    /** The section's step as long as it is asked. */
    static Optional<Step.Topic> topic(Case of, String section) {
        return of.steps().stream()
                .filter(it -> it instanceof Step.Topic topic && topic.section().equals(section))
                .map(Step.Topic.class::cast)
                .findFirst();
    }

    /** What stands around that page. */
    static Frame frame(Case of, Step step, HttpServletRequest request) {
        var steps = of.steps();
        var place = place(of, step);
        return new Frame(
                name(of, Languages.of(request)),
                address(of),
                step.path(),
                place + 1,
                steps.size(),
                saved(of),
                fromReview(request) ? address(of) + "/" + REVIEW : before(of, place),
                fromReview(request),
                of.helper()
                        .map(it -> new Frame.Companion(
                                it.name(), VietnamTime.moment(it.until()), "/my/mandates/" + it.mandate())));
    }

    /** Where the page before is, or what lies before the first. */
    private static String before(Case of, int place) {
        if (place > 0) {
            return address(of) + "/" + of.steps().get(place - 1).path();
        }
        return of.toBeFiled() ? "/procedures/" + of.draft().procedure() + "/start" : "/my";
    }

    /** Whoever changes one thing on the last page goes back there, not through all pages between. */
    private static boolean fromReview(HttpServletRequest request) {
        return REVIEW.equals(request.getParameter(Frame.FROM));
    }

    /** The wall clock when it was last saved, and until when it is kept. */
    static Frame.Saved saved(Case of) {
        return new Frame.Saved(TIME.format(VietnamTime.local(of.draft().savedAt())), VietnamTime.day(of.keptUntil()));
    }

    /** The procedure's short name. */
    static String name(Case of, Language language) {
        return of.revision().shortName(language);
    }

    private static int place(Case of, Step step) {
        return Math.max(of.steps().indexOf(step), 0);
    }
}
