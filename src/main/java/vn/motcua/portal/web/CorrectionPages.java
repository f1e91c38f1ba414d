package vn.motcua.portal.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.motcua.dossier.ApplicantView;
import vn.motcua.form.CompiledForm;
import vn.motcua.form.FormDefinition;
import vn.motcua.form.Problem;
import vn.motcua.form.SectionView;
import vn.motcua.identity.AccessRefusal;
import vn.motcua.identity.ApplicantAct;
import vn.motcua.identity.Door;
import vn.motcua.identity.Door.Who;
import vn.motcua.identity.SignedIn;
import vn.motcua.portal.SupplementDesk;
import vn.motcua.shared.Languages;
import vn.motcua.shared.Messages;
import vn.motcua.shared.Pages;
import vn.motcua.shared.Refused;

/** Correcting a part of the form for a supplement; nothing reaches the office before the supplement is sent. */
@Controller
class CorrectionPages {

    /** Buttons of a section that change the page and go on nowhere. */
    private static final Set<String> STAYING = Set.of("show", "add", "remove");

    private final Mine mine;
    private final SupplementDesk desk;
    private final Messages messages;

    CorrectionPages(Mine mine, SupplementDesk desk, Messages messages) {
        this.mine = mine;
        this.desk = desk;
        this.messages = messages;
    }

    /** The section as it was answered. */
    @Door(value = Who.SIGNED_IN, forAnother = true)
    @GetMapping("/my/{code}/supplement/form/{section}")
    ModelAndView correct(
            @PathVariable String code,
            @PathVariable String section,
            SignedIn.Applicant who,
            HttpServletRequest request) {
        var dossier = mine.open(who, code, ApplicantAct.SUPPLEMENT, request);
        if (!dossier.toDo()) {
            return late(dossier, request);
        }
        var answers = desk.draft(who, dossier).answers().orElse(dossier.answers());
        return page(dossier, section(desk.form(dossier), section), answers, List.of(), HttpStatus.OK);
    }

    /** Keeps the correction. */
    @Door(value = Who.SIGNED_IN, forAnother = true)
    @PostMapping("/my/{code}/supplement/form/{section}")
    ModelAndView keep(
            @PathVariable String code,
            @PathVariable String section,
            @RequestParam MultiValueMap<String, String> posted,
            SignedIn.Applicant who,
            HttpServletRequest request) {
        var dossier = mine.open(who, code, ApplicantAct.SUPPLEMENT, request);
        if (!dossier.toDo()) {
            return late(dossier, request);
        }
        var form = desk.form(dossier);
        var id = section(form, section);
        var answers = desk.answer(who, dossier, id, posted);
        if (STAYING.stream().anyMatch(posted::containsKey)) {
            return page(dossier, id, answers, List.of(), HttpStatus.OK);
        }
        var problems = form.validate(id, answers, desk.facts(dossier));
        return problems.stream().anyMatch(it -> it.severity() == Problem.Severity.WRONG)
                ? page(dossier, id, answers, problems, HttpStatus.UNPROCESSABLE_CONTENT)
                : new ModelAndView("redirect:" + Mine.address(dossier) + "/supplement#form");
    }

    /** That section of the form, if it can be corrected; else there is no such page. */
    static String section(CompiledForm form, String id) {
        return form.definition()
                .section(id)
                .filter(it -> !declares(it))
                .map(FormDefinition.Section::id)
                .orElseThrow(() -> new Refused(AccessRefusal.NOT_THERE));
    }

    /** Whether it only asks to agree: that was agreed to at filing. */
    static boolean declares(FormDefinition.Section section) {
        return section.declares();
    }

    private ModelAndView page(
            ApplicantView dossier,
            String section,
            Map<String, Object> answers,
            List<Problem> problems,
            HttpStatus status) {
        var view = SectionView.of(desk.form(dossier), section, answers, desk.facts(dossier), problems);
        return Pages.show(
                "portal/correction",
                new CorrectionView(Mine.address(dossier) + "/supplement", dossier.procedureName(), view),
                status);
    }

    private ModelAndView late(ApplicantView dossier, HttpServletRequest request) {
        return Pages.show(
                "portal/late",
                new LateView(
                        Mine.address(dossier),
                        dossier.procedureName(),
                        messages.say(Languages.of(request), "portal.supplement.notAsked"),
                        "",
                        List.of(),
                        List.of(),
                        dossier.stageName()),
                HttpStatus.CONFLICT);
    }
}
