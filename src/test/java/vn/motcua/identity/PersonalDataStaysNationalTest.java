package vn.motcua.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.shared.Scope;
import vn.motcua.shared.TenantId;
import vn.motcua.support.Postgres;

/** The units of all tenants are everybody's to know; people, officers and accounts are not, even for wrong SQL. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ActiveProfiles("demo")
@Import(Postgres.class)
class PersonalDataStaysNationalTest {

    private static final TenantId LAO_CAI = new TenantId(15);

    private final JdbcClient db;
    private final TransactionTemplate transaction;

    @Autowired
    PersonalDataStaysNationalTest(JdbcClient db, PlatformTransactionManager transactions) {
        this.db = db;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Test
    void aTenantSeesNoPersonAndNoSignInName() {
        for (var table : new String[] {"person", "organisation", "sign_in_name"}) {
            assertThat(count(LAO_CAI, table)).as(table).isZero();
        }
        assertThat(count(TenantId.NATIONAL, "person")).isEqualTo(13);
        assertThat(count(TenantId.NATIONAL, "organisation")).isEqualTo(2);
    }

    @Test
    void aTenantSeesItsOwnOfficersOnly() {
        assertThat(tenants(LAO_CAI, "officer")).isEqualTo("15");
        assertThat(tenants(LAO_CAI, "position")).isEqualTo("15");
        assertThat(tenants(LAO_CAI, "account")).isEqualTo("15");
        assertThat(tenants(TenantId.NATIONAL, "account")).isEqualTo("0");
    }

    @Test
    void theUnitsOfAllTenantsCanBeReadAndOnlyTheOwnWritten() {
        assertThat(tenants(LAO_CAI, "unit")).isEqualTo("15,48,1001,1002,1003");

        assertThat(changed(LAO_CAI, "update unit set name = name where tenant_id = 48"))
                .isZero();
        assertThat(changed(LAO_CAI, "update unit set name = name where tenant_id = 15"))
                .isPositive();
    }

    @Test
    void aTenantNamesNoAccountOfAnother() {
        assertThatThrownBy(() -> changed(LAO_CAI, """
                        insert into sign_in_name (tenant_id, user_name, account_tenant, account, administrator)
                        values (0, 'ke-mao-danh', 48, gen_random_uuid(), true)
                        """)).hasStackTraceContaining("row-level security");
    }

    private long count(TenantId tenant, String table) {
        return in(tenant, "select count(*) from " + table, Long.class);
    }

    private String tenants(TenantId tenant, String table) {
        var sql = "select string_agg(t::text, ',' order by t) from (select distinct tenant_id as t from " + table + ")";
        return in(tenant, sql, String.class);
    }

    private <T> T in(TenantId tenant, String sql, Class<T> kind) {
        return Scope.of(tenant)
                .call(() -> transaction.execute(_ -> db.sql(sql).query(kind).single()));
    }

    private int changed(TenantId tenant, String sql) {
        return Scope.of(tenant).call(() -> transaction.execute(_ -> db.sql(sql).update()));
    }
}
