package vn.motcua.catalogue.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import vn.motcua.catalogue.Edition;
import vn.motcua.catalogue.ProcedurePackage;
import vn.motcua.catalogue.RevisionDesk;
import vn.motcua.catalogue.TrialDesk;
import vn.motcua.identity.Door;
import vn.motcua.identity.Door.Who;
import vn.motcua.identity.SignedIn.OfficerAt;
import vn.motcua.organization.Kinds;
import vn.motcua.shared.Languages;
import vn.motcua.shared.Messages;
import vn.motcua.shared.Pages;

/**
 * The route of an edition and everything that its package decides by expressions, for its authors and reviewers: drawing,
 * list, times against the limit, and which example takes which way.
 */
@Controller
public class EditionRoutePages {

    private final TrialDesk trial;
    private final RevisionDesk desk;
    private final EditionPages pages;
    private final Kinds kinds;
    private final Messages messages;

    EditionRoutePages(TrialDesk trial, RevisionDesk desk, EditionPages pages, Kinds kinds, Messages messages) {
        this.trial = trial;
        this.desk = desk;
        this.pages = pages;
        this.kinds = kinds;
        this.messages = messages;
    }

    /**
     * What the page shows.
     *
     * @param here the address of the edition
     * @param state why there is nothing to draw; empty where there is
     */
    public record View(int no, String name, String here, String state, Optional<RouteView.Shown> shown) {}

    @Door(Who.OFFICER)
    @GetMapping("/admin/procedures/revisions/{code}/{no}/route")
    ModelAndView route(OfficerAt who, @PathVariable String code, @PathVariable String no, HttpServletRequest request) {
        var edition = pages.edition(who, code, no);
        var language = Languages.of(request);
        var content = trial.content(who, edition);
        var views = new RouteViews(kinds, messages, language);
        var shown = content.flatMap(it -> it.routeDefinition().map(route -> views.of(it, route)));
        return Pages.show(
                "catalogue/edition-route",
                new View(
                        edition.no(),
                        edition.name().isEmpty() ? edition.code() : edition.name(),
                        EditionPages.REVISIONS + "/" + edition.code() + "/" + edition.no(),
                        shown.isPresent() ? "" : state(who, edition, content, new EditionWords(messages, language)),
                        shown));
    }

    private String state(OfficerAt who, Edition edition, Optional<ProcedurePackage> content, EditionWords words) {
        if (content.isPresent()) {
            return words.t("route.page.edition.group");
        }
        if (desk.files(who, edition).isEmpty()) {
            return words.t("route.page.edition.record");
        }
        return words.t(
                "route.page.edition.unread",
                desk.problems(edition).stream()
                        .map(words::problem)
                        .map(it -> it.place().isEmpty() ? it.words() : it.place() + ": " + it.words())
                        .findFirst()
                        .orElse("–"));
    }
}
