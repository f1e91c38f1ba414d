package vn.motcua.catalogue;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import vn.motcua.shared.Phrase;

/**
 * Whether an edit may be saved. It may not when the element that it is about is wrong, nor when something was sound before that
 * is not any more. What was wrong elsewhere before does not keep an author from going on; nor do examples, which are mended last.
 */
final class StudioCheck {

    private final StudioPart part;
    private final String id;
    private final Map<String, String> before;
    private final Map<String, String> after;

    private StudioCheck(StudioPart part, String id, Map<String, String> before, Map<String, String> after) {
        this.part = part;
        this.id = id;
        this.before = before;
        this.after = after;
    }

    /** A problem without its line, which moves when the text is written again. */
    private record Known(String file, String place, Phrase words) {}

    /**
     * Refuses with {@link StudioWrong} what must not be saved.
     *
     * @param id of the element after the edit
     */
    static void of(
            String code,
            String agency,
            StudioPart part,
            String id,
            Map<String, String> before,
            Map<String, String> after) {
        var faults = new StudioCheck(part, id, before, after).faults(code, agency);
        if (!faults.isEmpty()) {
            throw new StudioWrong(faults);
        }
    }

    private Map<String, Phrase> faults(String code, String agency) {
        var had = known(code, agency, before);
        var has = known(code, agency, after);
        var own = own();
        var faults = new HashMap<String, Phrase>();
        for (var it : has) {
            var place = it.file().equals(part.file()) ? within(it.place(), own) : "-";
            if (!place.equals("-")) {
                faults.putIfAbsent(input(place, it.words()), it.words());
            } else if (had.isEmpty()) {
                faults.putIfAbsent("", Phrase.of("studio.wrong.elsewhere", it.file(), it.place(), it.words()));
            }
        }
        return faults;
    }

    private static Set<Known> known(String code, String agency, Map<String, String> files) {
        return PackageCheck.of(code, agency, files, Set.of()).stream()
                .filter(it -> !it.file().equals(PackageReader.EXAMPLES))
                .map(it -> new Known(it.file(), it.place(), it.words()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The ways in which the place of the element is written. */
    private List<String> own() {
        return switch (part.sort()) {
            case QUESTIONS -> List.of("questions." + id, id);
            case PAGES -> List.of("sections." + id);
            case PAGE -> List.of("sections." + part.of() + ".fields." + id, id);
            case TABLE -> List.of(table() + ".columns." + id);
            case DOCUMENTS, FEES -> List.of(part.word() + "." + id, part.word() + "[" + (1 + index()) + "]");
            case STEPS -> List.of(id);
        };
    }

    private String table() {
        var holder = StudioPackage.of(after);
        return holder.pages().stream()
                .filter(it ->
                        holder.elements(it).stream().anyMatch(one -> one.id().equals(part.of())))
                .map(it -> it.sort() == StudioPart.Sort.PAGE
                        ? "sections." + it.of() + ".fields." + part.of()
                        : "questions." + part.of())
                .findFirst()
                .orElse(part.of());
    }

    private int index() {
        var all = StudioPackage.of(after).elements(part);
        return IntStream.range(0, all.size())
                .filter(it -> all.get(it).id().equals(id))
                .findFirst()
                .orElse(all.size());
    }

    /** The rest of the way within the element; a hyphen for another place. */
    private String within(String place, List<String> own) {
        for (var it : own) {
            if (place.equals(it)) {
                return "";
            }
            if (place.startsWith(it + ".")) {
                var rest = place.substring(it.length() + 1);
                return part.sort() == StudioPart.Sort.PAGES && rest.startsWith("fields") ? "-" : rest;
            }
        }
        return "-";
    }

    private String input(String place, Phrase words) {
        var keys = part.slots("", false).stream().map(StudioSlot::key).toList();
        var reason = words.key().substring(words.key().lastIndexOf('.') + 1);
        var last = place.substring(place.lastIndexOf('.') + 1);
        return switch (reason) {
            case "choiceNeeded" -> "codelist";
            case "badLimit" -> "min";
            case "badFieldId", "badSectionId", "twice", "reserved", "partOfAnother" -> "id";
            case "mustAndOtherwise" -> "must";
            case "calculatedAlone" -> "calculate";
            case "BAD_HOURS" -> "hours";
            default ->
                switch (last) {
                    case "required" -> "required.when";
                    case "must", "calculate", "pattern", "codelist", "default" -> last;
                    default -> keys.contains(last) ? last : "";
                };
        };
    }
}
