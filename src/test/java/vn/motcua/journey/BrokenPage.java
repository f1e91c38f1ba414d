package vn.motcua.journey;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import vn.motcua.identity.Door;

/** A page with a bug, for looking at the page that says so. */
@TestComponent
@Controller
class BrokenPage {

    @Door(Door.Who.PUBLIC)
    @GetMapping("/broken")
    ModelAndView broken() {
        throw new IllegalStateException("broken on purpose");
    }
}
