package vn.motcua.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import vn.motcua.shared.Language;
import vn.motcua.support.JusticeProcedures;
import vn.motcua.support.LinkedBirth;
import vn.motcua.support.PageCheck;
import vn.motcua.support.Person;
import vn.motcua.support.SignedUploads;
import vn.motcua.support.TaVan;
import vn.motcua.support.TestClock;
import vn.motcua.support.TrialRuns;
import vn.motcua.support.UnledOffice;
import vn.motcua.support.WholeProgram;

/**
 * Every page that the program can show is valid HTML, has no violation that axe knows, fits its screen, asks no other
 * host and makes the browser complain of nothing: in each of its states, in both languages, at 360 and 1280 pixels. The
 * pages are those that the running program serves; one without a line in {@link PageTable} fails by its name.
 */
@WholeProgram
// Its many dossiers fill no other test's tray, and a slow machine signs nobody out
@TestPropertySource(properties = {"motcua.test.apart=pages", "server.servlet.session.timeout=6h"})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EveryPageIsSoundTest {

    /** The first is shown only by an empty installation (FirstAdministratorTest), the second after two agreed (NewTenantsTest). */
    private static final List<String> LOOKED_AT_ELSEWHERE = List.of("identity/setup", "administration/invitation");

    /** Written without asking for a view, long before one is known; the states that send too much look at it. */
    private static final String WRITTEN_AT_ONCE = "document/too-large";

    /** Stations of signing in: SandboxSignInTest and SecondFactorTest walk them and look at their pages. */
    private static final Pattern SIGNING_IN = Pattern.compile("/(sandbox/identity|sign-in/(?!reset)|sign-out/).*");

    private static final Pattern SIGNING_IN_SHOWS = Pattern.compile("(sandbox|signin)/.*");

    /** A folder for pictures of all pages, for looking at them; none are made without it. */
    private static final String SCREENS = System.getProperty("screens", "");

    /** Which pages alone to look at while working on them, a regular expression of paths. */
    private static final Pattern ONLY = Pattern.compile(System.getProperty("pages", ".*"));

    /** What makes a template a whole page. */
    private static final List<String> FRAMES =
            List.of("@template.layout.site(", "@template.layout.desk(", "@template.filing.frame(");

    private final Set<String> pages;
    private final ShownTemplates shown;
    private final PageTable table;
    private final Map<String, Person> people = new HashMap<>();
    private final String address;

    @Autowired
    EveryPageIsSoundTest(
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping handlers,
            ShownTemplates shown,
            TaVan taVan,
            LinkedBirth linked,
            Offices offices,
            UnledOffice unled,
            JusticeProcedures justice,
            TrialRuns trials,
            SignedUploads signed,
            TestClock clock,
            @LocalServerPort int port) {
        this.address = "http://localhost:" + port;
        this.shown = shown;
        this.pages = pages(handlers);
        this.table = new PageTable(taVan, linked, offices, unled, justice, trials, signed, clock, address);
    }

    @AfterAll
    void goHome() {
        people.values().forEach(Person::close);
    }

    @Test
    @Order(1)
    void everyPageHasItsLine() {
        assertThat(table.paths())
                .isEqualTo(pages.stream()
                        .filter(SIGNING_IN.asMatchPredicate().negate())
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    @TestFactory
    @Tag("long")
    @Order(2)
    Stream<DynamicTest> everyPageIsSound() {
        table.prepare();
        return pages.stream()
                .filter(ONLY.asMatchPredicate())
                .flatMap(path -> table.states(path).stream()
                        .flatMap(state -> Stream.of(Language.values())
                                .map(it -> DynamicTest.dynamicTest(
                                        path + " " + state.name() + " " + it.tag(),
                                        () -> assertThat(faults(path, state, it))
                                                .isEmpty()))));
    }

    @Test
    @Tag("long")
    @Order(3)
    void everyTemplateOfAPageWasShown() throws IOException {
        org.junit.jupiter.api.Assumptions.assumeTrue(ONLY.pattern().equals(".*"), "only some pages were looked at");
        var unseen = new TreeSet<String>();
        var root = Path.of("src", "main", "jte");
        try (var files = Files.walk(root)) {
            for (var file : files.filter(it -> it.toString().endsWith(".jte")).toList()) {
                var text = Files.readString(file);
                if (FRAMES.stream().anyMatch(text::contains) && !text.contains("@param Content content")) {
                    unseen.add(
                            root.relativize(file).toString().replace(".jte", "").replace('\\', '/'));
                }
            }
        }
        unseen.removeAll(shown.names());
        unseen.remove(WRITTEN_AT_ONCE);
        unseen.removeIf(SIGNING_IN_SHOWS.asMatchPredicate());
        assertThat(unseen).isSubsetOf(LOOKED_AT_ELSEWHERE).contains("identity/setup");
    }

    private List<String> faults(String path, State state, Language language) {
        var person = people.computeIfAbsent(state.who(), this::arrives).reading(language);
        var before = person.complaints().size();
        person.page().setViewportSize(1280, 800);
        state.reach().accept(person);
        var faults = new ArrayList<String>();
        if (person.status() != state.status()) {
            faults.add("answered " + person.status() + " at " + person.path());
        }
        if (!language.tag().equals(person.page().getAttribute("html", "lang"))) {
            faults.add("not in " + language.tag() + ": " + person.path());
        }
        if (person.reads().matches(".*(\\{\\d|\\bnull\\b).*")) {
            faults.add("a place that nothing filled: " + person.reads());
        }
        picture(person, path, state, language);
        faults.addAll(PageCheck.faults(person.page()));
        faults.addAll(person.complaints().subList(before, person.complaints().size()));
        return faults;
    }

    private Person arrives(String who) {
        var person = new Person(address, 1280, true);
        return who.isEmpty() || who.equals(PageTable.APART) ? person : person.as(who);
    }

    private static void picture(Person person, String path, State state, Language language) {
        if (SCREENS.isEmpty()) {
            return;
        }
        var name = (path + "-" + state.name()).replaceAll("[^A-Za-z0-9]+", "-") + "-" + language.tag();
        for (var width : List.of(1280, 360)) {
            person.page().setViewportSize(width, 800);
            person.page()
                    .screenshot(new com.microsoft.playwright.Page.ScreenshotOptions()
                            .setFullPage(true)
                            .setPath(Path.of(SCREENS, name + "-" + width + ".png")));
        }
    }

    /** The paths that answer a GET with a page; what gives files or data is none. */
    private static Set<String> pages(RequestMappingHandlerMapping handlers) {
        return handlers.getHandlerMethods().entrySet().stream()
                .filter(it -> it.getValue().getBeanType().getName().startsWith("vn.motcua."))
                .filter(it -> readable(it.getKey()) && givesHtml(it.getKey(), it.getValue()))
                .flatMap(it -> it.getKey().getPatternValues().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean readable(RequestMappingInfo info) {
        var methods = info.getMethodsCondition().getMethods();
        return methods.isEmpty() || methods.contains(RequestMethod.GET);
    }

    private static boolean givesHtml(RequestMappingInfo info, HandlerMethod method) {
        var kinds = info.getProducesCondition().getProducibleMediaTypes();
        var answer = method.getReturnType().getParameterType();
        return !ResponseEntity.class.isAssignableFrom(answer)
                && answer != void.class
                && !method.getBeanType().isAnnotationPresent(RestController.class)
                && !method.hasMethodAnnotation(org.springframework.web.bind.annotation.ResponseBody.class)
                && (kinds.isEmpty() || kinds.contains(MediaType.TEXT_HTML));
    }
}
