package vn.motcua.dossier;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import vn.motcua.catalogue.RevisionId;
import vn.motcua.deadline.Deadlines;
import vn.motcua.deadline.TimeLimit;
import vn.motcua.identity.Access;
import vn.motcua.identity.DeskAct;
import vn.motcua.identity.SignedIn;
import vn.motcua.route.Route;
import vn.motcua.shared.Messages;
import vn.motcua.shared.Scope;

/**
 * Drafts of apologies for dossiers that will hardly be ready in time: those for which the route means more work than the time
 * that is left, and those that wait for somebody, who may come too late. The reason comes from where the time went, the new date
 * from what is left to do. Nothing is said until the responsible leader says it, with {@link LeaderDesk#extend} (NĐ 61/2018 Điều 19
 * khoản 9).
 */
@Service
public class Apologies {

    private static final int MOST = 50;
    /** No due moment that lies further ahead can have its last day to apologise now: holidays are shorter. */
    private static final Duration AHEAD = Duration.ofDays(15);

    private static final Duration USUAL_DAY = Duration.ofHours(8);

    private final JdbcClient db;
    private final Commands commands;
    private final Folders folders;
    private final DueMoments dues;
    private final AgencyCalendars calendars;
    private final Access access;
    private final ApologyWords words;

    Apologies(
            JdbcClient db,
            Commands commands,
            Folders folders,
            DueMoments dues,
            AgencyCalendars calendars,
            Access access,
            Messages messages) {
        this.db = db;
        this.commands = commands;
        this.folders = folders;
        this.dues = dues;
        this.calendars = calendars;
        this.access = access;
        this.words = new ApologyWords(messages);
    }

    /**
     * A draft.
     *
     * @param version of the dossier that it was made from
     * @param promised the due moment until now
     * @param latest until when the law lets it be said
     * @param late whether the due moment has passed: then it stays, and the new date only says when the result comes
     * @param workingDays how many more
     * @param due the due moment that this makes
     * @param reason as the applicant would read it, in Vietnamese
     */
    public record Draft(
            DossierId dossier,
            int version,
            DossierNumber number,
            RevisionId revision,
            Instant promised,
            Instant latest,
            boolean late,
            int workingDays,
            Instant due,
            String reason) {}

    /**
     * The dossiers that this officer answers for and for which the last {@code ahead} to apologise has begun, most urgent first; then
     * those that are late and for which nobody has apologised, the latest of them first.
     */
    public List<Draft> drafts(SignedIn.OfficerAt who, Duration ahead, Instant now) {
        return commands.inTenant(
                who.tenant(),
                who,
                () -> candidates(now).stream()
                        .flatMap(it -> draft(who, it, ahead, now).stream())
                        .limit(MOST)
                        .toList());
    }

    private List<DossierRef> candidates(Instant now) {
        return db.sql("""
                        select d.id from dossier d
                        where d.tenant_id = :tenant and d.stage in ('IN_PROCESS', 'AWAITING_ANSWER') and d.due_promised is null
                            and d.due_renewed is null and d.due_at <= :until
                        order by d.due_at < :now, abs(extract(epoch from d.due_at - :now)), d.id limit 500
                        """)
                .param("tenant", Scope.current().tenant().value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("until", now.plus(AHEAD).atOffset(ZoneOffset.UTC))
                .query((row, _) ->
                        new DossierRef(Scope.current().tenant(), new DossierId(row.getObject("id", UUID.class))))
                .list();
    }

    private Optional<Draft> draft(SignedIn.OfficerAt who, DossierRef ref, Duration ahead, Instant now) {
        var work = commands.unasked(ref, who, now);
        var latest = dues.extendedUntil(work);
        var reception = work.dossier().stage().received().orElseThrow();
        var late = now.isAfter(reception.due().at());
        var itsTime = late ? dues.lateApologies() : !now.isAfter(latest) && !now.isBefore(latest.minus(ahead));
        if (!itsTime
                || StepDue.standsStill(work.dossier().stage())
                || !access.may(who, DeskAct.EXTEND, work.subject()).permitted()) {
            return Optional.empty();
        }
        var unit = work.dossier().filed().unit();
        var hours = calendars.hours(unit);
        var calendar = calendars.of(unit);
        Course.Working working = (from, until, without) -> Deadlines.workingTime(from, until, without, hours, calendar);
        var spells = Course.since(dues.began(work), history(work), now);
        var left = work.procedure()
                .route()
                .left(work.dossier().desk().tokens(), work.path().facts(), Course.spent(spells, working));
        var waits = spells.stream().filter(it -> it.waits().isPresent()).findFirst();
        var fits = !late && left.compareTo(working.between(now, reception.due().at(), List.of())) <= 0;
        if (fits && waits.isEmpty()) {
            return Optional.empty();
        }
        var cause =
                fits ? waits : Course.cause(spells, it -> route(work).step(it).meant(), working);
        int days = Course.daysFor(left, USUAL_DAY, LeaderDesk.MOST_DAYS);
        return Optional.of(new Draft(
                work.dossier().id(),
                work.dossier().version(),
                reception.number(),
                work.dossier().filed().revision(),
                reception.due().at(),
                latest,
                late,
                days,
                late
                        ? dues.renewed(work, TimeLimit.workingDays(days))
                        : dues.extended(work, TimeLimit.workingDays(days)).at(),
                cause.map(it -> words.of(route(work), it))
                        .orElseGet(() -> late ? words.rest(left) : words.left(left))));
    }

    private List<Course.Happened> history(Work work) {
        return folders.of(work.dossier().id()).standing().stream()
                .map(it -> new Course.Happened(it.effectiveAt(), it.event()))
                .toList();
    }

    private static Route route(Work work) {
        return work.procedure().route();
    }
}
