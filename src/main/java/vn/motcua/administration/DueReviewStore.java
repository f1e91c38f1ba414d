package vn.motcua.administration;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.administration.DueReviews.Became;
import vn.motcua.administration.DueReviews.Review;
import vn.motcua.administration.DueReviews.State;
import vn.motcua.dossier.DossierId;
import vn.motcua.dossier.DossierNumber;
import vn.motcua.dossier.DueReview.Difference;
import vn.motcua.identity.AccountId;
import vn.motcua.shared.Language;
import vn.motcua.shared.Scope;

/** The reviews of due moments of the current tenant. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class DueReviewStore {

    private static final String REVIEW = """
            select r.id, r.account, r.language, r.state, r.reason, r.begun_at, r.open, r.looked, r.last, r.differ, r.moved,
                r.kept_out
            from due_review r where r.tenant_id = :tenant and\s""";
    private static final String ITEM = """
            select i.dossier, i.version, i.number, i.procedure, i.before_at, i.after_at
            from due_review_item i where i.tenant_id = :tenant and i.review = :review and i.state = :state
            """;

    private final JdbcClient db;

    DueReviewStore(JdbcClient db) {
        this.db = db;
    }

    /** Until the transaction ends nobody else begins one. */
    void hold() {
        db.sql("select pg_advisory_xact_lock(hashtext('due-review'), :tenant)")
                .param("tenant", tenant())
                .query((_, _) -> true)
                .list();
    }

    void add(UUID id, AccountId by, Language language, int open, Instant now) {
        db.sql("""
                        insert into due_review (tenant_id, id, account, language, state, reason, begun_at, open)
                        values (:tenant, :id, :account, :language, 'LOOKING', '', :now, :open)
                        """)
                .param("tenant", tenant())
                .param("id", id)
                .param("account", by.value())
                .param("language", language.name())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("open", open)
                .update();
    }

    /** Those that nobody confirmed are over. */
    void drop() {
        db.sql("update due_review set state = 'DROPPED' where tenant_id = :tenant and state in ('LOOKING', 'LOOKED')")
                .param("tenant", tenant())
                .update();
    }

    Optional<Review> find(UUID id) {
        return one("r.id = :id", id);
    }

    Optional<Review> last() {
        return one("true order by r.begun_at desc, r.id desc limit 1", new UUID(0, 0));
    }

    /** The one that is looked at or moved, unless another node has it in hand; held until the transaction ends. */
    Optional<Review> take() {
        return one("r.state in ('LOOKING', 'MOVING') for update skip locked", new UUID(0, 0));
    }

    private Optional<Review> one(String condition, UUID id) {
        return db.sql(REVIEW + condition)
                .param("tenant", tenant())
                .param("id", id)
                .query((row, _) -> review(row))
                .optional();
    }

    /** So many more were looked at, up to that one; the differences are kept. */
    void looked(UUID review, int more, Optional<UUID> last, boolean all, List<Difference> found) {
        found.forEach(it -> db.sql("""
                        insert into due_review_item (tenant_id, review, dossier, version, number, procedure, before_at,
                            after_at, state)
                        values (:tenant, :review, :dossier, :version, :number, :procedure, :before, :after, 'WAITING')
                        """)
                .param("tenant", tenant())
                .param("review", review)
                .param("dossier", it.dossier().value())
                .param("version", it.version())
                .param("number", it.number().value())
                .param("procedure", it.procedure())
                .param("before", it.before().atOffset(ZoneOffset.UTC))
                .param("after", it.after().atOffset(ZoneOffset.UTC))
                .update());
        db.sql("""
                        update due_review set looked = looked + :more, last = coalesce(:last, last), differ = differ + :found,
                            state = case when :all then 'LOOKED' else state end
                        where tenant_id = :tenant and id = :review
                        """)
                .param("tenant", tenant())
                .param("review", review)
                .param("more", more)
                .param("last", last.orElse(null), Types.OTHER)
                .param("found", found.size())
                .param("all", all)
                .update();
    }

    /** Says whether it was still to be confirmed. */
    boolean confirm(UUID review, AccountId by, String reason) {
        return db.sql("""
                        update due_review set state = 'MOVING', account = :account, reason = :reason
                        where tenant_id = :tenant and id = :review and state = 'LOOKED'
                        """)
                        .param("tenant", tenant())
                        .param("review", review)
                        .param("account", by.value())
                        .param("reason", reason)
                        .update()
                == 1;
    }

    void settle(UUID review, DossierId dossier, Became became) {
        db.sql("""
                        update due_review_item set state = :state
                        where tenant_id = :tenant and review = :review and dossier = :dossier
                        """)
                .param("tenant", tenant())
                .param("review", review)
                .param("dossier", dossier.value())
                .param("state", became.name())
                .update();
    }

    void settled(UUID review, int moved, int keptOut, boolean all) {
        db.sql("""
                        update due_review set moved = moved + :moved, kept_out = kept_out + :kept,
                            state = case when :all then 'DONE' else state end
                        where tenant_id = :tenant and id = :review
                        """)
                .param("tenant", tenant())
                .param("review", review)
                .param("moved", moved)
                .param("kept", keptOut)
                .param("all", all)
                .update();
    }

    /** The earliest first, after that one where it is named. */
    List<Difference> items(UUID review, Became state, Optional<UUID> after, int most) {
        return db.sql(ITEM + """
                         and (cast(:after as uuid) is null or (i.before_at, i.dossier) > (select a.before_at, a.dossier
                            from due_review_item a
                            where a.tenant_id = :tenant and a.review = :review and a.dossier = :after))
                        order by i.before_at, i.dossier limit :most
                        """)
                .param("tenant", tenant())
                .param("review", review)
                .param("state", state.name())
                .param("after", after.orElse(null), Types.OTHER)
                .param("most", most)
                .query((row, _) -> item(row))
                .list();
    }

    /** By how many days how many of them move. */
    Map<Integer, Integer> spread(UUID review) {
        var spread = new LinkedHashMap<Integer, Integer>();
        db.sql("""
                        select cast(i.after_at at time zone 'Asia/Ho_Chi_Minh' as date)
                            - cast(i.before_at at time zone 'Asia/Ho_Chi_Minh' as date) as days, count(*) as dossiers
                        from due_review_item i where i.tenant_id = :tenant and i.review = :review
                        group by 1 order by 1
                        """)
                .param("tenant", tenant())
                .param("review", review)
                .query((row, _) -> spread.put(row.getInt("days"), row.getInt("dossiers")))
                .list();
        return spread;
    }

    private static Review review(ResultSet row) throws SQLException {
        return new Review(
                row.getObject("id", UUID.class),
                new AccountId(row.getObject("account", UUID.class)),
                Language.valueOf(row.getString("language")),
                State.valueOf(row.getString("state")),
                row.getString("reason"),
                moment(row, "begun_at"),
                row.getInt("open"),
                row.getInt("looked"),
                Optional.ofNullable(row.getObject("last", UUID.class)),
                row.getInt("differ"),
                row.getInt("moved"),
                row.getInt("kept_out"));
    }

    private static Difference item(ResultSet row) throws SQLException {
        return new Difference(
                new DossierId(row.getObject("dossier", UUID.class)),
                row.getInt("version"),
                new DossierNumber(row.getString("number")),
                row.getString("procedure"),
                moment(row, "before_at"),
                moment(row, "after_at"));
    }

    private static Instant moment(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static int tenant() {
        return Scope.current().tenant().value();
    }
}
