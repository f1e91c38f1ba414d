package vn.motcua.catalogue.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import vn.motcua.catalogue.TrialDesk;
import vn.motcua.identity.Door;
import vn.motcua.identity.Door.Who;
import vn.motcua.identity.SignedIn.OfficerAt;
import vn.motcua.shared.Languages;
import vn.motcua.shared.Messages;
import vn.motcua.shared.Pages;

/** What an edition says to people, and what it asks of them, for its authors and reviewers. */
@Controller
class TrialPages {

    private final TrialDesk desk;
    private final EditionPages pages;
    private final Messages messages;

    TrialPages(TrialDesk desk, EditionPages pages, Messages messages) {
        this.desk = desk;
        this.pages = pages;
        this.messages = messages;
    }

    @Door(Who.OFFICER)
    @GetMapping("/admin/procedures/revisions/{code}/{no}/check")
    ModelAndView check(OfficerAt who, @PathVariable String code, @PathVariable String no, HttpServletRequest request) {
        var edition = pages.edition(who, code, no);
        return Pages.show(
                "catalogue/trial",
                new TrialWords(messages, Languages.of(request)).view(edition, desk.check(who, edition), desk.rates()));
    }
}
