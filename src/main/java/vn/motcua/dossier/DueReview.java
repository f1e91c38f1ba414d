package vn.motcua.dossier;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.identity.SignedIn;
import vn.motcua.shared.Ids;
import vn.motcua.shared.Language;
import vn.motcua.shared.Scope;

/**
 * What a changed calendar means for dossiers that are open: which due moments would move, from when to when; and the act
 * that moves them, each with an event. Moments that were extended were promised and stay; while the applicant is asked
 * for something, or for a payment whose time is left out, no clock runs, and the answer is counted over the new calendar. It asks nobody's rights.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class DueReview {

    /** Whose clock runs, and to whom nothing else was promised. */
    private static final String OPEN = """
            from dossier d
            where d.tenant_id = :tenant and d.due_promised is null
                and (d.stage in ('RECEIVED', 'IN_PROCESS', 'AWAITING_ANSWER')
                    or d.stage = 'AWAITING_PAYMENT' and not cast(d.waiting_for ->> 'stops' as boolean))
            """;

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
            DossierId dossier, int version, DossierNumber number, String procedure, Instant before, Instant after) {}

    /** How many open dossiers there are to look at. */
    public int open() {
        return db.sql("select count(*) " + OPEN)
                .param("tenant", Scope.current().tenant().value())
                .query(Integer.class)
                .single();
    }

    /** The next of them in the order of their ids. */
    public List<DossierId> next(Optional<DossierId> after, int most) {
        return db.sql("select d.id " + OPEN + " and d.id > :after order by d.id limit :most")
                .param("tenant", Scope.current().tenant().value())
                .param("after", after.map(DossierId::value).orElse(new UUID(0, 0)))
                .param("most", most)
                .query((row, _) -> new DossierId(row.getObject("id", UUID.class)))
                .list();
    }

    /** What would become of its due moment; empty where it stays. */
    public Optional<Difference> difference(DossierId dossier, Language language, Instant now) {
        var work = commands.work(
                ref(dossier), new UUID(0, 0), ByItself.in(Scope.current().tenant()), now);
        var reception = work.dossier().stage().received().orElseThrow();
        var again = dues.again(work).at();
        return Optional.of(new Difference(
                        dossier,
                        work.dossier().version(),
                        reception.number(),
                        work.procedure().name(language),
                        reception.due().at(),
                        again))
                .filter(it -> !it.before().equals(it.after()));
    }

    /**
     * Moves it as it was shown; says whether it did: not when the dossier has changed since, nor when the calendar has.
     *
     * @param command the act for all that were shown; this dossier's own command is made of it
     * @param reason the document by which the calendar changed
     */
    public boolean move(UUID command, SignedIn by, Difference shown, String reason, Instant now) {
        var own = Ids.once(command + " " + shown.dossier());
        var work = commands.work(ref(shown.dossier()), own, by, now);
        if (work.dossier().version() != shown.version()) {
            return false;
        }
        var due = dues.again(work);
        var signed = new Signed(new Act(own, by, shown.version(), now), Optional.empty());
        return due.at().equals(shown.after())
                && dossiers.save(Housekeeping.recomputed(work.dossier(), due, reason, now), signed, Content.NONE);
    }

    private static DossierRef ref(DossierId id) {
        return new DossierRef(Scope.current().tenant(), id);
    }
}
