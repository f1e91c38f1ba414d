package vn.motcua.support;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;

/** What must hold on every page in every state: valid HTML, no axe violation, nothing wider than the screen. */
public final class PageCheck {

    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    /** The innermost of what reaches beyond the right edge. */
    private static final String BEYOND = """
            [...document.body.querySelectorAll('*')]
                .filter(it => it.getBoundingClientRect().right > innerWidth + 1)
                .slice(-3).map(it => it.outerHTML.slice(0, 200)).join(' | ')""";

    /** What bpmn.io's modeler writes at its texts; no browser knows it. */
    private static final String OF_THE_MODELER = "(?i) lineheight=\"[^\"]*\"";

    private PageCheck() {}

    /** The faults of the page as it stands at 1280 and at 360 pixels; empty when there are none. */
    public static List<String> faults(Page page) {
        var faults = new ArrayList<String>();
        HtmlCheck.errors(page.content().replaceAll(OF_THE_MODELER, ""))
                .forEach(it -> faults.add("html " + page.url() + ": " + it));
        for (int width : List.of(1280, 360)) {
            page.setViewportSize(width, 800);
            for (var violation : new AxeBuilder(page).withTags(RULES).analyze().getViolations()) {
                faults.add("axe %d %s: %s: %s"
                        .formatted(
                                width,
                                page.url(),
                                violation.getHelp(),
                                violation.getNodes().getFirst().getHtml()));
            }
            if ((boolean) page.evaluate("document.documentElement.scrollWidth > innerWidth + 1")) {
                faults.add("wider than %d: %s: %s".formatted(width, page.url(), page.evaluate(BEYOND)));
            }
        }
        return faults;
    }
}
