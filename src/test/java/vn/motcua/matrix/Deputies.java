package vn.motcua.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import vn.motcua.support.Visit;

/** Has those of the callers who act in the place of somebody else really do so. */
final class Deputies {

    private static final Map<String, String> EVERYTHING = Map.of(
            "matters", "all",
            "errand.FILE", "yes",
            "errand.FOLLOW", "yes",
            "errand.SUPPLEMENT", "yes",
            "errand.PAY", "yes",
            "errand.RECEIVE_RESULT", "yes");

    private Deputies() {}

    /** From now on the owner has a helper and a representative, and had another one; the specialist has and had a stand-in. */
    static void arrange(Callers callers) {
        agreed(callers, Who.HELPER, "HELPER");
        agreed(callers, Who.REPRESENTATIVE, "CHOSEN");
        var over = agreed(callers, Who.FORMER_REPRESENTATIVE, "CHOSEN");
        done(callers, Who.OWNER, "/my/mandates/" + over + "/end", Map.of());
        var child = UUID.randomUUID().toString();
        Mandates.sends(callers.visit(Who.PARENT), child, EVERYTHING);
        done(callers, Who.RECEIVER, "/desk/mandates/" + child, Map.of("decision", "grant"));
        callers.actsBy(Who.PARENT, child);
        var ended = standsIn(callers, Who.FORMER_STAND_IN);
        done(callers, Who.LEADER, "/stand-ins/" + ended + "/end", Map.of());
        standsIn(callers, Who.STAND_IN);
    }

    private static String agreed(Callers callers, Who who, String kind) {
        var fields = new java.util.HashMap<>(EVERYTHING);
        fields.put("kind", kind);
        var mandate = Mandates.agreed(callers.visit(who), callers.visit(Who.OWNER), fields);
        callers.actsBy(who, mandate);
        return mandate;
    }

    private static String standsIn(Callers callers, Who who) {
        var form = Things.standInForm(callers, who, "2026-11-23", "2026-11-30");
        done(callers, Who.LEADER, "/stand-ins", form);
        return form.getOrDefault("command", "");
    }

    private static void done(Callers callers, Who who, String path, Map<String, String> fields) {
        var answer = callers.call(who, "POST", path, fields);
        assertThat(answer.statusCode())
                .as(path + " " + Visit.first(answer.body() + "<title></title>", "<title>([^<]*)"))
                .isEqualTo(302);
    }
}
