package vn.motcua.filing.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.motcua.catalogue.Channel;
import vn.motcua.catalogue.Circumstances;
import vn.motcua.catalogue.Edition;
import vn.motcua.catalogue.KnownFacts;
import vn.motcua.catalogue.TrialDesk;
import vn.motcua.filing.Step;
import vn.motcua.form.Facts;
import vn.motcua.identity.Door;
import vn.motcua.identity.Door.Who;
import vn.motcua.identity.SignedIn.OfficerAt;
import vn.motcua.shared.Languages;
import vn.motcua.shared.Messages;
import vn.motcua.shared.Pages;

/**
 * An edition of a procedure as whoever files it will see it, for its authors and reviewers: the steps, fields and conditions of
 * filing, over the same definitions and field templates. Nothing is kept: what was typed travels with the page.
 */
@Controller
class PreviewPages {

    private static final String PREVIEW = "/admin/procedures/revisions/{code}/{no}/preview";

    private final TrialDesk desk;
    private final KnownFacts known;
    private final Messages messages;
    private final Clock clock;

    PreviewPages(TrialDesk desk, KnownFacts known, Messages messages, Clock clock) {
        this.desk = desk;
        this.known = known;
        this.messages = messages;
        this.clock = clock;
    }

    @Door(Who.OFFICER)
    @GetMapping(PREVIEW)
    ModelAndView begin(OfficerAt who, @PathVariable String code, @PathVariable String no, HttpServletRequest request) {
        return page(who, desk.edition(who, code, no), new LinkedMultiValueMap<>(), request);
    }

    /** The next page, or the same again; no command, for nothing is done. */
    @Door(Who.OFFICER)
    @PostMapping(PREVIEW)
    ModelAndView go(
            OfficerAt who,
            @PathVariable String code,
            @PathVariable String no,
            @RequestParam MultiValueMap<String, String> posted,
            HttpServletRequest request) {
        return page(who, desk.edition(who, code, no), posted, request);
    }

    private ModelAndView page(
            OfficerAt who, Edition edition, MultiValueMap<String, String> posted, HttpServletRequest request) {
        var language = Languages.of(request);
        var address = "/admin/procedures/revisions/" + edition.code() + "/" + edition.no();
        var name = edition.name().isEmpty() ? edition.code() : edition.name();
        var content = desk.content(who, edition);
        if (content.isEmpty()) {
            return Pages.show("filing/preview-none", new PreviewView.None(address, edition.no(), name));
        }
        var preview = new Preview(content.get(), facts(edition), posted);
        var view = preview.view(address, edition.no(), messages, language);
        return Pages.show(
                preview.now() instanceof Step.Papers
                        ? "filing/preview-papers"
                        : preview.now() instanceof Step.Review ? "filing/preview-review" : "filing/preview-section",
                view,
                view.problems().isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    }

    /** Online, now, in the province of a layer; the state holds nothing of nobody. */
    private Facts facts(Edition edition) {
        return known.of(new Circumstances(
                TrialDesk.procedure(edition),
                Channel.ONLINE,
                clock.instant(),
                Optional.empty(),
                TrialDesk.province(edition).orElse(""),
                Set.of()));
    }
}
