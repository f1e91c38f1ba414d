package vn.motcua.trial;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Optional;
import vn.motcua.shared.VietnamTime;

/** How far the clock of a trial is moved on. It never goes back: what was done was done. */
public enum TrialClock {
    /** An hour. */
    HOUR {
        @Override
        public Instant from(Instant now, Instant due) {
            return now.plus(Duration.ofHours(1));
        }
    },
    /** To eight in the morning of the next day. */
    MORNING {
        @Override
        public Instant from(Instant now, Instant due) {
            return VietnamTime.dayOf(now)
                    .plusDays(1)
                    .atTime(LocalTime.of(8, 0))
                    .atZone(VietnamTime.ZONE)
                    .toInstant();
        }
    },
    /** Seven days. */
    WEEK {
        @Override
        public Instant from(Instant now, Instant due) {
            return now.plus(Duration.ofDays(7));
        }
    },
    /** Thirty-one days: longer than a supplement waits where a procedure does not say otherwise. */
    MONTH {
        @Override
        public Instant from(Instant now, Instant due) {
            return now.plus(Duration.ofDays(31));
        }
    },
    /** To the due moment. */
    DUE {
        @Override
        public Instant from(Instant now, Instant due) {
            return due;
        }
    },
    /** A day after the due moment. */
    LATE {
        @Override
        public Instant from(Instant now, Instant due) {
            return due.plus(Duration.ofDays(1));
        }
    };

    /** Where the clock stands then; not after {@code now} where it is past that already. */
    public abstract Instant from(Instant now, Instant due);

    /** The one of that name, as a page sends it. */
    public static Optional<TrialClock> named(String name) {
        return Arrays.stream(values()).filter(it -> it.name().equals(name)).findFirst();
    }
}
