package vn.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static vn.motcua.dossier.DossierDatabase.HA;
import static vn.motcua.dossier.DossierDatabase.LAN;
import static vn.motcua.dossier.DossierDatabase.LAO_CAI;
import static vn.motcua.dossier.DossierDatabase.MAI;
import static vn.motcua.dossier.DossierDatabase.MINH;
import static vn.motcua.dossier.DossierDatabase.PROVINCE;
import static vn.motcua.dossier.DossierDatabase.SCOPE;
import static vn.motcua.dossier.DossierDatabase.TUAN;
import static vn.motcua.dossier.DossierDatabase.act;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.catalogue.AfterSupplement;
import vn.motcua.catalogue.WaitKind;
import vn.motcua.catalogue.WaitRule;
import vn.motcua.identity.AccessRefusal;
import vn.motcua.identity.Decision;
import vn.motcua.shared.Dong;
import vn.motcua.shared.Language;
import vn.motcua.shared.Refused;
import vn.motcua.shared.VietnamTime;
import vn.motcua.support.TestClock;

/** Dossiers that wait for something else than a supplement, on a real PostgreSQL. */
@SpringBootTest(webEnvironment = WebEnvironment.NONE)
@Import(DossierDatabase.class)
class WaitingsDesksTest {

    @Autowired
    private DueReview review;

    @Autowired
    private FilingDesk filing;

    @Autowired
    private OneStopDesk oneStop;

    @Autowired
    private SpecialistDesk specialist;

    @Autowired
    private LeaderDesk leader;

    @Autowired
    private Apologies apologies;

    @Autowired
    private AgencyCalendars calendars;

    @Autowired
    private HigherUnits above;

    @Autowired
    private ReadingDesk reading;

    @Autowired
    private ApplicantDesk applicant;

    @Autowired
    private PaymentWait paymentWait;

    @Autowired
    private SupplementDeadlines deadlines;

    @Autowired
    private Dossiers dossiers;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private TestClock clock;

    @BeforeEach
    void onMonday() {
        DossierDatabase.WAITS.clear();
        clock.set("2026-11-23T08:00");
    }

    /**
     * Received Monday at eight for one working day; Tuesday is a holiday, so due on Wednesday. The payment was asked for on
     * Monday and came on Friday: Wednesday and Thursday it waited when the office closed.
     */
    @Test
    void theTimeOfAPaymentIsLeftOutAndTheReasonsSayIt() {
        var id = received();
        clock.set("2026-11-23T09:00");
        await(id, WaitKind.PAYMENT);
        assertThat(stage(id)).isEqualTo(StageKind.AWAITING_PAYMENT);
        assertThat(contents(id).obligations()).containsExactly(new Obligation("Thông báo số 12", new Dong(1_500_000)));
        clock.set("2026-11-27T10:00");
        paid(id);

        var opened = reading.open(LAN, id, clock.instant());
        assertThat(VietnamTime.moment(opened.due().at())).startsWith("17:00, 27/11/2026");
        assertThat(opened.due().explanation()).isNotEmpty();
        assertThat(opened.stage().received().orElseThrow().due().at())
                .isEqualTo(opened.due().at());
        assertThat(opened.waits())
                .containsExactly(new Wait(
                        StageKind.AWAITING_PAYMENT,
                        Instant.parse("2026-11-23T02:00:00Z"),
                        Instant.parse("2026-11-27T03:00:00Z"),
                        false,
                        true));
        assertThat(applicant.open(MAI, new DossierRef(LAO_CAI, id), Language.VI).dueExplained())
                .anyMatch(it -> it.contains("chờ"));
    }

    @Test
    void otherAgenciesAreWaitedForInTheAgencysOwnTimeUnlessTheProcedureSaysOtherwise() {
        var counted = received();
        var due = reading.open(LAN, counted, clock.instant()).due().at();
        clock.set("2026-11-23T09:00");
        await(counted, WaitKind.AGENCY);
        DossierDatabase.WAITS.put(WaitKind.AGENCY, new WaitRule(true, Optional.of(10)));
        var leftOut = received();
        await(leftOut, WaitKind.AGENCY);
        clock.set("2026-11-26T10:00");
        specialist.endWait(act(HA, version(counted), clock.instant()), counted, "appraisal", "Công văn số 5/UBND");
        specialist.endWait(act(HA, version(leftOut), clock.instant()), leftOut, "appraisal", "Công văn số 6/UBND");

        assertThat(reading.open(LAN, counted, clock.instant()).due().at()).isEqualTo(due);
        assertThat(reading.open(LAN, leftOut, clock.instant()).due().at()).isAfter(due);
    }

    /** The committee closes on the day of the due moment after the dossier was received; nobody has reviewed the due moments. */
    @Test
    void aWaitWhoseTimeCountsMovesNoDueMomentWhenTheCalendarChangedMeanwhile() {
        var id = received();
        var due = reading.open(LAN, id, clock.instant()).due().at();
        clock.set("2026-11-23T09:00");
        await(id, WaitKind.AGENCY);
        day(AgencyDay.Kind.CLOSED);
        try {
            clock.set("2026-11-24T10:00");
            specialist.endWait(act(HA, version(id), clock.instant()), id, "appraisal", "Công văn số 5/UBND");

            assertThat(reading.open(LAN, id, clock.instant()).due().at()).isEqualTo(due);
            var later = received();
            assertThat(reading.open(LAN, later, clock.instant()).due().at())
                    .as("what is received now is counted over the calendar of now")
                    .isAfter(due);
        } finally {
            day(AgencyDay.Kind.NATIONAL);
        }
    }

    @Test
    void aChangedCalendarIsLookedAtWhileAPaymentIsWaitedForWhoseTimeCounts() {
        var stops = received();
        await(stops, WaitKind.PAYMENT);
        DossierDatabase.WAITS.put(WaitKind.PAYMENT, new WaitRule(false, Optional.empty()));
        var counts = received();
        var due = reading.open(LAN, counts, clock.instant()).due().at();
        await(counts, WaitKind.PAYMENT);
        day(AgencyDay.Kind.CLOSED);
        try {
            SCOPE.run(() -> transactions.executeWithoutResult(_ -> {
                assertThat(review.next(Optional.empty(), 10_000))
                        .contains(counts)
                        .doesNotContain(stops);
                var shown =
                        review.difference(counts, Language.VI, clock.instant()).orElseThrow();
                assertThat(shown.after()).isAfter(due);
                assertThat(review.move(UUID.randomUUID(), LAN, shown, "7/TB-UBND", clock.instant()))
                        .isTrue();
            }));
            assertThat(stage(counts)).isEqualTo(StageKind.AWAITING_PAYMENT);
            assertThat(reading.open(LAN, counts, clock.instant())
                            .stage()
                            .received()
                            .orElseThrow()
                            .due()
                            .at())
                    .isAfter(due);
        } finally {
            day(AgencyDay.Kind.NATIONAL);
        }
    }

    private void day(AgencyDay.Kind kind) {
        SCOPE.run(() -> transactions.executeWithoutResult(_ -> calendars.save(List.of(new AgencyDay(
                DossierFixture.ONE_STOP, LocalDate.of(2026, 11, 25), kind, "Mất điện", "Thông báo số 7/TB-UBND")))));
    }

    /**
     * Due Wednesday the 25th, extended by two working days to Friday the 27th. The payment is waited for from Thursday to the next
     * Wednesday: four working days were lost, Thursday and Friday of those promised.
     */
    @Test
    void whatWasPromisedWithMoreTimeIsNotDueWhileItWaits() {
        var id = received();
        leader.extend(act(MINH, version(id), clock.instant()), id, 2, "Chờ xác minh");
        clock.set("2026-11-26T09:00");
        await(id, WaitKind.PAYMENT);
        clock.set("2026-12-02T10:00");
        paid(id);

        var opened = reading.open(LAN, id, clock.instant());
        assertThat(VietnamTime.moment(opened.due().at())).startsWith("17:00, 03/12/2026");
        assertThat(applicant.open(MAI, new DossierRef(LAO_CAI, id), Language.VI).dueExplained())
                .anyMatch(it -> it.contains("27/11/2026") && it.contains("xin thêm"))
                .anyMatch(it -> it.contains("chờ"));
    }

    /** The clock goes on after a supplement; without the extension it would have been due on Wednesday the 25th. */
    @Test
    void aSupplementDoesNotMakeAnExtendedDossierLate() {
        DossierDatabase.AFTER_SUPPLEMENT.set(AfterSupplement.GOES_ON);
        try {
            var id = received();
            leader.extend(act(MINH, version(id), clock.instant()), id, 2, "Chờ xác minh");
            clock.set("2026-11-26T09:00");
            specialist.requestSupplement(
                    act(HA, version(id), clock.instant()), id, "appraisal", DossierFixture.ONE_LINE);
            clock.set("2026-11-30T09:00");
            applicant.provideSupplement(
                    act(MAI, version(id), clock.instant()),
                    new DossierRef(LAO_CAI, id),
                    new Supplement(List.of(), Optional.empty(), "Đã rõ"));

            assertThat(VietnamTime.moment(
                            reading.open(LAN, id, clock.instant()).due().at()))
                    .as("Thursday and Friday were lost")
                    .startsWith("17:00, 01/12/2026");
        } finally {
            DossierDatabase.AFTER_SUPPLEMENT.set(AfterSupplement.RESTARTS);
        }
    }

    @Test
    void aCheckInTheFieldStopsTheClockWhereTheProcedureSaysSoAndThenItRunsOn() {
        DossierDatabase.WAITS.put(WaitKind.FIELD_CHECK, new WaitRule(true, Optional.of(10)));
        var id = received();
        var due = reading.open(LAN, id, clock.instant()).due().at();
        clock.set("2026-11-23T09:00");
        await(id, WaitKind.FIELD_CHECK);
        assertThat(stage(id)).isEqualTo(StageKind.AWAITING_ANSWER);
        assertThat(reading.open(LAN, id, clock.instant()).stage())
                .isInstanceOfSatisfying(
                        Stage.Waiting.class,
                        it -> assertThat(it.waitingFor().until()).contains(LocalDate.of(2026, 12, 3)));
        clock.set("2026-11-26T08:00"); // the day that was promised has passed
        assertThat(apologies.drafts(MINH, Duration.ofDays(1), clock.instant()))
                .extracting(Apologies.Draft::dossier)
                .doesNotContain(id);
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> leader.extend(act(MINH, version(id), clock.instant()), id, 2, "Chờ đo đạc"))
                .satisfies(it -> assertThat(it.code()).isEqualTo(DossierRefusal.CLOCK_STANDS_STILL));
        clock.set("2026-11-30T10:00");
        specialist.endWait(act(HA, version(id), clock.instant()), id, "appraisal", "Biên bản kiểm tra số 3");

        var opened = reading.open(LAN, id, clock.instant());
        assertThat(stage(id)).isEqualTo(StageKind.IN_PROCESS);
        assertThat(opened.due().at()).isAfter(due);
        assertThat(VietnamTime.moment(opened.due().at()))
                .as("one working day, and on Monday it lay with the officer again")
                .startsWith("17:00, 30/11/2026");
        assertThat(opened.waits())
                .singleElement()
                .satisfies(it -> assertThat(it.stops()).isTrue());
        assertThat(opened.history().getLast().event())
                .isInstanceOfSatisfying(
                        DossierEvent.WaitEnded.class,
                        it -> assertThat(it.note()).isEqualTo("Biên bản kiểm tra số 3"));
    }

    @Test
    void whatTheRouteSaysTheLastDayIsHoldsAndThenTheOfficerGetsItBack() {
        DossierDatabase.WAITS.put(WaitKind.PAYMENT, new WaitRule(true, Optional.of(10)));
        var id = received();
        await(id, WaitKind.PAYMENT);
        clock.set("2026-12-03T17:00");
        deadlines.round(LAO_CAI);
        assertThat(stage(id)).isEqualTo(StageKind.AWAITING_PAYMENT);
        clock.set("2026-12-04T00:30");
        deadlines.round(LAO_CAI);
        deadlines.round(LAO_CAI);

        assertThat(stage(id)).isEqualTo(StageKind.IN_PROCESS);
        assertThat(reading.open(LAN, id, clock.instant()).history().stream()
                        .filter(it -> it.event() instanceof DossierEvent.WaitLapsed))
                .hasSize(1);
        assertThat(reading.open(LAN, id, clock.instant()).may(DeskAction.HAND_OVER))
                .isFalse();
    }

    @Test
    void whatIsPaidAgainOrElsewhereChangesNothing() {
        var id = received();
        int before = version(id);
        paid(id);

        assertThat(version(id)).isEqualTo(before);
        await(id, WaitKind.PAYMENT);
        clock.advance(Duration.ofMinutes(5));
        specialist.endWait(act(HA, version(id), clock.instant()), id, "appraisal", "Giấy nộp tiền kho bạc số 7");
        assertThat(contents(id).obligations()).isEmpty();
    }

    @Test
    void aUnitAboveSeesWhatItHasToDecideAndItsSilenceIsLate() {
        var id = received();
        var due = reading.open(LAN, id, clock.instant()).due().at();
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> reading.open(TUAN, id, clock.instant()))
                .satisfies(it -> assertThat(it.code()).isEqualTo(AccessRefusal.NOT_THERE));
        assertThat(reading.open(HA, id, clock.instant()).above())
                .extracting(Elsewhere::unit)
                .containsExactly(PROVINCE);
        clock.set("2026-11-23T09:00");
        above.sendUp(
                act(HA, version(id), clock.instant()),
                id,
                "appraisal",
                Optional.of(PROVINCE),
                "Xin ý kiến về quốc tịch",
                Optional.of(LocalDate.of(2026, 11, 25)));

        assertThat(reading.open(TUAN, id, clock.instant()).actions())
                .extracting(AllowedAction::action)
                .containsExactly(DeskAction.AGREE, DeskAction.RETURN_DOWN);
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> above.answer(act(MINH, version(id), clock.instant()), id, true, ""))
                .satisfies(it -> assertThat(it.code()).isEqualTo(Decision.Reason.NOT_YOUR_ROLE));
        assertThat(asked(id).late(clock.instant())).isFalse();
        clock.set("2026-11-26T08:00");
        deadlines.round(LAO_CAI);
        assertThat(stage(id)).as("silence decides nothing").isEqualTo(StageKind.AWAITING_ANSWER);
        assertThat(asked(id).late(clock.instant())).isTrue();

        above.answer(act(TUAN, version(id), clock.instant()), id, false, "Thiếu giấy xác nhận");
        assertThat(stage(id)).isEqualTo(StageKind.IN_PROCESS);
        assertThat(above.asked(TUAN, clock.instant(), Language.VI))
                .noneMatch(it -> it.dossier().equals(id));
        assertThat(reading.open(TUAN, id, clock.instant()).actions())
                .as("who decided still sees it")
                .isEmpty();
        var seen = applicant.open(MAI, new DossierRef(LAO_CAI, id), Language.VI);
        assertThat(seen.due().orElseThrow().at()).as("that time counts").isEqualTo(due);
        assertThat(seen.dueExplained())
                .anyMatch(it ->
                        it.contains("Từ 09:00, 23/11/2026 đến 08:00, 26/11/2026") && it.contains("UBND tỉnh Lào Cai"));
        assertThat(seen.history().getLast().remark()).isEqualTo("Thiếu giấy xác nhận");
    }

    private HigherUnits.Asked asked(DossierId id) {
        return above.asked(TUAN, clock.instant(), Language.VI).stream()
                .filter(it -> it.dossier().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private DossierId received() {
        var id = filing.file(act(MAI, 0, clock.instant()), DossierDatabase.request())
                .dossiers()
                .getFirst()
                .id();
        oneStop.receive(act(LAN, 1, clock.instant()), id);
        return id;
    }

    private void await(DossierId id, WaitKind kind) {
        specialist.await(
                act(HA, version(id), clock.instant()),
                id,
                "appraisal",
                kind,
                "Thông báo số 12",
                kind == WaitKind.PAYMENT ? Optional.of(new Dong(1_500_000)) : Optional.empty(),
                Optional.empty());
    }

    private void paid(DossierId id) {
        SCOPE.run(() -> transactions.executeWithoutResult(_ -> paymentWait.over(
                act(LAN, 1, clock.instant()), id, LAN.positions().getFirst())));
    }

    private ReadingDesk.Contents contents(DossierId id) {
        return SCOPE.call(() -> java.util.Objects.requireNonNull(transactions.execute(_ -> reading.contents(id))));
    }

    private StageKind stage(DossierId id) {
        return reading.open(LAN, id, clock.instant()).stage().kind();
    }

    private int version(DossierId id) {
        return SCOPE.call(() -> java.util.Objects.requireNonNull(transactions.execute(
                _ -> dossiers.find(id, new UUID(0, 0)).orElseThrow().dossier().version())));
    }
}
