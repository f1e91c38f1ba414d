package vn.motcua.route;

import java.util.List;
import java.util.Optional;

/**
 * What a BPMN 2.0 file gives (ISO/IEC 19510), as bpmn.io's modeler, Camunda, Flowable and others write them.
 *
 * @param definition the route as if its author had written it; empty when anything of the file is refused
 * @param findings refusals first, then notes, each in the order of the file
 */
public record BpmnFile(Optional<RouteDefinition> definition, List<BpmnFinding> findings) {

    /** The largest file that is read, in bytes. */
    public static final int BYTES_MAX = 2 * 1024 * 1024;

    /** Copies what it is given. */
    public BpmnFile {
        findings = List.copyOf(findings);
    }

    /**
     * Reads the file. What is no BPMN at all is refused: {@link RouteRefusal#BPMN_TOO_LARGE},
     * {@link RouteRefusal#BPMN_WITH_DOCTYPE}, {@link RouteRefusal#BPMN_NOT_READABLE}, {@link RouteRefusal#NOT_BPMN}.
     */
    public static BpmnFile read(byte[] file) {
        return BpmnReader.read(file);
    }

    /** Why it is not taken, element by element. */
    public List<BpmnFinding> refusals() {
        return findings.stream().filter(it -> it.kind().refuses()).toList();
    }

    /** What was left out or understood in one of several ways. */
    public List<BpmnFinding> notes() {
        return findings.stream().filter(it -> !it.kind().refuses()).toList();
    }
}
