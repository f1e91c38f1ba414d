package vn.motcua.consultation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.consultation.Consultation.Party;
import vn.motcua.consultation.Consultation.Silence;
import vn.motcua.consultation.Consultation.Stance;
import vn.motcua.consultation.Consultation.State;
import vn.motcua.document.FileId;
import vn.motcua.document.FileUse;
import vn.motcua.dossier.DossierId;
import vn.motcua.identity.AccountId;
import vn.motcua.organization.UnitId;

/** The questions of the current tenant. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class ConsultationStore implements FileUse {

    private static final String COLUMNS = """
            select c.id, c.dossier, c.step, c.procedure, c.number, c.asking_unit, c.asked_by, c.asked_by_name, c.asked_at,
                c.question, c.papers
            from consultation c where c.tenant_id = motcua_tenant() and\s""";

    private final JdbcClient db;

    ConsultationStore(JdbcClient db) {
        this.db = db;
    }

    /** Says whether it is new. */
    boolean add(Consultation it) {
        return add(it, Optional.empty());
    }

    /** The same for one that a route asks, at that visit. */
    boolean add(Consultation it, Optional<Integer> visit) {
        int added = db.sql("""
                        insert into consultation (tenant_id, id, dossier, step, procedure, number, asking_unit, asked_by,
                            asked_by_name, asked_at, question, papers, visit)
                        values (motcua_tenant(), :id, :dossier, :step, :procedure, :number, :unit, :by, :name, :at, :question,
                            :papers, :visit)
                        on conflict do nothing
                        """)
                .param("id", it.id())
                .param("dossier", it.dossier().value())
                .param("step", it.step())
                .param("procedure", it.procedure())
                .param("number", it.number())
                .param("unit", it.askingUnit().value())
                .param("by", it.askedBy().value())
                .param("name", it.askedByName())
                .param("at", utc(it.askedAt()))
                .param("question", it.question())
                .param("papers", it.papers().toArray(UUID[]::new))
                .param("visit", visit.orElse(null), Types.INTEGER)
                .update();
        if (added == 1) {
            it.parties().forEach(party -> party(it, party));
        }
        return added == 1;
    }

    /** A consultation of a route for which nobody is waited any more, while its dossier has not gone on. */
    record Settled(UUID id, DossierId dossier, String step, int visit) {}

    /** All of these. */
    List<Settled> settled() {
        return db.sql("""
                        select c.id, c.dossier, c.step, c.visit from consultation c
                        where c.tenant_id = motcua_tenant() and c.visit is not null and not c.gone_on and not exists (
                            select 1 from consulted_unit p where p.tenant_id = c.tenant_id and p.consultation = c.id
                                and p.state = 'OPEN')
                        order by c.asked_at limit 500
                        """)
                .query((row, _) -> new Settled(
                        row.getObject("id", UUID.class),
                        new DossierId(row.getObject("dossier", UUID.class)),
                        row.getString("step"),
                        row.getInt("visit")))
                .list();
    }

    /** Its dossier has gone on, or is elsewhere. */
    void goneOn(UUID id) {
        db.sql("update consultation set gone_on = true where tenant_id = motcua_tenant() and id = :id")
                .param("id", id)
                .update();
    }

    private void party(Consultation it, Party party) {
        db.sql("""
                        insert into consulted_unit (tenant_id, consultation, dossier, unit, due_at, silence, state, settled_name,
                            answer, file_name)
                        values (motcua_tenant(), :id, :dossier, :unit, :due, :silence, 'OPEN', '', '', '')
                        """)
                .param("id", it.id())
                .param("dossier", it.dossier().value())
                .param("unit", party.unit().value())
                .param("due", utc(party.due()))
                .param("silence", party.silence().name())
                .update();
    }

    Optional<Consultation> find(UUID id) {
        return read("c.id = :key", id).stream().findFirst();
    }

    /** All of a dossier, the latest first. */
    List<Consultation> of(DossierId dossier) {
        return read("c.dossier = :key order by c.asked_at desc, c.id", dossier.value());
    }

    /** Those that ask one of these units, open ones first and the most urgent of them. */
    List<Consultation> asking(Collection<UnitId> units) {
        var ids = db.sql("""
                        select p.consultation from consulted_unit p
                        where p.tenant_id = motcua_tenant() and p.unit = any(cast(:units as uuid[]))
                        order by (p.state = 'OPEN') desc, p.due_at, p.consultation limit 100
                        """)
                .param("units", units.stream().map(UnitId::value).toArray(UUID[]::new))
                .query((row, _) -> row.getObject("consultation", UUID.class))
                .list();
        return ids.stream().distinct().flatMap(it -> find(it).stream()).toList();
    }

    /** Open questions whose deadline is over. */
    List<Consultation> overdue(Instant now) {
        return db
                .sql("""
                        select distinct p.consultation from consulted_unit p
                        where p.tenant_id = motcua_tenant() and p.state = 'OPEN' and p.due_at < :now limit 500
                        """)
                .param("now", utc(now))
                .query((row, _) -> row.getObject("consultation", UUID.class))
                .list()
                .stream()
                .flatMap(it -> find(it).stream())
                .toList();
    }

    /** Settles what one unit was asked; says whether it was open. */
    boolean settle(
            UUID id,
            UnitId unit,
            State state,
            Optional<AccountId> by,
            String name,
            Optional<Stance> stance,
            String answer,
            Optional<FileId> file,
            String fileName,
            Instant now) {
        return db.sql("""
                                update consulted_unit
                                set state = :state, settled_at = :now, settled_by = :by, settled_name = :name, stance = :stance,
                                    answer = :answer, file = :file, file_name = :fileName
                                where tenant_id = motcua_tenant() and consultation = :id and unit = :unit and state = 'OPEN'
                                """)
                        .param("state", state.name())
                        .param("now", utc(now))
                        .param("by", by.map(AccountId::value).orElse(null), Types.OTHER)
                        .param("name", name)
                        .param("stance", stance.map(Stance::name).orElse(null), Types.VARCHAR)
                        .param("answer", answer)
                        .param("file", file.map(FileId::sha256).orElse(null), Types.VARCHAR)
                        .param("fileName", fileName)
                        .param("id", id)
                        .param("unit", unit.value())
                        .update()
                == 1;
    }

    /** Ends all that is open of a dossier and was asked until then, by nobody, for that reason. */
    void end(DossierId dossier, Instant askedUntil, String reason, Instant now) {
        db.sql("""
                        update consulted_unit p set state = 'WITHDRAWN', settled_at = :now, settled_name = '', answer = :reason
                        from consultation c
                        where p.tenant_id = motcua_tenant() and p.dossier = :dossier and p.state = 'OPEN'
                            and c.tenant_id = p.tenant_id and c.id = p.consultation and c.asked_at <= :until
                        """)
                .param("now", utc(now))
                .param("reason", reason)
                .param("dossier", dossier.value())
                .param("until", utc(askedUntil))
                .update();
    }

    void reminded(UUID id, UnitId unit, Instant now) {
        db.sql("""
                        update consulted_unit set reminded_at = :now
                        where tenant_id = motcua_tenant() and consultation = :id and unit = :unit and state = 'OPEN'
                        """)
                .param("now", utc(now))
                .param("id", id)
                .param("unit", unit.value())
                .update();
    }

    @Override
    public Set<FileId> needed(Set<FileId> asked) {
        return db
                .sql("select p.file from consulted_unit p where p.tenant_id = motcua_tenant() and p.file = any(:asked)")
                .param("asked", asked.stream().map(FileId::sha256).toArray(String[]::new))
                .query((row, _) -> FileId.of(row.getString("file")))
                .list()
                .stream()
                .collect(Collectors.toSet());
    }

    private List<Consultation> read(String which, UUID key) {
        return db.sql(COLUMNS + which)
                .param("key", key)
                .query((row, _) -> consultation(row))
                .list();
    }

    private Consultation consultation(ResultSet row) throws SQLException {
        var id = row.getObject("id", UUID.class);
        return new Consultation(
                id,
                new DossierId(row.getObject("dossier", UUID.class)),
                row.getString("step"),
                row.getString("procedure"),
                row.getString("number"),
                new UnitId(row.getObject("asking_unit", UUID.class)),
                new AccountId(row.getObject("asked_by", UUID.class)),
                row.getString("asked_by_name"),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                row.getString("question"),
                Arrays.asList((UUID[]) row.getArray("papers").getArray()),
                parties(id));
    }

    private List<Party> parties(UUID id) {
        return db.sql("""
                        select p.unit, p.due_at, p.silence, p.state, p.settled_at, p.settled_name, p.stance, p.answer, p.file,
                            p.file_name, p.reminded_at
                        from consulted_unit p where p.tenant_id = motcua_tenant() and p.consultation = :id
                        order by p.due_at, p.unit
                        """)
                .param("id", id)
                .query((row, _) -> new Party(
                        new UnitId(row.getObject("unit", UUID.class)),
                        row.getObject("due_at", OffsetDateTime.class).toInstant(),
                        Silence.valueOf(row.getString("silence")),
                        State.valueOf(row.getString("state")),
                        moment(row.getObject("settled_at", OffsetDateTime.class)),
                        row.getString("settled_name"),
                        Optional.ofNullable(row.getString("stance")).map(Stance::valueOf),
                        row.getString("answer"),
                        Optional.ofNullable(row.getString("file")).map(FileId::of),
                        row.getString("file_name"),
                        moment(row.getObject("reminded_at", OffsetDateTime.class))))
                .list();
    }

    private static Optional<Instant> moment(@Nullable OffsetDateTime at) {
        return Optional.ofNullable(at).map(OffsetDateTime::toInstant);
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
