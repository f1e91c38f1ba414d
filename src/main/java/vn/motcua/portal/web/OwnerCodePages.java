package vn.motcua.portal.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import vn.motcua.dossier.ApplicantView;
import vn.motcua.identity.AccessRefusal;
import vn.motcua.identity.ApplicantAct;
import vn.motcua.identity.Door;
import vn.motcua.identity.Door.Who;
import vn.motcua.identity.SignedIn;
import vn.motcua.result.OwnerCodes;
import vn.motcua.result.Registered;
import vn.motcua.result.Results;
import vn.motcua.shared.Pages;
import vn.motcua.shared.Refused;
import vn.motcua.shared.VietnamTime;

/** Where the owner of a sensitive result makes the code that lets somebody check it. */
@Controller
class OwnerCodePages {

    private final Mine mine;
    private final Results results;
    private final OwnerCodes codes;

    OwnerCodePages(Mine mine, Results results, OwnerCodes codes) {
        this.mine = mine;
        this.results = results;
        this.codes = codes;
    }

    /** Says what it is for. */
    @Door(Who.SIGNED_IN)
    @GetMapping("/my/{code}/owner-code")
    ModelAndView ask(@PathVariable String code, SignedIn.Applicant who, HttpServletRequest request) {
        var dossier = mine.open(who, code, ApplicantAct.DOWNLOAD_RESULT, request);
        return page(dossier, sensitive(who, dossier), Optional.empty());
    }

    /** Makes one and shows it; a second one ends the first, so that asking again does no harm. */
    @Door(Who.SIGNED_IN)
    @PostMapping("/my/{code}/owner-code")
    ModelAndView make(@PathVariable String code, SignedIn.Applicant who, HttpServletRequest request) {
        var dossier = mine.open(who, code, ApplicantAct.DOWNLOAD_RESULT, request);
        var result = sensitive(who, dossier);
        var made = Mine.scope(who, dossier).call(() -> codes.make(result.id()));
        return page(dossier, result, Optional.of(made));
    }

    private Registered sensitive(SignedIn.Applicant who, ApplicantView dossier) {
        return Mine.scope(who, dossier)
                .call(() -> dossier.result().flatMap(it -> results.of(it.file())))
                .filter(it -> it.draft().sensitive())
                .orElseThrow(() -> new Refused(AccessRefusal.NOT_THERE));
    }

    private static ModelAndView page(ApplicantView dossier, Registered result, Optional<OwnerCodes.OwnerCode> made) {
        return Pages.show(
                "portal/owner-code",
                new OwnerCodeView(
                        Mine.address(dossier),
                        result.draft().number(),
                        result.draft().code().grouped(),
                        made.map(OwnerCodes.OwnerCode::value).orElse(""),
                        made.map(it -> VietnamTime.moment(it.until())).orElse("")));
    }
}
