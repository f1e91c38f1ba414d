package vn.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;
import static vn.motcua.dossier.DossierDatabase.HA;
import static vn.motcua.dossier.DossierDatabase.LAN;
import static vn.motcua.dossier.DossierDatabase.LAO_CAI;
import static vn.motcua.dossier.DossierDatabase.MAI;
import static vn.motcua.dossier.DossierDatabase.SAPA_ONE_STOP;
import static vn.motcua.dossier.DossierDatabase.SEO;
import static vn.motcua.dossier.DossierDatabase.act;

import java.time.Instant;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import vn.motcua.identity.AccessRefusal;
import vn.motcua.identity.SignedIn;
import vn.motcua.shared.Language;
import vn.motcua.shared.RefusalCode;
import vn.motcua.shared.Refused;
import vn.motcua.shared.TenantId;
import vn.motcua.shared.VietnamTime;
import vn.motcua.support.TestClock;

/** Dossiers that go to the one-stop of another unit, on a real PostgreSQL. */
@SpringBootTest(webEnvironment = WebEnvironment.NONE)
@Import(DossierDatabase.class)
class TransfersDesksTest {

    @Autowired
    private FilingDesk filing;

    @Autowired
    private OneStopDesk oneStop;

    @Autowired
    private PassingDesk passing;

    @Autowired
    private ReadingDesk reading;

    @Autowired
    private ApplicantDesk applicant;

    @Autowired
    private TestClock clock;

    @BeforeEach
    void onMonday() {
        clock.set("2026-11-23T08:00");
    }

    @Test
    void whatCameToTheWrongDoorIsReceivedWhereItBelongsAndItsClockStartsThere() {
        var id = filed();
        assertThatExceptionOfType(Refused.class)
                .as("not theirs yet")
                .isThrownBy(() -> reading.open(SEO, id, clock.instant()))
                .satisfies(it -> assertThat(it.code()).isEqualTo(AccessRefusal.NOT_THERE));
        assertThat(reading.open(LAN, id, clock.instant()).elsewhere())
                .extracting(Elsewhere::unit)
                .containsExactly(SAPA_ONE_STOP);
        oneStop.transfer(act(LAN, 1, clock.instant()), id, Optional.of(SAPA_ONE_STOP), false, "Bạn cư trú ở Sa Pa");

        var seen = applicant.open(MAI, new DossierRef(LAO_CAI, id), Language.VI);
        assertThat(seen.number()).isEmpty();
        assertThat(seen.history().getLast().remark()).isEqualTo("Bạn cư trú ở Sa Pa");
        assertThat(reading.open(LAN, id, clock.instant()).actions())
                .as("who sent it on still sees it, and does nothing with it")
                .isEmpty();
        clock.set("2026-11-25T09:00");
        oneStop.receive(act(SEO, 2, clock.instant()), id);

        var received = reading.open(SEO, id, clock.instant());
        var reception = received.stage().received().orElseThrow();
        assertThat(reception.number().value()).startsWith("H15.03-261125-");
        assertThat(VietnamTime.moment(reception.due().at())).startsWith("17:00, 26/11/2026");
        assertThat(received.desk().seats()).extracting(Desk.Seat::unit).containsExactly(DossierDatabase.SAPA_COMMITTEE);
    }

    @Test
    void whatIsReceivedOutOfBoundsHasItsNumberAtOnceAndKeepsItAndItsClockStartsWhereItBelongs() {
        var here = filed();
        oneStop.receive(act(LAN, 1, clock.instant()), here);
        var id = filed();
        oneStop.transfer(act(LAN, 1, clock.instant()), id, Optional.of(SAPA_ONE_STOP), true, "");

        var given = applicant
                .open(MAI, new DossierRef(LAO_CAI, id), Language.VI)
                .number()
                .orElseThrow();
        assertThat(given.value()).startsWith("H15.02-261123-");
        clock.set("2026-11-25T09:00");
        oneStop.receive(act(SEO, 2, clock.instant()), id, Optional.of("000.00.19.H38-261120-0007"), "");

        var reception =
                reading.open(SEO, id, clock.instant()).stage().received().orElseThrow();
        assertThat(reception.number()).isEqualTo(given);
        assertThat(reception.at()).isEqualTo(clock.instant());
        assertThat(VietnamTime.moment(due(here, LAN))).as("from the 23rd").startsWith("17:00, 25/11/2026");
        assertThat(VietnamTime.moment(reception.due().at())).as("from the 25th").startsWith("17:00, 26/11/2026");
    }

    private Instant due(DossierId id, SignedIn.OfficerAt who) {
        return reading.open(who, id, clock.instant())
                .stage()
                .received()
                .orElseThrow()
                .due()
                .at();
    }

    @Test
    void itGoesOnlyToAnotherOneStopOfTheTenant() {
        var id = filed();

        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> oneStop.transfer(
                        act(LAN, 1, clock.instant()), id, Optional.of(DossierFixture.COMMITTEE), false, "Nhầm"))
                .satisfies(it -> assertThat(it.code()).isEqualTo(DossierRefusal.TRANSFER_NOWHERE));
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() ->
                        oneStop.transfer(act(SEO, 1, clock.instant()), id, Optional.of(SAPA_ONE_STOP), false, "Nhầm"))
                .satisfies(it -> assertThat(it.code()).isEqualTo(AccessRefusal.NOT_THERE));
    }

    @Test
    void whatWasReceivedGoesToTheCompetentUnitWithItsNumberAndItsPromise() {
        var id = filed();
        oneStop.receive(act(LAN, 1, clock.instant()), id);
        var before = reading.open(HA, id, clock.instant());
        assertThat(before.elsewhere()).extracting(Elsewhere::unit).containsExactly(SAPA_ONE_STOP);
        refused(
                DossierRefusal.TRANSFER_NOWHERE,
                () -> passing.within(
                        act(HA, 3, clock.instant()), id, "appraisal", Optional.of(DossierFixture.COMMITTEE), "Nhầm"));
        refused(
                DossierRefusal.CHANGED_BY_SOMEONE_ELSE,
                () -> passing.within(act(HA, 2, clock.instant()), id, "appraisal", Optional.of(SAPA_ONE_STOP), "Nhầm"));
        refused(
                AccessRefusal.NOT_THERE,
                () -> passing.within(
                        act(SEO, 3, clock.instant()), id, "appraisal", Optional.of(SAPA_ONE_STOP), "Nhầm"));

        passing.within(
                act(HA, 3, clock.instant()), id, "appraisal", Optional.of(SAPA_ONE_STOP), "Cha mẹ cư trú ở Sa Pa");

        var there = reading.open(SEO, id, clock.instant());
        assertThat(there.stage().received())
                .as("number, reception and due moment")
                .isEqualTo(before.stage().received());
        assertThat(there.papers()).isEqualTo(before.papers());
        assertThat(there.history()).hasSize(before.history().size() + 1);
        assertThat(there.history().getLast().booked())
                .as("it stands in the book of the unit that has it now")
                .isPresent();
        var here = reading.open(HA, id, clock.instant());
        assertThat(here.actions())
                .as("who had it still sees it, and does nothing with it")
                .isEmpty();
        assertThat(applicant
                        .open(MAI, new DossierRef(LAO_CAI, id), Language.VI)
                        .history()
                        .getLast()
                        .remark())
                .isEqualTo("Cha mẹ cư trú ở Sa Pa");
        assertThat(Passage.of(there))
                .extracting(Passage::step, Passage::unit)
                .containsExactly(
                        tuple("reception", DossierFixture.ONE_STOP),
                        tuple("appraisal", DossierFixture.COMMITTEE),
                        tuple("reception", SAPA_ONE_STOP));

        oneStop.forward(act(SEO, 4, clock.instant()), id);
        assertThat(reading.open(SEO, id, clock.instant()).desk().seats())
                .extracting(Desk.Seat::unit)
                .containsExactly(DossierDatabase.SAPA_COMMITTEE);
    }

    @Test
    void nothingIsGivenToAnAgencyThatHasNoSuchOneStop() {
        var id = filed();
        oneStop.receive(act(LAN, 1, clock.instant()), id);

        refused(
                DossierRefusal.PASSING_UNKNOWN,
                () -> passing.across(
                        act(HA, 3, clock.instant()), id, "appraisal", new TenantId(48), "Hải Châu", "Cư trú ở đó"));
        refused(
                DossierRefusal.PASSING_UNKNOWN,
                () -> passing.across(
                        act(HA, 3, clock.instant()), id, "appraisal", LAO_CAI, "commune-one-stop", "Cư trú ở đó"));
    }

    private static void refused(RefusalCode why, ThrowingCallable what) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(what)
                .satisfies(it -> assertThat(it.code()).isEqualTo(why));
    }

    private DossierId filed() {
        return filing.file(act(MAI, 0, clock.instant()), DossierDatabase.request())
                .dossiers()
                .getFirst()
                .id();
    }
}
