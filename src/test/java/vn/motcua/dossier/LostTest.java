package vn.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the clock of a part of a linked filing leaves out. */
class LostTest {

    private static final Stage RUNNING = DossierFixture.inProcess().stage();
    private static final Instant RECEIVED = RUNNING.received().orElseThrow().at();
    private static final Instant ASKED = RECEIVED.plusSeconds(3_600);
    private static final Instant CAME = RECEIVED.plusSeconds(90_000);

    @Test
    void aSupplementAfterWhichTheLimitGoesOnIsLostFromWhenItWasAskedFor() {
        var waits = List.of(new Wait(StageKind.SUPPLEMENT_IN_PROCESS, ASKED, CAME));

        assertThat(Lost.of(waits, RUNNING, false)).containsExactly(new Lost(ASKED, Optional.of(CAME)));
    }

    @Test
    void oneAfterWhichTheLimitStartsFromZeroIsLostFromWhenItBegan() {
        var again = CAME.plusSeconds(3_600);
        var waits = List.of(
                new Wait(StageKind.SUPPLEMENT_IN_PROCESS, ASKED, CAME),
                new Wait(StageKind.SUPPLEMENT_IN_PROCESS, again, again.plusSeconds(60)));

        assertThat(Lost.of(waits, RUNNING, true))
                .containsExactly(
                        new Lost(RECEIVED, Optional.of(CAME)), new Lost(CAME, Optional.of(again.plusSeconds(60))));
    }

    @Test
    void oneThatNobodyAnsweredAndOneBeforeTheReceptionStartNothingFromZero() {
        var before = new Wait(StageKind.SUPPLEMENT_AT_INTAKE, RECEIVED.minusSeconds(600), RECEIVED.minusSeconds(60));
        var silent = new Wait(StageKind.SUPPLEMENT_IN_PROCESS, ASKED, CAME, true);

        assertThat(Lost.of(List.of(before, silent), RUNNING, true))
                .containsExactly(
                        new Lost(before.from(), Optional.of(before.until())), new Lost(ASKED, Optional.of(CAME)));
    }

    @Test
    void waitingThatTheLimitDoesNotLeaveOutIsNotLost() {
        var answer = new Wait(StageKind.AWAITING_ANSWER, ASKED, CAME, false, false);

        assertThat(Lost.of(List.of(answer), RUNNING, true)).isEmpty();
    }

    @Test
    void whatGoesOnHasNoEnd() {
        var waiting = DossierFixture.supplementInProcess().stage();

        assertThat(Lost.of(List.of(), waiting, true)).containsExactly(new Lost(waiting.since(), Optional.empty()));
    }
}
