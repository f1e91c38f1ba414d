package vn.motcua.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LocalServerTest {

    private static final Path FOLDER = Path.of("target", "local-server-test");

    private LocalServer server;

    @BeforeEach
    void start() {
        server = LocalServer.start(FOLDER);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aCommittedRowOutlivesTheKillingOfTheServer() throws SQLException {
        execute("drop table if exists kept", "create table kept (word text)", "insert into kept values ('vẫn còn')");

        kill();
        server = LocalServer.start(FOLDER);

        assertThat(ask("select word from kept")).isEqualTo("vẫn còn");
    }

    @Test
    void aServerThatIsKilledWhileTheProgramRunsComesBackAtTheSamePort() throws Exception {
        execute("drop table if exists kept", "create table kept (word text)", "insert into kept values ('vẫn còn')");
        server.keepAlive();
        var url = server.url("postgres");
        var first = process();

        kill();
        await(() -> server.process().filter(it -> !it.equals(first)).isPresent() && answers());

        assertThat(ask("select word from kept")).isEqualTo("vẫn còn");
        assertThat(server.url("postgres")).isEqualTo(url);
    }

    @Test
    void aServerDoesNotStartWhileProcessesOfTheDeadOneCanStillWrite() throws Exception {
        var writers = process().children().toList();
        var log = FOLDER.resolve("server.log");
        Files.writeString(log, "");
        try {
            writers.forEach(it -> signal("-STOP", it));
            kill();
            var successor = CompletableFuture.supplyAsync(() -> LocalServer.start(FOLDER));

            await(() -> Files.readString(log).contains("pre-existing shared memory block"));
            assertThat(successor).isNotDone();
            writers.forEach(it -> signal("-KILL", it));
            server = successor.get();

            assertThat(ask("select 1")).isEqualTo("1");
        } finally {
            writers.forEach(it -> signal("-KILL", it));
        }
    }

    @Test
    void aServerLeftOverByAKilledProgramIsTakenOverNotDoubled() {
        var left = process();

        var successor = LocalServer.start(FOLDER);

        assertThat(successor.process()).contains(left);
        successor.close();
        assertThat(left.isAlive()).isFalse();
    }

    @Test
    void aMarkThatNamesSomebodyElsesProcessDoesNotKeepTheServerFromStarting() throws Exception {
        var mark = Postmaster.mark(FOLDER.resolve("cluster"));
        var lines = Files.readAllLines(mark);
        server.close();
        lines.set(0, Long.toString(ProcessHandle.current().pid()));
        Files.write(mark, lines);

        server = LocalServer.start(FOLDER);

        assertThat(ask("select 1")).isEqualTo("1");
        assertThat(ProcessHandle.current().isAlive()).isTrue();
    }

    @Test
    void whatIsCommittedIsOnDiskAndOnlyAPasswordOpens() throws SQLException {
        assertThat(ask("show fsync")).isEqualTo("on");
        assertThat(ask("show synchronous_commit")).isEqualTo("on");
        assertThat(ask("show data_checksums")).isEqualTo("on");
        assertThat(ask("show listen_addresses")).isEqualTo("127.0.0.1");
        assertThat(ask("show unix_socket_directories")).isEmpty();
        assertThat(ask("select string_agg(distinct auth_method, ',') from pg_hba_file_rules"))
                .isEqualTo("scram-sha-256");
    }

    @Test
    void wordsSortAsInAVietnameseDictionary() throws SQLException {
        assertThat(ask("select string_agg(w, ' ' order by w) from unnest('{đa,ơ,da,ă,b,a,â,e,d,p,ư,v}'::text[]) w"))
                .isEqualTo("a ă â b d da đa e ơ p ư v");
    }

    @Test
    void rolesAreMadeOnceAndMakingThemAgainChangesNothing() throws SQLException {
        var roles = new DatabaseRoles(server);

        roles.prepare("motcua");
        roles.prepare("motcua");

        assertThat(ask("""
                        select string_agg(rolname, ' ' order by rolname) from pg_roles
                        where rolname like 'motcua%' and rolcanlogin and not rolsuper and not rolbypassrls
                        """)).isEqualTo("motcua_app motcua_auditor motcua_owner");
    }

    @Test
    void passwordsCanBeReadByTheirOwnerOnly() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(FOLDER.resolve("secrets"))))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(FOLDER.resolve("cluster"))))
                .isEqualTo("rwx------");
    }

    private void kill() {
        var process = process();
        process.destroyForcibly();
        process.onExit().join();
    }

    private static void signal(String signal, ProcessHandle process) {
        try {
            new ProcessBuilder("kill", signal, Long.toString(process.pid()))
                    .redirectErrorStream(true)
                    .start()
                    .onExit()
                    .join();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void await(Callable<Boolean> state) throws Exception {
        var patience = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!state.call()) {
            assertThat(System.nanoTime()).as("patience").isLessThan(patience);
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    private boolean answers() {
        try {
            return ask("select 1").equals("1");
        } catch (SQLException e) {
            return false;
        }
    }

    private ProcessHandle process() {
        return server.process().orElseThrow();
    }

    private void execute(String... statements) throws SQLException {
        try (var connection = server.superuser("postgres");
                var sql = connection.createStatement()) {
            for (var statement : statements) {
                sql.execute(statement);
            }
        }
    }

    private String ask(String question) throws SQLException {
        try (var connection = server.superuser("postgres");
                var sql = connection.createStatement();
                var answer = sql.executeQuery(question)) {
            answer.next();
            return answer.getString(1);
        }
    }
}
