package vn.motcua.filing;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;
import vn.motcua.catalogue.RequiredDocument;
import vn.motcua.dossier.DossierId;
import vn.motcua.shared.Scope;
import vn.motcua.vault.HeldPaper;

/**
 * How the documents of filed dossiers came, one by one: what people were still asked for, and what nobody asked for again. The
 * declaration that is filled in here is no document that anybody has to bring.
 */
@Repository
public class PaperOrigins {

    private static final JsonMapper JSON = new JsonMapper();

    private final JdbcClient db;

    PaperOrigins(JdbcClient db) {
        this.db = db;
    }

    /** How a document came. */
    public enum Came {
        /** Shown or handed in on paper. */
        ASKED,
        /** Not asked for: the state already had what it proves. */
        PREFILLED,
        /** Taken from the applicant's vault. */
        REUSED,
        /** Given as a file. */
        UPLOADED
    }

    /**
     * How one document came.
     *
     * @param held where it was taken from; only of what was reused
     */
    public record Origin(String document, Came came, Optional<HeldPaper> held) {}

    /** How the documents of a dossier of the current tenant came, by their ids; empty for one filed before this was written down. */
    @Transactional(readOnly = true)
    public Map<String, Origin> of(DossierId dossier) {
        return db
                .sql("select document, came, held from paper_origin where tenant_id = :tenant and dossier = :dossier")
                .param("tenant", tenant())
                .param("dossier", dossier.value())
                .query((row, _) -> new Origin(
                        row.getString("document"), Came.valueOf(row.getString("came")), held(row.getString("held"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Origin::document, Function.identity()));
    }

    /**
     * How the documents of a procedure came.
     *
     * @param procedure the national code
     * @param times how many documents came each way
     * @param dossiers in how many dossiers any document was needed
     * @param spared in how many of them at least one was not asked for again
     */
    public record Counts(String procedure, Map<Came, Long> times, long dossiers, long spared) {

        /** How many documents came that way. */
        public long times(Came came) {
            return times.getOrDefault(came, 0L);
        }
    }

    /** Of each procedure of the current tenant, for what was filed since then. */
    @Transactional(readOnly = true)
    public List<Counts> counts(Instant since) {
        return db.sql("""
                        select procedure, count(distinct dossier) as dossiers,
                            count(distinct dossier) filter (where came in ('REUSED', 'PREFILLED')) as spared,
                            count(*) filter (where came = 'ASKED') as asked,
                            count(*) filter (where came = 'PREFILLED') as prefilled,
                            count(*) filter (where came = 'REUSED') as reused,
                            count(*) filter (where came = 'UPLOADED') as uploaded
                        from paper_origin where tenant_id = :tenant and recorded_at >= :since
                        group by procedure order by procedure
                        """)
                .param("tenant", tenant())
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query((row, _) -> new Counts(
                        row.getString("procedure"),
                        Map.of(
                                Came.ASKED, row.getLong("asked"),
                                Came.PREFILLED, row.getLong("prefilled"),
                                Came.REUSED, row.getLong("reused"),
                                Came.UPLOADED, row.getLong("uploaded")),
                        row.getLong("dossiers"),
                        row.getLong("spared")))
                .list();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void keep(Case of, DossierId dossier, Instant now) {
        origins(of)
                .forEach(it -> db.sql("""
                        insert into paper_origin (tenant_id, dossier, document, procedure, came, held, recorded_at)
                        values (:tenant, :dossier, :document, :procedure, :came, cast(:held as jsonb), :now)
                        """)
                        .param("tenant", tenant())
                        .param("dossier", dossier.value())
                        .param("document", it.document())
                        .param("procedure", of.draft().procedure())
                        .param("came", it.came().name())
                        .param("held", it.held().map(JSON::writeValueAsString).orElse(null), java.sql.Types.VARCHAR)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update());
    }

    /** How each document of a draft that is complete came. Pure. */
    static List<Origin> origins(Case of) {
        var origins = new ArrayList<Origin>();
        of.documents().stream().filter(it -> !it.eForm()).forEach(it -> origins.add(origin(of.draft(), it)));
        of.alreadyHad().stream()
                .filter(it -> !it.eForm())
                .forEach(it -> origins.add(new Origin(it.id(), Came.PREFILLED, Optional.empty())));
        return List.copyOf(origins);
    }

    private static Origin origin(Draft draft, RequiredDocument document) {
        var papers = draft.papersFor(document.id());
        var held = papers.stream().flatMap(it -> it.held().stream()).findFirst();
        if (held.isPresent()) {
            return new Origin(document.id(), Came.REUSED, held);
        }
        return new Origin(document.id(), papers.isEmpty() ? Came.ASKED : Came.UPLOADED, Optional.empty());
    }

    static Optional<HeldPaper> held(@org.jspecify.annotations.Nullable String json) {
        return Optional.ofNullable(json).map(it -> JSON.readValue(it, HeldPaper.class));
    }

    private static int tenant() {
        return Scope.current().tenant().value();
    }
}
