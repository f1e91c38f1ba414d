package vn.motcua.route;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import vn.motcua.shared.OutsideXml;
import vn.motcua.shared.OutsideXml.Element;
import vn.motcua.shared.Refused;

/** Reads a BPMN file down to its one process; {@link BpmnProcess} reads that. */
final class BpmnReader {

    private static final Set<String> KNOWN = Set.of(
            Bpmn.MODEL, Bpmn.DI, Bpmn.DC, Bpmn.DD, Bpmn.XSI, Bpmn.MOTCUA, "http://www.w3.org/XML/1998/namespace");
    private static final Set<String> OTHER_MODELS =
            Set.of("choreography", "globalChoreographyTask", "conversation", "globalConversation");
    private static final Set<String> DEFINED_BESIDE = Set.of(
            "extensionElements",
            "documentation",
            "message",
            "signal",
            "error",
            "escalation",
            "itemDefinition",
            "category",
            "dataStore",
            "interface",
            "endPoint",
            "resource",
            "partnerEntity",
            "partnerRole",
            "correlationProperty",
            "relationship",
            "globalTask",
            "globalUserTask",
            "globalManualTask",
            "globalScriptTask",
            "globalBusinessRuleTask");

    private final Element root;
    private final List<BpmnFinding> findings = new ArrayList<>();

    private BpmnReader(Element root) {
        this.root = root;
    }

    static BpmnFile read(byte[] file) {
        if (file.length > BpmnFile.BYTES_MAX) {
            throw new Refused(RouteRefusal.BPMN_TOO_LARGE, BpmnFile.BYTES_MAX / (1024 * 1024));
        }
        var root = root(file);
        if (!root.is(Bpmn.MODEL, "definitions")) {
            throw new Refused(RouteRefusal.NOT_BPMN, root.name());
        }
        return new BpmnReader(root).file();
    }

    private static Element root(byte[] file) {
        try {
            return OutsideXml.read(file);
        } catch (OutsideXml.Unreadable e) {
            var line = String.valueOf(e.line());
            throw switch (e.why()) {
                case DOCTYPE -> new Refused(RouteRefusal.BPMN_WITH_DOCTYPE, line);
                case TOO_MUCH -> new Refused(RouteRefusal.BPMN_TOO_ENTANGLED, line);
                case BROKEN -> new Refused(RouteRefusal.BPMN_NOT_READABLE, line, e.reason());
            };
        }
    }

    private BpmnFile file() {
        ids();
        foreign();
        root.children().forEach(this::beside);
        var items = process().map(it -> new BpmnProcess(it, findings).items());
        findings.sort(
                Comparator.comparing((BpmnFinding it) -> !it.kind().refuses()).thenComparingInt(BpmnFinding::line));
        var refused = findings.stream().anyMatch(it -> it.kind().refuses());
        return new BpmnFile(items.filter(_ -> !refused).map(it -> new RouteDefinition(it, List.of())), findings);
    }

    private void ids() {
        var lines = new HashMap<String, Integer>();
        root.all()
                .filter(it ->
                        it.namespace().equals(Bpmn.MODEL) || it.namespace().equals(Bpmn.DI))
                .filter(it -> !Bpmn.id(it).isEmpty())
                .forEach(it -> {
                    var first = lines.putIfAbsent(Bpmn.id(it), it.line());
                    if (first != null) {
                        find(BpmnFinding.Kind.DUPLICATE_ID, it, String.valueOf(first));
                    }
                });
    }

    /** Extensions of others, one note for each; those of Motcua in a version that we do not know are no others'. */
    private void foreign() {
        var first = new TreeMap<String, Element>();
        var counts = new HashMap<String, Integer>();
        root.all().forEach(it -> {
            seen(it.namespace(), it, first, counts);
            it.attributes().keySet().stream()
                    .filter(name -> name.startsWith("{"))
                    .map(name -> name.substring(1, name.indexOf('}')))
                    .sorted()
                    .forEach(namespace -> seen(namespace, it, first, counts));
        });
        first.forEach((namespace, at) -> {
            if (namespace.startsWith(Bpmn.ANY_MOTCUA)) {
                find(BpmnFinding.Kind.OTHER_VERSION, at, namespace);
            } else {
                find(
                        BpmnFinding.Kind.VENDOR_IGNORED,
                        at,
                        namespace.isEmpty() ? "–" : namespace,
                        String.valueOf(counts.getOrDefault(namespace, 0)));
            }
        });
    }

    private static void seen(String namespace, Element at, Map<String, Element> first, Map<String, Integer> counts) {
        if (!KNOWN.contains(namespace)) {
            first.putIfAbsent(namespace, at);
            counts.merge(namespace, 1, Integer::sum);
        }
    }

    private void beside(Element it) {
        if (!it.namespace().equals(Bpmn.MODEL)) {
            return;
        }
        switch (it.name()) {
            case "process" -> {}
            case "collaboration" -> collaboration(it);
            case "import" -> find(BpmnFinding.Kind.IMPORTED_FILE, it, Bpmn.clean(it.attribute("location")));
            case "extension" -> {
                if (it.attribute("mustUnderstand").equals("true")) {
                    find(BpmnFinding.Kind.MANDATORY_EXTENSION, it, Bpmn.clean(it.attribute("definition")));
                }
            }
            default -> {
                if (OTHER_MODELS.contains(it.name())) {
                    find(BpmnFinding.Kind.NOT_A_PROCESS, it);
                } else if (!DEFINED_BESIDE.contains(it.name()) && !it.name().endsWith("EventDefinition")) {
                    find(BpmnFinding.Kind.UNKNOWN_ELEMENT, it);
                }
            }
        }
    }

    /** Pools: one holds the process; others are drawn for the eye, as are the messages between them. */
    private void collaboration(Element it) {
        it.children(Bpmn.MODEL, "participant").stream()
                .filter(pool -> pool.attribute("processRef").isEmpty())
                .forEach(pool -> find(BpmnFinding.Kind.PARTICIPANT_IGNORED, pool));
        var messages = it.children(Bpmn.MODEL, "messageFlow");
        if (!messages.isEmpty()) {
            find(BpmnFinding.Kind.MESSAGES_IGNORED, messages.getFirst(), String.valueOf(messages.size()));
        }
    }

    private Optional<Element> process() {
        var filled = root.children(Bpmn.MODEL, "process").stream()
                .filter(it -> it.children().stream()
                        .anyMatch(one -> one.namespace().equals(Bpmn.MODEL)
                                && Bpmn.part(one).isNode()))
                .toList();
        if (filled.isEmpty()) {
            find(BpmnFinding.Kind.NO_PROCESS, root);
        }
        filled.stream().skip(1).forEach(it -> find(BpmnFinding.Kind.SEVERAL_PROCESSES, it));
        return filled.stream().findFirst();
    }

    private void find(BpmnFinding.Kind kind, Element at, String... details) {
        findings.add(BpmnFinding.of(kind, at, details));
    }
}
