package vn.motcua.bench;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Random;
import java.util.function.Consumer;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import vn.motcua.deadline.Deadlines;
import vn.motcua.deadline.Due;
import vn.motcua.deadline.OpeningHours;
import vn.motcua.deadline.TimeLimit;
import vn.motcua.deadline.WorkingCalendar;
import vn.motcua.shared.Language;
import vn.motcua.shared.Messages;

/** How many due moments one thread counts, day by day with their reasons, and how many it also says in Vietnamese. */
final class DueTimes {

    private static final Duration ROUND = Duration.ofSeconds(3);
    private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");
    private static final int LONGEST = 30;

    private final WorkingCalendar calendar = WorkingCalendar.national();
    private final OpeningHours hours = OpeningHours.usual();
    /** The same cases in every run. */
    private final Random random = new Random(2026);

    void say(PrintStream screen) {
        try (var texts = new AnnotationConfigApplicationContext(Messages.class)) {
            var messages = texts.getBean(Messages.class);
            for (var warmUp : new boolean[] {true, false}) {
                var counted = perSecond(_ -> {});
                var said = perSecond(it -> {
                    if (it.say(Language.VI, messages).isEmpty()) {
                        throw new IllegalStateException("a due moment without a reason");
                    }
                });
                if (!warmUp) {
                    screen.printf(
                            Locale.ROOT,
                            "%ndue moments of 1 to %d working days, one thread: %.0f/s with reasons, %.0f/s in words%n",
                            LONGEST,
                            counted,
                            said);
                }
            }
        }
    }

    private double perSecond(Consumer<Due> use) {
        var end = System.nanoTime() + ROUND.toNanos();
        var done = 0;
        while (System.nanoTime() < end) {
            use.accept(Deadlines.due(
                    TimeLimit.workingDays(1 + random.nextInt(LONGEST)),
                    FIRST.plusSeconds(random.nextInt((int) Duration.ofDays(365).toSeconds())),
                    hours,
                    calendar));
            done++;
        }
        return done / (double) ROUND.toSeconds();
    }
}
