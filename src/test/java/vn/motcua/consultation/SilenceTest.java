package vn.motcua.consultation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.motcua.consultation.Consultation.Party;
import vn.motcua.consultation.Consultation.Silence;
import vn.motcua.consultation.Consultation.Stance;
import vn.motcua.consultation.Consultation.State;
import vn.motcua.consultation.Consultation.Turn;
import vn.motcua.organization.UnitId;

/** What the silence of an asked unit means. */
class SilenceTest {

    private static final Instant DUE = Instant.parse("2026-11-27T10:00:00Z");
    private static final Instant LATER = DUE.plusSeconds(1);

    @Test
    void untilTheDeadlineSilenceMeansNothing() {
        for (var silence : Silence.values()) {
            assertThat(party(silence, State.OPEN, Optional.empty()).turn(DUE)).isEqualTo(Turn.NONE);
        }
    }

    @Test
    void afterItAgreementIsCountedOrTheUnitIsRemindedAsTheQuestionSays() {
        assertThat(party(Silence.AGREES, State.OPEN, Optional.empty()).turn(LATER))
                .isEqualTo(Turn.AGREES);
        assertThat(party(Silence.REMINDS, State.OPEN, Optional.empty()).turn(LATER))
                .isEqualTo(Turn.REMIND);
        assertThat(party(Silence.STOPS, State.OPEN, Optional.empty()).turn(LATER))
                .isEqualTo(Turn.REMIND);
    }

    @Test
    void whereItRemindsItDoesSoEveryDayAndWhereItStopsOnce() {
        var day = LATER.plus(Duration.ofDays(1));
        assertThat(party(Silence.REMINDS, State.OPEN, Optional.of(LATER)).turn(day.minusSeconds(1)))
                .isEqualTo(Turn.NONE);
        assertThat(party(Silence.REMINDS, State.OPEN, Optional.of(LATER)).turn(day))
                .isEqualTo(Turn.REMIND);
        assertThat(party(Silence.STOPS, State.OPEN, Optional.of(LATER)).turn(day))
                .isEqualTo(Turn.NONE);
    }

    @Test
    void whoAnsweredIsNeverCountedAsSilentAndMayHaveBeenLate() {
        for (var state : new State[] {State.ANSWERED, State.SILENT, State.WITHDRAWN}) {
            assertThat(party(Silence.AGREES, state, Optional.empty()).turn(LATER))
                    .isEqualTo(Turn.NONE);
            assertThat(party(Silence.AGREES, state, Optional.empty()).holds()).isFalse();
        }
        assertThat(party(Silence.REMINDS, State.OPEN, Optional.empty()).late(LATER))
                .isTrue();
        assertThat(party(Silence.REMINDS, State.ANSWERED, Optional.empty()).late(LATER))
                .isTrue();
        assertThat(party(Silence.REMINDS, State.WITHDRAWN, Optional.empty()).late(LATER))
                .isFalse();
    }

    private static Party party(Silence silence, State state, Optional<Instant> reminded) {
        return new Party(
                new UnitId(new UUID(0, 1)),
                DUE,
                silence,
                state,
                state == State.OPEN ? Optional.empty() : Optional.of(LATER),
                "",
                state == State.ANSWERED ? Optional.of(Stance.AGREE) : Optional.empty(),
                "",
                Optional.empty(),
                "",
                reminded);
    }
}
