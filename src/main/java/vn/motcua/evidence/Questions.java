package vn.motcua.evidence;

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
import vn.motcua.organization.UnitId;
import vn.motcua.shared.Scope;

/** The questions that lie with the current tenant. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class Questions {

    private static final String ALL = """
            select q.id, q.line, q.unit, q.asker_name, q.actor_name, q.looked_at, q.asked_at, q.question, q.answer,
                q.answered_at, q.answered_by
            from access_question q
            """;

    private final JdbcClient db;

    Questions(JdbcClient db) {
        this.db = db;
    }

    /** Keeps a question, and says whether it is new; the same person asks about a line once. */
    boolean ask(Question it, UUID asker) {
        return db.sql("""
                        insert into access_question (tenant_id, id, line, unit, asker, asker_name, actor_name, looked_at,
                            asked_at, question)
                        values (:tenant, :id, :line, :unit, :asker, :askerName, :actorName, :lookedAt, :askedAt, :question)
                        on conflict do nothing
                        """)
                        .param("tenant", tenant())
                        .param("id", it.id())
                        .param("line", it.line())
                        .param("unit", it.unit().value())
                        .param("asker", asker)
                        .param("askerName", it.asker())
                        .param("actorName", it.actor())
                        .param("lookedAt", it.lookedAt().atOffset(ZoneOffset.UTC))
                        .param("askedAt", it.askedAt().atOffset(ZoneOffset.UTC))
                        .param("question", it.text())
                        .update()
                == 1;
    }

    /** What that person asked about those lines. */
    List<Question> of(UUID asker, Collection<UUID> lines) {
        return db.sql(ALL + """
                        where q.tenant_id = :tenant and q.asker = :asker and q.line = any(cast(:lines as uuid[]))
                        """)
                .param("tenant", tenant())
                .param("asker", asker)
                .param("lines", lines.toArray(UUID[]::new))
                .query((row, _) -> question(row))
                .list();
    }

    /** All that person asked, oldest first. */
    List<Question> of(UUID asker) {
        return db.sql(ALL + "where q.tenant_id = :tenant and q.asker = :asker order by q.asked_at, q.id")
                .param("tenant", tenant())
                .param("asker", asker)
                .query((row, _) -> question(row))
                .list();
    }

    /** What still waits for an answer of those units, oldest first. */
    List<Question> open(Collection<UnitId> units) {
        return db.sql(ALL + """
                        where q.tenant_id = :tenant and q.unit = any(cast(:units as uuid[])) and q.answer is null
                        order by q.asked_at limit 100
                        """)
                .param("tenant", tenant())
                .param("units", units.stream().map(UnitId::value).toArray(UUID[]::new))
                .query((row, _) -> question(row))
                .list();
    }

    /** The units that have not answered all they were asked. */
    List<UnitId> units() {
        return db.sql("select distinct q.unit from access_question q where q.tenant_id = :tenant and q.answer is null")
                .param("tenant", tenant())
                .query((row, _) -> new UnitId(row.getObject("unit", UUID.class)))
                .list();
    }

    /** Whom the line is about that was asked about: a dossier or a person. */
    UUID subject(UUID line) {
        return db.sql("select r.subject from audit_record r where r.tenant_id = :tenant and r.id = :line")
                .param("tenant", tenant())
                .param("line", line)
                .query(UUID.class)
                .single();
    }

    /** One of them. */
    Optional<Question> find(UUID id) {
        return db.sql(ALL + "where q.tenant_id = :tenant and q.id = :id")
                .param("tenant", tenant())
                .param("id", id)
                .query((row, _) -> question(row))
                .optional();
    }

    /** Answers it; says whether nobody had. */
    boolean answer(UUID id, Question.Answer answer) {
        return db.sql("""
                        update access_question set answer = :answer, answered_at = :at, answered_by = :by
                        where tenant_id = :tenant and id = :id and answer is null
                        """)
                        .param("answer", answer.text())
                        .param("at", answer.at().atOffset(ZoneOffset.UTC))
                        .param("by", answer.by())
                        .param("tenant", tenant())
                        .param("id", id)
                        .update()
                == 1;
    }

    private static Question question(ResultSet row) throws SQLException {
        var answer = Optional.ofNullable(row.getString("answer"));
        return new Question(
                row.getObject("id", UUID.class),
                row.getObject("line", UUID.class),
                new UnitId(row.getObject("unit", UUID.class)),
                row.getString("asker_name"),
                row.getString("actor_name"),
                moment(row, "looked_at"),
                moment(row, "asked_at"),
                row.getString("question"),
                answer.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Question.Answer(
                                answer.get(), moment(row, "answered_at"), row.getString("answered_by"))));
    }

    private static Instant moment(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static int tenant() {
        return Scope.current().tenant().value();
    }
}
