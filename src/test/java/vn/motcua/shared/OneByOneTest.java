package vn.motcua.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One that fails stops no other. */
class OneByOneTest {

    @Test
    void theOthersGoOnAndTheRoundSaysInTheEndThatOneFailed() {
        var done = new ArrayList<Integer>();
        assertThatExceptionOfType(OneByOne.SomeFailed.class)
                .isThrownBy(() -> OneByOne.each("round", List.of(3, 0, 5, 0, 7), it -> done.add(15 / it)))
                .withMessageContaining("round: 2 failed")
                .withCauseInstanceOf(ArithmeticException.class);
        assertThat(done).containsExactly(5, 3, 2);
    }

    @Test
    void whatIsDoneIsCounted() {
        assertThat(OneByOne.sum("round", List.of(1, 2, 3), it -> it)).isEqualTo(6);
        assertThat(OneByOne.sum("round", List.<Integer>of(), it -> it)).isZero();
    }

    @Test
    void aTenantInWhichOneFailedIsOneThatFailed() {
        var done = new ArrayList<Integer>();
        assertThatExceptionOfType(OneByOne.SomeFailed.class)
                .isThrownBy(() -> OneByOne.each(
                        "tenants",
                        List.of(List.of(0, 1), List.of(2)),
                        it -> OneByOne.each("dossiers", it, one -> done.add(2 / one))))
                .withMessageContaining("tenants: 1 failed");
        assertThat(done).containsExactly(2, 1);
    }

    @Test
    void aListIsShownWithoutWhatFails() {
        assertThat(List.of(1, 0, 2).stream().flatMap(it -> OneByOne.tried("list", it, () -> 2 / it).stream()))
                .containsExactly(2, 1);
    }
}
