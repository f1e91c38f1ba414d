package vn.motcua.dossier;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.motcua.catalogue.AfterSupplement;
import vn.motcua.catalogue.Circumstances;
import vn.motcua.catalogue.RevisionId;
import vn.motcua.catalogue.WaitKind;
import vn.motcua.catalogue.WaitRule;
import vn.motcua.deadline.TimeLimit;
import vn.motcua.form.Problem;
import vn.motcua.route.DeskAct;
import vn.motcua.route.OfficerStep;
import vn.motcua.route.Route;
import vn.motcua.shared.Language;

/** What settling a dossier has to know of the procedure under which it was filed. */
interface Procedures {

    /** The procedure at that revision. */
    Procedure of(RevisionId revision);

    /** One revision of a procedure. */
    interface Procedure {

        /** The national code. */
        String code();

        /** The shorter name. */
        String name(Language language);

        /** Its field of administration (lĩnh vực); empty when it names none. */
        default String sector() {
            return "";
        }

        /** Whether any one-stop may receive it for the competent one. */
        default boolean outOfBounds() {
            return false;
        }

        /** The internal route. */
        Route route();

        /** The code of the place to which the answers say the matter belongs; empty when they do not. */
        Optional<String> place(Map<String, Object> answers);

        /** What the route's choices decide by. */
        Map<String, Object> routeFacts(Map<String, Object> answers, Circumstances circumstances);

        /** What is missing or wrong of what the officer of a step must fill in. */
        List<Problem> entryProblems(String step, Map<String, Object> answers, Circumstances circumstances);

        /** The answers with what is entered at that step in the place of what was before. */
        Map<String, Object> entered(String step, Map<String, Object> entered, Map<String, Object> answers);

        /** The answers as the applicant gives them, with what officers have entered until now. */
        Map<String, Object> corrected(Map<String, Object> before, Map<String, Object> given);

        /** How long the agency has for these answers. */
        TimeLimit limit(Map<String, Object> answers, Circumstances circumstances);

        /** The roles that take a filing in at the counter. */
        default Set<String> receivingRoles() {
            return route().steps().stream()
                    .filter(it -> it.allows(DeskAct.RECEIVE))
                    .map(OfficerStep::role)
                    .collect(Collectors.toSet());
        }

        /** What becomes of that time when the dossier was supplemented in process. */
        AfterSupplement afterSupplement();

        /** The roles that work at the counter of this procedure. */
        default Set<String> counterRoles() {
            return route().steps().stream()
                    .filter(it -> it.allows(DeskAct.RECEIVE) || it.allows(DeskAct.HAND_OVER))
                    .map(OfficerStep::role)
                    .collect(Collectors.toSet());
        }

        /** How many days an applicant has for a supplement, where the procedure says so itself. */
        Optional<Integer> supplementDays();

        /** What the procedure itself says of waiting for something; empty where it says nothing. */
        default Optional<WaitRule> waiting(WaitKind kind) {
            return Optional.empty();
        }
    }
}
