package vn.motcua.catalogue.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import vn.motcua.catalogue.StudioPackage;
import vn.motcua.catalogue.StudioPackage.Element;
import vn.motcua.catalogue.StudioPart;
import vn.motcua.catalogue.StudioPart.Sort;
import vn.motcua.catalogue.StudioProof;
import vn.motcua.identity.AccessRefusal;
import vn.motcua.shared.Refused;

/** The outline of a draft, and its parts as lists. */
final class StudioLists {

    /** What is listed on one page, by the word of the page. */
    private static final Map<String, List<String>> SHEETS = Map.of(
            "record", List.of("record", "limit", "channels", "agencies", "results", "legal"),
            "documents", List.of("documents"),
            "fees", List.of("fees"),
            "steps", List.of("steps"),
            "linked", List.of("whole", "linked"),
            "paper", List.of("paper"),
            "messages", List.of("messages"),
            "examples", List.of("examples"));

    private static final List<String> CHAPTERS = List.of(
            "record",
            StudioViews.FORM,
            "documents",
            "fees",
            "steps",
            StudioRules.SHEET,
            "paper",
            "messages",
            "examples");

    private static final List<String> GROUP_CHAPTERS =
            List.of("linked", "record", StudioViews.FORM, "documents", "fees", StudioRules.SHEET, "examples");

    private final StudioWords words;
    private final StudioPackage content;
    private final Supplier<StudioSteps> begin;
    private Optional<StudioSteps> steps = Optional.empty();
    private Optional<StudioProof> proof = Optional.empty();

    StudioLists(StudioWords words, Supplier<StudioSteps> steps) {
        this.words = words;
        this.begin = steps;
        this.content = words.content();
    }

    private String t(String key, Object... arguments) {
        return words.t(key, arguments);
    }

    /** The address of the list in which an element of that part stands. */
    static String sheet(StudioPart part) {
        if (part.ofForm()) {
            return StudioViews.FORM;
        }
        if (part.rules() || part.sort() == Sort.EXCEPTIONS) {
            return StudioRules.SHEET;
        }
        if (part.sort() == Sort.CASES) {
            return "documents";
        }
        if (part.sort() == Sort.RELIEFS) {
            return "fees";
        }
        return SHEETS.entrySet().stream()
                .filter(it -> it.getValue().contains(part.word()))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseGet(part::word);
    }

    StudioView.Outline outline() {
        var chapters = new ArrayList<>((content.group() ? GROUP_CHAPTERS : CHAPTERS)
                .stream().map(this::chapter).toList());
        if (!content.group()) {
            chapters.add(new StudioView.Chapter(
                    t("studio.model.part"),
                    t("studio.model.says"),
                    words.frame().here() + "/bpmn",
                    t("studio.model.open")));
        }
        return new StudioView.Outline(words.frame(), chapters);
    }

    private StudioView.Chapter chapter(String in) {
        var frame = words.frame();
        var title = t("studio.part." + in);
        try {
            return new StudioView.Chapter(title, says(in), frame.here() + "/" + in, t("studio.edit", title));
        } catch (Refused refused) {
            return new StudioView.Chapter(
                    title,
                    words.messages().say(words.language(), refused),
                    frame.edition() + "#files",
                    t("studio.asFile"));
        }
    }

    private String says(String in) {
        return switch (in) {
            case StudioViews.FORM ->
                t(
                        "studio.says.form",
                        content.pages().size() - 1,
                        content.pages().stream()
                                .mapToInt(it -> content.elements(it).size())
                                .sum());
            case StudioRules.SHEET -> t("studio.says.rules");
            case "record", "paper" -> {
                content.elements(StudioViews.part(in));
                yield t("studio.says." + in);
            }
            default ->
                t("studio.says." + in, content.elements(StudioViews.part(in)).size());
        };
    }

    StudioView.Listed listed(String in, String refused) {
        var frame = words.frame();
        if (in.equals(StudioViews.FORM)) {
            return new StudioView.Listed(
                    frame,
                    t("studio.part.form"),
                    t("studio.note.form"),
                    frame.here(),
                    form(),
                    refused,
                    Optional.empty());
        }
        var sheet = SHEETS.get(in);
        if (sheet != null) {
            if (content.group() ? !GROUP_CHAPTERS.contains(in) : !CHAPTERS.contains(in)) {
                throw new Refused(AccessRefusal.NOT_THERE);
            }
            if (in.equals("steps")) {
                steps = Optional.of(begin.get());
            }
            if (in.equals("examples")) {
                proof = StudioProof.of(content.files());
            }
            return new StudioView.Listed(
                    frame,
                    t("studio.part." + in),
                    t("studio.note." + in),
                    frame.here(),
                    groups(in, sheet),
                    refused,
                    steps.map(this::beside));
        }
        return nested(StudioViews.part(in), refused);
    }

    private List<StudioView.Group> groups(String in, List<String> sheet) {
        var groups = new ArrayList<StudioView.Group>();
        sheet.forEach(it -> groups.add(group(StudioViews.part(it), t("studio.part." + it), Optional.empty())));
        if (in.equals("documents")) {
            content.cases()
                    .forEach(it -> groups.add(group(it, t("studio.part.CASES", question(it.of())), Optional.empty())));
        }
        if (in.equals("fees")) {
            content.elements(StudioViews.part(in)).stream()
                    .filter(it -> !it.kind().equals(StudioPart.FROM))
                    .forEach(it -> groups.add(group(
                            new StudioPart(Sort.RELIEFS, it.id()),
                            t("studio.part.RELIEFS", words.name(StudioViews.part(in), it)),
                            Optional.empty())));
        }
        return groups;
    }

    private String question(String id) {
        return content.elements(StudioViews.part("questions")).stream()
                .filter(it -> it.id().equals(id))
                .map(it -> it.name().in(words.language()))
                .findFirst()
                .orElse(id);
    }

    /** The columns of a table, what officers enter at a step. */
    private StudioView.Listed nested(StudioPart part, String refused) {
        if (part.of().isEmpty() || part.ofForm() || part.rules() || part.fixed()) {
            throw new Refused(AccessRefusal.NOT_THERE);
        }
        var frame = words.frame();
        var title = t("studio.part." + part.sort(), part.of());
        return new StudioView.Listed(
                frame,
                title,
                t("studio.note." + part.sort()),
                frame.here() + "/"
                        + switch (part.sort()) {
                            case TABLE -> StudioViews.FORM;
                            case RELIEFS -> "fees";
                            default -> "steps";
                        },
                List.of(group(part, title, Optional.empty())),
                refused,
                Optional.empty());
    }

    private List<StudioView.Group> form() {
        var groups = new ArrayList<StudioView.Group>();
        groups.add(group(StudioViews.part("declaration"), t("studio.part.declaration"), Optional.empty()));
        groups.add(group(StudioViews.part("questions"), t("studio.part.questions"), Optional.empty()));
        var pages = StudioViews.part("pages");
        var all = content.elements(pages);
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).kind().equals(StudioPart.FROM)) {
                groups.add(new StudioView.Group(
                        pages.word(), t("studio.page.taken", i + 1), Optional.of(row(pages, all, i)), "", List.of()));
                continue;
            }
            var name = all.get(i).name().in(words.language());
            groups.add(group(
                    StudioPart.page(all.get(i).id()), t("studio.page", i + 1, name), Optional.of(row(pages, all, i))));
        }
        for (var in : List.of("checks", "parameters")) {
            groups.add(group(StudioViews.part(in), t("studio.part." + in), Optional.empty()));
        }
        return groups;
    }

    private StudioView.Group group(StudioPart part, String title, Optional<StudioView.Row> page) {
        var all = content.elements(part);
        return new StudioView.Group(
                part.word(),
                title,
                page,
                part.fixed() ? "" : t("studio.add." + part.sort()),
                IntStream.range(0, all.size())
                        .mapToObj(it -> row(part, all, it))
                        .toList());
    }

    private StudioView.Row row(StudioPart part, List<Element> all, int at) {
        var it = all.get(at);
        var row = new StudioView.Row(
                part.word(),
                it.id(),
                StudioViews.anchor(part, it.id()),
                words.name(part, it),
                words.says(part, it),
                at == 0,
                at == all.size() - 1,
                !part.fixed(),
                part.coded() && !it.kind().equals(StudioPart.FROM),
                inside(part, it),
                part.sort() == Sort.EXAMPLES ? holds(it) : "");
        return steps.filter(_ -> part.sort() == Sort.STEPS)
                .map(route -> row.with(route.lines(it.id()), route.wrong(it.id())))
                .orElse(row);
    }

    private List<StudioView.Inside> inside(StudioPart part, Element it) {
        var here = words.frame().here() + "/";
        if (it.kind().equals("table") && part.sort() != Sort.TABLE) {
            return List.of(
                    new StudioView.Inside(here + StudioPart.table(it.id()).word(), t("studio.columns")));
        }
        if (part.sort() == Sort.LIMIT || (part.sort() == Sort.FEES && !it.kind().equals(StudioPart.FROM))) {
            return List.of(rules(part.sort() == Sort.LIMIT ? "exceptions" : "fee-" + it.id()));
        }
        return part.sort() == Sort.STEPS ? ofNode(it) : List.of();
    }

    private StudioView.Inside rules(String anchor) {
        return new StudioView.Inside(
                words.frame().here() + "/" + StudioRules.SHEET + "#r-" + anchor, t("studio.rules.short"));
    }

    /** What officers enter at a step, its unit or its ways by rules, and where another node is put behind it. */
    private List<StudioView.Inside> ofNode(Element it) {
        var here = words.frame().here() + "/";
        var inside = new ArrayList<StudioView.Inside>();
        switch (it.kind()) {
            case "step" -> {
                inside.add(new StudioView.Inside(here + "enter." + it.id(), t("studio.enter")));
                inside.add(unit(it));
            }
            case "consultation" -> inside.add(unit(it));
            case "choice" -> inside.add(rules("choice-" + it.id()));
            default -> {}
        }
        inside.add(new StudioView.Inside(here + "steps/item?after=" + it.id(), t("studio.addAfter")));
        return inside;
    }

    /** A step without rules for its unit has no table yet: its first rule is begun. */
    private StudioView.Inside unit(Element it) {
        var part = new StudioPart(Sort.UNIT, it.id());
        return rules(part) > 1
                ? rules("unit-" + it.id())
                : new StudioView.Inside(words.frame().here() + "/" + part.word() + "/item", t("studio.rules.unit"));
    }

    private int rules(StudioPart part) {
        try {
            return content.elements(part).size();
        } catch (Refused _) {
            return 0;
        }
    }

    private StudioView.Beside beside(StudioSteps route) {
        var ids = content.elements(StudioViews.part("steps")).stream()
                .map(Element::id)
                .toList();
        return new StudioView.Beside(route.elsewhere(ids), route.shown());
    }

    /** Whether an example holds, and what of it does not. */
    private String holds(Element it) {
        if (proof.isEmpty()) {
            return t("studio.example.unknown");
        }
        var wrong = proof.get().wrong(Integer.parseInt(it.id()));
        return wrong.isEmpty()
                ? t("studio.example.holds")
                : String.join(
                        " ",
                        wrong.stream()
                                .map(one -> words.messages().say(words.language(), one))
                                .toList());
    }
}
