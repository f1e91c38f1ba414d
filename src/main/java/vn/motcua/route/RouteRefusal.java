package vn.motcua.route;

import vn.motcua.shared.RefusalCode;

/** Why the route says no. */
public enum RouteRefusal implements RefusalCode {
    /** route.yaml is not YAML: line, reason. */
    ROUTE_NOT_READABLE(Kind.NOT_VALID),
    /** The route has faults: how many, which and where. */
    ROUTE_NOT_SOUND(Kind.NOT_VALID),
    /** A BPMN file is too large: how many megabytes are read. */
    BPMN_TOO_LARGE(Kind.TOO_LARGE),
    /** A BPMN file has a document type: line. */
    BPMN_WITH_DOCTYPE(Kind.NOT_VALID),
    /** A BPMN file has more elements, or more of them in each other, than anybody draws: line. */
    BPMN_TOO_ENTANGLED(Kind.NOT_VALID),
    /** A BPMN file is not XML: line, reason. */
    BPMN_NOT_READABLE(Kind.NOT_VALID),
    /** The XML is not BPMN 2.0: what its root is called. */
    NOT_BPMN(Kind.NOT_VALID),
    /** The step is not on a desk (any more): its name. */
    STEP_NOT_OPEN(Kind.NOT_NOW),
    /** The dossier did not come through that step: from where, to where. */
    NOT_AN_EARLIER_STEP(Kind.NOT_VALID);

    private final Kind kind;

    RouteRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
