package vn.motcua.audit;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Random;

/** What somebody who rules the database can do to a log that was sealed. */
enum Tampering {
    CHANGES_WHO("update audit_record set actor = gen_random_uuid() where id = $line"),
    CHANGES_POSITION("update audit_record set position = null where id = $line"),
    CHANGES_ROLE("update audit_record set role = 'clerk' where id = $line"),
    CHANGES_PURPOSE("update audit_record set purpose = 'search' where id = $line"),
    CHANGES_ABOUT_WHOM("update audit_record set subject = gen_random_uuid() where id = $line"),
    CHANGES_WHAT("update audit_record set act = 'found' where id = $line"),
    CHANGES_FIELDS("update audit_record set fields = 'identity' where id = $line"),
    CHANGES_DIGEST("update audit_record set after = sha256('x') where id = $line"),
    CHANGES_CONTENT("update audit_record set content = sha256('x') where id = $line"),
    CHANGES_THE_ID("update audit_record set id = uuidv7() where id = $line"),
    DATES_IT_A_LITTLE_EARLIER("update audit_record set at = at - interval '1 microsecond' where id = $line"),
    DATES_IT_A_DAY_LATER("update audit_record set at = at + interval '1 day' where id = $line"),
    DELETES_A_LINE("delete from audit_record where id = $line"),
    DELETES_A_SEGMENTS_LINES("""
            delete from audit_record r using audit_segment s
            where s.no = $segment and r.transaction >= s.from_xid and r.transaction < s.until_xid
            """),
    INSERTS_A_LINE_INTO_THE_PAST("""
            insert into audit_record (tenant_id, transaction, at, actor, purpose, subject, act, fields)
            select tenant_id, transaction, at, actor, purpose, subject, act, fields from audit_record where id = $line
            """),
    INSERTS_BEFORE_THE_FIRST("""
            insert into audit_record (tenant_id, transaction, at, actor, purpose, subject, act, fields)
            select tenant_id, '3', at, actor, purpose, subject, act, fields from audit_record where id = $line
            """),
    EXCHANGES_TWO_LINES("""
            with two as (select $line::uuid as one, (select id from audit_record where id <> $line order by id desc limit 1) as other)
            update audit_record r set actor = (
                select o.actor from audit_record o, two where o.id = case when r.id = one then other else one end)
            from two where r.id in (one, other)
            """),
    MOVES_IT_TO_ANOTHER_TRANSACTION("""
            update audit_record set transaction = (
                select max(transaction::text::bigint)::text::xid8 from audit_record) where id = $line
                and transaction <> (select max(transaction::text::bigint)::text::xid8 from audit_record)
            """),
    DELETES_A_SEGMENT("delete from audit_segment where no = $segment and no < (select max(no) from audit_segment)"),
    DATES_A_SEGMENT("update audit_segment set sealed_at = sealed_at + interval '1 minute' where no = $segment") {
        @Override
        int segments() {
            return 19;
        }
    },
    MOVES_A_SEGMENT_TO_ANOTHER_DAY("update audit_segment set day = day - 1 where no = $segment"),
    NARROWS_A_SEGMENT("update audit_segment set records = records - 1 where no = $segment"),
    DELETES_A_SEGMENT_WITH_ITS_LINES("""
            with gone as (delete from audit_segment where no = $segment and no < (select max(no) from audit_segment)
                returning from_xid, until_xid)
            delete from audit_record r using gone where r.transaction >= from_xid and r.transaction < until_xid
            """),
    CUTS_OFF_EVERYTHING_FROM_A_DAY_ON("""
            with day as (delete from audit_day where day >= (select day from audit_segment where no = $segment)),
            gone as (delete from audit_segment where no >= $segment returning from_xid)
            delete from audit_record r where r.transaction >= (select min(from_xid::text::bigint) from gone)::text::xid8
            """) {
        @Override
        int segments() {
            return 15;
        }
    },
    DELETES_A_DAY("delete from audit_day where day = (select day from audit_segment where no = $segment)") {
        @Override
        int segments() {
            return 15;
        }
    },
    CHANGES_A_SIGNATURE("""
            update audit_day set signature = overlay(signature placing
                case when substr(signature, 20, 1) = 'A' then 'B' else 'A' end from 20 for 1)
            where day = (select day from audit_segment where no = $segment)
            """) {
        @Override
        int segments() {
            return 15;
        }
    };

    private final String sql;

    Tampering(String sql) {
        this.sql = sql;
    }

    /** It is done to one of the first so many of the twenty: what is named as out of reach is not tried. */
    int segments() {
        return 20;
    }

    /** Does it to that entry or, where it is about a segment, to some segment, and says what. */
    String apply(Connection administrator, int entry, Random random) throws SQLException {
        var line = line(administrator, entry);
        var statement =
                sql.replace("$line", "'" + line + "'").replace("$segment", "" + (1 + random.nextInt(segments())));
        try (var it = administrator.createStatement()) {
            if (it.executeUpdate(statement) == 0) {
                return apply(administrator, random.nextInt(1000), random);
            }
            return statement;
        }
    }

    private static String line(Connection administrator, int entry) throws SQLException {
        try (var it = administrator.prepareStatement("select id from audit_record order by id offset ? limit 1")) {
            it.setInt(1, entry);
            try (var row = it.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }
}
