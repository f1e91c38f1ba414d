package vn.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.dossier.DossierDatabase.LAN;
import static vn.motcua.dossier.DossierDatabase.MAI;
import static vn.motcua.dossier.DossierDatabase.SCOPE;

import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.shared.Ids;
import vn.motcua.shared.Refused;

/** A few hundred of the random lives, saved and loaded again after every command. */
@SpringBootTest(webEnvironment = WebEnvironment.NONE, properties = "motcua.test.apart=consultation-node")
@Import(DossierDatabase.class)
class AnyLifeOnPostgresTest {

    private static final int LIVES = 300;

    @Autowired
    private Dossiers dossiers;

    @Autowired
    private Folders folders;

    @Autowired
    private Filings filings;

    @Autowired
    private Numbers numbers;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private JdbcClient db;

    @Test
    void theRowIsWhatTheStoredEventsFoldTo() {
        var random = new Random(20_261_123);
        for (int i = 0; i < LIVES; i++) {
            live(AnyLife.life(random));
        }
        int stages = SCOPE.call(
                () -> transactions.execute(_ -> db.sql("select count(distinct stage) from dossier where tenant_id = 15")
                        .query(Integer.class)
                        .single()));
        assertThat(stages).as("the lives end in many different stages").isGreaterThanOrEqualTo(6);
    }

    @Test
    void numbersGivenAtOnceAreNeverTheSame() throws Exception {
        var given = ConcurrentHashMap.<Integer>newKeySet();
        try (var threads = Executors.newFixedThreadPool(8)) {
            var running = IntStream.range(0, 200)
                    .mapToObj(_ -> threads.submit(
                            () -> SCOPE.call(() -> transactions.execute(_ -> numbers.serial("H15.02", "261201")))))
                    .toList();
            for (var it : running) {
                assertThat(given.add(it.get())).isTrue();
            }
        }
        assertThat(given).hasSize(200).contains(1, 200);
    }

    private void live(AnyLife.Life life) {
        var filing = FilingId.next();
        var start = DossierFixture.filed();
        var filed = new Dossier.Filed(
                filing, start.revision(), start.procedure(), start.unit(), start.place(), start.channel(), start.at());
        var begun = Dossier.file(DossierId.next(), filed, life.path());
        inTransaction(() -> {
            filings.add(
                    filing,
                    TrackingCode.random(new Random(filing.hashCode())),
                    DossierDatabase.request(),
                    Ids.next(),
                    MAI,
                    start.at());
            dossiers.add(begun, signed(), Content.NONE, 0);
        });
        var dossier = begun.after();
        for (int i = 0; i < life.attempts().size(); i++) {
            try {
                var change = life.attempts().get(i).on(dossier, life.path(), AnyLife.moment(i));
                inTransaction(() -> {
                    assertThat(dossiers.save(change, signed(), Content.NONE)).isTrue();
                    assertThat(dossiers.save(change, signed(), Content.NONE))
                            .as("the same version is not written twice")
                            .isFalse();
                });
                dossier = change.after();
            } catch (Refused refused) {
                assertThat(refused.code().name()).isNotEmpty();
            }
        }
        holds(dossier);
    }

    private void holds(Dossier expected) {
        inTransaction(() -> {
            var found = dossiers.find(expected.id(), UUID.randomUUID()).orElseThrow();
            assertThat(found.dossier()).isEqualTo(expected);
            var history = folders.of(expected.id()).history();
            var first = history.getFirst();
            var folded = Dossier.begin(expected.id(), (DossierEvent.DossierFiled) first.event(), first.effectiveAt());
            for (var line : history.subList(1, history.size())) {
                folded = folded.apply(line.event(), line.effectiveAt());
            }
            assertThat(folded).isEqualTo(found.dossier());
            assertThat(history).hasSize(expected.version());
        });
    }

    private void inTransaction(Runnable work) {
        SCOPE.run(() -> transactions.executeWithoutResult(_ -> work.run()));
    }

    private static Signed signed() {
        return new Signed(new Act(Ids.next(), LAN, 0, AnyLife.moment(0)), Optional.empty());
    }
}
