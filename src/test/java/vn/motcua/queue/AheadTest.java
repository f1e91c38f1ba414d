package vn.motcua.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import vn.motcua.organization.UnitId;

/** When somebody is reminded of an appointment, without a database. */
class AheadTest {

    private static final Instant START = Instant.parse("2026-11-25T02:00:00Z");
    private static final Instant LONG_BEFORE = START.minus(Duration.ofDays(9));

    @Test
    void aDayBeforeAndTwoHoursBefore() {
        assertThat(due(Duration.ofHours(24).plusSeconds(1))).isEmpty();
        assertThat(due(Duration.ofHours(24))).contains(Ahead.A_DAY);
        assertThat(due(Duration.ofHours(2).plusSeconds(1))).contains(Ahead.A_DAY);
        assertThat(due(Duration.ofHours(2))).contains(Ahead.TWO_HOURS);
        assertThat(due(Duration.ofSeconds(1))).contains(Ahead.TWO_HOURS);
        assertThat(due(Duration.ZERO)).isEmpty();
    }

    @Test
    void whoBooksLateIsNotRemindedOfWhatTheyJustDid() {
        var at = START.minus(Duration.ofHours(5));
        assertThat(Ahead.due(booked(at, Appointment.State.BOOKED), at.plusSeconds(60)))
                .isEmpty();
        assertThat(Ahead.due(booked(at, Appointment.State.BOOKED), START.minus(Duration.ofHours(1))))
                .contains(Ahead.TWO_HOURS);
    }

    @Property(tries = 2000)
    void whoeverCancelledOrCameIsNeverReminded(@ForAll @IntRange(min = -2000, max = 2000) int minutes) {
        var now = START.minus(Duration.ofMinutes(minutes));
        assertThat(Ahead.due(booked(LONG_BEFORE, Appointment.State.CANCELLED), now))
                .isEmpty();
        assertThat(Ahead.due(booked(LONG_BEFORE, Appointment.State.ARRIVED), now))
                .isEmpty();
    }

    private static Optional<Ahead> due(Duration before) {
        return Ahead.due(booked(LONG_BEFORE, Appointment.State.BOOKED), START.minus(before));
    }

    private static Appointment booked(Instant at, Appointment.State state) {
        return new Appointment(
                new UUID(1, 1),
                new UnitId(new UUID(1, 2)),
                START,
                1,
                30,
                "1.001193",
                state,
                state == Appointment.State.ARRIVED ? Optional.of(1) : Optional.empty(),
                at,
                0);
    }
}
