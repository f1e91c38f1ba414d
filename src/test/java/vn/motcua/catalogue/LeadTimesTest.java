package vn.motcua.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.DefaultResourceLoader;
import vn.motcua.catalogue.LeadTimes.Duty;
import vn.motcua.catalogue.LeadTimes.State;
import vn.motcua.catalogue.LeadTimes.Track;
import vn.motcua.deadline.WorkingCalendar;
import vn.motcua.shared.Refused;

/** What the law gives an agency between legal text, decision and publication. */
class LeadTimesTest {

    private static final LeadTimes LEADS =
            new LeadTimes("classpath:catalogue/lead-times.yaml", new DefaultResourceLoader());
    private static final LocalDate SIGNED = LocalDate.of(2026, 11, 20);

    @Test
    void aMinistryAnnouncesTwentyDaysBeforeTheTextTakesEffect() {
        assertThat(announced(Track.MINISTRY, SIGNED.plusDays(20)).state()).isEqualTo(State.KEPT);
        assertThat(announced(Track.MINISTRY, SIGNED.plusDays(19)).state()).isEqualTo(State.MISSED);
        assertThat(announced(Track.PROVINCE, SIGNED.plusDays(5)).state()).isEqualTo(State.KEPT);
        assertThat(announced(Track.PROVINCE, SIGNED.plusDays(4)).state()).isEqualTo(State.MISSED);
        assertThat(announced(Track.SHORTENED, SIGNED.minusDays(3)).state()).isEqualTo(State.KEPT);
        assertThat(announced(Track.SHORTENED, SIGNED.minusDays(4)).state()).isEqualTo(State.MISSED);
    }

    /** 24 November 2026 is a day off. */
    @Test
    void workingDaysToPublishLeaveOutWeekendAndHoliday() {
        assertThat(due(Track.MINISTRY)).isEqualTo("2026-12-07");
        assertThat(due(Track.PROVINCE)).isEqualTo("2026-11-30");
        assertThat(due(Track.SHORTENED)).isEqualTo("2026-11-25");
    }

    @Test
    void whatIsNotPublishedIsOpenUntilItsLastDayAndOverdueAfterIt() {
        assertThat(published(Optional.empty(), "2026-11-25").state()).isEqualTo(State.OPEN);
        assertThat(published(Optional.empty(), "2026-11-26").state()).isEqualTo(State.OVERDUE);
        assertThat(published(Optional.of("2026-11-25"), "2026-12-30").state()).isEqualTo(State.KEPT);
        assertThat(published(Optional.of("2026-11-26"), "2026-12-30").state()).isEqualTo(State.MISSED);
    }

    @Test
    void eachFigureSaysWhereItIsFromAndHowSureItIs() {
        for (var track : Track.values()) {
            assertThat(LEADS.of(track).keySet()).containsExactly(Duty.values());
            assertThat(LEADS.of(track).values())
                    .allSatisfy(it -> assertThat(it.source()).startsWith("NĐ 63/2010/NĐ-CP Điều"));
        }
    }

    @Test
    void aFileThatSaysALeadTimeTwiceIsRefused() {
        var once = "  - {track: MINISTRY, duty: PUBLISH, days: 1, unit: WORKING_DAY, source: a, confidence: LAW}\n";
        assertThat(LeadTimes.read("own.yaml", "leads:\n" + once)).hasSize(1);
        assertThatThrownBy(() -> LeadTimes.read("own.yaml", "leads:\n" + once + once))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("leads[2]");
    }

    private static LeadTimes.Measured announced(Track track, LocalDate effectOn) {
        return measured(track, effectOn, Optional.empty(), SIGNED, Duty.ANNOUNCE);
    }

    private static LeadTimes.Measured published(Optional<String> day, String today) {
        return measured(Track.SHORTENED, SIGNED, day.map(LocalDate::parse), LocalDate.parse(today), Duty.PUBLISH);
    }

    private static String due(Track track) {
        return measured(track, SIGNED, Optional.empty(), SIGNED, Duty.PUBLISH)
                .due()
                .toString();
    }

    private static LeadTimes.Measured measured(
            Track track, LocalDate effectOn, Optional<LocalDate> published, LocalDate today, Duty duty) {
        var approval = new Phase.Approval(
                new PublishingDecision("1872/QĐ-BTP", SIGNED, "Bộ trưởng"),
                track,
                effectOn,
                SIGNED,
                new Phase.Person(new UUID(1, 1), "Phan Thế Hiển"),
                Instant.EPOCH);
        return LEADS.measure(approval, published, today, WorkingCalendar.national()).stream()
                .filter(it -> it.duty() == duty)
                .findFirst()
                .orElseThrow();
    }
}
