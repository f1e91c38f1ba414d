package vn.motcua.portal.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import vn.motcua.catalogue.Catalogue;
import vn.motcua.identity.Door;
import vn.motcua.shared.Languages;
import vn.motcua.shared.Pages;

/** The first page: one search box, three doors, and what happens in a life. */
@Controller
class HomePage {

    /** Offered under the search box; only those that can be filed here are shown. */
    private static final List<String> OFTEN = List.of("1.001193", "1.004194", "2.000815");

    private final Catalogue catalogue;

    HomePage(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** The home page. */
    @GetMapping("/")
    @Door(Door.Who.PUBLIC)
    ModelAndView home(HttpServletRequest request) {
        var language = Languages.of(request);
        var often = OFTEN.stream()
                .flatMap(it -> catalogue.find(it).stream())
                .filter(it -> it.runnable())
                .toList();
        return Pages.show(
                "portal/home",
                new HomeView(
                        catalogue.lifeEvents(),
                        IntStream.range(0, often.size())
                                .mapToObj(it -> new HomeView.Often(
                                        often.get(it).code(),
                                        often.get(it).shortName(language),
                                        it == often.size() - 1))
                                .toList(),
                        catalogue.all().size(),
                        catalogue.runnable().size()));
    }
}
