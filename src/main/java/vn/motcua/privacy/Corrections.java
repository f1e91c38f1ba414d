package vn.motcua.privacy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.dossier.DossierId;
import vn.motcua.identity.AccountId;
import vn.motcua.organization.UnitId;
import vn.motcua.shared.Scope;

/** The requests for correction that lie with the current tenant. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class Corrections {

    private static final String ALL = """
            select c.id, c.dossier, c.about, c.unit, c.asker_name, c.wrong, c.should_be, c.asked_at, c.due_at, c.outcome,
                c.answer, c.answered_at, c.answered_by
            from correction_request c
            """;

    private final JdbcClient db;

    Corrections(JdbcClient db) {
        this.db = db;
    }

    /** Keeps a request; the same again while it is open is the same. */
    void ask(Correction it, AccountId asker) {
        db.sql("""
                        insert into correction_request (tenant_id, id, dossier, about, unit, asker, asker_name, wrong, should_be,
                            asked_at, due_at)
                        values (:tenant, :id, :dossier, :about, :unit, :asker, :askerName, :wrong, :right, :askedAt, :dueAt)
                        on conflict do nothing
                        """)
                .param("tenant", tenant())
                .param("id", it.id())
                .param("dossier", it.dossier().value())
                .param("about", it.about())
                .param("unit", it.unit().value())
                .param("asker", asker.value())
                .param("askerName", it.asker())
                .param("wrong", it.wrong())
                .param("right", it.right())
                .param("askedAt", it.askedAt().atOffset(ZoneOffset.UTC))
                .param("dueAt", it.dueAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** What that account asked, latest first. */
    List<Correction> of(AccountId asker) {
        return db.sql(ALL + "where c.tenant_id = :tenant and c.asker = :asker order by c.asked_at desc limit 100")
                .param("tenant", tenant())
                .param("asker", asker.value())
                .query((row, _) -> correction(row))
                .list();
    }

    /** What still waits for an answer of those units, the soonest due first. */
    List<Correction> open(Collection<UnitId> units) {
        return db.sql(ALL + """
                        where c.tenant_id = :tenant and c.unit = any(cast(:units as uuid[])) and c.answer is null
                        order by c.due_at, c.id limit 100
                        """)
                .param("tenant", tenant())
                .param("units", units.stream().map(UnitId::value).toArray(UUID[]::new))
                .query((row, _) -> correction(row))
                .list();
    }

    /** The units that have not answered all they were asked. */
    List<UnitId> units() {
        return db.sql(
                        "select distinct c.unit from correction_request c where c.tenant_id = :tenant and c.answer is null")
                .param("tenant", tenant())
                .query((row, _) -> new UnitId(row.getObject("unit", UUID.class)))
                .list();
    }

    /** How many of those units have not been answered although their time is over. */
    int late(Collection<UnitId> units, Instant now) {
        return db.sql("""
                        select count(*) from correction_request c
                        where c.tenant_id = :tenant and c.unit = any(cast(:units as uuid[])) and c.answer is null
                            and c.due_at < :now
                        """)
                .param("tenant", tenant())
                .param("units", units.stream().map(UnitId::value).toArray(UUID[]::new))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }

    /** One of them. */
    Optional<Correction> find(UUID id) {
        return db.sql(ALL + "where c.tenant_id = :tenant and c.id = :id")
                .param("tenant", tenant())
                .param("id", id)
                .query((row, _) -> correction(row))
                .optional();
    }

    /** Answers it; says whether nobody had. */
    boolean answer(UUID id, Correction.Answer answer) {
        return db.sql("""
                        update correction_request
                        set outcome = :outcome, answer = :answer, answered_at = :at, answered_by = :by
                        where tenant_id = :tenant and id = :id and answer is null
                        """)
                        .param("outcome", answer.outcome().name())
                        .param("answer", answer.text())
                        .param("at", answer.at().atOffset(ZoneOffset.UTC))
                        .param("by", answer.by())
                        .param("tenant", tenant())
                        .param("id", id)
                        .update()
                == 1;
    }

    private static Correction correction(ResultSet row) throws SQLException {
        var answer = Optional.ofNullable(row.getString("answer"));
        return new Correction(
                row.getObject("id", UUID.class),
                new DossierId(row.getObject("dossier", UUID.class)),
                row.getString("about"),
                new UnitId(row.getObject("unit", UUID.class)),
                row.getString("asker_name"),
                row.getString("wrong"),
                row.getString("should_be"),
                moment(row, "asked_at"),
                moment(row, "due_at"),
                answer.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Correction.Answer(
                                Correction.Outcome.valueOf(row.getString("outcome")),
                                answer.get(),
                                moment(row, "answered_at"),
                                row.getString("answered_by"))));
    }

    private static Instant moment(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static int tenant() {
        return Scope.current().tenant().value();
    }
}
