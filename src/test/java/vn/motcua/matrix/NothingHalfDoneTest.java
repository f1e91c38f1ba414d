package vn.motcua.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;
import vn.motcua.matrix.Posts.Post;
import vn.motcua.support.TaVan;
import vn.motcua.support.TestClock;

/**
 * Every form of the running program, with somebody else's token, without each of its fields, with fields that it does
 * not have, with naughty strings, twice, and from officers who see the dossier but do something else: refused or ignored,
 * nothing half done and nothing done twice.
 */
@ProgramOfItsOwn
@TestPropertySource(properties = {"motcua.test.apart=posts", "motcua.undo.window=10s"})
@Tag("long")
class NothingHalfDoneTest {

    /** What a draft holds is saved as it comes, right or wrong; that somebody looked is always written down. */
    private static final Pattern SAVED_ANYWAY =
            Pattern.compile("dossier_presence|draft.*|supplement_draft.*|audit_record|stored_file");

    /** Programs send these, without a session. */
    private static final Pattern WITHOUT_A_TOKEN = Pattern.compile(
            "/sign-out/by/.*|/sandbox/(identity/token|time-stamp|csc/.*|sms)|/messages/receipts|/payments/.*|/api/v1/procedures/[^/]+/answers/check|/api/v1/results/check|/api/v1/vault/results");

    /** Who works in the unit that appraised may say so too, and who leads it; another leader confirms it. */
    private static final Pattern AMENDMENTS = Pattern.compile("(propose|refuse)-(amendment|revocation)");

    /** So many strings go into one field; all fields together see each of them many times. */
    private static final int STRINGS_A_FIELD = 8;

    private static final Map<String, String> NOT_IN_THE_FORM = Map.ofEntries(
            Map.entry("tenant", "48"),
            Map.entry("tenant_id", "48"),
            Map.entry("stage", "HANDED_OVER"),
            Map.entry("actor", "00000000-0000-7000-8000-000000000000"),
            Map.entry("officer", "00000000-0000-7000-8000-000000000000"),
            Map.entry("owner", "00000000-0000-7000-8000-000000000000"),
            Map.entry("actingFor", "00000000-0000-7000-8000-000000000000"),
            Map.entry("isAdmin", "true"),
            Map.entry("administrator", "true"),
            Map.entry("class.module.classLoader.x", "1"),
            Map.entry("__proto__.x", "1"));

    private final Collection<RequestMappingInfoHandlerMapping> mappings;
    private final Things things;
    private final TaVan taVan;
    private final Rows rows;
    private final TestClock clock;
    private final String address;
    private final List<String> faults = new ArrayList<>();
    private int calls;
    private int twice;

    @Autowired
    NothingHalfDoneTest(
            ApplicationContext context,
            Things things,
            TaVan taVan,
            Rows rows,
            TestClock clock,
            @LocalServerPort int port) {
        this.mappings =
                context.getBeansOfType(RequestMappingInfoHandlerMapping.class).values();
        this.things = things;
        this.taVan = taVan;
        this.rows = rows;
        this.clock = clock;
        this.address = "http://localhost:" + port;
    }

    @BeforeEach
    void aWorkingDay() {
        clock.set("2026-11-23T08:00");
    }

    @Test
    void formsAreRefusedOrIgnoredAsAWhole() {
        var callers = new Callers(address);
        var posts = new Posts(things, taVan, callers).all();

        assertThat(posts.keySet().stream().map(it -> it.substring(0, (it + " ").indexOf(' '))))
                .as("each has its form")
                .containsAll(forms());
        assertThat(posts.keySet()).containsAll(things.actAddresses());
        posts.forEach((name, made) -> {
            foreignToken(name, made, callers);
            missingFields(name, made, callers);
            extraFields(name, made, callers);
            sentTwice(name, made.get(), callers);
            if (name.contains("{act}")) {
                notTheirRole(name, made.get(), callers);
            }
        });

        System.out.printf("Forms: %d, %d calls, %d sent twice; %d faults%n", posts.size(), calls, twice, faults.size());
        assertThat(faults).isEmpty();
        assertThat(twice).as("commands that were taken and sent again").isGreaterThan(40);
        assertThat(rows.torn())
                .as("dossiers that are not what their events say")
                .isEmpty();
    }

    @Test
    void naughtyStringsInAnyFieldBreakNothing() throws IOException {
        var callers = new Callers(address);
        var strings = NaughtyStringsTest.strings();
        var posts = new Posts(things, taVan, callers).all();
        int next = 0;
        for (var entry : posts.entrySet()) {
            var post = entry.getValue().get();
            for (var field : post.fields().keySet()) {
                for (int i = 0; i < STRINGS_A_FIELD; i++) {
                    var string = strings.get(next++ % strings.size());
                    var fields = new LinkedHashMap<>(post.fields());
                    fields.put(field, string);
                    if (send(entry.getKey() + " with " + field + "=" + string, post, fields, callers) < 400) {
                        post = entry.getValue().get();
                    }
                }
            }
        }

        System.out.printf("Naughty strings: %d forms, %d calls; %d faults%n", posts.size(), calls, faults.size());
        assertThat(next).as("each string was used").isGreaterThan(strings.size());
        assertThat(faults).isEmpty();
        assertThat(rows.torn()).isEmpty();
    }

    private Set<String> forms() {
        var patterns = new TreeSet<String>();
        Endpoint.of(mappings).stream()
                .filter(it -> !it.method().equals("GET"))
                .forEach(it -> patterns.add(it.pattern()));
        return patterns;
    }

    private void foreignToken(String name, Supplier<Post> made, Callers callers) {
        var post = made.get();
        if (WITHOUT_A_TOKEN.matcher(post.path()).matches()) {
            return;
        }
        var stranger = post.who() == Who.ANOTHER_CITIZEN ? Who.OWNER : Who.ANOTHER_CITIZEN;
        for (var token : List.of(callers.token(stranger), "")) {
            var fields = new LinkedHashMap<>(post.fields());
            fields.put("_csrf", token);
            var before = rows.now();
            var status = callers.visit(post.who()).send(post.path(), fields).statusCode();
            calls++;
            var changed = Rows.changed(before, rows.now());
            if (status != 403 || !changed.isEmpty()) {
                faults.add(name + " with a foreign token: " + status + " " + changed);
            }
        }
    }

    private void missingFields(String name, Supplier<Post> made, Callers callers) {
        for (var field : made.get().fields().keySet()) {
            var post = made.get();
            var fields = new LinkedHashMap<>(post.fields());
            fields.remove(field);
            send(name + " without " + field, post, fields, callers);
        }
    }

    private void extraFields(String name, Supplier<Post> made, Callers callers) {
        var post = made.get();
        var fields = new LinkedHashMap<>(post.fields());
        NOT_IN_THE_FORM.forEach(fields::putIfAbsent);
        int status = send(name + " with more fields", post, fields, callers);
        if (post.taken() && status >= 400) {
            faults.add(name + " as it should be answered " + status);
        }
    }

    /** What is taken is done once, however often the browser sends it. */
    private void sentTwice(String name, Post post, Callers callers) {
        if (!post.fields().containsKey("command") || send(name, post, post.fields(), callers) >= 400) {
            return;
        }
        twice++;
        var before = rows.now();
        int status = send(name + " again", post, post.fields(), callers);
        var changed = new ArrayList<>(Rows.changed(before, rows.now()));
        changed.removeIf(SAVED_ANYWAY.asMatchPredicate());
        if (status >= 400 || !changed.isEmpty()) {
            faults.add(name + " sent twice answered " + status + " and changed " + changed);
        }
    }

    private void notTheirRole(String name, Post post, Callers callers) {
        var others = EnumSet.copyOf(Who.desk());
        others.remove(post.who());
        if (AMENDMENTS.matcher(name).find()) {
            others.removeAll(Set.of(Who.LEADER, Who.CLERK));
        }
        for (var who : others) {
            int status =
                    send(name + " by " + who, new Post(who, post.path(), post.fields(), false), post.fields(), callers);
            if (status < 400) {
                faults.add(name + " was done by " + who);
            }
        }
    }

    private int send(String name, Post post, Map<String, String> fields, Callers callers) {
        calls++;
        var before = rows.now();
        int status = callers.call(post.who(), "POST", post.path(), fields).statusCode();
        var changed = new ArrayList<>(Rows.changed(before, rows.now()));
        changed.removeIf(SAVED_ANYWAY.asMatchPredicate());
        if (status >= 500) {
            faults.add(name + " answered " + status);
        }
        if (status >= 400 && !changed.isEmpty()) {
            faults.add(name + " was refused with " + status + " and changed " + changed);
        }
        return status;
    }
}
