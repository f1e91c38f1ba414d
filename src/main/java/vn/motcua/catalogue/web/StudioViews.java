package vn.motcua.catalogue.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vn.motcua.catalogue.Edition;
import vn.motcua.catalogue.StudioPackage;
import vn.motcua.catalogue.StudioPackage.Element;
import vn.motcua.catalogue.StudioPart;
import vn.motcua.catalogue.StudioPart.Sort;
import vn.motcua.catalogue.StudioSlot;
import vn.motcua.identity.AccessRefusal;
import vn.motcua.identity.web.Filled;
import vn.motcua.identity.web.Forms;
import vn.motcua.shared.Language;
import vn.motcua.shared.Messages;
import vn.motcua.shared.Refused;

/** Puts the parts of a draft into words, in the language of the author. */
final class StudioViews {

    static final String FORM = "form";
    private static final int EMPTY_ROWS = 4;
    private static final int MOST_ROWS = 200;

    private final Edition edition;
    private final StudioPackage content;
    private final Messages messages;
    private final Language language;
    private final Map<String, String> texts;

    StudioViews(Edition edition, Messages messages, Language language) {
        this.edition = edition;
        this.content = StudioPackage.of(edition.files());
        this.messages = messages;
        this.language = language;
        this.texts = messages.all(language);
    }

    private String t(String key, Object... arguments) {
        return messages.say(language, key, arguments);
    }

    private StudioView.Frame frame() {
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

    StudioView.Outline outline() {
        if (!content.edited()) {
            return new StudioView.Outline(frame(), true, List.of());
        }
        var chapters = new ArrayList<StudioView.Chapter>();
        chapters.add(chapter(
                FORM,
                () -> t(
                        "studio.says.form",
                        content.pages().size() - 1,
                        content.pages().stream()
                                .mapToInt(it -> content.elements(it).size())
                                .sum())));
        chapters.add(chapter("documents", () -> count("documents")));
        chapters.add(chapter("fees", () -> count("fees")));
        chapters.add(chapter("steps", () -> content.sequence() ? count("steps") : t("studio.says.notSequence")));
        chapters.add(new StudioView.Chapter(
                t("studio.part.record"), t("studio.says.record"), frame().edition() + "#files", t("studio.asFile")));
        return new StudioView.Outline(frame(), false, chapters);
    }

    private StudioView.Chapter chapter(String in, Supplier<String> says) {
        var title = t("studio.part." + in);
        try {
            var said = says.get();
            return in.equals("steps") && !content.sequence()
                    ? new StudioView.Chapter(title, said, frame().edition() + "#files", t("studio.asFile"))
                    : new StudioView.Chapter(title, said, frame().here() + "/" + in, t("studio.edit", title));
        } catch (Refused refused) {
            return new StudioView.Chapter(
                    title, messages.say(language, refused), frame().edition() + "#files", t("studio.asFile"));
        }
    }

    private String count(String in) {
        return t("studio.says." + in, content.elements(part(in)).size());
    }

    StudioView.Listed listed(String in, String refused) {
        only();
        if (in.equals(FORM)) {
            return new StudioView.Listed(
                    frame(), t("studio.part.form"), t("studio.note.form"), frame().here(), form(), refused);
        }
        var part = part(in);
        if (part.sort() == Sort.STEPS && !content.sequence()) {
            throw new Refused(AccessRefusal.NOT_THERE);
        }
        var table = part.sort() == Sort.TABLE;
        if (part.ofForm() && !table) {
            throw new Refused(AccessRefusal.NOT_THERE);
        }
        var title = table ? t("studio.part.table", part.of()) : t("studio.part." + in);
        return new StudioView.Listed(
                frame(),
                title,
                t("studio.note." + (table ? "table" : in)),
                table ? frame().here() + "/" + FORM : frame().here(),
                List.of(group(part, title, Optional.empty())),
                refused);
    }

    /** Groups of linked procedures are written as text. */
    private void only() {
        if (!content.edited()) {
            throw new Refused(AccessRefusal.NOT_THERE);
        }
    }

    /** Whether that element is there, or without an id the part itself. */
    boolean there(String in, String id) {
        try {
            return content.elements(part(in)).stream().anyMatch(it -> it.id().equals(id)) || id.isEmpty();
        } catch (Refused _) {
            return false;
        }
    }

    private List<StudioView.Group> form() {
        var groups = new ArrayList<StudioView.Group>();
        groups.add(group(part("questions"), t("studio.part.questions"), Optional.empty()));
        var pages = part("pages");
        var all = content.elements(pages);
        for (int i = 0; i < all.size(); i++) {
            var name = all.get(i).name().in(language);
            groups.add(group(
                    StudioPart.page(all.get(i).id()), t("studio.page", i + 1, name), Optional.of(row(pages, all, i))));
        }
        return groups;
    }

    private StudioView.Group group(StudioPart part, String title, Optional<StudioView.Row> page) {
        var all = content.elements(part);
        return new StudioView.Group(
                part.word(),
                title,
                page,
                t("studio.add." + part.sort()),
                IntStream.range(0, all.size())
                        .mapToObj(it -> row(part, all, it))
                        .toList());
    }

    private StudioView.Row row(StudioPart part, List<Element> all, int at) {
        var it = all.get(at);
        var name = it.name().in(language);
        return new StudioView.Row(
                part.word(),
                it.id(),
                anchor(part, it.id()),
                name.isEmpty() ? it.id() : name,
                says(part, it),
                at == 0,
                at == all.size() - 1,
                it.kind().equals("table") && part.sort() != Sort.TABLE
                        ? frame().here() + "/" + StudioPart.table(it.id()).word()
                        : "");
    }

    private String says(StudioPart part, Element it) {
        var said = new ArrayList<String>();
        if (!it.kind().isEmpty()) {
            said.add(kind(it.kind()));
            said.add(t("studio.required." + it.required()));
        }
        if (!it.condition().isEmpty()) {
            said.add(t(part.sort() == Sort.FEES ? "studio.says.amount" : "studio.says.when", it.condition()));
        }
        return String.join(" · ", said);
    }

    private String kind(String written) {
        return texts.getOrDefault("studio.kind." + written, written);
    }

    static String anchor(StudioPart part, String id) {
        return "e-" + part.word().replace('.', '-') + "-" + id.replaceAll("[^A-Za-z0-9-]", "-");
    }

    /** The address of the list in which an element of that part stands. */
    static String list(StudioPart part) {
        return part.ofForm() && part.sort() != Sort.TABLE ? FORM : part.word();
    }

    StudioView.Item item(String in, String id, String wanted, Optional<Filled> typed, String refused) {
        only();
        var part = part(in);
        var all = content.elements(part);
        var known = all.stream().filter(it -> it.id().equals(id)).findFirst();
        if (!id.isEmpty() && known.isEmpty()) {
            throw new Refused(AccessRefusal.NOT_THERE);
        }
        var kinds = part.kinds();
        var had = known.map(Element::kind).orElse("");
        var kind = kinds.contains(wanted) ? wanted : had.isEmpty() && !kinds.isEmpty() ? "" : had;
        var chosen = kinds.isEmpty() || !kind.isEmpty();
        var filled = typed.orElseGet(() -> new Filled(
                id.isEmpty() ? Map.of("required", part.asks() ? "no" : "yes") : content.inputs(part, id, kind),
                Map.of()));
        var name = known.map(it -> it.name().in(language)).orElse(id);
        return new StudioView.Item(
                frame(),
                in,
                id,
                id.isEmpty() ? t("studio.add." + part.sort()) : t("studio.change", name),
                frame().here() + "/" + list(part) + (id.isEmpty() ? "" : "#" + anchor(part, id)),
                kinds.stream().map(it -> new Forms.Choice(it, kind(it))).toList(),
                kind,
                chosen
                        ? part.slots(kind, id.isEmpty()).stream()
                                .map(it -> input(it, part, filled))
                                .toList()
                        : List.of(),
                id.isEmpty() || !part.asks() || part.sort() == Sort.TABLE ? List.of() : pages(part),
                chosen && part.sort() != Sort.STEPS ? names() : List.of(),
                filled,
                refused);
    }

    private List<Forms.Choice> pages(StudioPart own) {
        var pages = new ArrayList<Forms.Choice>();
        if (own.sort() != Sort.QUESTIONS) {
            pages.add(new Forms.Choice("questions", t("studio.part.questions")));
        }
        content.elements(part("pages")).stream()
                .filter(it -> !own.equals(StudioPart.page(it.id())))
                .forEach(it -> pages.add(new Forms.Choice(
                        StudioPart.page(it.id()).word(), it.name().in(language))));
        return pages;
    }

    /** What a condition may ask for. */
    private List<Forms.Choice> names() {
        try {
            return content.pages().stream()
                    .flatMap(it -> content.elements(it).stream())
                    .map(it -> new Forms.Choice(it.id(), it.name().in(language) + " · " + kind(it.kind())))
                    .toList();
        } catch (Refused _) {
            return List.of();
        }
    }

    private StudioView.Input input(StudioSlot slot, StudioPart part, Filled filled) {
        var key = slot.key().isEmpty() ? "label" : slot.key();
        var own = key + "." + (part.asks() ? "QUESTION" : part.sort());
        return new StudioView.Input(
                slot,
                texts.getOrDefault("studio.slot." + own, texts.getOrDefault("studio.slot." + key, key)),
                texts.getOrDefault("studio.hint." + own, texts.getOrDefault("studio.hint." + key, "")),
                choices(slot, filled),
                rows(slot, filled));
    }

    private List<Forms.Choice> choices(StudioSlot slot, Filled filled) {
        var values = new ArrayList<>(
                switch (slot.type()) {
                    case REQUIRED -> List.of("no", "yes", "when");
                    case DEMANDED -> List.of("yes", "when");
                    case YES_OR_NO -> List.of("true", "false");
                    default -> slot.choices();
                });
        var now = filled.value(slot.key());
        if (slot.type() != StudioSlot.Type.SEVERAL && !now.isEmpty() && !values.isEmpty() && !values.contains(now)) {
            values.add(now);
        }
        return values.stream().map(it -> new Forms.Choice(it, choice(slot, it))).toList();
    }

    private String choice(StudioSlot slot, String value) {
        return switch (slot.type()) {
            case REQUIRED -> t("studio.required." + value);
            case DEMANDED, YES_OR_NO -> texts.getOrDefault("studio." + slot.type() + "." + value, value);
            default -> texts.getOrDefault("studio.choice." + slot.key() + "." + value, value);
        };
    }

    private static List<Integer> rows(StudioSlot slot, Filled filled) {
        if (slot.type() != StudioSlot.Type.OPTIONS && slot.type() != StudioSlot.Type.COLUMNS) {
            return List.of();
        }
        int last = IntStream.range(0, MOST_ROWS)
                .filter(it -> Stream.of("code", "vi", "en")
                        .anyMatch(cell ->
                                !filled.value(slot.input(it + "." + cell)).isBlank()))
                .max()
                .orElse(-1);
        return IntStream.rangeClosed(0, last + EMPTY_ROWS).boxed().toList();
    }

    StudioView.Removal removal(String in, String id, String refused) {
        only();
        var part = part(in);
        var name = content.elements(part).stream()
                .filter(it -> it.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new Refused(AccessRefusal.NOT_THERE))
                .name()
                .in(language);
        return new StudioView.Removal(
                frame(),
                in,
                id,
                name.isEmpty() ? id : name,
                frame().here() + "/" + list(part) + "#" + anchor(part, id),
                content.uses(part, id).stream()
                        .map(it -> new StudioView.Used(t("studio.where." + it.where()), it.name(), it.text()))
                        .toList(),
                refused);
    }

    static StudioPart part(String in) {
        return StudioPart.named(in).orElseThrow(() -> new Refused(AccessRefusal.NOT_THERE));
    }
}
