package vn.motcua.route;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.route.RoutePicture.Progress.DONE;
import static vn.motcua.route.RoutePicture.Progress.NEXT;
import static vn.motcua.route.RoutePicture.Progress.NOW;
import static vn.motcua.route.RoutePicture.Progress.PASSED_BY;
import static vn.motcua.route.Routes.load;
import static vn.motcua.route.Routes.walk;

import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.motcua.shared.Language;

class RoutePictureTest {

    private static final Map<String, Object> NOTHING = Map.of();

    private final Route birth = load("birth-registration");
    private final Route house = load("construction-permit");

    @Test
    void theApplicantSeesThreeDoors() {
        var begun = birth.begin(NOTHING);
        var appraised = walk(birth, begun, NOTHING, "reception");
        var issued = walk(birth, appraised, NOTHING, "appraisal", "decision", "issue");
        var ended = walk(birth, issued, NOTHING, "hand-over");

        assertThat(doors(birth, begun)).containsExactly(NOW, NEXT, NEXT);
        assertThat(doors(birth, appraised)).containsExactly(DONE, NOW, NEXT);
        assertThat(doors(birth, issued)).containsExactly(DONE, DONE, NOW);
        assertThat(doors(birth, ended)).containsExactly(DONE, DONE, DONE);
    }

    @Test
    void aDossierTurnedAwayGoesThroughNoDoor() {
        assertThat(doors(birth, birth.begin(NOTHING).stop())).containsExactly(PASSED_BY, PASSED_BY, PASSED_BY);
    }

    @Test
    void aDossierWithdrawnWhileAppraisedWasReceived() {
        var appraised = walk(birth, birth.begin(NOTHING), NOTHING, "reception");

        assertThat(doors(birth, appraised.stop())).containsExactly(DONE, PASSED_BY, PASSED_BY);
    }

    @Test
    void theOfficerSeesEachStepAndTheOneThatWasLeftOut() {
        var reviewed = walk(house, house.begin(NOTHING), NOTHING, "reception", "appraisal");

        assertThat(new RoutePicture(house).steps(reviewed))
                .extracting(it -> it.step().id() + " " + it.progress())
                .containsExactly(
                        "reception DONE",
                        "appraisal DONE",
                        "site-visit PASSED_BY",
                        "review NOW",
                        "decision NEXT",
                        "issue NEXT",
                        "hand-over NEXT");
    }

    @Test
    void aStepThatWasSentBackIsStillToCome() {
        var decided = walk(birth, birth.begin(NOTHING), NOTHING, "reception", "appraisal");
        var back = birth.sendBack(decided, "decision", "appraisal");

        assertThat(new RoutePicture(birth).steps(back))
                .extracting(it ->
                        it.step().id() + " " + it.progress() + " " + it.visits().size())
                .containsExactly(
                        "reception DONE 1", "appraisal NOW 2", "decision NEXT 1", "issue NEXT 0", "hand-over NEXT 0");
    }

    @Test
    void everythingPicturedHasAName() {
        var names = Routes.MESSAGES.all(Language.VI).keySet();

        assertThat(RoutePicture.Door.values())
                .allSatisfy(it -> assertThat(names).contains(it.key()));
        assertThat(RoutePicture.Progress.values())
                .allSatisfy(it -> assertThat(names).contains(it.key()));
        assertThat(DeskAct.values()).allSatisfy(it -> assertThat(names).contains(it.key()));
    }

    private static Iterable<RoutePicture.Progress> doors(Route route, Tokens tokens) {
        return new RoutePicture(route)
                .doors(tokens).stream().map(RoutePicture.DoorOnPath::progress).toList();
    }
}
