package vn.motcua.consultation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.consultation.ExpertQuestion.State;
import vn.motcua.document.FileId;
import vn.motcua.document.FileUse;
import vn.motcua.dossier.DossierId;
import vn.motcua.identity.AccountId;
import vn.motcua.organization.UnitId;

/** The questions to experts of the current tenant. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class ExpertStore implements FileUse {

    private static final String SELECT = """
            select q.id, q.dossier, q.step, q.asking_unit, q.asked_by, q.asked_by_name, q.asked_at, q.expert, q.email,
                q.question, q.papers, q.until_day, q.state, q.settled_at, q.answer, q.file, q.file_name
            from expert_question q where q.tenant_id = motcua_tenant() and\s""";

    private final JdbcClient db;

    ExpertStore(JdbcClient db) {
        this.db = db;
    }

    /** Says whether it is new: not when the same command came before. */
    boolean add(ExpertQuestion it, ExpertLink link) {
        return db.sql("""
                        insert into expert_question (tenant_id, id, dossier, step, asking_unit, asked_by, asked_by_name,
                            asked_at, expert, email, question, papers, until_day, secret_hash, state, answer, file_name)
                        values (motcua_tenant(), :id, :dossier, :step, :unit, :by, :byName, :at, :expert, :email, :question,
                            :papers, :until, :hash, 'OPEN', '', '')
                        on conflict do nothing
                        """)
                        .param("id", it.id())
                        .param("dossier", it.dossier().value())
                        .param("step", it.step())
                        .param("unit", it.askingUnit().value())
                        .param("by", it.askedBy().value())
                        .param("byName", it.askedByName())
                        .param("at", it.askedAt().atOffset(ZoneOffset.UTC))
                        .param("expert", it.expert())
                        .param("email", it.email())
                        .param("question", it.question())
                        .param("papers", it.papers().toArray(UUID[]::new))
                        .param("until", it.until())
                        .param("hash", link.hash())
                        .update()
                == 1;
    }

    /** All of a dossier, the latest first. */
    List<ExpertQuestion> of(DossierId dossier) {
        return db.sql(SELECT + "q.dossier = :key order by q.asked_at desc, q.id")
                .param("key", dossier.value())
                .query((row, _) -> question(row))
                .list();
    }

    Optional<ExpertQuestion> find(UUID id) {
        return db.sql(SELECT + "q.id = :key")
                .param("key", id)
                .query((row, _) -> question(row))
                .optional();
    }

    /** The one to which the link leads, whatever became of it. */
    Optional<ExpertQuestion> find(ExpertLink link) {
        return db.sql(SELECT + "q.secret_hash = :key")
                .param("key", link.hash())
                .query((row, _) -> question(row))
                .optional();
    }

    /** Settles it; says whether it was open and its last day not over. */
    boolean settle(
            UUID id, State state, String answer, Optional<FileId> file, String fileName, LocalDate day, Instant now) {
        return db.sql("""
                        update expert_question
                        set state = :state, settled_at = :now, answer = :answer, file = :file, file_name = :fileName
                        where tenant_id = motcua_tenant() and id = :id and state = 'OPEN'
                            and (until_day >= :day or :state = 'WITHDRAWN')
                        """)
                        .param("state", state.name())
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("answer", answer)
                        .param("file", file.map(FileId::sha256).orElse(null), Types.VARCHAR)
                        .param("fileName", fileName)
                        .param("id", id)
                        .param("day", day)
                        .update()
                == 1;
    }

    /** Ends all that is open of a dossier and was asked until then, for that reason: their links are good no more. */
    void end(DossierId dossier, Instant askedUntil, String reason, Instant now) {
        db.sql("""
                        update expert_question q set state = 'WITHDRAWN', settled_at = :now, answer = :reason
                        where q.tenant_id = motcua_tenant() and q.dossier = :dossier and q.state = 'OPEN'
                            and q.asked_at <= :until
                        """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("reason", reason)
                .param("dossier", dossier.value())
                .param("until", askedUntil.atOffset(ZoneOffset.UTC))
                .update();
    }

    @Override
    public Set<FileId> needed(Set<FileId> asked) {
        return db
                .sql(
                        "select q.file from expert_question q where q.tenant_id = motcua_tenant() and q.file = any(:asked)")
                .param("asked", asked.stream().map(FileId::sha256).toArray(String[]::new))
                .query((row, _) -> FileId.of(row.getString("file")))
                .list()
                .stream()
                .collect(Collectors.toSet());
    }

    private static ExpertQuestion question(ResultSet row) throws SQLException {
        return new ExpertQuestion(
                row.getObject("id", UUID.class),
                new DossierId(row.getObject("dossier", UUID.class)),
                row.getString("step"),
                new UnitId(row.getObject("asking_unit", UUID.class)),
                new AccountId(row.getObject("asked_by", UUID.class)),
                row.getString("asked_by_name"),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                row.getString("expert"),
                row.getString("email"),
                row.getString("question"),
                Arrays.asList((UUID[]) row.getArray("papers").getArray()),
                row.getObject("until_day", LocalDate.class),
                State.valueOf(row.getString("state")),
                Optional.ofNullable(row.getObject("settled_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                row.getString("answer"),
                Optional.ofNullable(row.getString("file")).map(FileId::of),
                row.getString("file_name"));
    }
}
