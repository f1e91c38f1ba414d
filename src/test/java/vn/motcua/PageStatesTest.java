package vn.motcua;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Every page is looked at in the states that it can be in: one with something to fill in also as it answers what is wrong,
 * one with a list also empty and filled. What a page has is read from its template, which states are looked at from the
 * tables of the walks; neither is run here.
 */
class PageStatesTest {

    private static final Path TEMPLATES = Path.of("src", "main", "jte");
    private static final Path TABLES = Path.of("src", "test", "java", "vn", "motcua", "journey");
    private static final Pattern USED = Pattern.compile("@template\\.(\\w+(?:\\.[\\w-]+)+)\\(");
    private static final Pattern FORM = Pattern.compile("<form\\b[\\s\\S]*?</form>");
    private static final Pattern FIELD = Pattern.compile("<textarea|<select|<input(?![^>]*type=\"hidden\")");
    /** Whatever is chosen from is no list. */
    private static final Pattern LIST = Pattern.compile("@for\\(var \\w+ : (view\\.\\w+\\(\\))\\)(?!\\s*<option)");

    /** Pages whose forms are never answered by themselves with what is wrong. */
    private static final Map<String, String> NEVER_WRONG = Map.of(
            "/setup", "there only before the first administrator: FirstAdministratorTest",
            "/consent", "yes or no; a code that is none answers 404");

    /** Pages whose lists are no more than parts of one thing, or cannot be empty or filled. */
    private static final Map<String, String> NO_LIST_OF_ITS_OWN = Map.ofEntries(
            Map.entry("/procedures/{code}", "one procedure; what a record lacks is said, for each of its parts"),
            Map.entry(
                    "/admin/procedures/revisions/{code}/{no}/studio/{in}/item", "what is filled in about one element"),
            Map.entry("/admin/procedures/revisions/{code}/{no}/studio/bpmn", "one drawing, and what it changes"),
            Map.entry("/desk/dossiers/{id}", "one dossier"),
            Map.entry("/admin/procedures/trials/{id}", "one dossier that is tried out"),
            Map.entry(
                    "/admin/procedures/revisions/{code}/{no}/preview",
                    "one edition; its papers and fees hang on the answers"),
            Map.entry("/my/{code}", "one dossier"),
            Map.entry("/my/{code}/mistake", "one dossier"),
            Map.entry("/my/{code}/withdraw", "one dossier"),
            Map.entry("/my/{code}/supplement", "one request, which has at least a line"),
            Map.entry("/my/{code}/supplement/form/{section}", "one dossier"),
            Map.entry("/desk/consultations/{id}", "one question"),
            Map.entry("/opinion/{link}", "one question"),
            Map.entry("/drafts/{id}/where", "one draft"),
            Map.entry("/drafts/{id}/review", "one draft"),
            Map.entry("/desk/counter/{id}", "one draft"),
            Map.entry("/admin/units/change", "one change, what it does stands in lists"),
            Map.entry("/sign-in", "the ways of signing in are configured; LocalAccountsTest signs in without any"),
            Map.entry("/desk/sector", "every province that takes part has a line"),
            Map.entry("/sandbox/messages", "something was always sent before it is looked at"));

    private enum Kind {
        WRONG,
        EMPTY,
        FILLED
    }

    private final Map<String, Set<String>> shown = shown();
    private final Map<String, Set<Kind>> looked = looked();

    @Test
    void everyPageIsLookedAtInTheStatesItCanBeIn() throws IOException {
        var missing = new ArrayList<String>();
        for (var page : looked.keySet()) {
            for (var kind : possible(page)) {
                if (!looked.get(page).contains(kind)) {
                    missing.add(page + " " + kind);
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void theExceptionsAreNeeded() throws IOException {
        for (var page : NEVER_WRONG.keySet()) {
            assertThat(hasForm(page) && !states(page).contains(Kind.WRONG))
                    .as(page)
                    .isTrue();
        }
        for (var page : NO_LIST_OF_ITS_OWN.keySet()) {
            assertThat(hasList(page) && !states(page).containsAll(Set.of(Kind.EMPTY, Kind.FILLED)))
                    .as(page)
                    .isTrue();
        }
    }

    @Test
    void everyPageOfTheTablesIsFoundWithItsTemplate() {
        var without = new TreeSet<>(looked.keySet());
        without.removeIf(it -> !shown.getOrDefault(it, Set.of()).isEmpty());

        assertThat(without)
                .as("pages that another one's handler shows, or failures")
                .containsExactly(
                        "/broken", "/drafts/{id}", "/error", "/my/{code}/pay/return", "/signing/back/{provider}");
    }

    private Set<Kind> states(String page) {
        return looked.getOrDefault(page, Set.of());
    }

    private Set<Kind> possible(String page) throws IOException {
        var kinds = new TreeSet<Kind>();
        if (!NEVER_WRONG.containsKey(page) && hasForm(page)) {
            kinds.add(Kind.WRONG);
        }
        if (!NO_LIST_OF_ITS_OWN.containsKey(page) && hasList(page)) {
            kinds.add(Kind.EMPTY);
            kinds.add(Kind.FILLED);
        }
        return kinds;
    }

    /** Whether something can be filled in on it and sent. */
    private boolean hasForm(String page) throws IOException {
        for (var template : shown.getOrDefault(page, Set.of())) {
            var forms = FORM.matcher(text(template));
            while (forms.find()) {
                if (forms.group().contains("method=\"post\"")
                        && FIELD.matcher(forms.group()).find()) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether it shows a list, and something else where that is empty; what one chooses from is none. */
    private boolean hasList(String page) throws IOException {
        for (var template : shown.getOrDefault(page, Set.of())) {
            var text = text(template);
            if (LIST.matcher(text).results().anyMatch(it -> text.contains(it.group(1) + ".isEmpty()"))) {
                return true;
            }
        }
        return false;
    }

    /** The template with those that it uses, without the frame around every page. */
    private static String text(String template) throws IOException {
        return text(template, List.of());
    }

    private static String text(String template, List<String> inside) throws IOException {
        var file = TEMPLATES.resolve(template + ".jte");
        if (!Files.exists(file) || template.startsWith("layout/") || inside.contains(template)) {
            return "";
        }
        var deeper = new ArrayList<>(inside);
        deeper.add(template);
        var used = USED.matcher(Files.readString(file));
        var whole = new StringBuilder();
        while (used.find()) {
            var other = text(used.group(1).replace('.', '/'), deeper);
            used.appendReplacement(whole, Matcher.quoteReplacement(other + used.group()));
        }
        return used.appendTail(whole).toString();
    }

    /** Which templates the handlers of a path can show, by the path. */
    private static Map<String, Set<String>> shown() {
        var shown = new TreeMap<String, Set<String>>();
        for (var source : SourceFile.all(Path.of("src", "main", "java"), PageStatesTest::showsPages)) {
            for (var type : source.unit().getTypeDecls()) {
                if (type instanceof ClassTree it) {
                    var prefix = source.paths(it.getModifiers().getAnnotations(), Set.of("RequestMapping"));
                    for (var member : it.getMembers()) {
                        if (member instanceof MethodTree method) {
                            var paths = source.paths(method.getModifiers().getAnnotations(), Set.of("GetMapping"));
                            for (var path : paths) {
                                shown.computeIfAbsent(
                                                (prefix.isEmpty() ? "" : prefix.getFirst()) + path,
                                                _ -> new TreeSet<>())
                                        .addAll(templates(source.textsBelow(method)));
                            }
                        }
                    }
                }
            }
        }
        return shown;
    }

    /** The kinds of the states in the tables of the walks, by the path. */
    private static Map<String, Set<Kind>> looked() {
        var looked = new TreeMap<String, Set<Kind>>();
        for (var source : SourceFile.all(TABLES, it -> it.toString().endsWith("Table.java"))) {
            new TreeScanner<@Nullable Void, List<String>>() {
                @Override
                public @Nullable Void visitEnhancedForLoop(EnhancedForLoopTree loop, List<String> paths) {
                    return super.visitEnhancedForLoop(loop, source.texts(loop.getExpression()));
                }

                @Override
                public @Nullable Void visitMethodInvocation(MethodInvocationTree call, List<String> paths) {
                    var given = call.getArguments();
                    if (Set.of("of", "entry", "put").contains(SourceFile.name(call))) {
                        for (int i = 0; i + 1 < given.size(); i += 2) {
                            var key = source.text(given.get(i));
                            var keys = key.startsWith("/") ? List.of(key) : paths;
                            if (key.startsWith("/") || SourceFile.name(call).equals("put")) {
                                for (var path : keys) {
                                    looked.computeIfAbsent(path, _ -> new TreeSet<>())
                                            .addAll(kinds(source.callsBelow(given.get(i + 1))));
                                }
                            }
                        }
                    }
                    return super.visitMethodInvocation(call, paths);
                }
            }.scan(source.unit(), List.of());
        }
        return looked;
    }

    private static boolean showsPages(Path file) {
        return file.toString().contains("/web/") || file.endsWith("ThreadForm.java");
    }

    private static Set<String> templates(Set<String> texts) {
        return texts.stream()
                .filter(it -> it.matches("[a-z]+/[a-z-]+") && Files.exists(TEMPLATES.resolve(it + ".jte")))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<Kind> kinds(Set<String> calls) {
        return Arrays.stream(Kind.values())
                .filter(it -> calls.contains(it.name().toLowerCase(Locale.ROOT)))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
