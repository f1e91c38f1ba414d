package vn.motcua.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import vn.motcua.Motcua;
import vn.motcua.dossier.DossierId;
import vn.motcua.dossier.DossierRef;
import vn.motcua.dossier.Ledger;
import vn.motcua.shared.TenantId;
import vn.motcua.support.Killable;

/**
 * People file over HTTP while the program, its database server or both are killed, again and again. They do what people
 * do: sign in again, send the same form once more, or come back to the draft.
 */
@Tag("long")
class KilledFiftyTimesTest {

    private static final Path DATA = Path.of("target", "killed-data");
    private static final Path SEEN = Path.of("target", "killed.txt");
    private static final int KILLS = 50;
    private static final int SOON = 250;
    private static final TenantId LAO_CAI = new TenantId(15);

    private final Random random = new Random(2026);
    private final List<PersistentApplicant> applicants = Stream.of(
                    "Lý Thị Mẩy", "Giàng A Sình", "Nguyễn Văn Quân", "Hoàng Thị Thanh Huyền")
            .map(it -> new PersistentApplicant(it, random))
            .toList();
    private final ExecutorService hands = Executors.newFixedThreadPool(applicants.size());
    private @Nullable Killable program;

    /** What is killed. Where the program outlives it, it has to go on by itself. */
    private enum Victim {
        PROGRAM,
        BOTH,
        SERVER,
        BOTH_AGAIN,
        WORKER;

        boolean takesTheProgram() {
            return this == PROGRAM || this == BOTH || this == BOTH_AGAIN;
        }
    }

    @Test
    void everyConfirmedFilingIsThereOnceAfterFiftyKills() throws Exception {
        OwnerOnly.delete(DATA);
        try (hands) {
            for (int kill = 0; kill < KILLS; kill++) {
                killWhileTheyFile(Victim.values()[kill % Victim.values().length]);
            }
            together(PersistentApplicant::sendAllAtLast);
        } finally {
            if (program != null) {
                program.close();
            }
        }

        var confirmed = new HashMap<String, UUID>();
        applicants.forEach(it -> confirmed.putAll(it.confirmed()));
        say(confirmed.size());
        assertThat(confirmed).hasSizeGreaterThan(KILLS);
        assertThat(confirmed.size())
                .isEqualTo(applicants.stream()
                        .mapToInt(it -> it.confirmed().size())
                        .sum());
        try (var context = again()) {
            assertThat(whole(context)).containsExactlyInAnyOrderElementsOf(confirmed.keySet());
            assertThat(ask(context, "select tracking_code || ' ' || draft from filed_draft"))
                    .containsExactlyInAnyOrderElementsOf(confirmed.entrySet().stream()
                            .map(it -> it.getKey() + " " + it.getValue())
                            .toList());
            assertThat(ask(context, "select f.draft::text from filed_draft f join draft d on d.id = f.draft"))
                    .isEmpty();
            var ledger = context.getBean(Ledger.class);
            assertThat(ask(context, "select id::text from dossier"))
                    .hasSize(confirmed.size())
                    .allSatisfy(it -> {
                        var entry = ledger.of(new DossierRef(LAO_CAI, DossierId.of(it)));
                        assertThat(entry.folded()).isEqualTo(entry.row());
                        assertThat(entry.agree()).isTrue();
                    });
        }
    }

    private void killWhileTheyFile(Victim victim) throws Exception {
        if (program == null) {
            start();
        }
        together(PersistentApplicant::prepare);
        var sending = applicants.stream()
                .map(it -> hands.submit(() -> it.send(victim.takesTheProgram())))
                .toList();
        LockSupport.parkNanos(Duration.ofMillis(random.nextInt(SOON)).toNanos());
        kill(victim);
        for (var one : sending) {
            one.get();
        }
    }

    private void kill(Victim victim) {
        var running = Objects.requireNonNull(program);
        switch (victim) {
            case PROGRAM -> running.killAlone();
            case BOTH, BOTH_AGAIN -> running.killWithServer();
            case SERVER -> running.killServer();
            case WORKER -> running.killWorker(random);
        }
        if (victim.takesTheProgram()) {
            program = null;
        }
    }

    private void start() throws Exception {
        var started = Killable.program(DATA, "--spring.profiles.active=demo");
        program = started;
        var address = started.address().replaceFirst("/$", "");
        Thread.ofVirtual().start(started::lastWords);
        together(it -> it.comeTo(address));
    }

    /** All of them at once, to the end. */
    private void together(Doing doing) throws InterruptedException, ExecutionException {
        var work = applicants.stream()
                .map(it -> (Callable<Boolean>) () -> {
                    doing.by(it);
                    return true;
                })
                .toList();
        for (Future<Boolean> one : hands.invokeAll(work)) {
            one.get();
        }
    }

    @FunctionalInterface
    private interface Doing {
        void by(PersistentApplicant applicant);
    }

    /** The tracking codes of the filings of which nothing is missing and nothing is there twice. */
    private static List<String> whole(ConfigurableApplicationContext context) throws SQLException {
        return ask(context, """
                select f.tracking_code from filing f
                where 1 = (select count(*) from dossier d where d.filing = f.id)
                and 1 = (select count(*) from dossier d join dossier_event e on e.dossier = d.id where d.filing = f.id)
                and 1 >= (select count(*) from dossier d join outbox o on o.subject = d.id where d.filing = f.id)
                and 1 = (select count(*) from dossier d join audit_record a on a.subject = d.id
                    where d.filing = f.id and a.purpose = 'settle')
                and 1 = (select count(*) from dossier d join dossier_answers a on a.dossier = d.id where d.filing = f.id)
                and 1 = (select count(*) from dossier d join route_token t on t.dossier = d.id
                    where d.filing = f.id and t.state = 'OPEN')
                and 1 = (select count(*) from tracking_directory t where t.filing = f.id)
                and 1 <= (select count(*) from filing_directory t where t.filing = f.id)
                and 1 = (select count(*) from filed_draft s join dossier d on d.id = s.dossier
                    where d.filing = f.id and s.tracking_code = f.tracking_code)
                union all select 'half: ' || f.tracking_code from filing f
                where not exists (select from dossier d join dossier_event e on e.dossier = d.id where d.filing = f.id)
                """);
    }

    private static List<String> ask(ConfigurableApplicationContext context, String question) throws SQLException {
        var server =
                Objects.requireNonNull(context.getBean(RunningDatabase.class).server());
        try (var connection = server.superuser("motcua");
                var sql = connection.createStatement();
                var rows = sql.executeQuery(question)) {
            var answers = new ArrayList<String>();
            while (rows.next()) {
                answers.add(rows.getString(1));
            }
            return answers;
        }
    }

    private static ConfigurableApplicationContext again() {
        return new SpringApplicationBuilder(Motcua.class, Ledger.class)
                .profiles("demo")
                .run("--server.port=0", "--motcua.data=" + DATA);
    }

    private void say(int confirmed) throws IOException {
        var lines = new ArrayList<String>();
        lines.add("confirmed: " + confirmed);
        for (var what : Map.<String, java.util.function.ToIntFunction<PersistentApplicant>>of(
                        "answers lost at a kill", PersistentApplicant::unanswered,
                        "of these already filed when they came back to the draft", PersistentApplicant::foundFiled)
                .entrySet()) {
            lines.add(what.getKey() + ": "
                    + applicants.stream().mapToInt(what.getValue()).sum());
        }
        Files.write(SEEN, lines);
    }
}
