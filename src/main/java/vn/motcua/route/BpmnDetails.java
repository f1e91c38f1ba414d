package vn.motcua.route;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import vn.motcua.shared.OutsideXml.Element;

/**
 * What a route says about a step and BPMN has no words for: an element {@code step} of the namespace
 * {@link Bpmn#MOTCUA} among the extension elements of the task.
 */
final class BpmnDetails {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Set<String> ATTRIBUTES =
            Set.of("kind", "role", "unit", "hours", "nameEn", "question", "questionEn", "silence", "check");
    private static final Set<String> CHILDREN =
            Set.of("action", "otherThan", "unitRule", "ask", "paper", "enter", "letter");
    private static final Set<String> LETTER = Set.of("title", "titleEn", "text", "textEn");
    private static final BigDecimal HOURS_OF_A_DAY = BigDecimal.valueOf(8);
    private static final Pattern DURATION = Pattern.compile("P(?:(\\d{1,3})D|T(\\d{1,4})H)");
    private static final int HOURS_LETTERS = 16;
    private static final int HOURS_SCALE = 6;
    private static final BigDecimal HOURS_MAX = BigDecimal.valueOf(10_000);

    private final Element task;
    private final Optional<Element> step;

    private BpmnDetails(Element task, Optional<Element> step) {
        this.task = task;
        this.step = step;
    }

    /** Those of the task; whatever is wrong with them is found at once. */
    static BpmnDetails of(Element task, List<BpmnFinding> findings) {
        var step = of(task, "step");
        step.ifPresent(it -> {
            it.attributes().keySet().stream()
                    .filter(name -> !ATTRIBUTES.contains(name))
                    .sorted()
                    .forEach(name -> bad(task, name, findings));
            it.children().stream()
                    .filter(one -> !one.namespace().equals(Bpmn.MOTCUA) || !CHILDREN.contains(one.name()))
                    .forEach(one -> bad(task, one.name(), findings));
            if (!kinds(task).contains(it.attribute("kind"))) {
                bad(task, "kind", findings);
            }
            if (!it.attribute("hours").isEmpty() && hours(it).isEmpty()) {
                bad(task, "hours", findings);
            }
            it.children(Bpmn.MOTCUA, "ask").stream()
                    .filter(one -> !Set.of("hours", "silence")
                                    .containsAll(one.attributes().keySet())
                            || (!one.attribute("hours").isEmpty() && hours(one).isEmpty()))
                    .forEach(_ -> bad(task, "ask", findings));
            it.children(Bpmn.MOTCUA, "letter").stream()
                    .filter(one -> !LETTER.containsAll(one.attributes().keySet()))
                    .forEach(_ -> bad(task, "letter", findings));
            if (!isList(entered(it))) {
                bad(task, "enter", findings);
            }
        });
        return new BpmnDetails(task, step);
    }

    /** What the details may call it: a task is a step or a consultation; what the program does is drawn as what it is. */
    private static Set<String> kinds(Element task) {
        return Bpmn.kind(task) == NodeKind.STEP
                ? Set.of("", NodeKind.CONSULTATION.word())
                : Set.of(Bpmn.kind(task).word());
    }

    /** The element of Motcua with that name that the element is extended by. */
    static Optional<Element> of(Element extended, String name) {
        return extended.children(Bpmn.MODEL, "extensionElements").stream()
                .flatMap(it -> it.children(Bpmn.MOTCUA, name).stream())
                .findFirst();
    }

    boolean written() {
        return step.isPresent();
    }

    /** The step that the task and its details say. */
    RouteDefinition.Item item(String id, String name, String laneRole, List<String> next) {
        var kind = Bpmn.kind(task);
        return new RouteDefinition.Item(
                id,
                id,
                attribute("kind").isEmpty() ? kind.word() : attribute("kind"),
                name,
                attribute("nameEn"),
                written() ? attribute("role") : laneRole,
                attribute("unit"),
                written() || kind != NodeKind.TIMER ? step.flatMap(BpmnDetails::hours) : waits(task),
                written() || kind != NodeKind.STEP ? texts("action") : List.of("complete"),
                texts("otherThan"),
                next,
                List.of(),
                "",
                children("unitRule").stream()
                        .map(it -> new RouteDefinition.UnitWay(
                                Bpmn.clean(it.attribute("when")),
                                Bpmn.clean(it.attribute("unit")),
                                Bpmn.clean(it.attribute("because")),
                                Bpmn.clean(it.attribute("becauseEn"))))
                        .toList(),
                new RouteDefinition.Asked(
                        texts("ask"),
                        attribute("silence"),
                        attribute("question"),
                        attribute("questionEn"),
                        texts("paper"),
                        children("ask").stream()
                                .filter(it -> !it.attributes().isEmpty())
                                .map(it -> new RouteDefinition.AskedApart(
                                        Bpmn.clean(it.text()), hours(it), Bpmn.clean(it.attribute("silence"))))
                                .toList()),
                step.map(BpmnDetails::entered).orElse(""),
                new RouteDefinition.Own(
                        letter("title"), letter("titleEn"), letter("text"), letter("textEn"), attribute("check")));
    }

    private String letter(String attribute) {
        return children("letter").stream()
                .findFirst()
                .map(it -> Bpmn.clean(it.attribute(attribute)))
                .orElse("");
    }

    /** A duration of whole days or hours as ISO 8601 writes it; a day is eight working hours, as authors plan. */
    private static Optional<BigDecimal> waits(Element event) {
        return event.children(Bpmn.MODEL, "timerEventDefinition").stream()
                .flatMap(it -> it.children(Bpmn.MODEL, "timeDuration").stream())
                .map(it -> DURATION.matcher(Bpmn.clean(it.text())))
                .filter(Matcher::matches)
                .map(it -> it.group(1) == null
                        ? new BigDecimal(it.group(2))
                        : new BigDecimal(it.group(1)).multiply(HOURS_OF_A_DAY))
                .findFirst();
    }

    /** The same details as XML. */
    static void write(RouteDefinition.Item item, XmlText xml) {
        var asked = item.asked();
        xml.open(
                "motcua:step",
                "kind",
                item.kind().equals(NodeKind.STEP.word()) ? "" : item.kind(),
                "role",
                item.role(),
                "unit",
                item.unit(),
                "hours",
                item.hours().map(BigDecimal::toString).orElse(""),
                "nameEn",
                item.nameEn(),
                "question",
                asked.questionVi(),
                "questionEn",
                asked.questionEn(),
                "silence",
                asked.silence(),
                "check",
                item.own().check());
        item.actions().forEach(it -> xml.text("motcua:action", it));
        item.otherThan().forEach(it -> xml.text("motcua:otherThan", it));
        item.unitWays()
                .forEach(it -> xml.empty(
                        "motcua:unitRule",
                        "when",
                        it.when(),
                        "unit",
                        it.unit(),
                        "because",
                        it.becauseVi(),
                        "becauseEn",
                        it.becauseEn()));
        asked.units()
                .forEach(it -> xml.text(
                        "motcua:ask",
                        it,
                        "hours",
                        asked.apart(it)
                                .flatMap(RouteDefinition.AskedApart::hours)
                                .map(BigDecimal::toString)
                                .orElse(""),
                        "silence",
                        asked.apart(it).map(RouteDefinition.AskedApart::silence).orElse("")));
        asked.papers().forEach(it -> xml.text("motcua:paper", it));
        var own = item.own();
        if (own.writes()) {
            xml.empty(
                    "motcua:letter",
                    "title",
                    own.titleVi(),
                    "titleEn",
                    own.titleEn(),
                    "text",
                    own.textVi(),
                    "textEn",
                    own.textEn());
        }
        if (!item.enter().isEmpty()) {
            xml.text("motcua:enter", item.enter());
        }
        xml.close();
    }

    private String attribute(String name) {
        return step.map(it -> Bpmn.clean(it.attribute(name))).orElse("");
    }

    private List<String> texts(String name) {
        return children(name).stream().map(it -> Bpmn.clean(it.text())).toList();
    }

    private List<Element> children(String name) {
        return step.map(it -> it.children(Bpmn.MOTCUA, name)).orElse(List.of());
    }

    private static Optional<BigDecimal> hours(Element step) {
        var written = step.attribute("hours").strip();
        if (written.isEmpty() || written.length() > HOURS_LETTERS) {
            return Optional.empty();
        }
        try {
            var hours = new BigDecimal(written);
            return Optional.of(hours)
                    .filter(it -> it.signum() >= 0 && Math.abs(it.scale()) <= HOURS_SCALE)
                    .filter(it -> it.compareTo(HOURS_MAX) <= 0);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static String entered(Element step) {
        return step.children(Bpmn.MOTCUA, "enter").stream()
                .findFirst()
                .map(it -> it.text().strip())
                .orElse("");
    }

    private static boolean isList(String json) {
        try {
            return json.isEmpty() || JSON.readTree(json).isArray();
        } catch (JacksonException e) {
            return false;
        }
    }

    private static void bad(Element task, String detail, List<BpmnFinding> findings) {
        findings.add(BpmnFinding.of(BpmnFinding.Kind.BAD_DETAIL, task, detail));
    }
}
