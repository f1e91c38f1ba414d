package vn.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.dossier.DossierFixture.BIRTH;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.motcua.catalogue.WaitKind;
import vn.motcua.deadline.Interval;
import vn.motcua.deadline.OpeningHours;
import vn.motcua.deadline.WorkingCalendar;
import vn.motcua.organization.UnitId;
import vn.motcua.route.OfficerStep;
import vn.motcua.shared.VietnamTime;

/** By when a step should be done: four working hours of appraisal, two of approval. */
class StepDueTest {

    private static final WorkingCalendar NATIONAL = WorkingCalendar.national();
    private static final OfficerStep APPRAISAL = BIRTH.step("appraisal");

    @Test
    void itsHoursAreCountedFromWhenTheDossierCameThere() {
        assertThat(due(APPRAISAL, "2026-11-23T09:00", List.of(), "")).isEqualTo("15:00, 23/11/2026");
        assertThat(due(BIRTH.step("approval"), "2026-11-23T16:00", List.of(), ""))
                .isEqualTo("08:30, 25/11/2026");
        assertThat(due(BIRTH.step("issue"), "2026-11-23T09:00", List.of(), ""))
                .as("half an hour is rounded up to one")
                .isEqualTo("10:00, 23/11/2026");
    }

    @Test
    void aDayOnWhichTheAgencyIsClosedDoesNotCount() {
        var closed = new AgencyDay(
                new UnitId(new java.util.UUID(0, 1)),
                LocalDate.of(2026, 11, 25),
                AgencyDay.Kind.CLOSED,
                "Mất điện",
                "Thông báo số 7");
        var calendar = NATIONAL.with(List.of(closed.special()));

        assertThat(due(APPRAISAL, "2026-11-23T16:00", List.of(), "", NATIONAL)).isEqualTo("10:30, 25/11/2026");
        assertThat(due(APPRAISAL, "2026-11-23T16:00", List.of(), "", calendar)).isEqualTo("10:30, 26/11/2026");
    }

    @Test
    void onlyWaitingThatTheLimitLeavesOutIsLeftOut() {
        var from = at("2026-11-23T10:00");
        var until = at("2026-11-25T10:00");
        var process = new Stage.InProcess(until, DossierFixture.inProcess().reception());
        var counted = StepDue.stopped(
                List.of(new Wait(StageKind.AWAITING_ANSWER, from, until, false, false)), process, until);
        var leftOut = StepDue.stopped(
                List.of(new Wait(StageKind.AWAITING_PAYMENT, from, until, false, true)), process, until);

        assertThat(due(APPRAISAL, "2026-11-23T09:00", counted, "")).isEqualTo("15:00, 23/11/2026");
        assertThat(due(APPRAISAL, "2026-11-23T09:00", leftOut, "")).isEqualTo("15:00, 25/11/2026");
        assertThat(due(APPRAISAL, "2026-11-25T10:00", leftOut, ""))
                .as("what was over before it came changes nothing")
                .isEqualTo("16:00, 25/11/2026");
    }

    @Test
    void aWaitThatGoesOnIsLeftOutUpToNow() {
        var reception = DossierFixture.inProcess().reception();
        var from = at("2026-11-23T10:00");
        var now = at("2026-11-23T16:00");
        var payment = new WaitingFor(WaitKind.PAYMENT, "12", Optional.empty(), Optional.empty(), true);
        var agency = new WaitingFor(WaitKind.AGENCY, "12", Optional.empty(), Optional.empty(), false);

        assertThat(StepDue.stopped(List.of(), new Stage.Waiting(from, reception, payment), now))
                .containsExactly(new Interval(from, now));
        assertThat(StepDue.stopped(List.of(), new Stage.Waiting(from, reception, agency), now))
                .isEmpty();
    }

    @Test
    void itIsNeverLaterThanTheDossierUnlessThatWasLateBefore() {
        assertThat(due(APPRAISAL, "2026-11-23T09:00", List.of(), "2026-11-23T11:00"))
                .isEqualTo("11:00, 23/11/2026");
        assertThat(due(APPRAISAL, "2026-11-23T09:00", List.of(), "2026-11-25T17:00"))
                .isEqualTo("15:00, 23/11/2026");
        assertThat(due(APPRAISAL, "2026-11-23T09:00", List.of(), "2026-11-20T17:00"))
                .as("who gets a late dossier has the hours of the step")
                .isEqualTo("15:00, 23/11/2026");
    }

    /** It is nobody's work: a dossier that is late is posted as long as any other. */
    @Test
    void aTimerOfTheProgramGoesByWhateverElseHappens() {
        var posted = DossierFixture.route("""
                        steps:
                          - {id: reception, name: Tiếp nhận, role: receiver, unit: commune-one-stop, actions: [receive]}
                          - {id: posted, kind: timer, name: Niêm yết, unit: commune-committee, hours: 4}
                          - {id: decision, name: Duyệt, role: commune-leader, unit: commune-committee, hours: 2, actions: [approve]}
                          - {id: hand-over, name: Trả, role: hand-over, unit: commune-one-stop, hours: 1, actions: [issue, hand-over]}
                        """).step("posted");
        var waited = List.of(new Interval(at("2026-11-23T10:00"), at("2026-11-25T10:00")));

        assertThat(due(posted, "2026-11-23T09:00", waited, "2026-11-23T11:00")).isEqualTo("15:00, 23/11/2026");
    }

    @Test
    void aStepWithoutHoursAndAResultThatWaitsToBeFetchedHaveNone() {
        var without = DossierFixture.route("""
                steps:
                  - {id: reception, name: Tiếp nhận, role: receiver, unit: commune-one-stop, actions: [receive]}
                  - {id: decision, name: Duyệt, role: commune-leader, unit: commune-committee, hours: 2, actions: [approve]}
                  - {id: hand-over, name: Trả, role: hand-over, unit: commune-one-stop, hours: 1, actions: [issue, hand-over]}
                """);

        assertThat(due(without.step("reception"), "2026-11-23T09:00", List.of(), ""))
                .isEmpty();
        assertThat(due(BIRTH.step("hand-over"), "2026-11-23T09:00", List.of(), ""))
                .isEmpty();
        assertThat(due(without.step("hand-over"), "2026-11-23T09:00", List.of(), ""))
                .as("who has to issue it as well has a time")
                .isEqualTo("10:00, 23/11/2026");
    }

    private static String due(OfficerStep step, String since, List<Interval> stopped, String dossier) {
        return due(step, since, stopped, dossier, NATIONAL);
    }

    private static String due(
            OfficerStep step, String since, List<Interval> stopped, String dossier, WorkingCalendar calendar) {
        return StepDue.of(
                        step,
                        at(since),
                        stopped,
                        Optional.of(dossier).filter(it -> !it.isEmpty()).map(StepDueTest::at),
                        OpeningHours.usual(),
                        calendar)
                .map(VietnamTime::moment)
                .orElse("");
    }

    private static Instant at(String local) {
        return java.time.LocalDateTime.parse(local).atZone(VietnamTime.ZONE).toInstant();
    }
}
