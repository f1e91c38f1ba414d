package vn.motcua.administration;

import org.springframework.boot.test.context.TestComponent;

/** Has the round of the due moments go now, which the clock of a test never brings. */
@TestComponent
public class ReviewRound {

    private final DueRounds rounds;

    ReviewRound(DueRounds rounds) {
        this.rounds = rounds;
    }

    /** One round. */
    public void go() {
        rounds.go();
    }
}
