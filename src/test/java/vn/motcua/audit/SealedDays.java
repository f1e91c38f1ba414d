package vn.motcua.audit;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.springframework.boot.test.context.TestComponent;

/** Lets tests of other modules seal and verify. */
@TestComponent
public class SealedDays {

    private final Rounds rounds;

    SealedDays(Rounds rounds) {
        this.rounds = rounds;
    }

    /** Seals what there is now and closes the days that are over. */
    public void go() {
        rounds.go();
    }

    /** What {@code ./motcua verify} ends with and says. */
    public static Verified verify(String... arguments) {
        var out = new ByteArrayOutputStream();
        int code = Verify.run(new PrintStream(out, true, StandardCharsets.UTF_8), arguments);
        return new Verified(code, out.toString(StandardCharsets.UTF_8));
    }

    /** Exit code and words. */
    public record Verified(int code, String said) {}
}
