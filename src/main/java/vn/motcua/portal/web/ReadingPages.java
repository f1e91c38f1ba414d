package vn.motcua.portal.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import vn.motcua.identity.Door;
import vn.motcua.shared.Pages;

/** What there is to read: help, personal data, accessibility. They state what is so today, not what is planned. */
@Controller
class ReadingPages {

    /** How to find, file and follow. */
    @GetMapping("/help")
    @Door(Door.Who.PUBLIC)
    ModelAndView help() {
        return Pages.show("portal/reading", new ReadingView("help", 6));
    }

    /** Which personal data is kept, why, and who sees it. */
    @GetMapping("/privacy")
    @Door(Door.Who.PUBLIC)
    ModelAndView privacy() {
        return Pages.show("portal/reading", new ReadingView("privacy", 5));
    }

    /** How usable the pages are, what has been tested, what has not. */
    @GetMapping("/accessibility")
    @Door(Door.Who.PUBLIC)
    ModelAndView accessibility() {
        return Pages.show("portal/reading", new ReadingView("accessibility", 4));
    }
}
