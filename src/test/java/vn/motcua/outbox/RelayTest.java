package vn.motcua.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.organization.Units;
import vn.motcua.shared.Ids;
import vn.motcua.shared.Scope;
import vn.motcua.shared.TenantId;
import vn.motcua.support.Postgres;
import vn.motcua.support.TestClock;

@SpringBootTest(webEnvironment = WebEnvironment.NONE)
@Import({Postgres.class, TestClock.class})
class RelayTest {

    private static final TenantId LAO_CAI = new TenantId(15);

    @Autowired
    Outbox outbox;

    @Autowired
    Units units;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient db;

    @Autowired
    PlatformTransactionManager transactions;

    private final List<String> heard = Collections.synchronizedList(new ArrayList<>());
    private final Set<UUID> sick = new HashSet<>();

    @BeforeEach
    void mondayMorning() {
        clock.set("2026-11-23T08:00");
        inTenant(() -> db.sql("delete from outbox").update());
    }

    @Test
    void whatHappenedToADossierIsHeardOnceAndInItsOrder() {
        var dossier = Ids.next();
        happened(dossier, 2, "received");
        happened(dossier, 1, "filed");
        happened(dossier, 3, "forwarded");

        assertThat(relay().handOn(LAO_CAI)).isEqualTo(3);
        assertThat(relay().handOn(LAO_CAI)).isZero();

        assertThat(heard).containsExactly(dossier + " 1", dossier + " 2", dossier + " 3");
        assertThat(left()).isEmpty();
    }

    @Test
    void aFailureIsSeenTriedAgainLaterAndHoldsUpNoOtherDossier() {
        var bad = Ids.next();
        var good = Ids.next();
        happened(bad, 1, "filed");
        happened(bad, 2, "received");
        happened(good, 1, "filed");
        sick.add(bad);

        assertThat(relay().handOn(LAO_CAI)).isEqualTo(1);

        assertThat(heard).containsExactly(good + " 1");
        assertThat(left())
                .containsExactly(
                        Map.of("version", 1, "attempts", 1, "last_error", "java.lang.IllegalStateException: no room"),
                        Map.of("version", 2, "attempts", 0, "last_error", ""));
        assertThat(relay().handOn(LAO_CAI)).as("not at once").isZero();
        clock.advance(Duration.ofSeconds(2));
        assertThat(relay().handOn(LAO_CAI)).as("still sick").isZero();
        assertThat(left().getFirst()).containsEntry("attempts", 2);

        sick.clear();
        clock.advance(Duration.ofSeconds(3));
        assertThat(relay().handOn(LAO_CAI)).as("it waits longer each time").isZero();
        clock.advance(Duration.ofSeconds(1));
        assertThat(relay().handOn(LAO_CAI)).isEqualTo(2);
        assertThat(heard).containsExactly(good + " 1", bad + " 1", bad + " 2");
    }

    @Test
    void whoIsKilledInTheMiddleLeavesItToTheNextOneWhenTheLeaseEnds() {
        var dossier = Ids.next();
        happened(dossier, 1, "filed");
        happened(dossier, 2, "received");
        var now = clock.instant();
        var taken = inTenant(() -> outbox.lease(now, now.plus(Duration.ofMinutes(1)), 50));

        assertThat(taken).hasSize(1);
        assertThat(relay().handOn(LAO_CAI)).as("somebody else has it").isZero();
        clock.advance(Duration.ofMinutes(1));
        assertThat(relay().handOn(LAO_CAI)).isEqualTo(2);
        assertThat(heard).containsExactly(dossier + " 1", dossier + " 2");
    }

    @Test
    void whoComesBackAfterItsLeaseDoesNotTakeAwayWhatAnotherHas() {
        var dossier = Ids.next();
        happened(dossier, 1, "filed");
        var now = clock.instant();
        var slow = inTenant(() -> outbox.lease(now, now.plus(Duration.ofMinutes(1)), 50))
                .getFirst();
        clock.advance(Duration.ofMinutes(1));
        var later = clock.instant();
        var other = inTenant(() -> outbox.lease(later, later.plus(Duration.ofMinutes(1)), 50))
                .getFirst();

        inTenant(() -> {
            outbox.arrived(slow);
            return slow;
        });
        assertThat(left()).hasSize(1);
        inTenant(() -> {
            outbox.arrived(other);
            return other;
        });
        assertThat(left()).isEmpty();
    }

    @Test
    void severalCopiesOfTheProgramShareTheWorkAndKeepTheOrder() throws Exception {
        var dossiers = IntStream.range(0, 25).mapToObj(_ -> Ids.next()).toList();
        dossiers.forEach(it -> IntStream.rangeClosed(1, 8).forEach(version -> happened(it, version, "step-claimed")));
        var ready = new CountDownLatch(1);
        try (var copies = Executors.newFixedThreadPool(3)) {
            for (int i = 0; i < 3; i++) {
                var _ = copies.submit(() -> {
                    ready.await();
                    return relay().handOn(LAO_CAI);
                });
            }
            ready.countDown();
        }
        relay().handOn(LAO_CAI);

        assertThat(heard).hasSize(200).doesNotHaveDuplicates();
        dossiers.forEach(it -> assertThat(heard.stream()
                        .filter(one -> one.startsWith(it.toString()))
                        .toList())
                .isEqualTo(
                        IntStream.rangeClosed(1, 8).mapToObj(n -> it + " " + n).toList()));
    }

    @Test
    void theWaitDoublesUpToAnHour() {
        assertThat(List.of(1, 2, 3, 11, 12, 100).stream().map(Relay::waitAfter).toList())
                .containsExactly(
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(4),
                        Duration.ofSeconds(8),
                        Duration.ofSeconds(2048),
                        Duration.ofHours(1),
                        Duration.ofHours(1));
    }

    private Relay relay() {
        return new Relay(outbox, List.of(this::hear), units, clock, transactions);
    }

    private void hear(Happening happening) {
        if (sick.contains(happening.dossier().id().value())) {
            throw new IllegalStateException("no room");
        }
        heard.add(happening.dossier().id() + " " + happening.version());
    }

    private void happened(UUID dossier, int version, String kind) {
        inTenant(() -> db.sql("""
                        insert into outbox (tenant_id, id, subject, version, kind, recorded_at)
                        values (15, :id, :subject, :version, :kind, :at)
                        """)
                .param("id", Ids.next())
                .param("subject", dossier)
                .param("version", version)
                .param("kind", kind)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update());
    }

    private List<Map<String, Object>> left() {
        return inTenant(() -> db.sql(
                        "select version, attempts, coalesce(last_error, '') as last_error from outbox order by version")
                .query((row, _) -> Map.<String, Object>of(
                        "version",
                        row.getInt("version"),
                        "attempts",
                        row.getInt("attempts"),
                        "last_error",
                        row.getString("last_error")))
                .list());
    }

    private <T> T inTenant(java.util.function.Supplier<T> work) {
        return Scope.of(LAO_CAI).call(() -> new TransactionTemplate(transactions).execute(_ -> work.get()));
    }
}
