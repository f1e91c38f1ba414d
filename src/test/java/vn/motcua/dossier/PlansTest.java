package vn.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.dossier.DossierDatabase.LAN;
import static vn.motcua.dossier.DossierDatabase.SCOPE;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.dossier.InboxQuery.Filter;
import vn.motcua.shared.Language;
import vn.motcua.support.FreshDatabase;
import vn.motcua.support.StatementCount;

/** With a hundred thousand dossiers, what is asked often goes through an index, row-level security and all. */
@Tag("long")
// A database of its own: a hundred thousand dossiers with numbers that nobody gave would stand in the books of other
// tests
@SpringBootTest(webEnvironment = WebEnvironment.NONE, properties = "motcua.test.apart=plans")
@Import(DossierDatabase.class)
class PlansTest {

    private static final int DOSSIERS = 100_000;

    @Autowired
    private FreshDatabase database;

    @Autowired
    private Inbox inbox;

    @Autowired
    private DossierSearch search;

    @Autowired
    private BookOfDossiers book;

    @Autowired
    private StatementCount statements;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private JdbcClient db;

    @BeforeEach
    void manyDossiers() throws SQLException {
        int there = SCOPE.call(() -> transactions.execute(
                _ -> db.sql("select count(*) from dossier").query(Integer.class).single()));
        if (there >= DOSSIERS) {
            return;
        }
        try (var owner = database.owner();
                var sql = owner.createStatement()) {
            owner.setAutoCommit(false);
            sql.execute("select set_config('motcua.tenant', '15', false)");
            for (var statement : many()) {
                sql.execute(statement);
            }
            owner.commit();
        }
    }

    @Test
    void theInboxReadsOneRangeOfItsIndex() {
        for (var filter : Filter.values()) {
            var sent =
                    statements.during(() -> inbox.page(LAN, new InboxQuery(filter, Optional.empty(), 50), Language.VI));
            assertThat(sent)
                    .as("rows, counters, the agencies' own days, and one to note that it was shown")
                    .hasSizeLessThanOrEqualTo(4);
        }
        assertThat(plan("""
                select o.dossier from route_token o
                where o.tenant_id = 15 and o.unit = '%s' and o.role = 'receiver' and o.state = 'OPEN'
                    and (o.urgent_at, o.dossier, o.no) > ('2026-11-01', '00000000-0000-0000-0000-000000000000', 0)
                order by o.urgent_at, o.dossier, o.no limit 51
                """.formatted(DossierFixture.ONE_STOP)))
                .contains("route_token_inbox")
                .doesNotContain("Sort")
                .doesNotContain("Seq Scan");
    }

    @Test
    void aDossierIsFoundByItsNumberThroughTheIndex() {
        assertThat(search.find(LAN, "H15.02-260101-5000", Language.VI)).hasSize(1);
        assertThat(plan("select d.id from dossier d where d.tenant_id = 15 and d.number = 'H15.02-260101-5000'"))
                .contains("dossier_tenant_id_number_key");
        assertThat(plan("select f.id from filing f where f.tenant_id = 15 and f.personal_number = '010190005000'"))
                .contains("filing_by_personal_number");
    }

    @Test
    void aNameIsSearchedAmongDistinctNamesOnly() {
        assertThat(search.find(LAN, "nguyen kk", Language.VI)).isNotEmpty();
        assertThat(plan("""
                select f.id from filing f where f.tenant_id = 15 and f.applicant_folded in (
                    select n.folded from applicant_name n
                    where n.tenant_id = 15 and n.folded like all(array['%nguyen%', '%kk%']) limit 200)
                """)).contains("filing_by_name").doesNotContain("Seq Scan on filing");
    }

    @Test
    void aPageOfTheBookReadsOneRangeOfItsIndex() {
        var page = book.page(
                LAN,
                new BookQuery(
                        DossierFixture.ONE_STOP,
                        LocalDate.of(2026, 1, 1),
                        LocalDate.of(2026, 12, 31),
                        "",
                        BookQuery.Which.ALL,
                        Optional.empty(),
                        50));
        assertThat(page.lines()).hasSize(50);
        assertThat(plan(BookOfDossiers.SELECT
                                .replace(":tenant", "15")
                                .replace(":unit", "'" + DossierFixture.ONE_STOP + "'")
                                .replace(":from", "timestamptz '2026-01-01'")
                                .replace(":until", "timestamptz '2027-01-01'")
                                .replace(":afterAt", "timestamptz '2026-02-01'")
                                .replace(":afterId", "'00000000-0000-0000-0000-000000000000'")
                                .replace(":procedure", "''")
                        + "true"
                        + BookOfDossiers.ORDER.replace(":most", "51")))
                .contains("book_entry_of_dossiers")
                .doesNotContain("Sort")
                .doesNotContain("Seq Scan on dossier")
                .doesNotContain("Seq Scan on book_entry");
    }

    @Test
    void whatMayBeApologisedForIsReadByItsDueMoment() {
        for (var sql : List.of(ApologyCandidates.EARLIEST_FIRST, ApologyCandidates.LATEST_FIRST)) {
            assertThat(plan(sql.replace(":tenant", "15")
                            .replace(":receiving", "array['" + DossierFixture.ONE_STOP + "']")
                            .replace(":since", "array['2026-03-02T00:00:00Z']")
                            .replace(":until", "array['2026-03-03T00:00:00Z']")
                            .replace(":first", "timestamptz '2026-03-02'")
                            .replace(":last", "timestamptz '2026-03-03'")
                            .replace(":at", "timestamptz '2026-03-02'")
                            .replace(":id", "'00000000-0000-0000-0000-000000000000'")
                            .replace(":units", "array['" + DossierFixture.ONE_STOP + "']")
                            .replace(":most", "100")))
                    .contains("dossier_to_apologise")
                    .doesNotContain("Seq Scan");
        }
    }

    private String plan(String sql) {
        return SCOPE.call(() -> transactions.execute(_ -> String.join(
                "\n", db.sql("explain (costs off) " + sql).query(String.class).list())));
    }

    private static List<String> many() {
        return List.of(
                """
                insert into filing (tenant_id, id, command, tracking_code, channel, applicant_name, applicant_folded,
                    personal_number, phone, email, receive_by, receive_at, filed_at)
                select 15, md5('f' || i)::uuid, md5('c' || i)::uuid,
                    translate(upper(left(md5(i::text), 16)), '01', 'YZ'), 'ONLINE', 'Nguyễn ' || translate((i %% 3000)::text, '0123456789', 'abcdeghikl'),
                    'nguyen ' || translate((i %% 3000)::text, '0123456789', 'abcdeghikl'), '0101900' || lpad(i::text, 5, '0'), '', '', 'COUNTER', '',
                    timestamptz '2026-01-01' + i * interval '4 minutes'
                from generate_series(1, %1$d) i
                """.formatted(DOSSIERS),
                "insert into applicant_name (tenant_id, folded) select distinct 15, applicant_folded from filing on conflict do nothing",
                """
                insert into dossier (tenant_id, id, version, filing, revision, procedure, unit, channel, filed_at, stage,
                    stage_since, number, received_at, received_by, due_at, due_rule, due_calendar, due_provisional,
                    outcome, on_time, handed_how, handed_to, asked, digest)
                select 15, md5('d' || i)::uuid, 1, md5('f' || i)::uuid, '%2$s', '1.001193', '%3$s', 'ONLINE', f.filed_at,
                    case when i %% 50 = 0 then 'IN_PROCESS' else 'HANDED_OVER' end, f.filed_at,
                    'H15.02-260101-' || i, f.filed_at, '%4$s', f.filed_at + interval '1 day', 'working-day/1', '2026-1',
                    false, case when i %% 50 = 0 then null else 'GRANTED' end,
                    case when i %% 50 = 0 then null else true end, case when i %% 50 = 0 then null else 'COUNTER' end,
                    case when i %% 50 = 0 then null else 'Nguyễn' end, '{}', ''
                from generate_series(1, %1$d) i join filing f on f.tenant_id = 15 and f.id = md5('f' || i)::uuid
                """.formatted(DOSSIERS, DossierDatabase.BIRTH, DossierFixture.ONE_STOP, DossierFixture.LAN),
                """
                insert into dossier_event (tenant_id, dossier, version, command, ordinal, actor, actor_name, recorded_at,
                    effective_at, kind, schema_version, data)
                select 15, d.id, 1, md5('c' || i)::uuid, 1, '%2$s', 'Lan', d.filed_at, d.filed_at, 'received', 1, '{}'
                from generate_series(1, %1$d) i join dossier d on d.tenant_id = 15 and d.id = md5('d' || i)::uuid
                """.formatted(DOSSIERS, DossierFixture.LAN),
                """
                insert into book (tenant_id, unit, kind, year, last, opened_at)
                values (15, '%2$s', 'RECEPTION', 2026, 1000000 + %1$d, timestamptz '2026-01-01')
                on conflict (tenant_id, unit, kind, year) do update set last = excluded.last -- other tests have numbers too
                """.formatted(DOSSIERS, DossierFixture.ONE_STOP),
                """
                insert into book_entry (tenant_id, dossier, version, unit, kind, year, number, entered_at)
                select 15, d.id, 1, d.unit, 'RECEPTION', 2026, 1000000 + i, d.received_at
                from generate_series(1, %1$d) i join dossier d on d.tenant_id = 15 and d.id = md5('d' || i)::uuid
                """.formatted(DOSSIERS),
                """
                insert into route_token (tenant_id, dossier, no, node, from_node, causes, state, role, unit, officer,
                    since, urgent_at, lane)
                select 15, d.id, n, case n when 1 then 'reception' else 'appraisal' end, 'start', '{}',
                    case when d.stage = 'IN_PROCESS' and n = 1 then 'OPEN' else 'DONE' end, 'receiver', d.unit,
                    '%1$s', d.filed_at, d.due_at, 'RUNNING'
                from generate_series(1, %2$d) i join dossier d on d.tenant_id = 15 and d.id = md5('d' || i)::uuid
                    cross join generate_series(1, 5) n
                """.formatted(DossierFixture.LAN, DOSSIERS),
                "analyze filing",
                "analyze dossier",
                "analyze dossier_event",
                "analyze book_entry",
                "analyze route_token",
                "analyze applicant_name");
    }
}
