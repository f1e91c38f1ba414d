package vn.motcua.catalogue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * In which line of a YAML text a place is. A place is a way from the root, keys parted by dots, elements of a list by their
 * number ({@code documents[2].name}) or their id ({@code sections.child.fields.child.fullName}); or the id alone.
 */
final class YamlLines {

    private static final YAMLMapper YAML = YAMLMapper.builder().build();
    private static final Pattern LINE = Pattern.compile("dòng (\\d{1,9})");
    private static final Pattern NUMBERED = Pattern.compile("\\[(\\d{1,6})](.*)");

    private YamlLines() {}

    /** Something in the text: where it begins, and what is in it. */
    private record Spot(int line, String text, Map<String, Spot> keys, List<Spot> items) {

        Stream<Spot> all() {
            return Stream.concat(
                    Stream.of(this),
                    Stream.concat(keys.values().stream(), items.stream()).flatMap(Spot::all));
        }

        boolean named(String id) {
            var own = keys.get("id");
            return own != null && !own.text.isEmpty() && begins(id, own.text);
        }
    }

    /** The line, from 1; 0 when the place is not found or the text is no YAML. */
    static int line(String text, String place) {
        var written = LINE.matcher(place);
        if (written.matches()) {
            return Integer.parseInt(written.group(1));
        }
        if (place.isEmpty() || place.equals("/")) {
            return 0;
        }
        return root(text).map(it -> line(it, place)).orElse(0);
    }

    private static int line(Spot root, String place) {
        var found = deepest(root, place);
        if (!found.equals(root)) {
            return found.line;
        }
        return root.all()
                .filter(it -> it.named(place))
                .map(it -> deepest(it, rest(place, it.keys.getOrDefault("id", it).text)))
                .findFirst()
                .or(() -> root.all().filter(it -> it.text.contains(place)).findFirst())
                .map(Spot::line)
                .orElse(0);
    }

    /** As far along the way as the text goes. */
    private static Spot deepest(Spot from, String way) {
        if (way.isEmpty()) {
            return from;
        }
        var number = NUMBERED.matcher(way);
        if (number.matches()) {
            int at = Integer.parseInt(number.group(1)) - 1;
            return at >= 0 && at < from.items.size() ? deepest(from.items.get(at), trimmed(number.group(2))) : from;
        }
        var key =
                from.keys.keySet().stream().filter(it -> begins(way, it)).max(Comparator.comparingInt(String::length));
        if (key.isPresent()) {
            return deepest(from.keys.getOrDefault(key.get(), from), rest(way, key.get()));
        }
        return from.items.stream()
                .filter(it -> it.named(way))
                .max(Comparator.comparingInt(it -> id(it).length()))
                .map(it -> deepest(it, rest(way, id(it))))
                .orElse(from);
    }

    private static String id(Spot it) {
        return it.keys.getOrDefault("id", it).text;
    }

    private static boolean begins(String way, String with) {
        return way.equals(with) || way.startsWith(with + ".") || way.startsWith(with + "[");
    }

    private static String rest(String way, String taken) {
        return trimmed(way.substring(taken.length()));
    }

    private static String trimmed(String way) {
        return way.startsWith(".") ? way.substring(1) : way;
    }

    private static Optional<Spot> root(String text) {
        try (var parser = YAML.createParser(text)) {
            return parser.nextToken() == null ? Optional.empty() : Optional.of(read(parser));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    private static Spot read(JsonParser parser) {
        int line = parser.currentTokenLocation().getLineNr();
        var keys = new LinkedHashMap<String, Spot>();
        var items = new ArrayList<Spot>();
        var text = "";
        var token = parser.currentToken();
        if (token == JsonToken.START_OBJECT) {
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                var name = parser.currentName();
                int at = parser.currentTokenLocation().getLineNr();
                parser.nextToken();
                var value = read(parser);
                keys.put(name, new Spot(at, value.text, value.keys, value.items));
            }
        } else if (token == JsonToken.START_ARRAY) {
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                items.add(read(parser));
            }
        } else {
            text = Optional.ofNullable(parser.getString()).orElse("");
        }
        return new Spot(line, text, keys, items);
    }
}
