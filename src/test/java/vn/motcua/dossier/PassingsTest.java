package vn.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;
import static vn.motcua.dossier.DossierFixture.COMMITTEE;
import static vn.motcua.dossier.DossierFixture.DA_NANG;
import static vn.motcua.dossier.DossierFixture.HA;
import static vn.motcua.dossier.DossierFixture.HERE;
import static vn.motcua.dossier.DossierFixture.LAN;
import static vn.motcua.dossier.DossierFixture.LATER;
import static vn.motcua.dossier.DossierFixture.MINH;
import static vn.motcua.dossier.DossierFixture.MONDAY_8AM;
import static vn.motcua.dossier.DossierFixture.ONE_STOP;
import static vn.motcua.dossier.DossierFixture.PATH;
import static vn.motcua.dossier.DossierFixture.THERE;
import static vn.motcua.dossier.DossierFixture.TUESDAY_5PM;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.motcua.deadline.Due;
import vn.motcua.organization.UnitId;
import vn.motcua.shared.Refused;

/** A received dossier goes to the unit that is competent. */
class PassingsTest {

    private static final UnitId COMMITTEE_THERE = new UnitId(new UUID(0, 15));
    private static final Path PATH_THERE = new Path(
            PATH.route(),
            Map.of(),
            Map.of(
                    "reception", THERE.unit(),
                    "appraisal", COMMITTEE_THERE,
                    "approval", COMMITTEE_THERE,
                    "issue", COMMITTEE_THERE,
                    "hand-over", THERE.unit()));

    @Test
    void itGoesToTheOneStopThereWithNumberAndPromiseAndIsWorkedOnAnew() {
        var passed = passed(DossierFixture.atApproval(), "approval", HERE, THERE, Optional.empty());

        assertThat(passed.stage()).isInstanceOf(Stage.Received.class);
        assertThat(passed.reception()).isEqualTo(DossierFixture.atApproval().reception());
        assertThat(passed.filed().unit()).isEqualTo(THERE.unit());
        assertThat(passed.desk().seats())
                .extracting(Desk.Seat::step, Desk.Seat::unit, Desk.Seat::officer)
                .containsExactly(tuple("reception", THERE.unit(), Optional.empty()));
        assertThat(passed.desk().finished())
                .as("what somebody did who was not competent is done anew")
                .isEmpty();
        assertThat(passed.had())
                .as("the units that had it still see it")
                .containsExactlyInAnyOrder(ONE_STOP, COMMITTEE);

        var forwarded =
                passed.forward("reception", LAN, PATH_THERE, TUESDAY_5PM).after();
        assertThat(forwarded.stage()).isInstanceOf(Stage.InProcess.class);
        assertThat(forwarded.desk().seats())
                .extracting(Desk.Seat::step, Desk.Seat::unit)
                .containsExactly(tuple("appraisal", COMMITTEE_THERE));
    }

    @Test
    void whereTheRuleSaysSoTheClockStartsAnewThere() {
        var passed = passed(DossierFixture.inProcess(), "appraisal", HERE, THERE, Optional.of(LATER));

        assertThat(passed.reception().at()).isEqualTo(TUESDAY_5PM);
        assertThat(passed.reception().due().at()).isEqualTo(LATER.at());
        assertThat(passed.reception().number())
                .isEqualTo(DossierFixture.inProcess().reception().number());
    }

    @Test
    void whatWasReceivedAndKeptGoesOnFromTheSameStepThere() {
        var passed = passed(DossierFixture.received(), "reception", HERE, THERE, Optional.empty());

        assertThat(passed.desk().seats())
                .extracting(Desk.Seat::step, Desk.Seat::unit)
                .containsExactly(tuple("reception", THERE.unit()));
    }

    @Test
    void whatWasProposedHereIsOverAndAWishToHaveItBackIsStillToBeAnswered() {
        assertThat(passed(DossierFixture.toHalt(), "appraisal", HERE, THERE, Optional.empty())
                        .proposal())
                .isEmpty();
        assertThat(passed(DossierFixture.leaving(), "appraisal", HERE, THERE, Optional.empty())
                        .leaving())
                .isPresent();
    }

    @Test
    void everyUnitThatHadItIsRememberedHoweverOftenItGoesOn() {
        var once = passed(DossierFixture.inProcess(), "appraisal", HERE, THERE, Optional.empty());
        var forwarded = once.forward("reception", LAN, PATH_THERE, TUESDAY_5PM).after();
        var back = forwarded
                .passings()
                .on("appraisal", HA, THERE, HERE, "Vẫn nhầm", Optional.empty(), PATH_THERE, PATH, TUESDAY_5PM)
                .after();

        assertThat(back.had()).containsExactlyInAnyOrder(ONE_STOP, COMMITTEE, THERE.unit(), COMMITTEE_THERE);
        assertThat(back.filed().unit()).isEqualTo(ONE_STOP);
    }

    @Test
    void itEndsHereWhenItGoesToAnotherAgency() {
        var passed = DossierFixture.passedAcross();

        assertThat(passed.stage()).isInstanceOfSatisfying(Stage.PassedAcross.class, it -> {
            assertThat(it.agency()).isEqualTo(DA_NANG);
            assertThat(it.to()).isEqualTo(THERE.unit());
            assertThat(it.reason()).isEqualTo("Cư trú ở đó");
        });
        assertThat(passed.desk().seats()).isEmpty();
        assertThat(passed.filed().unit())
                .as("it stays in the books of who received it")
                .isEqualTo(ONE_STOP);
        assertThat(ExchangedStatus.of(passed.stage().kind())).isEqualTo(ExchangedStatus.IN_PROCESS);
    }

    @Test
    void whatArrivesKeepsItsNumberAndItsClockStartsAtTheReceptionThere() {
        var arrived = DossierFixture.submitted()
                .passings()
                .arrived(THERE, "Một cửa Tả Van", DossierFixture.NUMBER, "Cư trú ở đó", MONDAY_8AM)
                .after();

        assertThat(arrived.stage()).isInstanceOf(Stage.Submitted.class);
        assertThat(arrived.stage().received()).isEmpty();
        assertThat(arrived.came().flatMap(Came::number)).contains(DossierFixture.NUMBER);
        assertThat(arrived.desk()).isEqualTo(DossierFixture.submitted().desk());
    }

    @Test
    void itStaysWhereItIsWithoutAReasonOrAnotherPlaceOrWhenItWaitsOrIsDecidedOrAColleagueHasIt() {
        refuses(DossierRefusal.REASON_MISSING, DossierFixture.inProcess(), "appraisal", THERE, " ");
        refuses(DossierRefusal.TRANSFER_NOWHERE, DossierFixture.inProcess(), "appraisal", HERE, "Nhầm");
        refuses(DossierRefusal.WRONG_STAGE, DossierFixture.supplementInProcess(), "appraisal", THERE, "Nhầm");
        refuses(DossierRefusal.WRONG_STAGE, DossierFixture.awaitingPayment(), "appraisal", THERE, "Nhầm");
        refuses(DossierRefusal.WRONG_STAGE, DossierFixture.resolved(), "issue", THERE, "Nhầm");
        refuses(DossierRefusal.WRONG_STAGE, DossierFixture.submitted(), "reception", THERE, "Nhầm");
        refuses(
                DossierRefusal.STEP_TAKEN,
                DossierFixture.inProcess().claim("appraisal", MINH, MONDAY_8AM).after(),
                "appraisal",
                THERE,
                "Nhầm");
    }

    private static void refuses(DossierRefusal why, Dossier dossier, String step, Elsewhere to, String reason) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> dossier.passings()
                        .on(step, HA, HERE, to, reason, Optional.empty(), PATH, PATH_THERE, TUESDAY_5PM))
                .satisfies(it -> assertThat(it.code()).isEqualTo(why));
        if (why != DossierRefusal.TRANSFER_NOWHERE) {
            assertThatExceptionOfType(Refused.class)
                    .isThrownBy(() -> dossier.passings().across(step, HA, HERE, DA_NANG, to, reason, TUESDAY_5PM))
                    .satisfies(it -> assertThat(it.code()).isEqualTo(why));
        }
    }

    private static Dossier passed(Dossier dossier, String step, Elsewhere from, Elsewhere to, Optional<Due> due) {
        return dossier.passings()
                .on(step, HA, from, to, "Bạn cư trú ở Sa Pa", due, PATH, PATH_THERE, TUESDAY_5PM)
                .after();
    }
}
