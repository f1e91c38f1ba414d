package vn.motcua.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * A text of a layout: {@code {name}} is filled in, {@code {name|otherwise}} says what stands there when it is empty, two stars
 * around a part make it bold. What is filled in is text and nothing else, whatever stars or braces are in it.
 */
public final class FormText {

    private static final Pattern PLACE = Pattern.compile("\\{([A-Za-z]+)(?:\\|([^}]*))?}");
    private static final String ROOM = "……………………………";

    private FormText() {}

    /** A part of a line. */
    public record Run(String text, boolean bold) {}

    /** The names that it fills in. */
    static Set<String> names(String text) {
        var names = new TreeSet<String>();
        PLACE.matcher(text).results().forEach(it -> names.add(it.group(1)));
        return names;
    }

    /** Whether it fills something in and all of that is empty. */
    static boolean empty(String text, Map<String, String> values) {
        var places = PLACE.matcher(text).results().toList();
        return !places.isEmpty()
                && places.stream()
                        .allMatch(it -> it.group(2) == null
                                && value(values, it.group(1)).isEmpty());
    }

    /** The text filled in; an empty value beside others leaves room for a pen, one that stands alone leaves nothing. */
    static List<Run> filled(String text, Map<String, String> values) {
        var runs = new ArrayList<Run>();
        var bold = false;
        for (var part : text.split("\\*\\*", -1)) {
            fill(part, text, values, bold, runs);
            bold = !bold;
        }
        return runs;
    }

    /** The same line by line, without bold. */
    static List<String> lines(String text, Map<String, String> values) {
        return text.lines()
                .map(it -> {
                    var line = new StringBuilder();
                    filled(it, values).forEach(run -> line.append(run.text()));
                    return line.toString();
                })
                .toList();
    }

    private static void fill(String part, String whole, Map<String, String> values, boolean bold, List<Run> runs) {
        var line = new StringBuilder();
        var end = 0;
        var places = PLACE.matcher(part);
        while (places.find()) {
            line.append(part, end, places.start());
            var value = value(values, places.group(1));
            line.append(value.isEmpty() ? otherwise(places.group(), places.group(2), whole) : value);
            end = places.end();
        }
        line.append(part.substring(end));
        if (!line.isEmpty()) {
            runs.add(new Run(line.toString(), bold));
        }
    }

    private static String otherwise(String place, @org.jspecify.annotations.Nullable String said, String whole) {
        if (said != null) {
            return said;
        }
        return whole.strip().equals(place) ? "" : ROOM;
    }

    private static String value(Map<String, String> values, String name) {
        return values.getOrDefault(name, "");
    }
}
