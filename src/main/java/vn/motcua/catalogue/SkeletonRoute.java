package vn.motcua.catalogue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;
import vn.motcua.deadline.TimeLimit;

/**
 * The four steps with which a package begins: receive, appraise, decide, hand over. Who does them follows from the kind of
 * agency, where its positions are known; where not, the role stays open and the check names it.
 *
 * @param agencyType the kind of unit that settles it
 * @param receivedBy the kind of unit where one files
 * @param receiver who receives
 * @param handler who appraises; empty where not known
 * @param approver who decides; empty where not known
 * @param hander who hands over
 */
record SkeletonRoute(
        String agencyType, String receivedBy, String receiver, String handler, String approver, String hander) {

    private static final YAMLMapper YAML = YAMLMapper.builder().build();
    private static final String COMMUNE = "commune-one-stop";
    private static final String PROVINCE = "provincial-one-stop";
    private static final Map<String, SkeletonRoute> KNOWN = Map.of(
            "commune-committee",
            known("commune-committee", COMMUNE, "civil-status-officer", "commune-leader"),
            "commune-economic-division",
            known("commune-economic-division", COMMUNE, "business-registrar", "economic-division-head"),
            "commune-social-division",
            known("commune-social-division", COMMUNE, "social-affairs-specialist", "social-affairs-head"),
            "land-registry",
            known("land-registry", PROVINCE, "land-registrar", "land-registry-head"),
            "department-of-finance",
            known("department-of-finance", PROVINCE, "business-registrar", "business-registration-head"),
            "commune-police",
            new SkeletonRoute(
                    "commune-police",
                    "commune-police",
                    "police-receiver",
                    "residence-officer",
                    "commune-police-chief",
                    "residence-officer"),
            "social-insurance-office",
            new SkeletonRoute(
                    "social-insurance-office",
                    "social-insurance-office",
                    "insurance-receiver",
                    "insurance-collector",
                    "insurance-director",
                    "insurance-card-officer"));
    private static final BigDecimal DAY = BigDecimal.valueOf(8);

    private static SkeletonRoute known(String agency, String receivedBy, String handler, String approver) {
        return new SkeletonRoute(agency, receivedBy, "receiver", handler, approver, "hand-over");
    }

    /** That of the record's kind of agency, or of its level. */
    static SkeletonRoute of(ProcedureRecord record) {
        var known = KNOWN.get(record.agencyType());
        if (known != null) {
            return known;
        }
        var commune = record.levels().contains(ProcedureRecord.Level.COMMUNE);
        if (commune && record.agencyType().isEmpty()) {
            return known("commune-committee", COMMUNE, "civil-status-officer", "commune-leader");
        }
        return new SkeletonRoute(record.agencyType(), commune ? COMMUNE : PROVINCE, "receiver", "", "", "hand-over");
    }

    /** The steps, a limit in working days shared out among them. */
    ObjectNode node(Optional<TimeLimit> limit) {
        var root = YAML.createObjectNode();
        var steps = root.putArray("steps");
        var hours = limit.filter(it -> it.unit() == TimeLimit.Unit.WORKING_DAY)
                .map(it -> BigDecimal.valueOf(it.amount()).multiply(DAY));
        step(
                        steps,
                        "reception",
                        "Tiếp nhận, kiểm tra hồ sơ",
                        "Receive and check",
                        receiver,
                        receivedBy,
                        share(hours, 1))
                .add("receive")
                .add("request-supplement")
                .add("turn-away");
        step(steps, "appraisal", "Thẩm định, đề xuất", "Appraise and propose", handler, agencyType, share(hours, 4))
                .add("complete")
                .add("propose-denial")
                .add("request-supplement");
        step(steps, "decision", "Phê duyệt", "Decide", approver, agencyType, share(hours, 2))
                .add("approve")
                .add("return");
        step(steps, "hand-over", "Trả kết quả", "Hand over the result", hander, receivedBy, share(hours, 1))
                .add("issue")
                .add("hand-over");
        return root;
    }

    /** So many eighths of the whole. */
    private static Optional<BigDecimal> share(Optional<BigDecimal> hours, int eighths) {
        return hours.map(it -> it.multiply(BigDecimal.valueOf(eighths)).divide(DAY, 1, RoundingMode.DOWN));
    }

    private static ArrayNode step(
            ArrayNode steps, String id, String vi, String en, String role, String unit, Optional<BigDecimal> hours) {
        var step = steps.addObject().put("id", id);
        step.putObject("name").put("vi", vi).put("en", en);
        if (!role.isEmpty()) {
            step.put("role", role);
        }
        if (!unit.isEmpty()) {
            step.put("unit", unit);
        }
        hours.ifPresent(it -> step.put("hours", it));
        return step.putArray("actions");
    }
}
