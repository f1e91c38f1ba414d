package vn.motcua.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.motcua.audit.AuditRecord;
import vn.motcua.evidence.Unusual.Kind;
import vn.motcua.shared.TenantId;
import vn.motcua.shared.VietnamTime;

/** What counts as unusual access. */
class UnusualTest {

    private static final UUID HA = new UUID(1, 1);
    private static final UUID DOSSIER = new UUID(2, 2);

    private final Unusual rules = new Unusual(3, 21, 5, Duration.ofHours(24), 3);

    @Test
    void anOrdinaryDayIsNotUnusual() {
        assertThat(found(
                        List.of(
                                look("2026-11-23T08:00", DOSSIER, "settle", "read"),
                                look("2026-11-23T20:59", DOSSIER, "settle", "read")),
                        Map.of()))
                .isEmpty();
    }

    @Test
    void nightBeginsAndEndsOnTheHour() {
        assertThat(found(
                        List.of(
                                look("2026-11-23T04:59", DOSSIER, "settle", "read"),
                                look("2026-11-23T05:00", DOSSIER, "settle", "read"),
                                look("2026-11-23T21:00", DOSSIER, "settle", "read")),
                        Map.of()))
                .containsExactly(new Found(Kind.NIGHT, HA, 2, at("2026-11-23T04:59")));
    }

    @Test
    void manyDifferentOnesWithinAnHourAreUnusualTheSameOneIsNot() {
        var same = IntStream.range(0, 10)
                .mapToObj(it -> look("2026-11-23T08:0" + it, DOSSIER, "settle", "read"))
                .toList();
        var spread = IntStream.range(8, 12)
                .mapToObj(it -> look("2026-11-23T%02d:00".formatted(it), new UUID(3, it), "settle", "read"))
                .toList();
        var many = IntStream.range(0, 3)
                .mapToObj(it -> look("2026-11-23T08:%02d".formatted(it * 20), new UUID(3, it), "search", "found"))
                .toList();

        assertThat(found(same, Map.of())).isEmpty();
        assertThat(found(spread, Map.of())).isEmpty();
        assertThat(found(many, Map.of())).containsExactly(new Found(Kind.MANY, HA, 3, at("2026-11-23T08:00")));
    }

    @Test
    void aDossierThatEndedADayAgoIsNobodysWorkAnyMore() {
        var look = look("2026-11-23T08:01", DOSSIER, "settle", "read");

        assertThat(found(List.of(look), Map.of(DOSSIER, at("2026-11-22T08:01"))))
                .isEmpty();
        assertThat(found(List.of(look), Map.of(DOSSIER, at("2026-11-22T08:00"))))
                .containsExactly(new Found(Kind.ENDED, HA, 1, look.at()));
    }

    @Test
    void whoLooksAPersonUpFilesSomethingAfterwards() {
        var look = look("2026-11-23T08:00", new UUID(4, 4), "intake", "look-up");
        var filed = look("2026-11-23T08:10", DOSSIER, "settle", "filed");

        assertThat(found(List.of(look, filed), Map.of())).isEmpty();
        assertThat(found(List.of(filed, look), Map.of())).isEmpty();
        assertThat(found(List.of(look), Map.of())).containsExactly(new Found(Kind.NO_FILING, HA, 1, look.at()));
    }

    @Test
    void failingOftenToSignInAndSigningInAtNightAreUnusual() {
        var few = List.of(
                signing("2026-11-23T08:00", "sign-in-failed wrong-password"),
                signing("2026-11-23T08:01", "sign-in-failed wrong-code"),
                signing("2026-11-23T08:02", "signed-in with-second-factor firefox windows"));
        var many = List.of(
                few.get(0),
                few.get(1),
                signing("2026-11-23T08:03", "sign-in-failed wrong-password"),
                signing("2026-11-23T23:00", "signed-in through-provider"));

        assertThat(found(few, Map.of())).isEmpty();
        assertThat(found(many, Map.of()))
                .containsExactly(
                        new Found(Kind.FAILED_SIGN_INS, HA, 3, at("2026-11-23T08:00")),
                        new Found(Kind.SIGN_IN_AT_NIGHT, HA, 1, at("2026-11-23T23:00")));
    }

    @Test
    void eachTimeOfAFindingIsKept() {
        var many = IntStream.range(0, 4)
                .mapToObj(it -> look("2026-11-23T22:0" + it, DOSSIER, "settle", "read"))
                .toList();

        assertThat(rules.in(many, Map.of()))
                .singleElement()
                .satisfies(it -> assertThat(it.each()).isEqualTo(many));
    }

    /** What is said of a finding. */
    private record Found(Kind kind, UUID actor, int times, Instant first) {}

    private List<Found> found(List<AuditRecord> lines, Map<UUID, Instant> ended) {
        return rules.in(lines, ended).stream()
                .map(it -> new Found(it.kind(), it.actor(), it.times(), it.first()))
                .toList();
    }

    private static AuditRecord signing(String at, String act) {
        return new AuditRecord(
                new TenantId(15),
                1,
                UUID.randomUUID(),
                at(at),
                HA,
                Optional.empty(),
                Optional.empty(),
                "sign-in",
                HA,
                act,
                "rights",
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static AuditRecord look(String at, UUID subject, String purpose, String act) {
        return new AuditRecord(
                new TenantId(15),
                1,
                UUID.randomUUID(),
                at(at),
                HA,
                Optional.of(new UUID(5, 5)),
                Optional.of("receiver"),
                purpose,
                subject,
                act,
                "identity",
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static Instant at(String wallClock) {
        return LocalDateTime.parse(wallClock).atZone(VietnamTime.ZONE).toInstant();
    }
}
