package vn.motcua.form;

import dev.cel.common.CelIssue;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the CEL compiler says, in an author's words. */
final class ExpressionFaults {

    private static final Pattern UNDECLARED = Pattern.compile("undeclared reference to '([^']*)'.*");
    private static final Pattern UNDEFINED = Pattern.compile("undefined field '([^']*)'.*");
    private static final Pattern OVERLOAD =
            Pattern.compile("found no matching overload for '([^']*)' applied to '(.*?)'( \\(candidates.*)?");
    private static final Pattern NAME = Pattern.compile("[A-Za-z_]\\w*(\\.[A-Za-z_]\\w*)*");
    private static final Map<String, String> TYPES = Map.of(
            "string", "text",
            "double", "number",
            "int", "number",
            "bool", "yes-no",
            "date", "date",
            "address", "address");

    private final Vocabulary vocabulary;
    private final Set<String> functions;

    ExpressionFaults(Vocabulary vocabulary, Set<String> functions) {
        this.vocabulary = vocabulary;
        this.functions = functions;
    }

    Fault of(String place, String source, CelIssue issue) {
        var line = issue.getSourceLocation().getLine();
        var column = issue.getSourceLocation().getColumn();
        var message = issue.getMessage();
        var undeclared = UNDECLARED.matcher(message);
        if (undeclared.matches()) {
            return undeclared(place, source, line, column, undeclared.group(1));
        }
        var undefined = UNDEFINED.matcher(message);
        if (undefined.matches()) {
            return new Fault(place, line, column + 1, "unknownColumn", List.of(undefined.group(1)));
        }
        var overload = OVERLOAD.matcher(message);
        if (overload.matches()) {
            return new Fault(
                    place,
                    line,
                    column + 1,
                    "wrongType",
                    List.of(operator(overload.group(1)), types(overload.group(2))));
        }
        if (message.startsWith("token recognition error at: '= ")) {
            return new Fault(place, line, column + 1, "oneEqualsSign", List.of());
        }
        return new Fault(place, line, column + 1, "syntax", List.of(message));
    }

    private Fault undeclared(String place, String source, int line, int column, String said) {
        var written = written(source, line, column, said);
        if (written.endsWith("(")) {
            var name = written.substring(0, written.length() - 1);
            return new Fault(place, line, column + 1, "unknownFunction", List.of(name, nearest(name, functions)));
        }
        if (vocabulary.names().contains(written + ".ward")) {
            return new Fault(place, line, column + 1, "addressHasParts", List.of(written));
        }
        return new Fault(
                place, line, column + 1, "unknownName", List.of(written, nearest(written, vocabulary.names())));
    }

    /** The name as the author wrote it: CEL names only its first part. A function's ends with a bracket. */
    private static String written(String source, int line, int column, String said) {
        if (said.startsWith("given(")) {
            return said.substring("given(".length(), said.length() - 1);
        }
        var row = source.lines().skip(line - 1L).findFirst().orElse("");
        var name = NAME.matcher(row);
        if (column <= row.length()
                && name.find(Math.min(
                        row.offsetByCodePoints(0, Math.min(column, row.codePointCount(0, row.length()))), row.length()))
                && name.group().startsWith(said)) {
            return name.group();
        }
        return functionCalled(row, said) ? said + "(" : said;
    }

    private static boolean functionCalled(String row, String name) {
        return Pattern.compile("\\b" + Pattern.quote(name) + "\\s*\\(")
                .matcher(row)
                .find();
    }

    private static String nearest(String name, Collection<String> names) {
        return names.stream()
                .min(java.util.Comparator.comparingInt(it -> distance(name, it)))
                .filter(it -> distance(name, it) <= Math.max(3, name.length() / 3))
                .orElseGet(() -> names.stream()
                        .filter(it -> it.regionMatches(0, name, 0, Math.min(3, name.length())))
                        .collect(Collectors.joining(", ")));
    }

    private static int distance(String a, String b) {
        var previous = new int[b.length() + 1];
        Arrays.setAll(previous, it -> it);
        for (int i = 1; i <= a.length(); i++) {
            var row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                var change = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(change, Math.min(previous[j], row[j - 1]) + 1);
            }
            previous = row;
        }
        return previous[b.length()];
    }

    private static String operator(String function) {
        return switch (function) {
            case "_?_:_" -> "? :";
            case "@in" -> "in";
            default -> function.replace("_", "");
        };
    }

    private static String types(String applied) {
        var inner = applied.replaceAll("^.*?\\(|\\)$", "");
        return Arrays.stream(inner.split(", ")).map(ExpressionFaults::typeName).collect(Collectors.joining(", "));
    }

    /** The dialect's name of a CEL type. */
    static String typeName(String cel) {
        return cel.startsWith("list") ? "rows" : TYPES.getOrDefault(cel, cel);
    }
}
