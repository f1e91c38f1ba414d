package vn.motcua.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.dataformat.yaml.YAMLMapper;
import vn.motcua.document.FileDamaged;
import vn.motcua.document.FileId;
import vn.motcua.document.FileStore;
import vn.motcua.dossier.Tracking;
import vn.motcua.payment.ReceiptSheet;
import vn.motcua.support.FreshDatabase;
import vn.motcua.support.TaVan;
import vn.motcua.support.TestClock;
import vn.motcua.support.Visit;
import vn.motcua.support.WholeProgram;

/** A dossier that was kept long enough is destroyed by two, after its applicant was told, and nothing personal of it is left. */
@WholeProgram
class RetentionTest {

    private static final String OWNER = "Phan Đình Phước";
    private static final String ARCHIVIST = "Giàng Thị Mo";
    private static final String LEADER = "Vũ Đức Thành";
    private static final String INSPECTOR = "Hoàng Thị Nguyệt";

    /** Those of the columns of personal data that cannot hold a word of ours, or not in this stage. */
    private static final Set<String> NO_WORD = Set.of(
            "filing.receive_by",
            "filed_draft.receive_by",
            "dossier.reason",
            "dossier.waiting_for",
            "dossier.supplement",
            "dossier.leave_reason");

    /** Tables about a dossier that do not name it in a column. */
    private static final Set<String> OF_A_DOSSIER =
            Set.of("filing", "dossier", "applicant_name", "stored_file", "access_question", "signature_report");

    private final TaVan taVan;
    private final RetentionLife retention;
    private final FileStore store;
    private final Tracking tracking;
    private final FreshDatabase database;
    private final TestClock clock;
    private final String address;

    @Autowired
    RetentionTest(
            TaVan taVan,
            RetentionLife retention,
            FileStore store,
            Tracking tracking,
            FreshDatabase database,
            TestClock clock,
            @LocalServerPort int port) {
        this.taVan = taVan;
        this.retention = retention;
        this.store = store;
        this.tracking = tracking;
        this.database = database;
        this.clock = clock;
        this.address = "http://localhost:" + port;
    }

    @BeforeEach
    void morning() {
        clock.set("2026-11-23T08:00");
    }

    @Test
    void nothingPersonalIsLeftAnywhereAndTheLogIsAsItWas() throws IOException {
        var life = ended();
        var id = life.ref.id().toString();
        var word = "zz" + UUID.randomUUID().toString().replace("-", "");
        var file = write(id, word);
        assertThat(holding(word)).containsAll(personalOfADossier());
        var log = log(id);

        agreed(id);
        assertThat(retention.sweep()).isEqualTo(1);

        assertThat(holding(word)).isEmpty();
        assertThatThrownBy(() -> store.open(file).close()).isInstanceOf(FileDamaged.class);
        assertThat(log(id)).startsWith(log.toArray(String[]::new));
        assertThat(acts(id)).endsWith("destruction-proposed", "destruction-confirmed", "destroyed");
        assertThat(ask("select digest is not null and number is not null from dossier where id = '" + id + "'"))
                .containsExactly("t");
        assertThat(retention.sweep()).as("again").isZero();
    }

    @Test
    void whatWentToAnotherAgencyIsDestroyedHereAndStaysThere() throws IOException {
        var life = taVan.birth(OWNER).received().passedAcross();
        taVan.told();
        var id = life.ref.id().toString();
        var there = tracking.dossiers(life.code).getLast();
        var word = "zz" + UUID.randomUUID().toString().replace("-", "");
        var of = " where tenant_id = 15 and dossier = '" + id + "'";
        admin("update dossier set stage_since = '2010-01-01 10:00+07', reason = '" + word + "' where id = '" + id
                + "'");
        admin("update dossier_answers set answers = answers || '{\"a\": \"" + word + "\"}'" + of);
        admin("update dossier_event set actor_name = '" + word + "', data = data || '{\"a\": \"" + word + "\"}'" + of);
        admin("update dossier_paper set name = '" + word + "'" + of);
        assertThat(holding(word))
                .containsExactlyInAnyOrder(
                        "dossier.reason",
                        "dossier_answers.answers",
                        "dossier_event.actor_name",
                        "dossier_event.data",
                        "dossier_paper.name");

        agreed(id);
        assertThat(retention.sweep()).isEqualTo(1);

        assertThat(holding(word)).isEmpty();
        assertThat(ask("select a.answers ->> 'child.fullName' from dossier_answers a where a.dossier = '" + there.id()
                        + "'"))
                .as("the agency that has it now keeps it")
                .containsExactly("Giàng Thị Mỵ");
        var scan = FileId.of(ask("select file from dossier_paper where dossier = '" + there.id() + "'")
                .getFirst());
        assertThat(store.size(scan)).isPositive();
    }

    @Test
    void receiptsStayUntilTheirOwnTimeIsOver() throws IOException {
        var id = ended().ref.id().toString();
        var word = "zz" + UUID.randomUUID().toString().replace("-", "");
        var symbol = "ZZ" + Long.toString(System.nanoTime() % 1_000_000L);
        var file = receipt(id, word, symbol);
        agreed(id);
        clock.set("2036-12-31T08:00");
        assertThat(retention.sweep()).isEqualTo(1);
        assertThat(holding(word)).containsExactlyInAnyOrder(RECEIPTS);
        assertThat(store.size(file)).as("the signed file").isPositive();

        clock.set("2037-01-01T08:00");
        retention.sweep();
        assertThat(holding(word)).isEmpty();
        assertThatThrownBy(() -> store.open(file).close()).isInstanceOf(FileDamaged.class);
        assertThat(ask("select amount from receipt where symbol = '" + symbol + "'"))
                .as("the number and its amount stay in the books")
                .containsExactly("5000");
        assertThat(ask(
                        "select (select count(*) from jsonb_each_text(sheet) where value = '') from receipt_correction where symbol = '"
                                + symbol + "'"))
                .as("an empty sheet can still be listed")
                .containsExactly(Integer.toString(ReceiptSheet.class.getRecordComponents().length));
    }

    private static final String[] RECEIPTS = {
        "receipt_correction.answer",
        "receipt_correction.decider_name",
        "receipt_correction.proposer_name",
        "receipt_correction.reason",
        "receipt_correction.said",
        "receipt_correction.sheet",
        "receipt_sheet.sheet"
    };

    /** Writes that word wherever a receipt of 2026 has something personal. */
    private FileId receipt(String id, String word, String symbol) throws IOException {
        var file = store.put(new ByteArrayInputStream(word.getBytes(StandardCharsets.UTF_8)));
        for (var sql : List.of(
                "insert into fee_payment values (15, '" + id
                        + "', 78, uuidv7(), 5000, '[]', 'CASH', now(), uuidv7(), '', uuidv7())",
                "insert into receipt (tenant_id, symbol, year, no, dossier, payment_no, unit, lines, amount, channel, issued_at) values "
                        + "(15, '$', 2026, 1, '" + id
                        + "', 78, uuidv7(), '[]', 5000, 'CASH', '2026-11-23 08:00+07')",
                "insert into receipt_series values (15, '$', 2026, 1)",
                "insert into receipt_sheet values (15, '$', 2026, 1, '\"#\"')",
                "insert into receipt_paper (tenant_id, symbol, year, no, cancelled, file, signed_at) values (15, '$', 2026, 1, false, '"
                        + file.sha256() + "', now())",
                "insert into stored_file values (15, '" + file.sha256()
                        + "', 'bien-lai.pdf', 'PDF', 9, null, now(), false, now())",
                "insert into receipt_correction (tenant_id, id, dossier, unit, no, symbol, year, receipt_no, way, said, sheet, lines, "
                        + "reason, state, version, proposer, proposer_name, proposed_at, decider, decider_name, decided_at, answer, told) "
                        + "values (15, uuidv7(), '" + id
                        + "', uuidv7(), 1, '$', 2026, 1, 'NOTICE', '\"#\"', '\"#\"', '[]', '#', 'DONE', 2, uuidv7(), '#', now(), "
                        + "uuidv7(), '#', now(), '#', 2)")) {
            admin(sql.replace("#", word).replace("$", symbol));
        }
        return file;
    }

    @Test
    void whoMaySeeItLearnsWhatBecameOfIt() {
        var life = ended();
        agreed(life.ref.id().toString());
        retention.sweep();

        for (var visit : Map.of(OWNER, life.path(), LEADER, "/desk/dossiers/" + life.ref.id())
                .entrySet()) {
            var answer = new Visit(address).as(visit.getKey()).get(visit.getValue());
            assertThat(answer.statusCode()).isEqualTo(410);
            assertThat(answer.body()).contains("đã được hủy lúc 08:00, 23/11/2026", "10 năm");
        }
        assertThat(new Visit(address).as("Nguyễn Văn Quân").get(life.path()).statusCode())
                .isEqualTo(404);
        assertThat(new Visit(address).as(OWNER).get("/my").statusCode()).isEqualTo(200);
        assertThat(new Visit(address).as(INSPECTOR).get("/desk/destructions").body())
                .contains("1 hồ sơ hết thời hạn lưu giữ");
    }

    @Test
    void theApplicantIsToldBeforeAnythingIsProposed() {
        var life = ended();
        retention.sweep();

        assertThat(new Visit(address).as(OWNER).get("/my").body())
                .contains("hồ sơ được lưu giữ đến hết ngày 01/01/2020");
        assertThat(propose(life.ref.id().toString())).as("just told").isEqualTo(409);
        told(life.ref.id().toString());
        assertThat(propose(life.ref.id().toString())).isEqualTo(302);
    }

    @Test
    void whatIsHeldStays() {
        var id = ended().ref.id().toString();
        retention.sweep();
        told(id);
        var archivist = new Visit(address).as(ARCHIVIST);
        assertThat(archivist
                        .fill("/desk/retention", "/desk/retention/" + id + "/hold", Map.of("reason", " "))
                        .statusCode())
                .isEqualTo(422);
        archivist.fill("/desk/retention", "/desk/retention/" + id + "/hold", Map.of("reason", "Đang có khiếu nại"));
        assertThat(archivist.get("/desk/retention").body()).contains("Được giữ lại: Đang có khiếu nại");

        assertThat(propose(id)).isEqualTo(409);
        archivist.fill("/desk/retention", "/desk/retention/" + id + "/release", Map.of());
        assertThat(propose(id)).isEqualTo(302);
    }

    @Test
    void theDatabaseItselfLetsNobodyDestroyAlone() {
        var id = ended().ref.id().toString();
        retention.sweep();
        told(id);
        propose(id);

        assertThatThrownBy(() -> app("select motcua_destroy_dossier('" + id + "', now())"))
                .hasMessageContaining("not to be destroyed");
        assertThatThrownBy(() -> app("update dossier_retention set confirmed_by = proposed_by, confirmed_at = now()"
                        + " where dossier = '" + id + "'"))
                .hasMessageContaining("nobody_confirms_their_own");
        assertThatThrownBy(() -> app("update dossier_event set actor_name = '' where dossier = '" + id + "'"))
                .hasMessageContaining("permission denied");
    }

    @Test
    void whatTwoAgreedOnIsDestroyedByItsOwnTenantAlone() {
        var id = ended().ref.id().toString();
        agreed(id);

        assertThatThrownBy(
                        () -> app(48, "select motcua_destroy_dossier('" + id + "', timestamptz '2026-11-23 08:00+07')"))
                .hasMessageContaining("not to be destroyed");
        assertThat(retention.sweep()).isEqualTo(1);
    }

    @Test
    void whatSomebodyBeganAndCouldNotFinishIsFinishedLater() throws IOException {
        var id = ended().ref.id().toString();
        var file = write(id, "zz" + UUID.randomUUID());
        agreed(id);
        app("select motcua_destroy_dossier('" + id + "', timestamptz '2026-11-23 08:00+07')");
        assertThat(store.size(file)).as("the program died here").isPositive();

        assertThat(retention.sweep()).isEqualTo(1);
        assertThatThrownBy(() -> store.open(file).close()).isInstanceOf(FileDamaged.class);
    }

    private TaVan.Life ended() {
        var life = taVan.birth(OWNER).received().appraised().approved().issued().handedOver();
        admin("update dossier set stage_since = '2010-01-01 10:00+07' where id = '" + life.ref.id() + "'");
        return life;
    }

    /** Two people agree that it is destroyed. */
    private void agreed(String id) {
        retention.sweep();
        told(id);
        assertThat(propose(id)).isEqualTo(302);
        var leader = new Visit(address).as(LEADER);
        assertThat(leader.fill("/desk/retention", "/desk/retention/decide", Map.of("dossier", id, "do", "confirm"))
                        .statusCode())
                .isEqualTo(302);
    }

    private int propose(String id) {
        return new Visit(address)
                .as(ARCHIVIST)
                .fill("/desk/retention", "/desk/retention/propose", Map.of("dossier", id))
                .statusCode();
    }

    /** As if the applicant had been told in time. */
    private void told(String id) {
        admin("update dossier_retention set noticed_at = '2026-09-01 08:00+07' where dossier = '" + id + "'");
    }

    /** Writes that word wherever something personal can stand, and a file whose only use is this dossier. */
    private FileId write(String id, String word) throws IOException {
        var file = store.put(new ByteArrayInputStream(word.getBytes(StandardCharsets.UTF_8)));
        var of = " where tenant_id = 15 and dossier = '" + id + "'";
        for (var sql : List.of(
                "update filing set applicant_name = '#', applicant_folded = '#', personal_number = '#', phone = '#', email = '#', "
                        + "address = '#', receive_at = '#', available = array['#'] where id = (select filing from dossier where id = '"
                        + id + "')",
                "insert into applicant_name values (15, '#')",
                "update dossier set outcome = 'DENIED', denial_reason = '#', handed_to = '#', proposal = '\"#\"', returned_papers = '#', "
                        + "mistake_reason = '#', mistake_reported_at = now() where id = '"
                        + id + "'",
                "update dossier_answers set answers = answers || '{\"a\": \"#\"}'" + of,
                "update dossier_event set actor_name = '#', data = data || '{\"a\": \"#\"}'" + of,
                "update dossier_paper set name = '#', file = '" + file.sha256() + "'" + of,
                "insert into paper_statement values (15, '" + id + "', '" + "1".repeat(64)
                        + "', 'a', now(), uuidv7(), '#')",
                "insert into signed_statement values (15, '" + id + "', '" + "1".repeat(64) + "', 'a', '"
                        + file.sha256() + "', '#', 'a', now())",
                "insert into signed_declaration values (15, '" + id + "', '" + "1".repeat(64) + "', '" + file.sha256()
                        + "', '#', 'a', now())",
                "insert into statement_due (tenant_id, dossier, file, document, last_error) values (15, '" + id + "', '"
                        + "2".repeat(64) + "', 'a', '#')",
                "insert into counter_scan values (15, '" + id + "', uuidv7(), uuidv7(), now(), 0, '#', '"
                        + "3".repeat(64) + "', now())",
                "insert into paper_origin values (15, '" + id + "', 'a', 'a', 'REUSED', '{\"a\": \"#\"}', now())",
                "insert into thread_message values (15, uuidv7(), uuidv7(), '" + id
                        + "', 'APPLICANT', uuidv7(), null, '#', now())",
                "insert into linked_filing select 15, filing, uuidv7(), uuidv7(), '', '{\"a\": \"#\"}', now(), null, null from dossier where id = '"
                        + id + "'",
                "insert into linked_branch select 15, filing, 'a', 1, 'OPEN', uuidv7(), '[\"#\"]', null, 15, id, 1, 'HANDED_OVER', now() "
                        + "from dossier where id = '" + id + "'",
                "insert into dossier_note values (15, '" + id + "', uuidv7(), uuidv7(), '#', '#', now())",
                "insert into dossier_presence values (15, '" + id + "', uuidv7(), '#', now())",
                "with c as (insert into consultation values (15, uuidv7(), '" + id
                        + "', 'a', '', '', uuidv7(), uuidv7(), '#', now(), '#', '{}') returning id, dossier) insert into consulted_unit "
                        + "select 15, id, dossier, uuidv7(), now(), 'AGREES', 'WITHDRAWN', now(), null, '#', null, '#', null, '#', null from c",
                "insert into expert_question values (15, uuidv7(), '" + id
                        + "', 'a', uuidv7(), uuidv7(), '#', now(), '#', '#', '#', '{}', '2026-11-30', sha256('a'), 'ANSWERED', "
                        + "now(), '#', null, '#')",
                "with b as (insert into batch values (15, uuidv7(), uuidv7(), 'CLAIM', '', null, '', null, '', 'VI', now(), now()) "
                        + "returning id) insert into batch_item select 15, id, 1, '" + id
                        + "', 'a', 1, '', '', '', 'REFUSED', '#', now() from b",
                "insert into result (tenant_id, id, command, code, dossier, step, number, procedure, revision, issuer, issuer_name, "
                        + "leader, leader_name, leader_position, clerk, cautions, draft, file, state, drafted_at, reason) values (15, "
                        + "uuidv7(), uuidv7(), left(upper(md5(random()::text)), 12), '" + id
                        + "', 'issue', '1/2010', 'a', uuidv7(), uuidv7(), 'a', uuidv7(), '#', 'a', uuidv7(), '{}', '"
                        + "0".repeat(64) + "', '" + "0".repeat(64) + "', 'ISSUED', now(), '#')",
                "insert into stored_file values (15, '" + file.sha256()
                        + "', '#', 'PDF', 9, null, now(), false, now())",
                "insert into signature_report (tenant_id, file, arrived_at, judged_at, report) values (15, '"
                        + file.sha256() + "', now(), now(), '{\"a\": \"#\"}')",
                "insert into fee_payment values (15, '" + id
                        + "', 77, uuidv7(), 5000, '[]', 'CASH', now(), uuidv7(), '#', uuidv7())",
                "insert into refund (tenant_id, id, dossier, unit, no, payment_no, channel, amount, lines, way, account, reason, state, "
                        + "version, proposer, proposer_name, proposed_at, decider, decider_name, decided_at, answer, payer, payer_name, "
                        + "paid_at, proof) values (15, uuidv7(), '" + id
                        + "', uuidv7(), 77, 77, 'CASH', 5000, '[]', 'CASH', '#', '#', 'PAID_BACK', 1, uuidv7(), '#', now(), uuidv7(), "
                        + "'#', now(), '#', uuidv7(), '#', now(), '#')",
                "insert into correction_request (tenant_id, id, dossier, about, unit, asker, asker_name, wrong, should_be, asked_at, due_at, "
                        + "outcome, answer, answered_at, answered_by) values (15, uuidv7(), '" + id
                        + "', '#', uuidv7(), uuidv7(), '#', '#', '#', now(), now(), 'REFUSED', '#', now(), '#')",
                "insert into access_question select 15, uuidv7(), (select id from audit_record where subject = '" + id
                        + "' limit 1), uuidv7(), uuidv7(), '#', '#', now(), now(), '#', '#', now(), '#'",
                "insert into supplement_draft values (15, '" + id + "', uuidv7(), '[\"#\"]', '{\"a\": \"#\"}', now())",
                "insert into supplement_draft_paper select 15, '" + id + "', owner, uuidv7(), 0, '#', '"
                        + "0".repeat(64) + "', 1, now() from supplement_draft where dossier = '" + id + "'",
                "insert into notification values (0, uuidv7(), '" + id
                        + "', 7, 15, 'received', array['#', '#'], now(), null)",
                "insert into filed_draft select 15, uuidv7(), uuidv7(), 'ZZZZ' || upper(substr(translate('#', '01io', '2345'), 3, 12)), '"
                        + id + "', '#', uuidv7(), uuidv7(), 'POST', now()")) {
            admin(sql.replace("#", word));
        }
        return file;
    }

    /** The columns of personal data of tables about dossiers. */
    private Set<String> personalOfADossier() throws IOException {
        var list = new YAMLMapper()
                .readTree(Path.of("src/main/resources/privacy/fields.yaml").toFile());
        var naming = new TreeSet<>(
                ask(
                        "select table_name from information_schema.columns where column_name = 'dossier' and table_schema = 'public'"));
        var columns = new TreeSet<String>();
        list.get("classes")
                .forEach(it -> it.get("columns").properties().forEach(table -> {
                    if (OF_A_DOSSIER.contains(table.getKey()) || naming.contains(table.getKey())) {
                        table.getValue().forEach(column -> columns.add(table.getKey() + "." + column.asString()));
                    }
                }));
        columns.removeAll(NO_WORD);
        columns.remove("dossier_retention.held_reason");
        columns.removeIf(it -> it.startsWith("receipt_correction.")); // an accounting paper has its own time
        columns.removeIf(it -> it.startsWith("vault_use.")); // what is in a vault is its owner's, and stays
        return columns;
    }

    /** Every column of every table in which the word stands. */
    private Set<String> holding(String word) {
        var holding = new TreeSet<String>();
        for (var table : tablesWith(word)) {
            var columns = ask("""
                    select format('%%I', attname) from pg_attribute
                    where attrelid = '%s'::regclass and attnum > 0 and not attisdropped
                    """.formatted(table));
            holding.addAll(ask(columns.stream()
                    .map(it -> "select '%s.%s' where exists (select 1 from %1$s where %2$s::text ilike '%%%s%%')"
                            .formatted(table, it, word))
                    .collect(Collectors.joining(" union all "))));
        }
        return holding;
    }

    private List<String> tablesWith(String word) {
        return ask(ask("""
                        select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'
                        """).stream()
                .map(it -> "select '%s' where exists (select 1 from %1$s x where x::text ilike '%%%s%%')"
                        .formatted(it, word))
                .collect(Collectors.joining(" union all ")));
    }

    private List<String> log(String id) {
        return ask("select r::text from audit_record r where subject = '" + id + "' order by transaction, r.id");
    }

    private List<String> acts(String id) {
        return ask("select act from audit_record where subject = '" + id + "' order by transaction, id");
    }

    private void admin(String statement) {
        try (var connection = database.server().superuser(database.name());
                var sql = connection.createStatement()) {
            sql.execute(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(statement, e);
        }
    }

    /** As the program. */
    private void app(String statement) {
        app(15, statement);
    }

    private void app(int tenant, String statement) {
        try (var connection = database.app();
                var sql = connection.createStatement()) {
            connection.setAutoCommit(false);
            sql.execute("set local motcua.tenant = '" + tenant + "'");
            sql.execute(statement);
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    private List<String> ask(String question) {
        try (var connection = database.server().superuser(database.name());
                var sql = connection.createStatement();
                var found = sql.executeQuery(question)) {
            var answers = new ArrayList<String>();
            while (found.next()) {
                answers.add(found.getString(1));
            }
            return answers;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
