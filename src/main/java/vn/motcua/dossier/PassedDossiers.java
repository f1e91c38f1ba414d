package vn.motcua.dossier;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.catalogue.RevisionId;
import vn.motcua.shared.Ids;
import vn.motcua.shared.Scope;
import vn.motcua.shared.TenantId;

/**
 * Dossiers on their way to another agency: what leaves here, and the dossier that is opened there. Inside the transaction of
 * whoever calls, in the scope of the one system that is read or written.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class PassedDossiers {

    private static final UUID NO_COMMAND = new UUID(0, 0);

    private final Commands commands;
    private final Filings filings;
    private final Folders folders;
    private final FilingDesk desk;
    private final JdbcClient db;

    PassedDossiers(Commands commands, Filings filings, Folders folders, FilingDesk desk, JdbcClient db) {
        this.commands = commands;
        this.filings = filings;
        this.folders = folders;
        this.desk = desk;
        this.db = db;
    }

    /**
     * All that goes along.
     *
     * @param from the dossier that ended
     * @param here its last one-stop
     * @param agency in whose system it goes on
     * @param there the one-stop there
     * @param answers without what officers entered: the competent unit finds out for itself
     * @param papers with the content hashes of their files
     */
    public record Leaving(
            DossierRef from,
            Carried filing,
            RevisionId revision,
            DossierNumber number,
            Elsewhere here,
            TenantId agency,
            Elsewhere there,
            String reason,
            Map<String, Object> answers,
            List<NewPaper> papers) {

        /** Keeps its own copy. */
        public Leaving {
            papers = List.copyOf(papers);
        }
    }

    /** What leaves with that dossier; empty where it did not leave. */
    @Transactional(propagation = Propagation.MANDATORY, readOnly = true)
    public Optional<Leaving> leaving(DossierId id) {
        var tenant = Scope.current().tenant();
        var ref = new DossierRef(tenant, id);
        var work = commands.work(ref, NO_COMMAND, ByItself.in(tenant), Instant.EPOCH);
        if (!(work.dossier().stage() instanceof Stage.PassedAcross stage)) {
            return Optional.empty();
        }
        var folder = folders.of(id);
        return folder.history().reversed().stream()
                .map(Folder.Line::event)
                .filter(DossierEvent.DossierPassedAcross.class::isInstance)
                .map(DossierEvent.DossierPassedAcross.class::cast)
                .findFirst()
                .map(it -> new Leaving(
                        ref,
                        filings.carried(work.dossier().filed().filing()),
                        work.dossier().filed().revision(),
                        stage.reception().number(),
                        new Elsewhere(it.from(), it.fromName()),
                        it.agency(),
                        new Elsewhere(it.to(), it.toName()),
                        it.reason(),
                        work.procedure().corrected(Map.of(), work.answers()),
                        folder.papers().stream()
                                .map(paper -> new NewPaper(
                                        paper.id(),
                                        paper.document(),
                                        paper.name(),
                                        paper.file(),
                                        paper.originals(),
                                        paper.copies()))
                                .toList()));
    }

    /** The dossier of the current system in which that one goes on, where it was opened already. */
    @Transactional(propagation = Propagation.MANDATORY, readOnly = true)
    public Optional<DossierRef> opened(DossierRef from) {
        var tenant = Scope.current().tenant();
        return db.sql("""
                        select o.dossier from dossier_origin o
                        where o.tenant_id = :tenant and o.from_agency = :agency and o.from_dossier = :from
                        """)
                .param("tenant", tenant.value())
                .param("agency", from.tenant().value())
                .param("from", from.id().value())
                .query(UUID.class)
                .optional()
                .map(it -> new DossierRef(tenant, new DossierId(it)));
    }

    /**
     * Opens the dossier in the current system, by the program itself, with the number that it has; the same again is the one
     * that is there already.
     *
     * @param place which dossier of its filing it is, counted over all systems
     */
    public DossierRef open(Leaving it, int place, Instant now) {
        return opened(it.from()).orElseGet(() -> {
            var tenant = Scope.current().tenant();
            filings.arrive(it.filing());
            var requested = new FilingRequest.Requested(
                    it.revision(), it.there().unit(), Optional.empty(), it.answers(), it.papers());
            var command = Ids.once(it.from().id() + " passed across");
            var ref = desk.join(new Act(command, ByItself.in(tenant), 0, now), it.filing(), requested);
            db.sql("""
                            insert into dossier_origin (tenant_id, dossier, from_agency, from_dossier, place)
                            values (:tenant, :dossier, :agency, :from, :place)
                            """)
                    .param("tenant", tenant.value())
                    .param("dossier", ref.id().value())
                    .param("agency", it.from().tenant().value())
                    .param("from", it.from().id().value())
                    .param("place", place)
                    .update();
            if (!commands.byItself(
                    ref,
                    Ids.once(ref.id() + " arrived"),
                    now,
                    work -> work.dossier()
                            .passings()
                            .arrived(it.here(), it.there().name(), it.number(), it.reason(), now))) {
                throw new IllegalStateException("not arrived: " + it.from());
            }
            return ref;
        });
    }
}
