package vn.motcua.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.motcua.support.FreshDatabase;
import vn.motcua.support.TaVan;
import vn.motcua.support.WholeProgram;

/**
 * What the database lets the running program do when its SQL is wrong: for every table that there is, reading, adding,
 * changing and deleting across the border of a tenant, and outside of any scope.
 */
@WholeProgram
class WrongSqlTest {

    /** Which offices there are and how they look, for everybody to read. */
    private static final Set<String> OFFICES =
            Set.of("agency_day", "brand", "tenant", "unit", "unit_former", "unit_heir");

    /** Bound to one person, or to signing in: not even their own tenant sees them. */
    private static final Set<String> OF_A_PERSON = Set.of(
            "draft",
            "draft_paper",
            "draft_shown",
            "draft_signature",
            "filed_draft",
            "mandate",
            "mandate_event",
            "mandate_paper",
            "sign_in_name",
            "supplement_draft",
            "supplement_draft_paper");

    /** What is national and no personal data: its rows of tenant 0 are read everywhere. */
    private static final Set<String> NATIONAL = Set.of(
            "administrative_succession",
            "administrative_unit",
            "loaded_file",
            "position_kind",
            "procedure",
            "procedure_publication",
            "procedure_revision",
            "procedure_search",
            "published_record",
            "sector_supervision",
            "unit_kind");

    /** Row-level security refused it, or the role may not do it at all. */
    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    private final FreshDatabase database;
    private final TaVan taVan;
    private final List<String> crossings = new ArrayList<>();
    private Optional<Savepoint> begun = Optional.empty();
    private int tried;

    @Autowired
    WrongSqlTest(FreshDatabase database, TaVan taVan) {
        this.database = database;
        this.taVan = taVan;
    }

    @Test
    void noTableIsReadOrChangedAcrossTenants() throws SQLException {
        taVan.birth("Nguyễn Văn Quân").received().appraised().approved().issued();
        var tables = tables();
        try (var app = database.server().superuser(database.name())) {
            app.setAutoCommit(false);
            var made = new RowsOfAnother(app).fill(tables);
            as(app, DatabaseRoles.APP);
            for (var table : tables) {
                for (var scope : List.of(Optional.of(48), Optional.<Integer>empty())) {
                    reads(app, scope, table);
                    adds(app, scope, table);
                    changes(app, scope, table);
                }
            }
            app.rollback();
            System.out.printf(
                    "Wrong SQL: %d tables, each with a row of another tenant (%d made for it); %d attempts%n",
                    tables.size(), made, tried);
        }

        assertThat(crossings).isEmpty();
    }

    /** In the same transaction, so that what was made for it is nowhere afterwards. */
    private void as(Connection app, String role) throws SQLException {
        try (var sql = app.createStatement()) {
            sql.execute("set local role " + role);
        }
        begun = Optional.of(app.setSavepoint());
    }

    /** The rows that are made are really there for who may see them: in their own tenant each table that is bound to it has one. */
    @Test
    void theirOwnTenantSeesThem() throws SQLException {
        var empty = new ArrayList<String>();
        var tables = tables();
        try (var app = database.server().superuser(database.name())) {
            app.setAutoCommit(false);
            new RowsOfAnother(app).fill(tables);
            as(app, DatabaseRoles.APP);
            enter(app, Optional.of(RowsOfAnother.TENANT));
            for (var table : tables) {
                if (count(app, "select count(*) from " + table + " where tenant_id = " + RowsOfAnother.TENANT) == 0) {
                    empty.add(table);
                }
            }
            app.rollback();
        }

        assertThat(empty).containsExactlyInAnyOrderElementsOf(OF_A_PERSON);
    }

    /** The one way by which something of a tenant reaches another: for the ministry of the sector alone, and nothing stays open. */
    @Test
    void aMinistrySeesItsSectorAloneAndOnlyThroughItsFunctions() throws SQLException {
        taVan.birth("Nguyễn Văn Quân").received();
        var list = "select count(*) from motcua_supervised(15, '%s', '" + java.util.UUID.randomUUID()
                + "', uuidv7(), 'sector-supervisor', now(), now(), null, null, 5)";
        for (var scope : List.of(48, 1001, 1002, 1003)) {
            try (var app = database.app();
                    var sql = app.createStatement()) {
                app.setAutoCommit(false);
                sql.execute("set local motcua.tenant = '" + scope + "'");
                assertThat(one(sql, list.formatted("G15")) > 0)
                        .as("births for " + scope)
                        .isEqualTo(scope == 1003);
                assertThat(one(sql, list.formatted("G01")))
                        .as("another sector for " + scope)
                        .isZero();
                assertThat(one(
                                        sql,
                                        "select coalesce(sum(filed), 0) from motcua_supervised_figures(15, 'G15', now(), '-infinity')")
                                > 0)
                        .as("figures for " + scope)
                        .isEqualTo(scope == 1003);
                for (var table : List.of("dossier", "filing", "dossier_answers", "audit_record")) {
                    assertThat(one(sql, "select count(*) from " + table + " where tenant_id = 15"))
                            .as(table)
                            .isZero();
                }
                app.rollback();
            }
        }
    }

    private static long one(java.sql.Statement sql, String question) throws SQLException {
        try (var row = sql.executeQuery(question)) {
            row.next();
            return row.getLong(1);
        }
    }

    @Test
    void aTableWithoutItsPolicyIsFound() throws SQLException {
        try (var owner = database.owner();
                var sql = owner.createStatement()) {
            sql.execute("create table wrong_probe (tenant_id int not null, word text)");
            sql.execute("insert into wrong_probe values (15, 'Tả Van')");
            try (var app = database.app()) {
                app.setAutoCommit(false);
                reads(app, Optional.of(48), "wrong_probe");
                adds(app, Optional.of(48), "wrong_probe");
                changes(app, Optional.of(48), "wrong_probe");
                app.rollback();
            }
            assertThat(crossings).hasSize(6);
            sql.execute("drop table wrong_probe");
        }
    }

    @Test
    void nothingLeadsAroundTheRows() throws SQLException {
        assertThat(
                        ask(
                                "select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('v', 'm')"))
                .as("views read with the rights of whoever made them")
                .isEmpty();
        assertThat(ask("select proname from pg_proc where pronamespace = 'public'::regnamespace and prosecdef"))
                .as("functions that run with the rights of whoever made them, who is bound to a tenant all the same")
                .containsExactlyInAnyOrder("motcua_destroy_dossier", "motcua_destroy_receipts");
        assertThat(ask("select rolname from pg_roles where rolname like 'motcua%' and (rolsuper or rolbypassrls)"))
                .as("roles that row-level security does not bind")
                .isEmpty();
    }

    private void reads(Connection app, Optional<Integer> scope, String table) throws SQLException {
        var open = OFFICES.contains(table) ? "false" : NATIONAL.contains(table) ? "tenant_id <> 0" : "true";
        var foreign = scope.map(it -> "tenant_id <> " + it).orElse("true");
        enter(app, scope);
        var count = count(app, "select count(*) from " + table + " where " + open + " and " + foreign);
        if (count != 0) {
            crossings.add(table + ": " + count + " rows read " + in(scope));
        }
    }

    private void adds(Connection app, Optional<Integer> scope, String table) throws SQLException {
        for (var tenant : List.of(15, 0)) {
            refused(app, scope, "insert into " + table + " (tenant_id) values (" + tenant + ")", false);
        }
    }

    private void changes(Connection app, Optional<Integer> scope, String table) throws SQLException {
        var foreign = scope.map(it -> " where tenant_id <> " + it).orElse("");
        refused(app, scope, "update " + table + " set tenant_id = tenant_id" + foreign, true);
        refused(app, scope, "update " + table + " set tenant_id = 48" + foreign, true);
        refused(app, scope, "delete from " + table + foreign, true);
        refused(app, scope, "truncate " + table, false);
    }

    /** It must fail for want of a right, or, when that is enough, find nothing. */
    private void refused(Connection app, Optional<Integer> scope, String wrong, boolean findingNothing)
            throws SQLException {
        enter(app, scope);
        try (var sql = app.createStatement()) {
            int rows = sql.executeUpdate(wrong);
            if (!findingNothing || rows != 0) {
                crossings.add(wrong + ": " + rows + " rows " + in(scope));
            }
        } catch (SQLException e) {
            if (!INSUFFICIENT_PRIVILEGE.equals(e.getSQLState())) {
                crossings.add(wrong + ": " + e.getMessage() + " " + in(scope));
            }
        }
    }

    private void enter(Connection app, Optional<Integer> scope) throws SQLException {
        tried++;
        if (begun.isPresent()) {
            app.rollback(begun.get());
        } else {
            app.rollback();
        }
        if (scope.isPresent()) {
            try (var sql = app.createStatement()) {
                sql.execute("select set_config('motcua.tenant', '" + scope.get()
                        + "', true), set_config('motcua.account', '00000000-0000-7000-8000-000000000000', true)");
            }
        }
    }

    private static String in(Optional<Integer> scope) {
        return scope.map(it -> "in the scope of " + it).orElse("outside of any scope");
    }

    private List<String> tables() throws SQLException {
        return ask("""
                select relname from pg_class
                where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
                    and relname !~ '(flyway_schema_history|probe)'
                order by relname
                """);
    }

    private List<String> ask(String question) throws SQLException {
        try (var connection = database.server().superuser(database.name());
                var sql = connection.createStatement();
                var found = sql.executeQuery(question)) {
            var answers = new ArrayList<String>();
            while (found.next()) {
                answers.add(found.getString(1));
            }
            return answers;
        }
    }

    private static int count(Connection app, String question) throws SQLException {
        try (var sql = app.createStatement();
                var found = sql.executeQuery(question)) {
            found.next();
            return found.getInt(1);
        }
    }
}
