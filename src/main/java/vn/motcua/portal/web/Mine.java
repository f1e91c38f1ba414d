package vn.motcua.portal.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import vn.motcua.dossier.ApplicantDesk;
import vn.motcua.dossier.ApplicantView;
import vn.motcua.dossier.Tracking;
import vn.motcua.dossier.TrackingCode;
import vn.motcua.identity.AccessRefusal;
import vn.motcua.identity.SignedIn;
import vn.motcua.shared.Languages;
import vn.motcua.shared.Refused;
import vn.motcua.shared.Scope;

/** Opens a dossier for whose it is. What is somebody else's and what never was answer alike. */
@Component
class Mine {

    private final Tracking tracking;
    private final ApplicantDesk desk;

    Mine(Tracking tracking, ApplicantDesk desk) {
        this.tracking = tracking;
        this.desk = desk;
    }

    /** The dossier of that tracking code; the first one where a filing made several. */
    ApplicantView open(SignedIn.Applicant who, String code, HttpServletRequest request) {
        return TrackingCode.typed(code).stream()
                .flatMap(it -> tracking.dossiers(it).stream())
                .findFirst()
                .map(it -> desk.open(who, it, Languages.of(request)))
                .orElseThrow(() -> new Refused(AccessRefusal.NOT_THERE));
    }

    /** The path of its page. */
    static String address(ApplicantView dossier) {
        return "/my/" + dossier.code().value();
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
