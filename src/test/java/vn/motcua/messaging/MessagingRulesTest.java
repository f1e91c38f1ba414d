package vn.motcua.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import vn.motcua.shared.VietnamTime;

/** When a message may ring, when it is tried again, and who carries it. */
class MessagingRulesTest {

    private static final QuietHours NIGHT = new QuietHours(LocalTime.of(21, 0), LocalTime.of(7, 0));
    private static final long FIRST = Instant.parse("2026-01-01T00:00:00Z").getEpochSecond();
    private static final long YEAR = 365L * 24 * 3600;
    private static final Instant NOW = at("2026-11-23T10:00");

    @Test
    void whatIsReadyAtHalfPastTenAtNightRingsAtSevenInTheMorning() {
        assertThat(NIGHT.over(at("2026-11-23T22:30"))).isEqualTo(at("2026-11-24T07:00"));
        assertThat(NIGHT.over(at("2026-11-24T03:00"))).isEqualTo(at("2026-11-24T07:00"));
        assertThat(NIGHT.over(at("2026-11-23T20:59"))).isEqualTo(at("2026-11-23T20:59"));
        assertThat(NIGHT.at(at("2026-11-23T21:00"))).isTrue();
        assertThat(NIGHT.at(at("2026-11-24T07:00"))).isFalse();
    }

    @Test
    void quietHoursMayLieWithinADayOrNotAtAll() {
        var noon = new QuietHours(LocalTime.of(11, 30), LocalTime.of(13, 0));
        assertThat(noon.over(at("2026-11-23T12:00"))).isEqualTo(at("2026-11-23T13:00"));
        assertThat(noon.at(at("2026-11-23T23:00"))).isFalse();
        assertThat(new QuietHours(LocalTime.NOON, LocalTime.NOON).at(at("2026-11-23T12:00")))
                .isFalse();
    }

    @Property(tries = 20_000)
    void theEndOfQuietHoursIsNeverQuietNeverBeforeAndLessThanADayLater(
            @ForAll @LongRange(min = 0, max = YEAR) long second,
            @ForAll @IntRange(max = 1439) int from,
            @ForAll @IntRange(max = 1439) int until) {
        var moment = Instant.ofEpochSecond(FIRST + second);
        var hours = new QuietHours(LocalTime.ofSecondOfDay(from * 60L), LocalTime.ofSecondOfDay(until * 60L));

        var over = hours.over(moment);

        assertThat(hours.at(over)).isFalse();
        assertThat(over).isAfterOrEqualTo(moment).isBefore(moment.plus(Duration.ofDays(1)));
        assertThat(over.equals(moment)).isEqualTo(!hours.at(moment));
    }

    @Test
    void eachPauseIsTwiceTheOneBeforeAndTwoHoursAtMost() {
        assertThat(List.of(1, 2, 3, 4).stream().map(Retries::waitAfter))
                .containsExactly(
                        Duration.ofSeconds(30), Duration.ofMinutes(1), Duration.ofMinutes(2), Duration.ofMinutes(4));
        assertThat(Retries.waitAfter(60)).isEqualTo(Duration.ofHours(2));
    }

    @Property(tries = 20_000)
    void pausesNeverShrinkAndNothingIsTriedAfterItIsGivenUp(
            @ForAll @IntRange(min = 1, max = 1000) int attempts, @ForAll @IntRange(max = 172_800) int left) {
        assertThat(Retries.waitAfter(attempts + 1)).isGreaterThanOrEqualTo(Retries.waitAfter(attempts));
        var giveUp = NOW.plusSeconds(left);
        Retries.again(attempts, NOW, giveUp)
                .ifPresentOrElse(
                        next -> assertThat(next).isAfter(NOW).isBeforeOrEqualTo(giveUp),
                        () -> assertThat(NOW.plus(Retries.waitAfter(attempts))).isAfter(giveUp));
    }

    @Test
    void theThirdFailureInARowSendsTheNextMessageThroughTheOtherCarrier() {
        var known = new HashMap<String, Health>();
        var both = List.of("first", "second");
        known.put("first", Health.GOOD.struck(NOW).struck(NOW));
        assertThat(Health.first(both, known, NOW)).contains("first");
        known.put("first", known.get("first").struck(NOW));
        assertThat(Health.first(both, known, NOW)).contains("second");
        var later = NOW.plus(Duration.ofMinutes(1));
        assertThat(Health.first(both, known, later)).as("one more chance").contains("first");
        known.put("first", known.get("first").struck(later));
        assertThat(Health.first(both, known, later.plus(Duration.ofMinutes(1))))
                .as("twice as long")
                .contains("second");
        assertThat(Health.first(both, Map.of("first", known.get("first").good()), later))
                .contains("first");
    }

    @Property(tries = 20_000)
    void whoRestsGetsNothingAndTheFirstAwakeGetsIt(
            @ForAll @Size(min = 1, max = 5) List<@IntRange(max = 9) Integer> strikes) {
        var known = new HashMap<String, Health>();
        for (int i = 0; i < strikes.size(); i++) {
            var health = Health.GOOD;
            for (int n = 0; n < strikes.get(i); n++) {
                health = health.struck(NOW);
            }
            known.put("c" + i, health);
        }
        var names = known.keySet().stream().sorted().toList();

        var chosen = Health.first(names, known, NOW);

        var awake = names.stream()
                .filter(it -> strikes.get(names.indexOf(it)) < Health.STRIKES)
                .findFirst();
        assertThat(chosen).isEqualTo(awake);
        if (chosen.isEmpty()) {
            assertThat(Health.first(names, known, Health.nextUp(names, known, NOW)))
                    .isPresent();
        }
    }

    @Test
    void addressesAreTakenAsPeopleWriteThemAndShownMasked() {
        assertThat(Addresses.normal(Channel.SMS, "+84 912.345.678")).contains("0912345678");
        assertThat(Addresses.normal(Channel.SMS, "0212 345 678")).isEmpty();
        assertThat(Addresses.normal(Channel.EMAIL, " lan@example.vn ")).contains("lan@example.vn");
        assertThat(List.of("lan@example.vn\nBcc: all@example.vn", "a@b", "a@b.vn, c@d.vn", "x <a@b.vn>", "@b.vn", ""))
                .noneMatch(it -> Addresses.possible(Channel.EMAIL, it));
        assertThat(Addresses.masked(Channel.EMAIL, "lan@example.vn")).isEqualTo("l***@example.vn");
        assertThat(Addresses.masked(Channel.SMS, "0912345678")).isEqualTo("***678");
    }

    private static Instant at(String local) {
        return java.time.LocalDateTime.parse(local).atZone(VietnamTime.ZONE).toInstant();
    }
}
