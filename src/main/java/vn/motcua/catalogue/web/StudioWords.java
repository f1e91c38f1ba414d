package vn.motcua.catalogue.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.motcua.catalogue.Edition;
import vn.motcua.catalogue.StudioPackage;
import vn.motcua.catalogue.StudioPackage.Element;
import vn.motcua.catalogue.StudioPart;
import vn.motcua.catalogue.StudioSlot;
import vn.motcua.form.QuestionBank;
import vn.motcua.shared.Language;
import vn.motcua.shared.Messages;

/** The words of the studio's pages: of parts, of what is filled in, of what stands there. */
final class StudioWords {

    private static final int LONG = 90;

    private final Edition edition;
    private final StudioPackage content;
    private final Messages messages;
    private final Language language;
    private final Map<String, String> texts;

    StudioWords(Edition edition, Messages messages, Language language) {
        this.edition = edition;
        this.content = StudioPackage.of(edition.files());
        this.messages = messages;
        this.language = language;
        this.texts = messages.all(language);
    }

    StudioPackage content() {
        return content;
    }

    Messages messages() {
        return messages;
    }

    Language language() {
        return language;
    }

    String t(String key, Object... arguments) {
        return messages.say(language, key, arguments);
    }

    /** That text, or the other where there is none under this key. */
    String or(String key, String otherwise) {
        return texts.getOrDefault(key, otherwise);
    }

    StudioView.Frame frame() {
        var address = EditionPages.REVISIONS + "/" + edition.code() + "/" + edition.no();
        return new StudioView.Frame(
                address + "/studio",
                address,
                edition.name().isEmpty() ? edition.code() : edition.name(),
                edition.code(),
                edition.no(),
                edition.version(),
                EditionViews.command());
    }

    /** The kind of a question. */
    String kind(String written) {
        return or("studio.kind." + written, written);
    }

    String label(StudioPart part, StudioSlot slot) {
        return own(part, slot, "slot", slot.key());
    }

    String hint(StudioPart part, StudioSlot slot) {
        return own(part, slot, "hint", "");
    }

    /** In the part's own words, else in those that all parts have. */
    private String own(StudioPart part, StudioSlot slot, String what, String otherwise) {
        var key = slot.key().isEmpty() ? "label" : slot.key();
        if (key.startsWith("waits.")) {
            var parts = key.split("\\.", -1);
            return what.equals("slot")
                    ? t("studio.slot.waits." + parts[2], or("studio.wait." + parts[1], parts[1]))
                    : "";
        }
        return or(
                "studio." + what + "." + key + "." + (part.asks() ? "QUESTION" : part.sort()),
                or("studio." + what + "." + key, otherwise));
    }

    /** What is chosen, in words. */
    String choice(StudioSlot slot, String value) {
        if (slot.key().equals("bank")) {
            return QuestionBank.standard()
                    .find(value)
                    .map(it -> it.name().in(language) + " (" + value + ")")
                    .orElse(value);
        }
        if (slot.among() == StudioSlot.Among.STEPS) {
            return node(value);
        }
        return switch (slot.type()) {
            case REQUIRED -> t("studio.required." + value);
            case DEMANDED, YES_OR_NO -> or("studio." + slot.type() + "." + value, value);
            default -> or("studio.choice." + slot.key() + "." + value, or("studio.choice." + value, value));
        };
    }

    /** A node of the route, by its name or its kind. */
    String node(String id) {
        var steps = StudioViews.part("steps");
        return content.elements(steps).stream()
                .filter(it -> it.id().equals(id))
                .findFirst()
                .map(it -> t("studio.node", name(steps, it), id))
                .orElse(id.equals("end") ? t("studio.choice.next.end") : id);
    }

    /** What an element is called in a list. */
    String name(StudioPart part, Element it) {
        if (it.kind().equals(StudioPart.FROM)) {
            return t("studio.taken", input(part, it, "from"));
        }
        var own = it.name().in(language);
        return switch (part.sort()) {
            case RECORD, DECLARATION, LIMIT, PAPER, WHOLE -> t("studio.part." + part.word());
            case CHANNELS -> or("studio.choice." + input(part, it, "method"), it.id());
            case LEGAL -> input(part, it, "number");
            case MESSAGES -> or("studio.choice.id." + it.id(), it.id());
            case STEPS -> own.isEmpty() ? kind(it.kind()) : own;
            case AMOUNT, CHOICE, UNIT ->
                it.id().equals(StudioPart.OTHERWISE)
                        ? t("studio.rules.otherwise")
                        : t("studio.rules.one", Integer.parseInt(it.id()));
            case EXCEPTIONS ->
                input(part, it, "amount") + " "
                        + or("studio.choice." + input(part, it, "unit"), input(part, it, "unit"));
            default -> own.isEmpty() ? it.id() : own;
        };
    }

    private String input(StudioPart part, Element it, String key) {
        return content.inputs(part, it.id(), it.kind()).getOrDefault(key, "");
    }

    /** What else stands there, as it is listed. */
    String says(StudioPart part, Element it) {
        if (it.kind().equals(StudioPart.FROM)) {
            return summary(part, it);
        }
        return switch (part.sort()) {
            case QUESTIONS, PAGE, TABLE, ENTER, PAGES, DOCUMENTS, FEES, STEPS -> condition(part, it);
            case MESSAGES ->
                t(
                        "studio.told",
                        new ToldExample(messages, language, edition)
                                .of(it.name().in(language)));
            default -> summary(part, it);
        };
    }

    private String condition(StudioPart part, Element it) {
        var said = new ArrayList<String>();
        if (part.sort() == StudioPart.Sort.STEPS) {
            return it.kind().equals(part.usual()) ? "" : kind(it.kind());
        }
        if (part.kinded()) {
            said.add(kind(it.kind()));
            said.add(t("studio.required." + it.required()));
        }
        if (!it.condition().isEmpty()) {
            said.add(
                    t(part.sort() == StudioPart.Sort.FEES ? "studio.says.amount" : "studio.says.when", it.condition()));
        }
        return String.join(" · ", said);
    }

    private String summary(StudioPart part, Element it) {
        var inputs = content.inputs(part, it.id(), it.kind());
        return part.slots(it.kind(), false).stream()
                .filter(slot -> !named(part).contains(slot.key()) && !slot.key().equals(StudioPart.FROM))
                .filter(slot -> !value(slot, inputs).isEmpty())
                .map(slot -> label(part, slot) + ": " + value(slot, inputs))
                .collect(Collectors.joining(" · "));
    }

    /** What the name of an element says already. */
    private static List<String> named(StudioPart part) {
        return switch (part.sort()) {
            case RECORD -> List.of("id", "trust", "keywords", "subjects", "source.url", "source.via");
            case CHANNELS -> List.of("method");
            case LEGAL -> List.of("number");
            case EXCEPTIONS -> List.of("amount", "unit");
            case CHECKS, PARAMETERS -> List.of("", "id");
            case EXAMPLES, AGENCIES, RESULTS -> List.of("name");
            case LINKED -> List.of("id");
            default -> List.of();
        };
    }

    private String value(StudioSlot slot, Map<String, String> inputs) {
        var value = switch (slot.type()) {
            case WORDS, LONG_WORDS -> inputs.getOrDefault(slot.input(language == Language.EN ? "en" : "vi"), "");
            case TICK -> inputs.getOrDefault(slot.key(), "").isEmpty() ? "" : t("studio.YES_OR_NO.true");
            case ONE_OF, YES_OR_NO -> chosen(slot, inputs.getOrDefault(slot.key(), ""));
            case SEVERAL ->
                Arrays.stream(inputs.getOrDefault(slot.key(), "").split(","))
                        .map(it -> chosen(slot, it))
                        .collect(Collectors.joining(", "));
            case SEVERAL_OR_NONE -> inputs.getOrDefault(slot.key(), "").replace(",", ", ");
            case OPTIONS, COLUMNS, WAYS, ASKED -> "";
            case LINES, PAIRS, TEXT_PAIRS, TEXT ->
                inputs.getOrDefault(slot.key(), "").replace("\n", "; ");
            default -> inputs.getOrDefault(slot.key(), "");
        };
        return value.length() > LONG ? value.substring(0, LONG) + "…" : value;
    }

    private String chosen(StudioSlot slot, String value) {
        return value.isEmpty() ? "" : choice(slot, value);
    }
}
