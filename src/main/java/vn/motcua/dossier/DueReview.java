package vn.motcua.dossier;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.deadline.Due;
import vn.motcua.identity.SignedIn;
import vn.motcua.organization.UnitId;
import vn.motcua.shared.Language;
import vn.motcua.shared.Refused;
import vn.motcua.shared.Scope;

/**
 * What a changed calendar means for dossiers that are open: which due moments would move, from when to when; and the act
 * that moves them, each with an event. Moments that were extended were promised and stay; while the applicant is asked
 * for something no clock runs, and the answer is counted over the new calendar. It asks nobody's rights.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class DueReview {

    /** More than these are not looked at at once. */
    private static final int MOST = 5_000;

    private final JdbcClient db;
    private final Commands commands;
    private final Dossiers dossiers;
    private final DueMoments dues;

    DueReview(JdbcClient db, Commands commands, Dossiers dossiers, DueMoments dues) {
        this.db = db;
        this.commands = commands;
        this.dossiers = dossiers;
        this.dues = dues;
    }

    /**
     * A due moment that would move.
     *
     * @param version the dossier's version that was looked at
     */
    public record Difference(
            DossierId dossier, int version, DossierNumber number, String procedure, Instant before, Due due) {}

    /** The differences for dossiers received by these units, the earliest first. */
    public List<Difference> differences(SignedIn by, Collection<UnitId> units, Language language, Instant now) {
        return db
                .sql("""
                        select d.id from dossier d
                        where d.tenant_id = :tenant and d.stage in ('RECEIVED', 'IN_PROCESS', 'AWAITING_ANSWER') and d.due_promised is null
                            and d.unit = any(cast(:units as uuid[]))
                        order by d.due_at, d.id limit :most
                        """)
                .param("tenant", Scope.current().tenant().value())
                .param("units", units.stream().map(UnitId::value).toArray(UUID[]::new))
                .param("most", MOST)
                .query((row, _) -> new DossierId(row.getObject("id", UUID.class)))
                .list()
                .stream()
                .map(it -> commands.work(ref(it), new UUID(0, 0), by, now))
                .map(it -> difference(it, language))
                .filter(it -> !it.before().equals(it.due().at()))
                .toList();
    }

    /**
     * Moves them as they were shown; refuses as a whole when one of the dossiers has changed since.
     *
     * @param command the act; each dossier's own command is made of it
     * @param reason the document by which the calendar changed
     */
    public void recompute(UUID command, SignedIn by, List<Difference> shown, String reason, Instant now) {
        for (var it : shown) {
            var own = UUID.nameUUIDFromBytes((command + " " + it.dossier()).getBytes(StandardCharsets.UTF_8));
            var work = commands.work(ref(it.dossier()), own, by, now);
            var change = Housekeeping.recomputed(work.dossier(), it.due(), reason, now);
            var signed = new Signed(new Act(own, by, it.version(), now), Optional.empty());
            if (work.dossier().version() != it.version() || !dossiers.save(change, signed, Content.NONE)) {
                throw new Refused(
                        DossierRefusal.DUE_MOMENTS_CHANGED, it.number().value());
            }
        }
    }

    private Difference difference(Work work, Language language) {
        var reception = work.dossier().stage().received().orElseThrow();
        return new Difference(
                work.dossier().id(),
                work.dossier().version(),
                reception.number(),
                work.procedure().name(language),
                reception.due().at(),
                dues.again(work));
    }

    private static DossierRef ref(DossierId id) {
        return new DossierRef(Scope.current().tenant(), id);
    }
}
