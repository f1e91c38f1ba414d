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
import vn.motcua.shared.Language;
import vn.motcua.shared.Messages;
import vn.motcua.shared.Scope;
import vn.motcua.shared.VietnamTime;

/**
 * Drafts of apologies for dossiers that will hardly be ready in time: the reason from where the time went, the new date from
 * what is left to do. Nothing is said until the responsible leader says it, with {@link LeaderDesk#extend} (NĐ 61/2018 Điều 19
 * khoản 9).
 */
@Service
public class Apologies {

    private static final int MOST = 50;
    /** No due moment that lies further ahead can have its last day to apologise now: holidays are shorter. */
    private static final Duration AHEAD = Duration.ofDays(15);

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration USUAL_DAY = Duration.ofHours(8);

    private final JdbcClient db;
    private final Commands commands;
    private final Folders folders;
    private final DueMoments dues;
    private final AgencyCalendars calendars;
    private final Access access;
    private final Messages messages;

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
        this.messages = messages;
    }

    /**
     * A draft.
     *
     * @param version of the dossier that it was made from
     * @param promised the due moment until now
     * @param latest until when the law lets it be said
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
            int workingDays,
            Instant due,
            String reason) {}

    /** The dossiers that this officer answers for and for which the last {@code ahead} to apologise has begun, most urgent first. */
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
                        where d.tenant_id = :tenant and d.stage in ('RECEIVED', 'IN_PROCESS', 'AWAITING_ANSWER') and d.due_promised is null
                            and d.due_at between :now and :until
                        order by d.due_at, d.id limit 500
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
        if (now.isAfter(latest)
                || now.isBefore(latest.minus(ahead))
                || !access.may(who, DeskAct.EXTEND, work.subject()).permitted()) {
            return Optional.empty();
        }
        var reception = work.dossier().stage().received().orElseThrow();
        int days = Course.daysFor(left(work), USUAL_DAY, LeaderDesk.MOST_DAYS);
        return Optional.of(new Draft(
                work.dossier().id(),
                work.dossier().version(),
                reception.number(),
                work.dossier().filed().revision(),
                reception.due().at(),
                latest,
                days,
                dues.extended(work, TimeLimit.workingDays(days)).at(),
                reason(work, now)));
    }

    /** The hours that the route means for what is not yet done. */
    private static Duration left(Work work) {
        var done = work.dossier().desk().finished().stream()
                .map(Desk.Finished::step)
                .toList();
        return work.procedure().route().steps().stream()
                .filter(it -> !done.contains(it.id()))
                .flatMap(it -> it.hours().stream())
                .map(it -> Duration.ofMinutes(it.multiply(java.math.BigDecimal.valueOf(HOUR.toMinutes()))
                        .longValue()))
                .reduce(Duration.ZERO, Duration::plus);
    }

    private String reason(Work work, Instant now) {
        var dossier = work.dossier();
        var received = dossier.stage().received().orElseThrow().at();
        var unit = dossier.filed().unit();
        var hours = calendars.hours(unit);
        var calendar = calendars.of(unit);
        var moves = folders.of(dossier.id()).standing().stream()
                .flatMap(line -> line.event().desked().stream().map(desk -> new Course.Moved(line.recordedAt(), desk)))
                .toList();
        var spells = Course.since(received, moves, dossier.waits(), now);
        return Course.longest(
                        spells,
                        it -> Deadlines.workingTime(it.from(), it.until(), List.of(), hours, calendar)
                                .toMinutes())
                .map(it -> say(work, it))
                .orElse("");
    }

    private String say(Work work, Course.Spell spell) {
        var from = VietnamTime.moment(spell.from());
        if (spell.step().isEmpty()) {
            return messages.say(Language.VI, "dossier.apology.wait", from, VietnamTime.moment(spell.until()));
        }
        var name = work.procedure().route().step(spell.step().get()).name().in(Language.VI);
        return spell.over()
                ? messages.say(Language.VI, "dossier.apology.step", name, from, VietnamTime.moment(spell.until()))
                : messages.say(Language.VI, "dossier.apology.open", name, from);
    }
}
