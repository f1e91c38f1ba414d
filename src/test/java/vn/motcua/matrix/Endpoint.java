package vn.motcua.matrix;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;
import vn.motcua.identity.Door;
import vn.motcua.identity.SignedIn;

/**
 * A way into the program.
 *
 * @param method GET or POST; there is no other
 * @param pattern the address with its variables
 * @param callers whom the door and the handler's parameters let in at all
 */
record Endpoint(String method, String pattern, Set<Who> callers) {

    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)(:(?:[^{}]|\\{[^}]*})*)?}|\\*\\*?");

    /** All of the running program. */
    static List<Endpoint> of(Iterable<RequestMappingInfoHandlerMapping> mappings) {
        var all = new ArrayList<Endpoint>();
        for (var mapping : mappings) {
            mapping.getHandlerMethods().forEach((info, handler) -> {
                if (!ofATest(handler)) {
                    methods(info)
                            .forEach(method -> info.getPatternValues()
                                    .forEach(
                                            pattern -> all.add(new Endpoint(method, pattern, letIn(method, handler)))));
                }
            });
        }
        return all.stream()
                .distinct()
                .sorted(java.util.Comparator.comparing(Endpoint::pattern).thenComparing(Endpoint::method))
                .toList();
    }

    private static boolean ofATest(HandlerMethod handler) {
        return handler.getBeanType()
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath()
                .contains("test-classes");
    }

    private static Stream<String> methods(RequestMappingInfo info) {
        var said = info.getMethodsCondition().getMethods();
        return said.isEmpty()
                ? Stream.of("GET", "POST")
                : said.stream().map(RequestMethod::name).sorted();
    }

    private static Set<Who> letIn(String method, HandlerMethod handler) {
        var written = Optional.ofNullable(AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), Door.class));
        var door = written.map(Door::value).orElse(Door.Who.PUBLIC);
        if (written.isEmpty()) {
            return EnumSet.allOf(Who.class);
        }
        var callers = EnumSet.copyOf(
                switch (door) {
                    case PUBLIC -> Who.everybody();
                    case SIGNED_IN -> signedIn();
                    case OFFICER -> Who.officers();
                    case ADMINISTRATOR -> Who.administrators();
                });
        for (var parameter : handler.getMethodParameters()) {
            takes(parameter).ifPresent(callers::retainAll);
        }
        if (!written.map(Door::forAnother).orElse(false) && !(door == Door.Who.PUBLIC && method.equals("GET"))) {
            callers.removeAll(Who.agents());
        }
        return callers;
    }

    private static Set<Who> signedIn() {
        var all = EnumSet.copyOf(Who.everybody());
        all.remove(Who.NOBODY);
        return all;
    }

    private static Optional<Set<Who>> takes(MethodParameter parameter) {
        Class<?> kind = parameter.getParameterType();
        if (kind.equals(SignedIn.class) || !SignedIn.class.isAssignableFrom(kind)) {
            return Optional.empty();
        }
        if (SignedIn.Applicant.class.equals(kind)) {
            var applicants = Who.applicants();
            applicants.addAll(Who.agentsInForce());
            return Optional.of(applicants);
        }
        if (SignedIn.Citizen.class.equals(kind)) {
            return Optional.of(Who.citizens());
        }
        if (SignedIn.Hand.class.equals(kind)) {
            var hands = Who.citizens();
            hands.addAll(Who.officers());
            return Optional.of(hands);
        }
        return Optional.of(SignedIn.OfficerAt.class.equals(kind) ? Who.officers() : Who.administrators());
    }

    boolean isPublic() {
        return callers.contains(Who.NOBODY);
    }

    /** The names of its variables in order; {@code **} for the rest of an address. */
    List<String> variables() {
        return VARIABLE.matcher(pattern)
                .results()
                .map(it -> it.group(1) == null ? "**" : it.group(1))
                .toList();
    }

    /** The address with these values in the places of its variables. */
    String with(List<String> values) {
        var rest = new ArrayList<>(values);
        return VARIABLE.matcher(pattern).replaceAll(_ -> java.util.regex.Matcher.quoteReplacement(rest.removeFirst()));
    }

    String with(String... values) {
        return with(Arrays.asList(values));
    }

    @Override
    public String toString() {
        return method + " " + pattern;
    }
}
