package vn.motcua.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.Motcua;
import vn.motcua.audit.Evidence;
import vn.motcua.database.BackupFolder;
import vn.motcua.database.LocalServer;
import vn.motcua.database.OwnerOnly;
import vn.motcua.document.FileKind;
import vn.motcua.document.StoredFiles;
import vn.motcua.shared.Scope;
import vn.motcua.shared.TenantId;
import vn.motcua.support.CopyRequest;
import vn.motcua.support.Visit;

/**
 * The drill: people file and an officer receives while a backup is made; more happens; then everything is restored as it was
 * at a moment in between, compared row by row and file by file, and the restored program goes on.
 */
class BackupDrillTest {

    private static final Path HOME = Path.of("target", "backup-drill").toAbsolutePath();
    private static final Path DATA = HOME.resolve("data");
    private static final Path BACKUP = HOME.resolve("backup");
    private static final Path RESTORED = HOME.resolve("restored");
    private static final Path SEEN = Path.of("target", "backup-drill.txt");
    private static final TenantId LAO_CAI = new TenantId(15);
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");

    @BeforeEach
    void nothingIsLeft() throws IOException {
        OwnerOnly.delete(HOME);
        Files.createDirectories(HOME);
    }

    @Test
    void everythingComesBackAsItWasAtTheMomentBetween() throws Exception {
        Map<String, String> tables;
        Map<String, String> files;
        Instant moment;
        try (var program = start(DATA, "--motcua.backup.folder=" + BACKUP, "--motcua.backup.every=0s")) {
            var mother = new Visit(address(program)).as("Lý Thị Mẩy");
            var first = filed(mother);
            receive(program, first);
            keep(program, "một");

            said("backup", run("backup", "--data", DATA.toString(), "--to", BACKUP.toString()));
            receive(program, filed(mother));
            keep(program, "hai");
            var server = LocalServer.running(DATA.resolve("postgres")).orElseThrow();
            tables = State.tables(server);
            files = State.files(DATA);
            try (var connection = server.superuser("motcua")) {
                moment = Instant.parse(State.ask(connection, """
                        select to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')
                        """).getFirst());
            }

            receive(program, filed(mother));
            keep(program, "ba");
            new Backups(server, DATA, new BackupFolder(BACKUP)).round();
            filed(mother);
            assertThat(State.tables(server)).isNotEqualTo(tables);
        }
        assertThat(run("backup", "--verify", BACKUP.toString()).code()).isZero();

        var restored =
                run("restore", "--from", BACKUP.toString(), "--data", RESTORED.toString(), "--at", moment.toString());

        said("restore", restored);
        assertThat(restored.code()).as(restored.text()).isZero();
        try (var server = LocalServer.start(RESTORED.resolve("postgres"))) {
            assertThat(State.tables(server)).isEqualTo(tables);
        }
        assertThat(State.files(RESTORED)).isEqualTo(files);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(RESTORED.resolve("evidence/key.pem"))))
                .isEqualTo("rw-------");
        try (var program = start(RESTORED)) {
            assertThat(chain(program)).isEmpty();
            receive(program, filed(new Visit(address(program)).as("Lý Thị Mẩy")));
            assertThat(chain(program)).isEmpty();
        }
    }

    private static List<?> chain(ConfigurableApplicationContext program) {
        return Scope.of(LAO_CAI)
                .call(() -> new TransactionTemplate(program.getBean(PlatformTransactionManager.class))
                        .execute(_ -> program.getBean(Evidence.class).verdict(Instant.now())))
                .findings();
    }

    private static String filed(Visit applicant) {
        var request = CopyRequest.prepare(applicant, "15", "03037");
        var token = Visit.token(
                applicant.get("/procedures/" + CopyRequest.CODE + "/start").body());
        return request.send(applicant, token);
    }

    /** The receiver takes in the first dossier of the tray that can be received. */
    private static void receive(ConfigurableApplicationContext program, String filing) {
        var officer = new Visit(address(program)).as("Trần Thu Hà");
        var links = Pattern.compile("/desk/dossiers/([0-9a-f-]{36})")
                .matcher(officer.get("/desk").body());
        while (links.find()) {
            var path = links.group();
            var page = officer.get(path).body();
            var form = Pattern.compile("<form method=\"post\" id=\"receive\".*?</form>", Pattern.DOTALL)
                    .matcher(page);
            if (form.find()) {
                var fields = new HashMap<String, String>();
                HIDDEN.matcher(form.group()).results().forEach(it -> fields.put(it.group(1), it.group(2)));
                assertThat(officer.send(path + "/receive", fields).statusCode())
                        .as("received " + filing)
                        .isEqualTo(302);
                return;
            }
        }
        throw new AssertionError("nothing to receive");
    }

    private static void keep(ConfigurableApplicationContext program, String content) {
        Scope.of(LAO_CAI)
                .call(() -> program.getBean(StoredFiles.class)
                        .keep(
                                new ByteArrayInputStream(content.repeat(1000).getBytes(StandardCharsets.UTF_8)),
                                content + ".pdf",
                                FileKind.PDF));
    }

    private static ConfigurableApplicationContext start(Path data, String... more) {
        var options = new java.util.ArrayList<>(List.of(
                "--server.port=0", "--motcua.data=" + data, "--motcua.outbox.every=0s", "--motcua.evidence.every=P1D"));
        options.addAll(List.of(more));
        return new SpringApplicationBuilder(Motcua.class).profiles("demo").run(options.toArray(String[]::new));
    }

    private static String address(ConfigurableApplicationContext program) {
        return "http://localhost:" + program.getEnvironment().getRequiredProperty("local.server.port");
    }

    private static void said(String what, Done done) throws IOException {
        assertThat(done.code()).as(done.text()).isZero();
        Files.writeString(
                SEEN,
                what + "\n" + done.text() + "\n",
                java.nio.file.StandardOpenOption.CREATE,
                java.nio.file.StandardOpenOption.APPEND);
    }

    /** What a command ended with and said. */
    record Done(int code, String text) {}

    static Done run(String... arguments) {
        var out = new ByteArrayOutputStream();
        var code = BackupCommand.run(new PrintStream(out, true, StandardCharsets.UTF_8), arguments);
        return new Done(code, out.toString(StandardCharsets.UTF_8));
    }
}
