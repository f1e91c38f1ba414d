package vn.motcua.catalogue;

import static vn.motcua.catalogue.StudioSlot.among;
import static vn.motcua.catalogue.StudioSlot.needed;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import vn.motcua.catalogue.StudioSlot.Among;
import vn.motcua.route.Asking;
import vn.motcua.route.DeskAct;
import vn.motcua.route.Fault;
import vn.motcua.route.NodeKind;
import vn.motcua.route.ProgramCheck;

/** What an author fills in about each kind of node of a route. */
public final class StudioNodes {

    /** The kind that a node has which says none. */
    public static final String STEP = NodeKind.STEP.word();
    /** The input that says behind which node a new one is put; it is not written into the text. */
    public static final String AFTER = "after";
    /** The key under which a node says where it leads. */
    static final String NEXT = "next";

    /**
     * Faults of the whole graph. An author who builds branches passes through such states, so they do not keep a node from being
     * saved; they are said at its row, and the edition is not handed in with them.
     */
    private static final Set<Fault.Kind> OF_THE_GRAPH = EnumSet.of(
            Fault.Kind.UNREACHABLE,
            Fault.Kind.NO_WAY_TO_END,
            Fault.Kind.CIRCLE_WITHOUT_STEP,
            Fault.Kind.JOIN_NEVER_COMPLETES,
            Fault.Kind.JOIN_COMPLETES_TWICE,
            Fault.Kind.BRANCHES_MEET_WITHOUT_JOIN,
            Fault.Kind.NOBODY_AFTER);

    private StudioNodes() {}

    /** The kinds that a route of this version can run. */
    static List<String> kinds() {
        return Arrays.stream(NodeKind.values())
                .filter(NodeKind::supported)
                .map(NodeKind::word)
                .toList();
    }

    /** Whether a problem of a package is one that an author may pass through. */
    static boolean passing(PackageProblem problem) {
        return problem.file().equals(PackageReader.ROUTE)
                && OF_THE_GRAPH.stream().anyMatch(it -> problem.words().key().endsWith("." + it.name()));
    }

    /** What is filled in about a node of that kind. */
    static List<StudioSlot> slots(String kind) {
        return NodeKind.of(kind).map(StudioNodes::slots).orElseGet(() -> slots(NodeKind.STEP));
    }

    private static List<StudioSlot> slots(NodeKind kind) {
        var id = needed("id", StudioSlot.Type.LINE);
        var named = List.of(needed("name", StudioSlot.Type.LONG_WORDS), id);
        var unit = needed("unit", StudioSlot.Type.UNIT);
        var hours = needed("hours", StudioSlot.Type.DECIMAL);
        var next = among(NEXT, StudioSlot.Type.ONE_OF, Among.STEPS);
        return switch (kind) {
            case STEP ->
                with(
                        named,
                        needed("role", StudioSlot.Type.LINE),
                        unit,
                        hours,
                        among("actions", StudioSlot.Type.SEVERAL, acts()).must(),
                        StudioSlot.of("other-than", StudioSlot.Type.LINES),
                        next);
            case CONSULTATION ->
                with(
                        named,
                        needed("role", StudioSlot.Type.LINE),
                        unit,
                        hours,
                        among("ask", StudioSlot.Type.ASKED, silences()).must(),
                        needed("question", StudioSlot.Type.LONG_WORDS),
                        among("papers", StudioSlot.Type.SEVERAL, Among.DOCUMENTS),
                        among("silence", StudioSlot.Type.ONE_OF, silences()).must(),
                        next);
            case CHOICE ->
                List.of(
                        id,
                        among("branches", StudioSlot.Type.WAYS, Among.STEPS).must(),
                        among(StudioPart.OTHERWISE, StudioSlot.Type.ONE_OF, Among.STEPS)
                                .must());
            case SPLIT ->
                List.of(id, among(NEXT, StudioSlot.Type.SEVERAL, Among.STEPS).must());
            case JOIN -> List.of(id, next);
            case MESSAGE ->
                with(
                        named,
                        unit,
                        needed("letter.title", StudioSlot.Type.WORDS),
                        needed("letter.text", StudioSlot.Type.LONG_WORDS),
                        next);
            case TIMER -> with(named, unit, hours, next);
            case AUTOMATIC ->
                with(
                        named,
                        unit,
                        among(
                                        "check",
                                        StudioSlot.Type.ONE_OF,
                                        Arrays.stream(ProgramCheck.values())
                                                .map(ProgramCheck::word)
                                                .toList())
                                .must(),
                        next);
            case LINKED -> named;
        };
    }

    private static List<StudioSlot> with(List<StudioSlot> first, StudioSlot... more) {
        var all = new ArrayList<>(first);
        all.addAll(List.of(more));
        return all;
    }

    private static List<String> acts() {
        return words(DeskAct.values());
    }

    private static List<String> silences() {
        return words(Asking.Silence.values());
    }

    private static List<String> words(Enum<?>... all) {
        return Arrays.stream(all)
                .map(it -> it.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .toList();
    }

    /** The input of a node that a fault is about; empty for the node as a whole. */
    static String input(String fault) {
        return switch (fault) {
            case "NO_NAME" -> "name.vi";
            case "NO_ROLE" -> "role";
            case "NO_UNIT", "NO_DEFAULT_UNIT" -> "unit";
            case "BAD_HOURS", "NO_TIME_TO_WAIT", "NO_TIME_TO_ANSWER" -> "hours";
            case "NO_WAY_ON", "UNKNOWN_ACTION" -> "actions";
            case "OTHER_THAN_NOT_BEFORE" -> "other-than";
            case "NOBODY_ASKED", "ASKED_TWICE" -> "ask";
            case "NO_QUESTION" -> "question.vi";
            case "UNKNOWN_SILENCE" -> "silence";
            case "NO_LETTER" -> "letter.text.vi";
            case "UNKNOWN_CHECK" -> "check";
            case "CHOICE_WITHOUT_BRANCHES", "INCOMPLETE_BRANCH", "CONDITION_NOT_UNDERSTOOD" -> "branches";
            case "NO_DEFAULT" -> StudioPart.OTHERWISE;
            case "SPLIT_WITHOUT_BRANCHES", "SEVERAL_TARGETS" -> NEXT;
            case "BAD_ID", "DUPLICATE_ID", "NO_ID" -> "id";
            default -> "";
        };
    }

    /** The node becomes one of that kind, or stays what it is where none is named; a step does not say what it is. */
    static void become(ObjectNode node, String kind) {
        if (kind.isEmpty() || node.path("kind").asString(STEP).equals(kind)) {
            return;
        }
        if (kind.equals(STEP)) {
            node.remove("kind");
        } else {
            node.put("kind", kind);
            node.remove("enter");
        }
    }

    /** The names of nodes for which that node asks. */
    static Stream<String> asked(JsonNode node) {
        return Stream.of(
                        names(node.path(NEXT)),
                        names(node.path("other-than")),
                        names(node.path(StudioPart.OTHERWISE)),
                        node.path("branches").valueStream().flatMap(it -> names(it.path(NEXT))))
                .flatMap(it -> it);
    }

    private static Stream<String> names(JsonNode value) {
        return value.isArray() ? value.valueStream().map(it -> it.asString("")) : Stream.of(value.asString(""));
    }
}
