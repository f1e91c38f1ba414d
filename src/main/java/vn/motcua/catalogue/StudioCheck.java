package vn.motcua.catalogue;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vn.motcua.form.Form;
import vn.motcua.form.UnsoundDefinition;
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

    /** Without examples that do not hold; those that cannot be read count where they are edited. */
    private Set<Known> known(String code, String agency, Map<String, String> files) {
        return PackageCheck.of(code, agency, files, Set.of()).stream()
                .filter(it -> !it.file().equals(PackageReader.EXAMPLES)
                        || (part.sort() == StudioPart.Sort.EXAMPLES
                                && !it.words().key().startsWith("catalogue.problem.example.")
                                && !it.words().key().equals("catalogue.problem.fewExamples")))
                .filter(it -> !StudioNodes.passing(it))
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
            case ENTER -> List.of("sections.enter-" + part.of() + ".fields." + id, id);
            case DOCUMENTS, FEES -> List.of(part.word() + "." + id, part.word() + "[" + (1 + index()) + "]");
            case CHECKS, PARAMETERS, MESSAGES -> List.of(part.word() + "." + id);
            case STEPS -> List.of(id);
            case LIMIT -> List.of("timeLimit");
            case EXCEPTIONS -> List.of("timeLimit.exceptions[" + id + "]");
            case CHANNELS, AGENCIES, RESULTS, LEGAL, EXAMPLES -> List.of(part.key() + "[" + id + "]");
            case AMOUNT -> List.of("fees." + part.of());
            case RELIEFS ->
                List.of(
                        "fees." + part.of() + ".reliefs." + id,
                        "fees[" + (1 + index(new StudioPart(StudioPart.Sort.FEES, ""), part.of())) + "].reliefs["
                                + (1 + index()) + "]");
            case CHOICE, UNIT -> List.of(part.of());
            case LINKED -> List.of("parts." + id, "parts[" + (1 + index()) + "]");
            case CASES -> List.of();
            case RECORD, DECLARATION, PAPER, WHOLE -> List.of("");
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
        return index(part, id);
    }

    private int index(StudioPart in, String of) {
        var all = StudioPackage.of(after).elements(in);
        return IntStream.range(0, all.size())
                .filter(it -> all.get(it).id().equals(of))
                .findFirst()
                .orElse(all.size());
    }

    /** The rest of the way within the element; a hyphen for another place. */
    private String within(String place, List<String> own) {
        for (var it : own) {
            if (place.equals(it)) {
                return "";
            }
            if (it.isEmpty()) {
                return part.sort() == StudioPart.Sort.PAPER || keys().anyMatch(key -> begins(place, first(key)))
                        ? place
                        : "-";
            }
            if (place.startsWith(it + ".")) {
                var rest = place.substring(it.length() + 1);
                return elsewhere(rest) ? "-" : rest;
            }
        }
        return "-";
    }

    /** What stands inside the element, but is a part of its own. */
    private boolean elsewhere(String rest) {
        return switch (part.sort()) {
            case PAGES -> rest.startsWith("fields");
            case FEES -> rest.startsWith("reliefs");
            case LIMIT -> rest.startsWith("exceptions");
            default -> false;
        };
    }

    /** What is filled in; of a node of the route by its kind. */
    private List<StudioSlot> slots() {
        var kind = part.sort() == StudioPart.Sort.STEPS
                ? StudioPackage.of(after).elements(part).stream()
                        .filter(it -> it.id().equals(id))
                        .findFirst()
                        .map(StudioPackage.Element::kind)
                        .orElse("")
                : "";
        return part.slots(kind, false);
    }

    private static boolean begins(String place, String key) {
        return place.equals(key) || place.startsWith(key + ".") || place.startsWith(key + "[");
    }

    private static String first(String key) {
        return key.contains(".") ? key.substring(0, key.indexOf('.')) : key;
    }

    private Stream<String> keys() {
        return slots().stream().map(StudioSlot::key);
    }

    private String input(String place, Phrase words) {
        var key = key(place, words);
        return slots().stream()
                .filter(it -> it.key().equals(key)
                        && (it.type() == StudioSlot.Type.WORDS || it.type() == StudioSlot.Type.LONG_WORDS)
                        && !key.isEmpty())
                .findFirst()
                .map(it -> it.input("vi"))
                .orElse(key);
    }

    private String rule(String input) {
        return part.rules() && keys().anyMatch(input::equals) ? input : "";
    }

    /** Whether what is wrong with an amount is not the condition of this rule. */
    private boolean conditionStands() {
        try {
            var when = StudioPackage.of(after).inputs(part, id, part.rule(id)).getOrDefault("when", "true");
            Form.compile(StudioPackage.of(after).form()).expressions().condition("when", when);
            return true;
        } catch (UnsoundDefinition _) {
            return false;
        }
    }

    private String key(String place, Phrase words) {
        var reason = words.key().substring(words.key().lastIndexOf('.') + 1);
        var way = place.replaceAll("\\[\\d+]", "");
        var last = way.substring(way.lastIndexOf('.') + 1);
        if (part.sort() == StudioPart.Sort.STEPS && !StudioNodes.input(reason).isEmpty()) {
            return StudioNodes.input(reason);
        }
        return switch (reason) {
            case "choiceNeeded" -> "codelist";
            case "badLimit" -> "min";
            case "badFieldId", "badSectionId", "twice", "reserved", "partOfAnother" -> "id";
            case "mustAndOtherwise" -> "must";
            case "calculatedAlone" -> "calculate";
            case "oneOutcome" -> "wrong";
            case "CONDITION_NOT_UNDERSTOOD", "INCOMPLETE_BRANCH", "INCOMPLETE_UNIT_RULE" -> rule("when");
            case "UNKNOWN_TARGET" -> rule("next");
            case "NO_UNIT" -> rule("unit");
            default -> {
                if (part.sort() == StudioPart.Sort.AMOUNT) {
                    yield conditionStands() ? "amount" : "when";
                }
                if (part.sort() == StudioPart.Sort.MESSAGES) {
                    yield way.isEmpty() ? "id" : way;
                }
                if (part.sort() == StudioPart.Sort.PAPER) {
                    yield keys().anyMatch(way::equals) ? way : "lines";
                }
                if (keys().anyMatch(way::equals)) {
                    yield way;
                }
                yield switch (last) {
                    case "required" -> "required.when";
                    case "must", "calculate", "pattern", "codelist", "default" -> last;
                    default ->
                        keys().anyMatch(last::equals) ? last : keys().anyMatch(first(way)::equals) ? first(way) : "";
                };
            }
        };
    }
}
