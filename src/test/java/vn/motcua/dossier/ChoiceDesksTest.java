package vn.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.dossier.DossierDatabase.HA;
import static vn.motcua.dossier.DossierDatabase.LAN;
import static vn.motcua.dossier.DossierDatabase.MAI;
import static vn.motcua.dossier.DossierDatabase.MINH;
import static vn.motcua.dossier.DossierDatabase.SCOPE;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.identity.SignedIn;
import vn.motcua.shared.Refused;
import vn.motcua.support.TestClock;

/** A route with a choice, worked on at the desks: each dossier goes the way of its own answers, and back the same way. */
@SpringBootTest(webEnvironment = WebEnvironment.NONE, properties = "motcua.test.apart=consultation-node")
@Import(DossierDatabase.class)
class ChoiceDesksTest {

    @Autowired
    private FilingDesk filing;

    @Autowired
    private OneStopDesk oneStop;

    @Autowired
    private SpecialistDesk specialist;

    @Autowired
    private LeaderDesk leader;

    @Autowired
    private Dossiers dossiers;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private TestClock clock;

    @BeforeEach
    void mondayMorning() {
        clock.set("2026-11-23T08:00");
        DossierDatabase.ROUTE.set(AnyRoutes.route(AnyRoutes.CHOOSING));
    }

    @AfterEach
    void asBefore() {
        DossierDatabase.ROUTE.set(DossierFixture.BIRTH);
    }

    @Test
    void eachDossierGoesTheWayOfItsAnswers() {
        var far = received(Map.of("onSite", true));
        var near = received(Map.of("onSite", false));
        assertThat(open(far)).containsExactly("visit");
        assertThat(open(near)).containsExactly("appraisal");

        notOpen(() -> specialist.complete(now(HA, far), far, "appraisal", ""));
        notOpen(() -> specialist.complete(now(HA, near), near, "visit", ""));
        specialist.complete(now(HA, far), far, "visit", "Đã đo");
        specialist.complete(now(HA, near), near, "appraisal", "");

        assertThat(open(far)).isEqualTo(open(near)).containsExactly("approval");
    }

    @Test
    void whatIsSentBackGoesTheWayThatItCame() {
        var id = received(Map.of("onSite", true));
        specialist.complete(now(HA, id), id, "visit", "");

        assertThat(refusal(() -> specialist.sendBack(now(MINH, id), id, "approval", "appraisal", "Xem lại")))
                .as("it never was there")
                .isEqualTo(DossierRefusal.NO_WAY_BACK);
        specialist.sendBack(now(MINH, id), id, "approval", "visit", "Đo lại");
        assertThat(open(id)).containsExactly("visit");
        specialist.complete(now(HA, id), id, "visit", "");
        leader.approve(now(MINH, id), id, "approval", "");

        assertThat(load(id).stage().kind()).isEqualTo(StageKind.RESOLVED);
        assertThat(load(id).desk().finished())
                .extracting(Desk.Finished::step)
                .containsExactly("reception", "visit", "approval");
    }

    private DossierId received(Map<String, Object> answers) {
        var id = filing.file(
                        DossierDatabase.act(MAI, 0, clock.instant()),
                        DossierDatabase.request("Nguyễn Thị Mai", answers))
                .dossiers()
                .getFirst()
                .id();
        oneStop.receive(DossierDatabase.act(LAN, 1, clock.instant()), id);
        return id;
    }

    private List<String> open(DossierId id) {
        return load(id).desk().seats().stream().map(Desk.Seat::step).toList();
    }

    private static void notOpen(Runnable act) {
        assertThat(refusal(act)).isEqualTo(vn.motcua.route.RouteRefusal.STEP_NOT_OPEN);
    }

    private static Object refusal(Runnable act) {
        try {
            act.run();
            return "done";
        } catch (Refused refused) {
            return refused.code();
        }
    }

    private Act now(SignedIn by, DossierId id) {
        return DossierDatabase.act(by, load(id).version(), clock.instant());
    }

    private Dossier load(DossierId id) {
        return SCOPE.call(() -> transactions.execute(
                _ -> dossiers.find(id, UUID.randomUUID()).orElseThrow().dossier()));
    }
}
