package vn.motcua.catalogue.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vn.motcua.catalogue.StudioPackage;
import vn.motcua.catalogue.StudioPackage.Element;
import vn.motcua.catalogue.StudioPart;
import vn.motcua.catalogue.StudioPart.Sort;
import vn.motcua.catalogue.StudioSlot;
import vn.motcua.identity.AccessRefusal;
import vn.motcua.identity.web.Filled;
import vn.motcua.identity.web.Forms;
import vn.motcua.shared.Refused;

/** Puts the parts of a draft into words, in the language of the author. */
final class StudioViews {

    static final String FORM = "form";
    private static final int EMPTY_ROWS = 4;
    private static final int MORE_ROWS = 2;
    private static final int MOST_ROWS = 200;

    private final StudioPackage content;
    private final StudioWords words;
    private final StudioLists lists;

    StudioViews(StudioWords words, Supplier<StudioSteps> steps) {
        this.words = words;
        this.content = words.content();
        this.lists = new StudioLists(words, steps);
    }

    private String t(String key, Object... arguments) {
        return words.t(key, arguments);
    }

    private StudioView.Frame frame() {
        return words.frame();
    }

    StudioView.Outline outline() {
        return lists.outline();
    }

    StudioView.Listed listed(String in, String refused) {
        return lists.listed(in, refused);
    }

    StudioView.Rules rules(String refused) {
        return new StudioRules(words).all(refused);
    }

    StudioPackage content() {
        return content;
    }

    /** Whether that element is there, or without an id the part itself. */
    boolean there(String in, String id) {
        try {
            return content.elements(part(in)).stream().anyMatch(it -> it.id().equals(id)) || id.isEmpty();
        } catch (Refused _) {
            return false;
        }
    }

    static String anchor(StudioPart part, String id) {
        return "e-" + part.word().replace('.', '-') + "-" + id.replaceAll("[^A-Za-z0-9-]", "-");
    }

    StudioView.Item item(String in, String id, String wanted, Optional<Filled> typed, String refused) {
        var part = part(in);
        var all = content.elements(part);
        var known = all.stream().filter(it -> it.id().equals(id)).findFirst();
        if (id.isEmpty() ? part.fixed() : known.isEmpty()) {
            throw new Refused(AccessRefusal.NOT_THERE);
        }
        var had = known.map(Element::kind).orElse("");
        var kinds = kinds(part, had);
        var begun = part.sort() == Sort.STEPS ? part.usual() : "";
        var kind = kinds.contains(wanted) ? wanted : had.isEmpty() && !kinds.isEmpty() ? begun : had;
        var chosen = kinds.isEmpty() || !kind.isEmpty();
        var filled = typed.orElseGet(() -> new Filled(
                id.isEmpty() ? Map.of("required", part.asks() ? "no" : "yes") : content.inputs(part, id, kind),
                Map.of()));
        var name = known.map(it -> words.name(part, it)).orElse(id);
        return new StudioView.Item(
                frame(),
                in,
                id,
                id.isEmpty() ? t("studio.add." + part.sort()) : t("studio.change", name),
                frame().here() + "/" + StudioLists.sheet(part) + (id.isEmpty() ? "" : "#" + anchor(part, id)),
                kinds.stream().map(it -> new Forms.Choice(it, words.kind(it))).toList(),
                kind,
                chosen
                        ? content.slots(part, kind, id.isEmpty()).stream()
                                .map(it -> input(it, part, filled))
                                .toList()
                        : List.of(),
                id.isEmpty() || !(part.sort() == Sort.QUESTIONS || part.sort() == Sort.PAGE) ? List.of() : pages(part),
                chosen && (names(part) || kind.equals("choice")) ? known(part) : List.of(),
                filled,
                refused);
    }

    /** What is taken over from a part of a group and what is not do not become each other. */
    private List<String> kinds(StudioPart part, String had) {
        if (had.equals(StudioPart.FROM) || had.equals(StudioPart.OWN)) {
            return List.of();
        }
        return had.isEmpty() ? content.kinds(part) : part.kinds();
    }

    private static boolean names(StudioPart part) {
        return switch (part.sort()) {
            case STEPS,
                    RECORD,
                    DECLARATION,
                    CHANNELS,
                    AGENCIES,
                    RESULTS,
                    LEGAL,
                    PARAMETERS,
                    LIMIT,
                    WHOLE,
                    CASES,
                    MESSAGES -> false;
            default -> true;
        };
    }

    private List<Forms.Choice> pages(StudioPart own) {
        var pages = new ArrayList<Forms.Choice>();
        if (own.sort() != Sort.QUESTIONS) {
            pages.add(new Forms.Choice("questions", t("studio.part.questions")));
        }
        content.elements(part("pages")).stream()
                .filter(it ->
                        !own.equals(StudioPart.page(it.id())) && !it.kind().equals(StudioPart.FROM))
                .forEach(it -> pages.add(new Forms.Choice(
                        StudioPart.page(it.id()).word(), it.name().in(words.language()))));
        return pages;
    }

    /** What a condition may ask for. */
    private List<Forms.Choice> known(StudioPart part) {
        try {
            var ofRoute = switch (part.sort()) {
                case STEPS, CHOICE, UNIT -> true;
                default -> false;
            };
            return Stream.concat(
                            content.questions().stream(), ofRoute ? content.entered().stream() : Stream.<Element>of())
                    .map(it ->
                            new Forms.Choice(it.id(), it.name().in(words.language()) + " · " + words.kind(it.kind())))
                    .toList();
        } catch (Refused _) {
            return List.of();
        }
    }

    private StudioView.Input input(StudioSlot slot, StudioPart part, Filled filled) {
        return new StudioView.Input(
                slot, words.label(part, slot), words.hint(part, slot), choices(slot, filled), rows(slot, filled));
    }

    private List<Forms.Choice> choices(StudioSlot slot, Filled filled) {
        var values = new ArrayList<>(
                switch (slot.type()) {
                    case REQUIRED -> List.of("no", "yes", "when");
                    case DEMANDED -> List.of("yes", "when");
                    case YES_OR_NO -> List.of("true", "false");
                    case SEVERAL_OR_NONE ->
                        Stream.concat(slot.choices().stream(), Stream.of("-")).toList();
                    default -> slot.choices();
                });
        var now = filled.value(slot.key());
        if (!several(slot) && !now.isEmpty() && !values.isEmpty() && !values.contains(now)) {
            values.add(now);
        }
        return values.stream()
                .map(it -> new Forms.Choice(it, words.choice(slot, it)))
                .toList();
    }

    private static boolean several(StudioSlot slot) {
        return slot.type() == StudioSlot.Type.SEVERAL || slot.type() == StudioSlot.Type.SEVERAL_OR_NONE;
    }

    private static List<Integer> rows(StudioSlot slot, Filled filled) {
        var cells = slot.type().cells();
        if (cells.isEmpty()) {
            return List.of();
        }
        int last = IntStream.range(0, MOST_ROWS)
                .filter(it -> cells.stream()
                        .anyMatch(cell ->
                                !filled.value(slot.input(it + "." + cell)).isBlank()))
                .max()
                .orElse(-1);
        var empty = cells.contains("code") ? EMPTY_ROWS : MORE_ROWS;
        return IntStream.rangeClosed(0, last + empty).boxed().toList();
    }

    StudioView.Removal removal(String in, String id, String refused) {
        var part = part(in);
        var name = content.elements(part).stream()
                .filter(it -> it.id().equals(id) && !part.fixed())
                .findFirst()
                .map(it -> words.name(part, it))
                .orElseThrow(() -> new Refused(AccessRefusal.NOT_THERE));
        return new StudioView.Removal(
                frame(),
                in,
                id,
                name.isEmpty() ? id : name,
                frame().here() + "/" + StudioLists.sheet(part) + "#" + anchor(part, id),
                content.uses(part, id).stream()
                        .map(it -> new StudioView.Used(t("studio.where." + it.where()), it.name(), it.text()))
                        .toList(),
                refused);
    }

    static StudioPart part(String in) {
        return StudioPart.named(in).orElseThrow(() -> new Refused(AccessRefusal.NOT_THERE));
    }
}
