package vn.motcua.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import java.util.regex.Pattern;
import vn.motcua.dossier.WriteUnitText;

/**
 * The database of the program without the program: pgbench as {@code motcua_app}, which takes dossiers and gives them
 * back by the statement of the write unit. What the program wrote for each of them is what pgbench writes again, with
 * other versions and commands. All values come with the statement that sets the tenant; looking them up there by a
 * primary key is work that only pgbench has.
 */
final class Database {

    private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+)");
    private static final Pattern COUNT = Pattern.compile("transactions actually processed: (\\d+)");

    private final Path folder;
    private final String port;
    private final Properties secrets = new Properties();

    Database(Path data, Path folder) throws IOException {
        this.folder = folder;
        this.port = Files.readString(data.resolve("postgres/port")).strip();
        try (var file = Files.newBufferedReader(data.resolve("postgres/secrets"))) {
            secrets.load(file);
        }
    }

    /** Keeps, for each dossier, what taking it and giving it back writes. They have been through both once. */
    void prepare(List<String> dossiers) throws SQLException, IOException {
        try (var owner = owner();
                var sql = owner.createStatement()) {
            sql.execute("create unlogged table bench_dossier (no int primary key, id uuid not null)");
            try (var insert = owner.prepareStatement("insert into bench_dossier values (?, ?)")) {
                for (int no = 0; no < dossiers.size(); no++) {
                    insert.setInt(1, no);
                    insert.setObject(2, UUID.fromString(dossiers.get(no)));
                    insert.addBatch();
                }
                insert.executeBatch();
            }
            sql.execute("""
                    create unlogged table bench_step as
                    select b.no, e.kind = 'step-released' as release, d.version as first, d.id, e.actor as account,
                        encode(d.digest, 'hex') as digest,
                        jsonb_set(to_jsonb(d) - 'tenant_id' - 'digest', '{version}', '"VERSION"')::text as row,
                        jsonb_build_object('command', 'COMMAND', 'actor', e.actor, 'actor_name', e.actor_name,
                            'position', e.position, 'role', e.role, 'acting_for', e.acting_for,
                            'recorded_at', e.recorded_at, 'effective_at', e.effective_at)::text as signature,
                        jsonb_build_array(jsonb_build_object('version', 'VERSION', 'ordinal', 0, 'kind', e.kind,
                            'schema_version', e.schema_version, 'data', e.data))::text as events,
                        jsonb_build_array(jsonb_set(to_jsonb(t) - 'tenant_id' - 'dossier', '{officer}',
                            case when e.kind = 'step-released' then 'null' else e.data -> 'officer' end))::text as tokens
                    from bench_dossier b
                    join dossier d on d.tenant_id = 15 and d.id = b.id
                    join dossier_event e on e.tenant_id = 15 and e.dossier = d.id
                        and e.kind in ('step-claimed', 'step-released')
                    join route_token t on t.tenant_id = 15 and t.dossier = d.id and t.state = 'OPEN'
                    """);
            sql.execute("alter table bench_step add primary key (no, release)");
            sql.execute("grant select on bench_step to motcua_app");
            sql.execute("analyze");
            if (count(owner, "select count(*) from bench_step where first = 3") != 2L * dossiers.size()) {
                throw new IOException("not every dossier was taken once and given back once");
            }
        }
        Files.writeString(script(true), transition(WriteUnitText.update()));
        Files.writeString(script(false), transition(WriteUnitText.updateWithoutAudit()));
    }

    private Path script(boolean audited) {
        return folder.resolve(audited ? "transition.sql" : "transition-without-audit.sql");
    }

    private static String transition(String statement) {
        return """
                \\set i :i + 1
                \\set no :client_id * :each + :i % :each
                \\set lap :i / :each
                begin;
                select set_config('motcua.tenant', '15', true) as a, set_config('motcua.account', account::text, true) as b,
                    15 as tenant, id, first + :lap as expected, '\\x' || digest as digest,
                    replace(row, '"VERSION"', (first + :lap + 1)::text) as row,
                    replace(events, '"VERSION"', (first + :lap + 1)::text) as events,
                    replace(signature, 'COMMAND', uuidv7()::text) as signature, tokens, '[]' as dues, '[]' as waits,
                    'false' as closes, '[]' as papers, '[]' as answers
                from bench_step where no = :no and release = ((first + :lap) % 2 = 0) \\gset
                """ + statement + ";\ncommit;\n";
    }

    /**
     * Lets pgbench work for so long; transitions a second. All of them must be in the history afterwards.
     *
     * @param audited whether the statement is the program's own; otherwise it leaves no line in the audit log
     */
    double work(int clients, int each, Duration time, boolean audited) throws IOException {
        try (var owner = owner();
                var sql = owner.createStatement()) {
            sql.execute(
                    "update bench_step s set first = d.version from dossier d where d.tenant_id = 15 and d.id = s.id");
            var before = events(owner);
            var printed = pgbench(clients, each, time, script(audited));
            var written = events(owner) - before;
            if (written != Long.parseLong(find(COUNT, printed))) {
                throw new IOException(written + " events were written:\n" + printed);
            }
            return Double.parseDouble(find(RATE, printed));
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    /** Writes so many open dossiers like that one, whose due moment an older calendar counted a day earlier. */
    void copy(String dossier, int count) throws SQLException {
        try (var owner = owner();
                var sql = owner.createStatement()) {
            sql.execute("create unlogged table bench_copy as select uuidv7() as id, 'BENCH-' || no as number from"
                    + " generate_series(1, " + count + ") no");
            for (var table : List.of("dossier", "dossier_event", "route_token", "dossier_answers", "due_computation")) {
                var key = table.equals("dossier") ? "id" : "dossier";
                var other = switch (table) {
                    case "dossier" -> "'id', c.id, 'number', c.number, 'due_at', t.due_at - interval '1 day'";
                    case "dossier_event" -> "'dossier', c.id, 'command', uuidv7()";
                    default -> "'dossier', c.id";
                };
                sql.execute(
                        "insert into %1$s select (jsonb_populate_record(t, jsonb_build_object(%2$s))).* from %1$s t, bench_copy c"
                                        .formatted(table, other)
                                + " where t.tenant_id = 15 and t." + key + " = '" + UUID.fromString(dossier) + "'");
            }
            sql.execute("analyze");
        }
    }

    /** Has the database take lines of the log and forget them, or keep them again; the program knows nothing of it. */
    void dropsTheLog(boolean drops) throws SQLException {
        try (var owner = owner();
                var sql = owner.createStatement()) {
            if (drops) {
                sql.execute("""
                        create or replace function bench_forget() returns trigger
                        language plpgsql as 'begin return null; end'
                        """);
                sql.execute(
                        "create trigger bench_forget before insert on audit_record for each row execute function bench_forget()");
            } else {
                sql.execute("drop trigger bench_forget on audit_record");
            }
        }
    }

    /** Each copy must have been moved once. */
    void mustHaveMoved(int count) throws SQLException, IOException {
        try (var owner = owner()) {
            var moved = count(
                    owner,
                    "select count(*) from dossier_event e join bench_copy c on c.id = e.dossier"
                            + " where e.tenant_id = 15 and e.kind = 'due-recomputed'");
            if (moved != count) {
                throw new IOException(moved + " due moments were moved");
            }
        }
    }

    private String pgbench(int clients, int each, Duration time, Path script) throws IOException {
        var log = folder.resolve("pgbench.log");
        var builder = new ProcessBuilder(
                        "pgbench",
                        "--no-vacuum",
                        "--protocol=prepared",
                        "--client=" + clients,
                        "--jobs=2",
                        "--time=" + time.toSeconds(),
                        "--define=i=-1",
                        "--define=each=" + each,
                        "--file=" + script,
                        "--host=127.0.0.1",
                        "--port=" + port,
                        "--username=motcua_app",
                        "motcua")
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("PGPASSWORD", secrets.getProperty("motcua_app"));
        var code = builder.start().onExit().join().exitValue();
        var printed = Files.readString(log);
        if (code != 0) {
            throw new IOException("pgbench ended with " + code + ":\n" + printed);
        }
        return printed;
    }

    private static String find(Pattern line, String printed) throws IOException {
        var found = line.matcher(printed);
        if (!found.find()) {
            throw new IOException("pgbench said something else:\n" + printed);
        }
        return found.group(1);
    }

    private static long events(Connection owner) throws SQLException {
        return count(
                owner,
                "select count(*) from dossier_event where tenant_id = 15 and dossier in (select id from bench_dossier)");
    }

    private static long count(Connection connection, String question) throws SQLException {
        try (var sql = connection.createStatement();
                var row = sql.executeQuery(question)) {
            row.next();
            return row.getLong(1);
        }
    }

    private Connection owner() throws SQLException {
        var connection = DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port + "/motcua", "motcua_owner", secrets.getProperty("motcua_owner"));
        try (var sql = connection.createStatement()) {
            sql.execute("select set_config('motcua.tenant', '15', false)");
        }
        return connection;
    }
}
