package vn.motcua.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import vn.motcua.shared.Messages;

/** Routes for the tests, with a language of conditions that knows {@code name} and {@code name > number}. */
final class Routes {

    static final Messages MESSAGES = messages();

    private static final Pattern GREATER = Pattern.compile("(\\w+) > (\\d+)");

    private Routes() {}

    static Condition condition(String expression) throws ConditionCompiler.NotUnderstood {
        var greater = GREATER.matcher(expression);
        if (greater.matches()) {
            return facts ->
                    facts.get(greater.group(1)) instanceof Integer it && it > Integer.parseInt(greater.group(2));
        }
        if (!expression.matches("\\w+")) {
            throw new ConditionCompiler.NotUnderstood("1:1: syntax error");
        }
        return facts -> Boolean.TRUE.equals(facts.get(expression));
    }

    static Route.Checked check(String yaml) {
        return Route.check(RouteDefinition.read(yaml), Routes::condition);
    }

    static Route compile(String yaml) {
        return Route.compile(RouteDefinition.read(yaml), Routes::condition);
    }

    static Route load(String name) {
        try (var file = Objects.requireNonNull(Routes.class.getResourceAsStream(name + ".yaml"), name)) {
            return compile(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A step of little interest. */
    static String step(String id, String... more) {
        return "  - {id: " + id + ", name: Bước, role: receiver, unit: commune-one-stop, hours: 1, actions: complete"
                + (more.length == 0 ? "" : ", " + String.join(", ", more)) + "}\n";
    }

    /** Completes the steps one after the other; each must be open when its turn comes. */
    static Tokens walk(Route route, Tokens tokens, Map<String, Object> facts, String... steps) {
        var now = tokens;
        for (var step : steps) {
            assertThat(now.openSteps()).contains(step);
            now = route.complete(now, step, facts);
        }
        return now;
    }

    private static Messages messages() {
        try (var context = new AnnotationConfigApplicationContext()) {
            context.registerBean(Messages.class);
            context.refresh();
            return context.getBean(Messages.class);
        }
    }
}
