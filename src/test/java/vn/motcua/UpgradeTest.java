package vn.motcua;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.PGConnection;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import vn.motcua.database.DatabaseRoles;
import vn.motcua.dossier.DossierId;
import vn.motcua.dossier.DossierRef;
import vn.motcua.dossier.Ledger;
import vn.motcua.outbox.Relay;
import vn.motcua.shared.TenantId;
import vn.motcua.support.FreshDatabase;
import vn.motcua.support.Postgres;
import vn.motcua.support.Visit;

/**
 * A database that a program of version 0.1 made and worked with, upgraded by today's. The rows are those which that program
 * wrote when four people filed and a receiver took in one of the filings.
 */
class UpgradeTest {

    /** What 0.1 had, in the order in which it made it. */
    private static final List<String> MIGRATIONS = List.of(
            "__root/V1__tenants_and_roles",
            "organization/V1__organization",
            "identity/V1__identity",
            "catalogue/V1__procedures",
            "document/V1__stored_files",
            "dossier/V1__dossiers",
            "dossier/V2__outbox_audit_directory",
            "filing/V1__drafts",
            "payment/V1__fee_payments",
            "portal/V1__supplement_drafts");

    private static final List<String> FILED = List.of(
            "filing", "dossier_answers", "dossier_event", "filed_draft", "filing_directory", "tracking_directory");

    private static final TenantId LAO_CAI = new TenantId(15);
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");

    @TempDir
    Path data = Path.of("");

    @Test
    void noFilingIsLostAndWhatIsOldIsNoNews() throws Exception {
        var database = Postgres.fresh();
        madeBefore(database);
        var before = rows(database);
        assertThat(before.get("filing")).hasSize(4);

        try (var program = start(database)) {
            assertThat(rows(database)).isEqualTo(before);
            assertThat(ask(database, "select count(*) from audit_record where purpose <> 'read'"))
                    .containsExactly("7");
            assertThat(ask(database, "select count(*) from stored_file where touched_at = uploaded_at"))
                    .containsExactly("1");
            for (var id : ask(database, "select id from dossier")) {
                var entry = program.getBean(Ledger.class).of(new DossierRef(LAO_CAI, DossierId.of(id)));
                assertThat(entry.folded()).isEqualTo(entry.row());
                assertThat(entry.agree()).isTrue();
            }

            program.getBean(Relay.class).handOn();

            assertThat(ask(database, "select count(*) from outbox")).containsExactly("0");
            assertThat(news(database, "is not null")).as("old news, read").isNotEmpty();
            assertThat(news(database, "is null")).isEmpty();
            var mother = new Visit(address(program)).as("Lý Thị Mẩy");
            assertThat(mother.get("/my").body()).contains("H38.101-261122-0001").doesNotContain("chưa đọc");

            receive(program);
            program.getBean(Relay.class).handOn();
            assertThat(news(database, "is null")).as("what happens now is news").isNotEmpty();
        }
    }

    private static void madeBefore(FreshDatabase database) throws SQLException, IOException {
        try (var owner = database.owner();
                var sql = owner.createStatement()) {
            for (var migration : MIGRATIONS) {
                sql.execute(Files.readString(Path.of("src/main/resources/db/migration", migration + ".sql")));
            }
            for (var module : List.of(
                    "",
                    "_catalogue",
                    "_document",
                    "_dossier",
                    "_filing",
                    "_identity",
                    "_organization",
                    "_payment",
                    "_portal")) {
                sql.execute("""
                        create table flyway_schema_history%1$s (
                            installed_rank int not null, version varchar(50), description varchar(200) not null,
                            type varchar(20) not null, script varchar(1000) not null, checksum int,
                            installed_by varchar(100) not null, installed_on timestamp not null default now(),
                            execution_time int not null, success boolean not null,
                            constraint flyway_schema_history%1$s_pk primary key (installed_rank));
                        create index flyway_schema_history%1$s_s_idx on flyway_schema_history%1$s (success)
                        """.formatted(module));
            }
        }
        try (var connection = database.server().superuser(database.name());
                var sql = connection.createStatement()) {
            // Tables in the order of the alphabet, not of their references.
            sql.execute("set session_replication_role = replica");
            load(connection);
            sql.execute("""
                    insert into stored_file (tenant_id, file_id, name, kind, size_bytes, uploaded_by, uploaded_at, virus_checked)
                    values (15, repeat('a', 64), 'giay.pdf', 'PDF', 7, null, '2026-11-20T03:00:00Z', false)
                    """);
        }
    }

    /** Blocks as pg_dump writes them: {@code copy … from stdin}, the rows, a line with a backslash and a point. */
    private static void load(Connection connection) throws SQLException, IOException {
        try (var file = Objects.requireNonNull(UpgradeTest.class.getResourceAsStream("/upgrade/0.1.copy.gz"));
                var lines =
                        new BufferedReader(new InputStreamReader(new GZIPInputStream(file), StandardCharsets.UTF_8))) {
            for (var copy = lines.readLine(); copy != null; copy = lines.readLine()) {
                var rows = new StringBuilder();
                for (var row = lines.readLine(); !row.equals("\\."); row = lines.readLine()) {
                    rows.append(row).append('\n');
                }
                connection.unwrap(PGConnection.class).getCopyAPI().copyIn(copy, new StringReader(rows.toString()));
            }
        }
    }

    private static Map<String, List<String>> rows(FreshDatabase database) throws SQLException {
        var rows = new TreeMap<String, List<String>>();
        for (var table : FILED) {
            var columns = ask(database, """
                    select column_name from information_schema.columns
                    where table_name = '%s' and column_name not in ('address', 'available', 'tenant_id', 'wants_sms') order by 1
                    """.formatted(table));
            rows.put(
                    table,
                    ask(
                            database,
                            "select row(" + String.join(", ", columns) + ")::text from " + table + " order by 1"));
        }
        return rows;
    }

    private static List<String> news(FreshDatabase database, String read) throws SQLException {
        return ask(database, "select kind from notification where read_at " + read);
    }

    private static List<String> ask(FreshDatabase database, String question) throws SQLException {
        try (var connection = database.server().superuser(database.name());
                var sql = connection.createStatement();
                var rows = sql.executeQuery(question)) {
            var answers = new ArrayList<String>();
            while (rows.next()) {
                answers.add(rows.getString(1));
            }
            return answers;
        }
    }

    private static void receive(ConfigurableApplicationContext program) {
        var officer = new Visit(address(program)).as("Trần Thu Hà");
        var links = Pattern.compile("/desk/dossiers/([0-9a-f-]{36})")
                .matcher(officer.get("/desk").body());
        while (links.find()) {
            var form = Pattern.compile("<form method=\"post\" id=\"receive\".*?</form>", Pattern.DOTALL)
                    .matcher(officer.get(links.group()).body());
            if (form.find()) {
                var fields = new HashMap<String, String>();
                HIDDEN.matcher(form.group()).results().forEach(it -> fields.put(it.group(1), it.group(2)));
                assertThat(officer.send(links.group() + "/receive", fields).statusCode())
                        .isEqualTo(302);
                return;
            }
        }
        throw new AssertionError("nothing to receive");
    }

    private static String address(ConfigurableApplicationContext program) {
        return "http://localhost:" + program.getEnvironment().getRequiredProperty("local.server.port");
    }

    private ConfigurableApplicationContext start(FreshDatabase database) {
        var server = database.server();
        return new SpringApplicationBuilder(Motcua.class, Ledger.class)
                .profiles("demo")
                .run(
                        "--server.port=0",
                        "--motcua.data=" + data,
                        "--motcua.outbox.every=0s",
                        "--motcua.evidence.every=P1D",
                        "--motcua.database.url=" + database.url(),
                        "--motcua.database.owner-password=" + server.password(DatabaseRoles.OWNER),
                        "--motcua.database.app-password=" + server.password(DatabaseRoles.APP));
    }
}
