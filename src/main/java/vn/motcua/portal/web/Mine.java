package vn.motcua.portal.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import vn.motcua.catalogue.Catalogue;
import vn.motcua.dossier.ApplicantDesk;
import vn.motcua.dossier.ApplicantView;
import vn.motcua.dossier.Opening;
import vn.motcua.dossier.Tracking;
import vn.motcua.dossier.TrackingCode;
import vn.motcua.identity.AccessRefusal;
import vn.motcua.identity.ApplicantAct;
import vn.motcua.identity.Decision;
import vn.motcua.identity.SignedIn;
import vn.motcua.identity.StepUp;
import vn.motcua.shared.Languages;
import vn.motcua.shared.Refused;
import vn.motcua.shared.Scope;

/** Opens a dossier for whose it is. What is somebody else's and what never was answer alike. */
@Component
class Mine {

    /** A tracking code and the place of a dossier in its filing. */
    private static final Pattern PLACE = Pattern.compile("([^.]+)\\.(\\d{1,2})");

    private final Tracking tracking;
    private final ApplicantDesk desk;
    private final Catalogue catalogue;
    private final StepUp stepUp;

    Mine(Tracking tracking, ApplicantDesk desk, Catalogue catalogue, StepUp stepUp) {
        this.tracking = tracking;
        this.desk = desk;
        this.catalogue = catalogue;
        this.stepUp = stepUp;
    }

    /** The dossier of that name: the tracking code, with a place where the filing made several; the first without one. */
    ApplicantView open(SignedIn.Applicant who, String word, HttpServletRequest request) {
        var place = PLACE.matcher(word);
        var which = place.matches() ? Integer.parseInt(place.group(2)) : 1;
        return TrackingCode.typed(place.matches() ? place.group(1) : word)
                .flatMap(it -> tracking.dossier(it, Math.max(which, 1)))
                .map(it -> desk.open(who, it, Languages.of(request)))
                .orElseThrow(() -> new Refused(AccessRefusal.NOT_THERE));
    }

    /** The same, for taking that out of it. */
    ApplicantView open(SignedIn.Applicant who, String word, Opening what, HttpServletRequest request) {
        return desk.open(who, open(who, word, request).ref(), what, Languages.of(request));
    }

    /**
     * The same, for doing that with it; a mandate that does not reach so far is refused, whatever the stage, and whoever has
     * proved less than the procedure asks for is asked to prove more.
     */
    ApplicantView open(SignedIn.Applicant who, String word, ApplicantAct act, HttpServletRequest request) {
        var dossier = open(who, word, request);
        if (!reaches(who, dossier, act)) {
            throw new Refused(Decision.Reason.NOT_IN_YOUR_MANDATE);
        }
        prove(dossier);
        return dossier;
    }

    /** Refuses what they may not do with a dossier that they see, and asks for the proof that its procedure needs. */
    void require(SignedIn.Applicant who, ApplicantView dossier, ApplicantAct act) {
        desk.may(who, dossier.ref(), act).orRefuse();
        prove(dossier);
    }

    private void prove(ApplicantView dossier) {
        stepUp.require(catalogue.revision(dossier.revision()).runnableContent().identityLevel());
    }

    /** Whether they may do that with a dossier that they see. */
    boolean may(SignedIn.Applicant who, ApplicantView dossier, ApplicantAct act) {
        return desk.may(who, dossier.ref(), act).permitted();
    }

    /** Whether their mandate lets them do that at all, now or later; always so in one's own matters. */
    boolean reaches(SignedIn.Applicant who, ApplicantView dossier, ApplicantAct act) {
        return !(desk.may(who, dossier.ref(), act) instanceof Decision.Denied(var reason)
                && reason == Decision.Reason.NOT_IN_YOUR_MANDATE);
    }

    /** Whether that is the code of a filing with several dossiers or parts, so that it names no single one. */
    boolean several(String word) {
        return !PLACE.matcher(word).matches()
                && TrackingCode.typed(word)
                        .filter(it -> tracking.dossiers(it).size() > 1
                                || tracking.linked(it).isPresent())
                        .isPresent();
    }

    /** The path of its page. */
    static String address(ApplicantView dossier) {
        return "/my/" + dossier.word();
    }

    /** Back to its page, with a word on what was done. */
    static ModelAndView done(ApplicantView dossier, String what) {
        return new ModelAndView("redirect:" + address(dossier) + "?done=" + what);
    }

    /** In the system that has the dossier. */
    static Scope scope(SignedIn who, ApplicantView dossier) {
        return new Scope(dossier.ref().tenant(), Optional.of(who.account().value()));
    }
}
