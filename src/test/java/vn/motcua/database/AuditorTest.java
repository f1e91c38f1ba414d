package vn.motcua.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.motcua.support.FreshDatabase;
import vn.motcua.support.Postgres;

/** The role that reads: everything of the tenant that it names, nothing of another one, and it changes nothing at all. */
@SpringBootTest(webEnvironment = WebEnvironment.NONE, properties = "spring.main.lazy-initialization=true")
@Import(Postgres.class)
class AuditorTest {

    private static final String TABLES = """
            select c.oid from pg_class c
            where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm')
              and c.relname not like 'flyway_schema_history%'
            """;

    private final FreshDatabase database;

    @Autowired
    AuditorTest(FreshDatabase database, JdbcClient migrated) {
        this.database = database;
        assertThat(migrated).isNotNull();
    }

    @Test
    void everyTableCanBeReadAndNoneWritten() throws SQLException {
        try (var auditor = database.auditor()) {
            assertThat(words(auditor, "select count(*)::text from (" + TABLES + ") all_of_them")
                            .getFirst())
                    .satisfies(it -> assertThat(Integer.parseInt(it)).isGreaterThan(50));
            assertThat(words(
                            auditor,
                            "select oid::regclass::text from (" + TABLES
                                    + ") t where not has_table_privilege(oid, 'select')"))
                    .as("tables that cannot be read")
                    .isEmpty();
            for (var right : List.of("insert", "update", "delete", "truncate", "references", "trigger", "maintain")) {
                assertThat(words(
                                auditor,
                                "select oid::regclass::text from (" + TABLES + ") t where has_table_privilege(oid, '"
                                        + right + "')"))
                        .as(right)
                        .isEmpty();
            }
            for (var right : List.of("insert", "update", "references")) {
                assertThat(words(
                                auditor,
                                "select oid::regclass::text from (" + TABLES
                                        + ") t where has_any_column_privilege(oid, '" + right + "')"))
                        .as(right + " of a column")
                        .isEmpty();
            }
        }
    }

    @Test
    void itIsNobodyWhoCouldTakeMoreForThemselves() throws SQLException {
        try (var auditor = database.auditor()) {
            assertThat(words(auditor, """
                            select 'role' from pg_roles where rolname = current_user
                              and (rolsuper or rolcreaterole or rolcreatedb or rolbypassrls or rolreplication)
                            union all select 'member of ' || r.rolname from pg_roles r
                              where r.rolname <> current_user and pg_has_role(current_user, r.oid, 'member')
                            union all select 'owns ' || oid::regclass from pg_class
                              where relowner = (select oid from pg_roles where rolname = current_user)
                            union all select 'makes tables' where has_schema_privilege('public', 'create')
                            union all select 'makes schemas' where has_database_privilege(current_database(), 'create')
                            union all select 'makes temporary tables' where has_database_privilege(current_database(), 'temp')
                            union all select 'uses ' || oid::regclass from pg_class where relkind = 'S'
                              and relnamespace = 'public'::regnamespace
                              and (has_sequence_privilege(oid, 'usage') or has_sequence_privilege(oid, 'update'))
                            union all select 'runs ' || p.oid::regprocedure from pg_proc p
                              where p.pronamespace = 'public'::regnamespace and p.prosecdef
                              and has_function_privilege(p.oid, 'execute')
                            """)).isEmpty();
        }
    }

    @Test
    void itReadsTheTenantThatItNamesAndNoOther() throws SQLException {
        try (var owner = database.owner();
                var sql = owner.createStatement()) {
            sql.execute("drop table if exists auditor_probe");
            sql.execute(
                    "create table auditor_probe (tenant_id int not null, word text not null, primary key (tenant_id, word))");
            sql.execute("call motcua_protect('auditor_probe')");
            sql.execute("set motcua.tenant = '15'");
            sql.execute("insert into auditor_probe values (15, 'Tả Van')");
        }
        try (var auditor = database.auditor()) {
            assertThat(words(auditor, "select word from auditor_probe"))
                    .as("without a tenant")
                    .isEmpty();
            name(auditor, 48);
            assertThat(words(auditor, "select word from auditor_probe")).isEmpty();
            name(auditor, 15);
            assertThat(words(auditor, "select word from auditor_probe")).containsExactly("Tả Van");
            for (var change : List.of(
                    "insert into auditor_probe values (15, 'lạc')",
                    "update auditor_probe set word = 'sửa'",
                    "delete from auditor_probe",
                    "truncate auditor_probe",
                    "alter table auditor_probe disable row level security",
                    "drop table auditor_probe",
                    "create table mine (word text)",
                    "create temp table mine (word text)",
                    "set role motcua_app",
                    "select motcua_destroy_dossier(uuidv7(), now())",
                    "select motcua_destroy_receipts(2000, now(), 1)")) {
                assertThatThrownBy(() -> words(auditor, change))
                        .as(change)
                        .isInstanceOf(SQLException.class)
                        .hasMessageMatching("(?s).*(permission denied|must be owner).*");
            }
            assertThat(words(auditor, "select word from auditor_probe")).containsExactly("Tả Van");
        } finally {
            try (var owner = database.owner();
                    var sql = owner.createStatement()) {
                sql.execute("drop table auditor_probe");
            }
        }
    }

    private static void name(Connection auditor, int tenant) throws SQLException {
        try (var sql = auditor.createStatement()) {
            sql.execute("set motcua.tenant = '" + tenant + "'");
        }
    }

    private static List<String> words(Connection auditor, String question) throws SQLException {
        try (var sql = auditor.createStatement()) {
            var found = new ArrayList<String>();
            if (sql.execute(question)) {
                try (var rows = sql.getResultSet()) {
                    while (rows.next()) {
                        found.add(String.valueOf(rows.getString(1)));
                    }
                }
            }
            return found;
        }
    }
}
