package vn.motcua.privacy;

import org.springframework.boot.test.context.TestComponent;

/** Has the round of the retention go now: it tells, and destroys what two people agreed on. */
@TestComponent
public class RetentionRound {

    private final RetentionLife life;

    RetentionRound(RetentionLife life) {
        this.life = life;
    }

    /** One round. */
    public void go() {
        life.sweep();
    }
}
