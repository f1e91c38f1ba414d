package vn.motcua.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.motcua.database.BackupFolder;
import vn.motcua.database.DataFolder;
import vn.motcua.database.DatabaseRoles;
import vn.motcua.database.LocalServer;
import vn.motcua.database.OwnerOnly;

/** What can go wrong with a backup, and that it then says so and leaves everything as it was. */
@Tag("long")
class BackupTest {

    private static final Path HOME = Path.of("target", "backup-test").toAbsolutePath();
    private static final Path DATA = HOME.resolve("data");
    private static final Path TARGET = HOME.resolve("new");
    private static final String UPLOAD = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    private static int count;

    private final Path backup = HOME.resolve("backup it's " + ++count);
    private LocalServer server;
    private DataFolder data;

    @BeforeAll
    static void nothingIsLeft() throws IOException {
        OwnerOnly.delete(HOME);
        Files.createDirectories(HOME);
    }

    @BeforeEach
    void aSmallInstallation() throws IOException, SQLException {
        OwnerOnly.delete(TARGET);
        data = DataFolder.claim(DATA);
        server = LocalServer.archiving(
                data.folder("postgres"), BackupFolder.claim(backup, DATA).log());
        new DatabaseRoles(server).prepare("motcua");
        tell("create table if not exists stored_file (file_id text)", "create table if not exists note (id int)");
        tell("truncate stored_file, note", "insert into note values (1)");
        OwnerOnly.write(data.folder("signin").resolve("key"), "secret");
        upload("abc", UPLOAD);
    }

    @AfterEach
    void stop() {
        server.close();
        data.close();
    }

    @Test
    void whatIsNotABackupOrNotANewFolderIsRefused() throws IOException {
        assertThat(code("restore", "--from", HOME.toString(), "--data", TARGET.toString()))
                .isEqualTo(42);
        assertThat(code("restore", "--from", backup.toString(), "--data", TARGET.toString()))
                .isEqualTo(42);
        assertThat(code("backup", "--verify", backup.toString())).isEqualTo(42);
        assertThat(code("backup", "--data", HOME.resolve("nothing").toString(), "--to", backup.toString()))
                .isEqualTo(40);
        assertThat(code(
                        "backup",
                        "--data",
                        DATA.toString(),
                        "--to",
                        DATA.resolve("b").toString()))
                .isEqualTo(23);
        assertThat(code("backup", "--data", DATA.toString(), "--to", HOME.toString()))
                .isEqualTo(21);
        assertThat(code("backup", "--data", DATA.toString())).isEqualTo(2);
        assertThat(code("restore", "--from", backup.toString(), "--data", TARGET.toString(), "--at", "yesterday"))
                .isEqualTo(2);
        assertThat(Files.exists(HOME.resolve("nothing"))).isFalse();

        backUp();
        assertThat(code("restore", "--from", backup.toString(), "--data", DATA.toString()))
                .isEqualTo(41);
        assertThat(Files.exists(TARGET)).isFalse();
    }

    @Test
    void onlyMomentsThatTheBackupReachesComeBack() throws Exception {
        var before = now();
        backUp();
        tell("insert into note values (2)");
        var between = now();
        tell("insert into note values (3)");
        backups().round();

        assertThat(restore("--at", before.toString()).code()).isEqualTo(43);
        assertThat(restore("--at", now().plus(Duration.ofHours(1)).toString()).code())
                .isEqualTo(44);
        assertThat(Files.exists(TARGET)).isFalse();
        assertThat(restore("--at", between.toString()).text()).contains("1 tệp tải lên");
        assertThat(notes(TARGET)).containsExactly("1", "2");
        OwnerOnly.delete(TARGET);
        assertThat(restore().code()).isZero();
        assertThat(notes(TARGET)).containsExactly("1", "2", "3");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(TARGET.resolve("signin/key"))))
                .isEqualTo("rw-------");
        assertThat(notes(DATA)).containsExactly("1", "2", "3");
    }

    @Test
    void aQuietHourIsReachedWithoutAPieceOfLog() throws Exception {
        backUp();
        var rounds = backups();
        rounds.round();
        var pieces = list(backup.resolve("wal"));
        var later = now();
        rounds.round();

        assertThat(list(backup.resolve("wal"))).isEqualTo(pieces);
        assertThat(Reach.of(new BackupFolder(backup)).orElseThrow().until()).isAfter(later);
        assertThat(restore("--at", later.toString()).code()).isZero();
    }

    @Test
    void everyKindOfDamageIsFoundAndNothingIsRestoredFromIt() throws Exception {
        backUp();
        backups().round();
        tell("insert into note values (2)");
        backups().round();
        assertThat(code("backup", "--verify", backup.toString())).isZero();
        var copy = list(backup.resolve("base")).getFirst();
        var log = list(backup.resolve("wal")).getLast();

        for (var damaged : List.of(
                copy.resolve("data/signin/key.gz"),
                copy.resolve("data/postgres/cluster/PG_VERSION.gz"),
                copy.resolve("manifest"),
                log,
                backup.resolve("files/ba/78/" + UPLOAD))) {
            var whole = Files.readAllBytes(damaged);
            flip(damaged);
            var checked = BackupDrillTest.run("backup", "--verify", backup.toString());
            assertThat(checked.code()).as(damaged + checked.text()).isEqualTo(45);
            assertThat(checked.text()).contains(damaged.toString());
            assertThat(restore().code()).as(damaged.toString()).isIn(45, 47);
            assertThat(Files.exists(TARGET)).isFalse();
            assertThat(list(HOME)).doesNotContain(HOME.resolve("new.restoring"));
            Files.write(damaged, whole);
        }
        Files.delete(log);
        assertThat(restore().code()).isEqualTo(47);
        Files.move(backup.resolve("files/ba/78/" + UPLOAD), HOME.resolve("gone"));
        assertThat(code("backup", "--verify", backup.toString())).isEqualTo(45);
    }

    @Test
    void aBackupOfAnotherVersionIsLeftAlone() throws Exception {
        backUp();
        var copy = list(backup.resolve("base")).getFirst();
        var it = Manifest.read(copy);
        new Manifest(
                        DataFolder.VERSION + 1,
                        it.postgres(),
                        it.begun(),
                        it.holds(),
                        it.ended(),
                        it.firstLog(),
                        it.folders(),
                        it.entries(),
                        it.files())
                .write(copy);

        assertThat(restore().code()).isEqualTo(46);
        assertThat(Files.exists(TARGET)).isFalse();
    }

    @Test
    void aStoppedInstallationIsBackedUpAndItsCopyGoesItsOwnWay() throws Exception {
        server.close();
        data.close();

        assertThat(code("backup", "--data", DATA.toString(), "--to", backup.toString()))
                .isZero();

        assertThat(LocalServer.running(DATA.resolve("postgres"))).isEmpty();
        assertThat(restore().code()).isZero();
        assertThat(notes(TARGET)).containsExactly("1");
        // What was restored does not write into the backup of the other.

        assertThat(code("backup", "--data", TARGET.toString(), "--to", backup.toString()))
                .isEqualTo(21);
        assertThat(code(
                        "backup",
                        "--data",
                        TARGET.toString(),
                        "--to",
                        HOME.resolve("second").toString()))
                .isZero();
    }

    @Test
    void oldCopiesGoWithWhatOnlyTheyNeeded() throws Exception {
        backUp();
        var oldest = list(backup.resolve("base"));
        Files.delete(DATA.resolve("files/ba/78/" + UPLOAD));
        tell("delete from stored_file", "insert into note values (2)");
        backUp();
        var pieces = list(backup.resolve("wal"));

        backups().forgetBefore(Instant.EPOCH);
        assertThat(list(backup.resolve("base"))).hasSize(2);
        backups().forgetBefore(now());

        assertThat(list(backup.resolve("base"))).hasSize(1).doesNotContainAnyElementsOf(oldest);
        assertThat(list(backup.resolve("wal")).size()).isLessThan(pieces.size());
        assertThat(Files.exists(backup.resolve("files/ba/78/" + UPLOAD))).isFalse();
        assertThat(code("backup", "--verify", backup.toString())).isZero();
        assertThat(restore().code()).isZero();
        assertThat(notes(TARGET)).containsExactly("1", "2");
    }

    private Backups backups() {
        return new Backups(server, DATA, new BackupFolder(backup));
    }

    private void backUp() {
        var done = BackupDrillTest.run("backup", "--data", DATA.toString(), "--to", backup.toString());
        assertThat(done.code()).as(done.text()).isZero();
    }

    private static int code(String... arguments) {
        var done = BackupDrillTest.run(arguments);
        assertThat(done.text().lines().count()).as(done.text()).isGreaterThanOrEqualTo(2);
        return done.code();
    }

    private BackupDrillTest.Done restore(String... more) {
        var arguments =
                new java.util.ArrayList<>(List.of("restore", "--from", backup.toString(), "--data", TARGET.toString()));
        arguments.addAll(List.of(more));
        return BackupDrillTest.run(arguments.toArray(String[]::new));
    }

    private Instant now() throws SQLException {
        try (var connection = server.superuser("motcua")) {
            return Instant.parse(State.ask(connection, """
                    select to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')
                    """).getFirst());
        }
    }

    private void tell(String... statements) throws SQLException {
        try (var connection = server.superuser("motcua");
                var sql = connection.createStatement()) {
            for (var statement : statements) {
                sql.execute(statement);
            }
        }
    }

    private List<String> notes(Path folder) throws SQLException {
        if (folder.equals(DATA)) {
            return notes(server);
        }
        try (var restored = LocalServer.start(folder.resolve("postgres"))) {
            return notes(restored);
        }
    }

    private static List<String> notes(LocalServer asked) throws SQLException {
        try (var connection = asked.superuser("motcua")) {
            return State.ask(connection, "select id from note order by id");
        }
    }

    private void upload(String content, String name) throws IOException, SQLException {
        var place = UploadCopies.place(data.folder("files"), name);
        Files.createDirectories(place.getParent());
        Files.writeString(place, content);
        tell("insert into stored_file values ('" + name + "')");
    }

    /** Turns one bit near the beginning of the file, where its content is not zero. */
    private static void flip(Path file) throws IOException {
        var bytes = Files.readAllBytes(file);
        bytes[Math.min(bytes.length / 2, 300)] ^= 1;
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.write(java.nio.ByteBuffer.wrap(bytes));
        }
    }

    private static List<Path> list(Path folder) throws IOException {
        try (var inside = Files.list(folder)) {
            return inside.sorted().toList();
        }
    }
}
