package vn.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static vn.motcua.dossier.DossierFixture.HA;
import static vn.motcua.dossier.DossierFixture.LATER;
import static vn.motcua.dossier.DossierFixture.MINH;
import static vn.motcua.dossier.DossierFixture.MONDAY_8AM;
import static vn.motcua.dossier.DossierFixture.PATH;
import static vn.motcua.dossier.DossierFixture.TUESDAY_5PM;
import static vn.motcua.dossier.DossierFixture.VISIT;

import java.time.Instant;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.motcua.shared.Refused;

/** An apology is for what the agency itself is late with: nobody is offered one, or can make one, where no clock of theirs runs. */
class LatenessTest {

    static Stream<Dossier> whereNoClockOfTheAgencyRuns() {
        return Stream.of(
                DossierFixture.submitted(),
                DossierFixture.received(),
                DossierFixture.leavingEarly(),
                DossierFixture.supplementAtIntake(),
                DossierFixture.supplementInProcess(),
                DossierFixture.awaitingPayment(),
                DossierFixture.resolved(),
                DossierFixture.issued(),
                DossierFixture.handedOver(),
                DossierFixture.turnedAway(),
                DossierFixture.withdrawn(),
                DossierFixture.letGo(),
                DossierFixture.halted(),
                DossierFixture.passedAcross());
    }

    @ParameterizedTest
    @MethodSource("whereNoClockOfTheAgencyRuns")
    void nobodyApologisesWhereNoClockOfTheAgencyRuns(Dossier dossier) {
        refused(DossierRefusal.WRONG_STAGE, () -> inTime(dossier));
        refused(DossierRefusal.WRONG_STAGE, () -> tooLate(dossier));
        assertThat(offered(dossier)).isFalse();
    }

    @Test
    void nobodyApologisesForAWaitWhoseTimeIsLeftOut() {
        var measured = DossierFixture.inProcess()
                .waitings()
                .await("appraisal", HA, VISIT, MONDAY_8AM)
                .after();

        refused(DossierRefusal.CLOCK_STANDS_STILL, () -> inTime(measured));
        refused(DossierRefusal.CLOCK_STANDS_STILL, () -> tooLate(measured));
        assertThat(offered(measured)).isFalse();
    }

    @Test
    void whileItIsWorkedOnOrWaitsInTheAgencysOwnTimeTheLeaderApologises() {
        for (var dossier :
                new Dossier[] {DossierFixture.inProcess(), DossierFixture.awaitingAnswer(), DossierFixture.sentUp()}) {
            assertThat(inTime(dossier).after().reception().promised()).isPresent();
            assertThat(tooLate(dossier).after().reception().renewed()).isPresent();
            assertThat(offered(dossier)).isTrue();
        }
    }

    private static Change inTime(Dossier dossier) {
        return dossier.lateness().extend("Phải xác minh thêm", LATER, TUESDAY_5PM, MONDAY_8AM);
    }

    private static Change tooLate(Dossier dossier) {
        return dossier.lateness().apologise("Phải xác minh thêm", LATER.at(), TUESDAY_5PM);
    }

    /** In time or too late. */
    private static boolean offered(Dossier dossier) {
        return Stream.of(Instant.MAX, Instant.EPOCH)
                .flatMap(until -> new AllowedActions(dossier, PATH, MINH, TUESDAY_5PM, (_, _) -> true, until, true)
                        .all().stream())
                .anyMatch(it -> it.action() == DeskAction.EXTEND);
    }

    private static void refused(DossierRefusal code, ThrowingCallable act) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(act)
                .satisfies(it -> assertThat(it.code()).isEqualTo(code));
    }
}
