package vn.motcua.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.audit.Finding.Kind;
import vn.motcua.organization.Tenant;
import vn.motcua.organization.Units;
import vn.motcua.shared.Scope;
import vn.motcua.shared.TenantId;
import vn.motcua.support.FreshDatabase;
import vn.motcua.support.Postgres;
import vn.motcua.support.TestClock;

/** A database administrator, who may do anything to the tables, tries to change what the log says. */
@SpringBootTest(webEnvironment = WebEnvironment.NONE)
@Import({Postgres.class, TestClock.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TamperingTest {

    private static final TenantId TENANT = new TenantId(15);
    private static final Scope SCOPE = Scope.of(TENANT);
    private static final UUID DOSSIER = new UUID(7, 7);
    private static final int DAYS = 4;
    private static final int SEGMENTS_A_DAY = 5;
    private static final int LINES_A_SEGMENT = 50;
    private static final int ENTRIES = DAYS * SEGMENTS_A_DAY * LINES_A_SEGMENT;

    @Autowired
    private FreshDatabase database;

    @Autowired
    private Units units;

    @Autowired
    private Trail trail;

    @Autowired
    private Rounds rounds;

    @Autowired
    private AuditLog log;

    @Autowired
    private Seals seals;

    @Autowired
    private TestClock clock;

    @Autowired
    private PlatformTransactionManager transactions;

    private Connection administrator;
    private AuditLog theirs;
    private List<SignedDay> published;
    private Hash signer;

    @BeforeAll
    void fourDays() throws Exception {
        in(() -> units.save(new Tenant(TENANT, "Lào Cai", "Lao Cai")));
        for (int day = 0; day < DAYS; day++) {
            for (int segment = 0; segment < SEGMENTS_A_DAY; segment++) {
                clock.set("2026-11-%02dT%02d:00".formatted(23 + day, 8 + segment));
                IntStream.range(0, LINES_A_SEGMENT).forEach(_ -> in(() -> trail.leave(look())));
                rounds.go();
            }
        }
        published = in2(log::days);
        signer = Seal.fingerprint(seals.own().certificate());
        administrator = database.server().superuser(database.name());
        administrator.setAutoCommit(false);
        theirs = new AuditLog(JdbcClient.create(new SingleConnectionDataSource(administrator, true)));
    }

    @AfterEach
    void undoes() throws SQLException {
        administrator.rollback();
        clock.set("2026-11-26T12:00");
    }

    @AfterAll
    void leaves() throws SQLException {
        administrator.close();
    }

    @Test
    void aLogThatNobodyTouchedIsIntact() {
        var result = check();

        assertThat(result.findings()).isEmpty();
        assertThat(result.records()).isEqualTo(ENTRIES);
        assertThat(result.segments()).isEqualTo(DAYS * SEGMENTS_A_DAY);
        assertThat(result.days()).isEqualTo(DAYS - 1);
    }

    @Test
    void everyWayToTamperIsFound() throws SQLException {
        assertThat(unnoticed(Tampering.values().length * 3)).isEmpty();
    }

    @Tag("long")
    @Test
    void aThousandTamperingsOfAThousandEntriesAreAllFound() throws SQLException {
        assertThat(unnoticed(ENTRIES)).isEmpty();
        assertThat(ENTRIES).isEqualTo(1000);
        assertThat(ENTRIES / Tampering.values().length).isGreaterThan(30);
    }

    /** What nobody noticed when each of so many entries, spread over all, was tampered with in the ways in turn. */
    private List<String> unnoticed(int times) throws SQLException {
        var random = new Random(15);
        var unnoticed = new ArrayList<String>();
        var all = Tampering.values();
        for (int time = 0; time < times; time++) {
            var how = all[time % all.length];
            var what = how.apply(administrator, (int) ((long) time * ENTRIES / times), random);
            if (check().intact()) {
                unnoticed.add(how + ": " + what);
            }
            administrator.rollback();
        }
        System.out.printf("Tampering: %d entries of %d, %d ways%n", times, ENTRIES, all.length);
        return unnoticed;
    }

    /** All that one did with one dossier on a day is one entry; going on from page to page shows each once. */
    @Test
    void theListOfLooksLosesNothingBetweenItsPages() {
        var seen = new ArrayList<AuditRecord>();
        var mark = Mark.end(clock.instant());
        for (int page = 0; page < 50; page++) {
            var from = mark;
            var days = in2(() -> log.byDay(List.of(DOSSIER), from, 30));
            days.forEach(seen::addAll);
            if (days.size() < 30) {
                break;
            }
            mark = Mark.of(days.getLast().getFirst());
        }

        assertThat(seen).doesNotHaveDuplicates().hasSize(ENTRIES);
    }

    @Test
    void whoRewritesTheWholeChainStillCannotSignTheDays() throws SQLException {
        change(
                "update audit_record set actor = gen_random_uuid() where id = (select id from audit_record order by id limit 1)");
        rewriteChain();

        assertThat(kinds(check())).isEqualTo(Set.of(Kind.DAY_ALTERED));
    }

    @Test
    void whoSignsThemWithAKeyOfTheirOwnIsNotTheSigner(@TempDir Path folder) throws SQLException {
        change(
                "update audit_record set actor = gen_random_uuid() where id = (select id from audit_record order by id limit 1)");
        rewriteChain();
        var forger =
                new SealFile(folder.resolve("key.pem"), folder.resolve("certificate.pem")).readOrMake(clock.instant());
        SCOPE.run(() -> published.forEach(it -> resign(it.root().day(), forger)));

        assertThat(kinds(check())).isEqualTo(Set.of(Kind.SIGNER_UNKNOWN, Kind.PUBLISHED_DIFFERENT));
    }

    /** What the documents name as out of reach: before a line is sealed, and before the day is published. */
    @Test
    void beforeTheDayIsPublishedItsTailCanBeCutOffUnseen() throws SQLException {
        change("delete from audit_segment where no = (select max(no) from audit_segment)");
        change(
                "delete from audit_record where transaction >= (select max(until_xid::text::bigint) from audit_segment)::text::xid8");

        assertThat(check().findings()).isEmpty();
    }

    /** The same: nothing outside the database holds today yet, so its segments can be computed anew over other lines. */
    @Test
    void untilTheDayIsPublishedItsRulerCanRewriteAllOfIt() throws SQLException {
        change("""
                update audit_record set actor = gen_random_uuid(), act = 'read'
                where id in (select id from audit_record order by transaction desc, id desc limit 3)
                """);
        change(
                "delete from audit_record where id = (select id from audit_record order by transaction desc, id desc limit 1)");
        rewriteChain();

        assertThat(check().findings()).isEmpty();
    }

    @Test
    void linesThatNobodySealsAreNoticed() throws SQLException {
        change("delete from audit_segment where no = (select max(no) from audit_segment)");
        clock.set("2026-11-26T13:00");

        assertThat(kinds(check())).isEqualTo(Set.of(Kind.UNSEALED));
    }

    @Test
    void aLineWrittenTodayAboutYesterdayIsNoticedWhenItIsSealed() {
        var check = new ChainCheck(Optional.empty());
        var sealedAt = Instant.parse("2026-11-23T03:00:00Z");
        var first = line(10, sealedAt);
        var late = line(12, sealedAt.minusSeconds(3600));
        var one = segment(1, 0, 11, first, Hash.NOTHING, sealedAt);
        var two = segment(2, 11, 13, late, one.hash(), sealedAt.plusSeconds(60));

        check.segment(one, List.of(first));
        check.segment(two, List.of(late));

        assertThat(kinds(check.result())).isEqualTo(Set.of(Kind.RECORD_MISDATED));
    }

    @Test
    void theProgramItselfMayOnlyAdd() throws SQLException {
        try (var app = database.app();
                var sql = app.createStatement()) {
            for (var table : List.of("audit_record", "audit_segment", "audit_day", "audit_day_stamp")) {
                for (var statement : List.of(
                        "delete from " + table, "update " + table + " set tenant_id = 0", "truncate " + table)) {
                    assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> sql.execute(statement)))
                            .hasMessageContaining("permission denied");
                }
            }
        }
    }

    private Segment segment(int no, long from, long until, AuditRecord line, Hash previous, Instant at) {
        return new Segment(
                TENANT,
                no,
                LocalDate.of(2026, 11, 23),
                from,
                until,
                1,
                HashTree.root(List.of(line.leaf())),
                previous,
                at);
    }

    private AuditRecord line(long transaction, Instant at) {
        return new AuditRecord(
                TENANT,
                transaction,
                new UUID(0, transaction),
                at,
                UUID.randomUUID(),
                Optional.empty(),
                Optional.empty(),
                "settle",
                DOSSIER,
                "read",
                "identity",
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private ChainCheck.Result check() {
        return SCOPE.call(() -> Verification.of(theirs, Optional.of(signer), published, clock.instant()));
    }

    private static Set<Kind> kinds(ChainCheck.Result result) {
        return result.findings().stream().map(Finding::what).collect(java.util.stream.Collectors.toSet());
    }

    /** As an administrator would who knows the code but not the key. */
    private void rewriteChain() throws SQLException {
        var segments = SCOPE.call(() -> theirs.segmentsAfter(0, 1000));
        change("delete from audit_segment");
        var previous = Hash.NOTHING;
        for (var it : segments) {
            var lines = SCOPE.call(() -> theirs.records(it.from(), it.until(), 1000));
            var again = new Segment(
                    TENANT,
                    it.no(),
                    it.day(),
                    it.from(),
                    it.until(),
                    lines.size(),
                    HashTree.root(lines.stream().map(AuditRecord::leaf).toList()),
                    previous,
                    it.sealedAt());
            SCOPE.call(() -> theirs.add(again));
            previous = again.hash();
        }
    }

    private void resign(LocalDate day, Seal forger) {
        var segments = theirs.segmentsAfter(0, 1000).stream()
                .filter(it -> it.day().equals(day))
                .toList();
        try {
            change("delete from audit_day where day = '" + day + "'");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        theirs.add(forger.sign(DayRoot.over(segments)));
    }

    private void change(String sql) throws SQLException {
        try (var statement = administrator.createStatement()) {
            assertThat(statement.executeUpdate(sql)).isPositive();
        }
    }

    private Look look() {
        return new Look(
                UUID.randomUUID(),
                Optional.of(UUID.randomUUID()),
                Optional.of("receiver"),
                Purpose.SETTLE,
                DOSSIER,
                "read",
                Fields.of(Fields.IDENTITY, Fields.ANSWERS));
    }

    private void in(Runnable work) {
        SCOPE.run(() -> new TransactionTemplate(transactions).executeWithoutResult(_ -> work.run()));
    }

    private <T> T in2(java.util.function.Supplier<T> work) {
        return SCOPE.call(() -> new TransactionTemplate(transactions).execute(_ -> work.get()));
    }
}
