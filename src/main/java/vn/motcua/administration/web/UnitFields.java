package vn.motcua.administration.web;

import java.util.Map;
import vn.motcua.administration.AdministrationRefusal;
import vn.motcua.identity.IdentityRefusal;
import vn.motcua.organization.UnitRefusal;
import vn.motcua.shared.RefusalCode;
import vn.motcua.shared.Refused;

/** Beside which field of the forms of units a refusal stands. */
final class UnitFields {

    private UnitFields() {}

    /** Beside which field a refusal stands. */
    static String of(RefusalCode code, Map<String, String> typed) {
        var kind = typed.getOrDefault("kind", "");
        return switch (code) {
            case AdministrationRefusal it ->
                switch (it) {
                    case DAY_MISSING, DAY_OVER -> "day";
                    case DECISION_MISSING -> "decision";
                    case DECISION_DAY_TO_COME -> "decisionDay";
                    case WORK_WITHOUT_SUCCESSOR -> "successor";
                    case UNIT_PLANNED_ALREADY -> "day";
                    case WORK_UNDECIDED -> "undecided";
                    case OFFICER_UNKNOWN,
                            DAYS_OUT_OF_ORDER,
                            POSITION_HELD,
                            CHANGE_UNKNOWN,
                            CHANGE_DECIDED,
                            ABSENCE_DAYS,
                            ABSENT_ALREADY,
                            STAND_IN_MISSING,
                            CLAIM_GONE,
                            NOT_A_COLLEAGUE,
                            TITLE_WRONG,
                            AUTHORITY_WRONG,
                            OWN_DAY_WRONG,
                            HOURS_WRONG,
                            OWN_HOURS_WRONG,
                            NOTHING_CHANGED,
                            LIST_CHANGED,
                            LAST_ADMINISTRATOR,
                            NO_SECOND_FACTOR,
                            BRAND_WAITS,
                            TENANT_EXISTS,
                            TENANT_WAITS,
                            SECOND_PERSON_NEEDED -> throw new Refused(it);
                };
            case UnitRefusal it ->
                switch (it) {
                    case UNIT_NOT_IN_FORCE, UNIT_CHANGED_LATER, UNIT_ENDS_BEFORE_IT_BEGINS -> "day";
                    case TWO_UNITS_NEEDED -> "units";
                    case TWO_PARTS_NEEDED -> "part2";
                    case PART_WITHOUT_WORK, ROLE_IN_TWO_PARTS, ROLES_AND_AREAS -> "part1";
                    case AREA_IN_TWO_PARTS, AREA_NOT_THEIRS, NO_AREA_LEFT -> "wards";
                    case SUCCESSOR_IS_THE_SAME, UNITS_BELOW_WITHOUT_SUCCESSOR -> "successor";
                    case UNIT_BELOW_ITSELF -> kind.equals("merge") ? "into" : "successor";
                };
            case IdentityRefusal it
            when it == IdentityRefusal.KIND_UNKNOWN -> kind.equals("split") ? "part1Kind" : "unitKind";
            case IdentityRefusal it
            when it == IdentityRefusal.UNIT_UNKNOWN -> kind.equals("merge") ? "units" : "successor";
            case IdentityRefusal it when it == IdentityRefusal.NAME_MISSING -> kind.equals("split") ? "part1" : "name";
            default -> throw new Refused(code);
        };
    }
}
