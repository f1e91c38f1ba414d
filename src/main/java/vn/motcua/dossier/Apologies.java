package vn.motcua.dossier;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import vn.motcua.catalogue.RevisionId;
import vn.motcua.deadline.Deadlines;
import vn.motcua.deadline.TimeLimit;
import vn.motcua.dossier.ApologyCandidates.Span;
import vn.motcua.identity.Access;
import vn.motcua.identity.DeskAct;
import vn.motcua.identity.SignedIn;
import vn.motcua.route.Route;
import vn.motcua.shared.Messages;
import vn.motcua.shared.OneByOne;

/**
 * Drafts of apologies for dossiers that will hardly be ready in time: those for which the route means more work than the time
 * that is left, and those that wait for somebody, who may come too late. The reason comes from where the time went, the new date
 * from what is left to do. Nothing is said until the responsible leader says it, with {@link LeaderDesk#extend} (NĐ 61/2018 Điều 19
 * khoản 9).
 */
@Service
public class Apologies {

    private static final int MOST = 50;
    private static final Duration USUAL_DAY = Duration.ofHours(8);

    private final ApologyCandidates candidates;
    private final Commands commands;
    private final Folders folders;
    private final DueMoments dues;
    private final AgencyCalendars calendars;
    private final Access access;
    private final ApologyWords words;

    Apologies(
            ApologyCandidates candidates,
            Commands commands,
            Folders folders,
            DueMoments dues,
            AgencyCalendars calendars,
            Access access,
            Messages messages) {
        this.candidates = candidates;
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
     * @param tooLate whether that moment has passed: then what was promised stays due, and the new date only says when the result
     *     comes
     * @param late whether the due moment itself has passed
     * @param workingDays how many more
     * @param due the date that this names
     * @param reason as the applicant would read it, in Vietnamese
     */
    public record Draft(
            DossierId dossier,
            int version,
            DossierNumber number,
            RevisionId revision,
            Instant promised,
            Instant latest,
            boolean tooLate,
            boolean late,
            int workingDays,
            Instant due,
            String reason) {}

    /**
     * The dossiers that this officer answers for and for which the last {@code ahead} to apologise has begun, most urgent first; then,
     * where an apology may still be made, those for which that time has passed; then those that are late and for which nobody has
     * apologised, what has become late last first.
     */
    public List<Draft> drafts(SignedIn.OfficerAt who, Duration ahead, Instant now) {
        var drafts = new ArrayList<>(inTime(who, ahead, now));
        if (dues.lateApologies()) {
            drafts.addAll(found(who, Span.TOO_LATE_TO_EXTEND, ahead, now, MOST - drafts.size()));
            drafts.addAll(found(who, Span.LATE, ahead, now, MOST - drafts.size()));
        }
        return List.copyOf(drafts);
    }

    /** Only those of them for which the law still lets the due moment be extended. */
    public List<Draft> inTime(SignedIn.OfficerAt who, Duration ahead, Instant now) {
        return found(who, Span.IN_TIME, ahead, now, MOST);
    }

    /** Goes on from page to page until there are enough: many that are on schedule hide none that is not. */
    private List<Draft> found(SignedIn.OfficerAt who, Span span, Duration ahead, Instant now, int most) {
        var drafts = new ArrayList<Draft>();
        Optional<ApologyCandidates.Candidate> after = Optional.empty();
        var more = most > 0;
        while (more) {
            var from = after;
            var page = commands.inTenant(who.tenant(), who, () -> candidates.page(who, span, ahead, now, from));
            for (var it : page) {
                if (drafts.size() < most) {
                    OneByOne.tried("drafts of apologies", it.dossier(), () -> draft(who, it.dossier(), ahead, now))
                            .flatMap(draft -> draft)
                            .ifPresent(drafts::add);
                }
            }
            more = drafts.size() < most && page.size() == ApologyCandidates.PAGE;
            after = page.isEmpty() ? after : Optional.of(page.getLast());
        }
        return drafts;
    }

    /** Each in a transaction of its own: one that cannot be read stands in nobody's way. */
    private Optional<Draft> draft(SignedIn.OfficerAt who, DossierRef ref, Duration ahead, Instant now) {
        return commands.inTenant(who.tenant(), who, () -> written(who, ref, ahead, now));
    }

    private Optional<Draft> written(SignedIn.OfficerAt who, DossierRef ref, Duration ahead, Instant now) {
        var work = commands.unasked(ref, who, now);
        var latest = dues.extendedUntil(work);
        var reception = work.dossier().stage().received().orElseThrow();
        var late = now.isAfter(reception.due().at());
        var tooLate = now.isAfter(latest);
        var itsTime = tooLate ? dues.lateApologies() : !now.isBefore(latest.minus(ahead));
        if (!itsTime
                || StepDue.standsStill(work.dossier().stage())
                || !access.may(who, DeskAct.EXTEND, work.subject()).permitted()) {
            return Optional.empty();
        }
        var unit = work.dossier().filed().unit();
        var hours = calendars.hours(unit);
        var calendar = calendars.of(unit);
        Course.Working working = (from, until, without) -> Deadlines.workingTime(from, until, without, hours, calendar);
        var until = working.between(now, reception.due().at(), List.of());
        var waiting = work.dossier().stage() instanceof Stage.Waiting;
        if (!late && !waiting && left(work, Map.of()).compareTo(until) <= 0) {
            return Optional
                    .empty(); // whatever of its steps is done already: most are so, and their history is not read
        }
        var spells = Course.since(dues.began(work), history(work), now);
        var left = left(work, Course.spent(spells, working));
        var waits = spells.stream().filter(it -> it.waits().isPresent()).findFirst();
        var fits = !late && left.compareTo(until) <= 0;
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
                tooLate,
                late,
                days,
                tooLate
                        ? dues.renewed(work, TimeLimit.workingDays(days))
                        : dues.extended(work, TimeLimit.workingDays(days)).at(),
                cause.map(it -> words.of(route(work), it))
                        .orElseGet(() -> late ? words.rest(left) : words.left(left))));
    }

    private static Duration left(Work work, Map<String, Duration> spent) {
        return route(work).left(work.dossier().desk().tokens(), work.path().facts(), spent);
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
