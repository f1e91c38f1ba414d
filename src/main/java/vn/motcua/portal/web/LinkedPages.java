package vn.motcua.portal.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import vn.motcua.dossier.TrackingCode;
import vn.motcua.identity.AccessRefusal;
import vn.motcua.identity.ApplicantAct;
import vn.motcua.identity.Door;
import vn.motcua.identity.Door.Who;
import vn.motcua.identity.SignedIn;
import vn.motcua.linked.LinkedFilings;
import vn.motcua.shared.Refused;

/** What can be done to a linked filing as a whole. Each part that is open has its own page for everything else. */
@Controller
class LinkedPages {

    private final Mine mine;
    private final LinkedFilings linked;

    LinkedPages(Mine mine, LinkedFilings linked) {
        this.mine = mine;
        this.linked = linked;
    }

    /** Takes a part back that waits to be opened. Doing it twice is refused the second time, and changes nothing. */
    @Door(value = Who.SIGNED_IN, forAnother = true)
    @PostMapping("/my/{code}/parts/{part}/leave")
    ModelAndView leave(
            @PathVariable String code, @PathVariable String part, SignedIn.Applicant who, HttpServletRequest request) {
        var dossier = mine.open(who, code, ApplicantAct.WITHDRAW, request);
        var asked = TrackingCode.typed(code).orElseThrow(() -> new Refused(AccessRefusal.NOT_THERE));
        linked.leave(asked, part);
        return new ModelAndView("redirect:/my/" + dossier.code().value());
    }
}
