package vn.motcua.support;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.springframework.context.annotation.Primary;
import vn.motcua.shared.VietnamTime;

/**
 * A clock that stands still until a test moves it: {@code @Import(TestClock.class)} puts it in the place of the real one.
 * It begins at eight o'clock on Monday, 23 November 2026, in Vietnam.
 */
@Primary
public class TestClock extends Clock {

    private volatile Instant now = at("2026-11-23T08:00");

    private static Instant at(String wallClock) {
        return LocalDateTime.parse(wallClock).atZone(VietnamTime.ZONE).toInstant();
    }

    /** Sets it to what the wall clock in Vietnam shows, e.g. {@code 2026-11-23T08:00}. */
    public void set(String wallClock) {
        now = at(wallClock);
    }

    /** Sets it. */
    public void set(Instant moment) {
        now = moment;
    }

    /** Moves it on. */
    public void advance(Duration by) {
        now = now.plus(by);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return VietnamTime.ZONE;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return zone.equals(getZone()) ? this : Clock.fixed(now, zone);
    }
}
