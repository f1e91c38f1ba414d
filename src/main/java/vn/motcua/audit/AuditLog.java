package vn.motcua.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.shared.Scope;
import vn.motcua.shared.VietnamTime;

/** The log of the current tenant with its segments and days. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class AuditLog {

    private static final String RECORDS = """
            select r.transaction, r.id, r.at, r.actor, r.position, r.role, r.purpose, r.subject, r.act, r.fields,
                encode(r.before, 'hex') as before, encode(r.after, 'hex') as after, encode(r.content, 'hex') as content
            from audit_record r
            """;
    private static final String SEGMENTS = """
            select s.no, s.day, s.from_xid, s.until_xid, s.records, encode(s.root, 'hex') as root,
                encode(s.previous, 'hex') as previous, s.sealed_at
            from audit_segment s
            """;
    private static final String DAYS = """
            select d.signed, d.signature, d.certificate, t.token
            from audit_day d
            left join audit_day_stamp t on t.tenant_id = d.tenant_id and t.day = d.day
            """;

    private final JdbcClient db;

    AuditLog(JdbcClient db) {
        this.db = db;
    }

    /** Below this transaction everything has been committed or undone. */
    long horizon() {
        return db.sql("select pg_snapshot_xmin(pg_current_snapshot())::text")
                .query((row, _) -> Long.parseUnsignedLong(row.getString(1)))
                .single();
    }

    /** Lines of the transactions from and before those, oldest first, at most so many. */
    List<AuditRecord> records(long from, long until, int limit) {
        return db.sql(RECORDS + """
                        where r.tenant_id = :tenant and r.transaction >= cast(:from as xid8)
                            and r.transaction < cast(:until as xid8)
                        order by r.transaction, r.id limit :limit
                        """)
                .param("tenant", tenant())
                .param("from", Long.toUnsignedString(from))
                .param("until", Long.toUnsignedString(until))
                .param("limit", limit)
                .query((row, _) -> record(row))
                .list();
    }

    /** Lines about that subject, oldest first. */
    List<AuditRecord> about(UUID subject) {
        return db.sql(RECORDS + "where r.tenant_id = :tenant and r.subject = :subject order by r.transaction, r.id")
                .param("tenant", tenant())
                .param("subject", subject)
                .query((row, _) -> record(row))
                .list();
    }

    /** What officers, and people for others, did about any of these subjects before that moment, latest first. */
    List<AuditRecord> about(Collection<UUID> subjects, Instant before, int limit) {
        return db.sql(RECORDS + """
                        where r.tenant_id = :tenant and r.subject = any(cast(:subjects as uuid[])) and r.at < :before
                            and (r.position is not null or r.role is not null)
                        order by r.at desc limit :limit
                        """)
                .param("tenant", tenant())
                .param("subjects", subjects.toArray(UUID[]::new))
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .query((row, _) -> record(row))
                .list();
    }

    /**
     * What others did about any of these subjects, all that one did about one subject on a day in Vietnam together, latest
     * first: so many of these togethers whose last line is before that mark.
     */
    List<List<AuditRecord>> byDay(Collection<UUID> subjects, Mark before, int limit) {
        return db
                .sql("""
                        with days as (
                            select r.actor, r.subject, max(r.at) as last, array_agg(r.id order by r.at desc, r.id desc) as ids
                            from audit_record r
                            where r.tenant_id = :tenant and r.subject = any(cast(:subjects as uuid[]))
                                and (r.position is not null or r.role is not null)
                            group by r.actor, r.subject, (r.at at time zone 'Asia/Ho_Chi_Minh')::date
                        ), together as (
                            select d.subject, d.last, d.ids[1] as latest, d.ids from days d
                            where (d.last, d.ids[1]) < (:at, :id)
                            order by d.last desc, d.ids[1] desc limit :limit
                        )
                        """ + RECORDS + """
                        join together t on t.subject = r.subject and r.id = any(t.ids)
                        where r.tenant_id = :tenant and r.subject = any(cast(:subjects as uuid[]))
                        order by t.last desc, t.latest desc, r.at desc, r.id desc
                        """)
                .param("tenant", tenant())
                .param("subjects", subjects.toArray(UUID[]::new))
                .param("at", before.at().atOffset(ZoneOffset.UTC))
                .param("id", before.id())
                .param("limit", limit)
                .query((row, _) -> record(row))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        it -> List.of(it.actor(), it.subject(), VietnamTime.dayOf(it.at())),
                        LinkedHashMap::new,
                        Collectors.toList()))
                .values()
                .stream()
                .toList();
    }

    /** What that account did about itself for this purpose before that mark, latest first. */
    List<AuditRecord> own(UUID account, Purpose purpose, Mark before, int limit) {
        return db.sql(RECORDS + """
                        where r.tenant_id = :tenant and r.subject = :account and r.purpose = :purpose
                            and (r.at, r.id) < (:at, :id)
                        order by r.at desc, r.id desc limit :limit
                        """)
                .param("tenant", tenant())
                .param("account", account)
                .param("purpose", purpose.code())
                .param("at", before.at().atOffset(ZoneOffset.UTC))
                .param("id", before.id())
                .param("limit", limit)
                .query((row, _) -> record(row))
                .list();
    }

    /** The last segment. */
    Optional<Segment> last() {
        return db.sql(SEGMENTS + "where s.tenant_id = :tenant order by s.no desc limit 1")
                .param("tenant", tenant())
                .query((row, _) -> segment(row))
                .optional();
    }

    /** The segments after that number. */
    List<Segment> segmentsAfter(int no, int limit) {
        return db.sql(SEGMENTS + "where s.tenant_id = :tenant and s.no > :no order by s.no limit :limit")
                .param("tenant", tenant())
                .param("no", no)
                .param("limit", limit)
                .query((row, _) -> segment(row))
                .list();
    }

    /** The segments of that day. */
    List<Segment> segmentsOn(LocalDate day) {
        return db.sql(SEGMENTS + "where s.tenant_id = :tenant and s.day = :day order by s.no")
                .param("tenant", tenant())
                .param("day", day)
                .query((row, _) -> segment(row))
                .list();
    }

    /** The segment in which that transaction's lines are sealed. */
    Optional<Segment> covering(long transaction) {
        return db.sql(SEGMENTS + """
                        where s.tenant_id = :tenant and s.until_xid > cast(:transaction as xid8)
                        order by s.until_xid limit 1
                        """)
                .param("tenant", tenant())
                .param("transaction", Long.toUnsignedString(transaction))
                .query((row, _) -> segment(row))
                .optional();
    }

    /** Adds a segment; says whether no other program was faster. */
    boolean add(Segment it) {
        return db.sql("""
                        insert into audit_segment (tenant_id, no, day, from_xid, until_xid, records, root, previous, sealed_at)
                        values (:tenant, :no, :day, cast(:from as xid8), cast(:until as xid8), :records,
                            decode(:root, 'hex'), decode(:previous, 'hex'), :at)
                        on conflict do nothing
                        """)
                        .param("tenant", tenant())
                        .param("no", it.no())
                        .param("day", it.day())
                        .param("from", Long.toUnsignedString(it.from()))
                        .param("until", Long.toUnsignedString(it.until()))
                        .param("records", it.records())
                        .param("root", it.root().hex())
                        .param("previous", it.previous().hex())
                        .param("at", it.sealedAt().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** The last closed day. */
    Optional<SignedDay> lastDay() {
        return db.sql(DAYS + "where d.tenant_id = :tenant order by d.day desc limit 1")
                .param("tenant", tenant())
                .query((row, _) -> day(row))
                .optional();
    }

    /** All signed days, oldest first. */
    List<SignedDay> days() {
        return db.sql(DAYS + "where d.tenant_id = :tenant order by d.day")
                .param("tenant", tenant())
                .query((row, _) -> day(row))
                .list();
    }

    /** The signed days before that one, newest first. */
    List<SignedDay> daysBefore(LocalDate day, int limit) {
        return db.sql(DAYS + "where d.tenant_id = :tenant and d.day < :day order by d.day desc limit :limit")
                .param("tenant", tenant())
                .param("day", day)
                .param("limit", limit)
                .query((row, _) -> day(row))
                .list();
    }

    /** That day, when it is closed. */
    Optional<SignedDay> day(LocalDate day) {
        return db.sql(DAYS + "where d.tenant_id = :tenant and d.day = :day")
                .param("tenant", tenant())
                .param("day", day)
                .query((row, _) -> day(row))
                .optional();
    }

    /** The closed days that no authority has stamped yet. */
    List<SignedDay> unstamped() {
        return db.sql(DAYS + "where d.tenant_id = :tenant and t.token is null order by d.day")
                .param("tenant", tenant())
                .query((row, _) -> day(row))
                .list();
    }

    /** Closes a day; says whether no other program was faster. */
    boolean add(SignedDay it) {
        return db.sql("""
                        insert into audit_day (tenant_id, day, signed, signature, certificate)
                        values (:tenant, :day, :signed, :signature, :certificate) on conflict do nothing
                        """)
                        .param("tenant", tenant())
                        .param("day", it.root().day())
                        .param("signed", it.signed())
                        .param("signature", it.signature())
                        .param("certificate", it.certificate())
                        .update()
                == 1;
    }

    /** Keeps what an authority said of a day. */
    void addStamp(LocalDate day, String token) {
        db.sql("""
                        insert into audit_day_stamp (tenant_id, day, token)
                        values (:tenant, :day, :token) on conflict do nothing
                        """)
                .param("tenant", tenant())
                .param("day", day)
                .param("token", token)
                .update();
    }

    private static AuditRecord record(ResultSet row) throws SQLException {
        return new AuditRecord(
                Scope.current().tenant(),
                Long.parseUnsignedLong(row.getString("transaction")),
                row.getObject("id", UUID.class),
                moment(row, "at"),
                row.getObject("actor", UUID.class),
                Optional.ofNullable(row.getObject("position", UUID.class)),
                Optional.ofNullable(row.getString("role")),
                row.getString("purpose"),
                row.getObject("subject", UUID.class),
                row.getString("act"),
                row.getString("fields"),
                Optional.ofNullable(row.getString("before")).map(Hash::new),
                Optional.ofNullable(row.getString("after")).map(Hash::new),
                Optional.ofNullable(row.getString("content")).map(Hash::new));
    }

    private static Segment segment(ResultSet row) throws SQLException {
        return new Segment(
                Scope.current().tenant(),
                row.getInt("no"),
                row.getObject("day", LocalDate.class),
                Long.parseUnsignedLong(row.getString("from_xid")),
                Long.parseUnsignedLong(row.getString("until_xid")),
                row.getInt("records"),
                new Hash(row.getString("root")),
                new Hash(row.getString("previous")),
                moment(row, "sealed_at"));
    }

    private static SignedDay day(ResultSet row) throws SQLException {
        return new SignedDay(
                row.getString("signed"),
                row.getString("signature"),
                row.getString("certificate"),
                Optional.ofNullable(row.getString("token")));
    }

    private static Instant moment(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static int tenant() {
        return Scope.current().tenant().value();
    }
}
