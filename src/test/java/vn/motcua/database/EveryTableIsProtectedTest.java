package vn.motcua.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.shared.Scope;
import vn.motcua.shared.TenantId;
import vn.motcua.support.FreshDatabase;
import vn.motcua.support.Postgres;

@SpringBootTest(webEnvironment = WebEnvironment.NONE, properties = "spring.main.lazy-initialization=true")
@Import(Postgres.class)
class EveryTableIsProtectedTest {

    private static final Scope LAO_CAI = Scope.of(new TenantId(15));
    private static final Scope DA_NANG = Scope.of(new TenantId(48));

    private final FreshDatabase database;
    private final JdbcClient db;
    private final TransactionTemplate transaction;

    @Autowired
    EveryTableIsProtectedTest(FreshDatabase database, JdbcClient db, PlatformTransactionManager transactions) {
        this.database = database;
        this.db = db;
        this.transaction = new TransactionTemplate(transactions);
    }

    @BeforeEach
    void aTableLikeAllOthers() throws SQLException {
        asOwner(
                "drop table if exists probe",
                "create table probe (tenant_id int not null, word text not null, primary key (tenant_id, word))",
                "call motcua_protect('probe')",
                "drop table if exists history_probe",
                "create table history_probe (tenant_id int not null, word text not null, primary key (tenant_id, word))",
                "call motcua_protect('history_probe')",
                "call motcua_append_only('history_probe')");
    }

    @Test
    void everyTableForcesRowSecurity() {
        assertThat(unprotected()).isEmpty();
    }

    @Test
    void aTableThatForgetsIsFound() throws SQLException {
        asOwner("create table forgetful (tenant_id int not null)");
        try {
            assertThat(unprotected()).containsExactly("forgetful");
        } finally {
            asOwner("drop table forgetful");
        }
    }

    @Test
    void everyKeyBeginsWithTheTenant() {
        assertThat(db.sql("""
                        select i.indexrelid::regclass::text
                        from pg_index i
                        join pg_class t on t.oid = i.indrelid
                        join pg_attribute a on a.attrelid = t.oid and a.attnum = i.indkey[0]
                        where i.indisunique and t.relnamespace = 'public'::regnamespace
                          and t.relname not like 'flyway_schema_history%' and a.attname <> 'tenant_id'
                        """).query(String.class).list()).isEmpty();
    }

    @Test
    void aRowOfAnotherTenantDoesNotExistEvenForWrongSql() {
        LAO_CAI.run(() -> write("Tả Van"));

        assertThat(LAO_CAI.call(this::words)).isEqualTo("Tả Van");
        assertThat(DA_NANG.call(this::words)).isEmpty();
        DA_NANG.run(() -> transaction.executeWithoutResult(
                _ -> db.sql("delete from probe").update()));
        assertThat(LAO_CAI.call(this::words)).isEqualTo("Tả Van");
    }

    @Test
    void aRowForAnotherTenantCannotBeWritten() {
        assertThatThrownBy(() -> DA_NANG.run(() -> transaction.executeWithoutResult(
                        _ -> db.sql("insert into probe values (15, 'lạc')").update())))
                .isInstanceOf(DataAccessException.class)
                .hasStackTraceContaining("row-level security");
    }

    @Test
    void historyIsAddedToAndNeverChanged() {
        LAO_CAI.run(() -> transaction.executeWithoutResult(
                _ -> db.sql("insert into history_probe values (15, 'đã ghi')").update()));

        for (var change : List.of(
                "update history_probe set word = 'sửa'", "delete from history_probe", "truncate history_probe")) {
            assertThatThrownBy(() -> LAO_CAI.run(() ->
                            transaction.executeWithoutResult(_ -> db.sql(change).update())))
                    .hasStackTraceContaining("permission denied");
        }
    }

    @Test
    void theDatabaseIsNotUsedOutsideAScope() {
        assertThatThrownBy(this::words).hasStackTraceContaining("outside a Scope");

        LAO_CAI.run(() -> write("Sa Pa"));
        assertThat(db.sql("select word from probe").query(String.class).list())
                .as("without a transaction there is no tenant, so nothing is seen")
                .isEmpty();
    }

    @Test
    void aRunningTransactionIsOfOneTenantAndAnotherTenantTakesItsOwn() {
        LAO_CAI.run(() -> write("Lao Chải"));
        DA_NANG.run(() -> write("Hòa Vang"));

        LAO_CAI.run(() -> transaction.executeWithoutResult(_ -> {
            assertThatThrownBy(() -> DA_NANG.run(() -> write("lạc")))
                    .hasMessageContaining("a transaction of tenant 15 is running, and was asked for tenant 48");
            var apart = new TransactionTemplate(Objects.requireNonNull(transaction.getTransactionManager()));
            apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
            String there = DA_NANG.call(() -> apart.execute(_ -> words()));
            assertThat(there).isEqualTo("Hòa Vang");
            assertThat(words()).as("the first goes on").isEqualTo("Lao Chải");
            assertThatThrownBy(() -> DA_NANG.call(this::words)).isInstanceOf(IllegalStateException.class);
        }));
        assertThat(DA_NANG.call(this::words)).isEqualTo("Hòa Vang");
    }

    private List<@Nullable String> unprotected() {
        return db.sql("""
                        select relname from pg_class
                        where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
                          and relname not like 'flyway_schema_history%'
                          and not (relrowsecurity and relforcerowsecurity)
                        """).query(String.class).list();
    }

    private void write(String word) {
        transaction.executeWithoutResult(_ -> db.sql("insert into probe values (motcua_tenant(), :word)")
                .param("word", word)
                .update());
    }

    private String words() {
        String words = transaction.execute(_ -> db.sql("select coalesce(string_agg(word, ', '), '') from probe")
                .query(String.class)
                .single());
        return Objects.requireNonNull(words);
    }

    private void asOwner(String... statements) throws SQLException {
        try (var owner = database.owner();
                var sql = owner.createStatement()) {
            for (var statement : statements) {
                sql.execute(statement);
            }
        }
    }
}
