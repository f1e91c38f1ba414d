package vn.motcua.dossier;

import static vn.motcua.dossier.DossierRefusal.PROPOSED_ALREADY;
import static vn.motcua.dossier.DossierRefusal.SUPPLEMENT_ASKED_BEFORE;
import static vn.motcua.dossier.DossierRefusal.SUPPLEMENT_EMPTY;
import static vn.motcua.dossier.DossierRefusal.SUPPLEMENT_FIRST;
import static vn.motcua.dossier.DossierRefusal.SUPPLEMENT_NOT_LAPSED;
import static vn.motcua.dossier.DossierRefusal.SUPPLEMENT_TWICE;
import static vn.motcua.dossier.DossierRefusal.WRONG_STAGE;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.motcua.deadline.Due;
import vn.motcua.dossier.DossierEvent.SecondSupplementProposed;
import vn.motcua.dossier.DossierEvent.SupplementLapsed;
import vn.motcua.dossier.DossierEvent.SupplementProvided;
import vn.motcua.dossier.DossierEvent.SupplementReminded;
import vn.motcua.dossier.DossierEvent.SupplementRequested;
import vn.motcua.identity.OfficerId;
import vn.motcua.route.DeskAct;
import vn.motcua.shared.Phrase;
import vn.motcua.shared.Refused;
import vn.motcua.shared.Text;
import vn.motcua.shared.VietnamTime;

/**
 * The rules of supplements (bổ sung). One is asked for once and complete in each stage (NĐ 118/2025 Điều 17 khoản 2a, sửa
 * đổi bởi NĐ 309/2026; NĐ 61/2018 Điều 11 khoản 2 điểm c); a second in the same stage needs its reason and a leader; nobody
 * is asked more than twice in all (NĐ 63/2010 Điều 20 khoản 4).
 */
record Supplements(Dossier dossier) {

    /** How often an applicant may be asked, all stages together. */
    static final int AT_MOST = 2;

    /**
     * The applicant is asked to bring or correct something: one list.
     *
     * @param until the last day on which it can come
     */
    Change request(
            String step, OfficerId by, List<SupplementRequest.Line> lines, LocalDate until, Path path, Instant now) {
        var waiting = dossier.permit(SupplementRequested.class);
        dossier.working(step, by, DeskAct.REQUEST_SUPPLEMENT, path);
        notTooOften();
        if (dossier.asked().contains(waiting)) {
            throw new Refused(SUPPLEMENT_ASKED_BEFORE);
        }
        return Change.of(dossier, now, new SupplementRequested(SupplementRequest.asked(lines, until)));
    }

    /** An officer proposes to ask a second time in the same stage; nothing goes out before a leader confirms it. */
    Change propose(
            String step, OfficerId by, List<SupplementRequest.Line> lines, String reason, Path path, Instant now) {
        dossier.permit(SecondSupplementProposed.class);
        var waiting = dossier.permit(SupplementRequested.class);
        dossier.working(step, by, DeskAct.REQUEST_SUPPLEMENT, path);
        notTooOften();
        if (!dossier.asked().contains(waiting)) {
            throw new Refused(SUPPLEMENT_FIRST);
        }
        if (dossier.proposal().isPresent()) {
            throw new Refused(PROPOSED_ALREADY);
        }
        var written = SupplementRequest.written(lines);
        return Change.of(dossier, now, new SecondSupplementProposed(step, by, written, Housekeeping.required(reason)));
    }

    /** What a leader has confirmed goes out. */
    Change send(Proposal.SecondSupplement proposed, LocalDate until, Instant now) {
        dossier.permit(SupplementRequested.class);
        notTooOften();
        return Change.of(dossier, now, new SupplementRequested(SupplementRequest.asked(proposed.lines(), until)));
    }

    /**
     * The applicant answers the request; also after its last day, as long as nobody has noted that it lapsed.
     *
     * @param due the due moment from now on, as the procedure's clock has it; needed once received
     */
    Change provide(List<String> papers, List<String> corrected, String note, Optional<Due> due, Instant now) {
        return provide(papers, corrected, note, due, Optional.empty(), now);
    }

    /**
     * The same.
     *
     * @param broughtBy who brought it to the counter; empty when it came online
     */
    Change provide(
            List<String> papers,
            List<String> corrected,
            String note,
            Optional<Due> due,
            Optional<String> broughtBy,
            Instant now) {
        dossier.permit(SupplementProvided.class);
        if (papers.isEmpty() && corrected.isEmpty() && Text.clean(note).isEmpty()) {
            throw new Refused(SUPPLEMENT_EMPTY);
        }
        if (due.isPresent() != dossier.stage().received().isPresent()) {
            throw new IllegalStateException("the clock runs exactly from reception on");
        }
        return Change.of(dossier, now, new SupplementProvided(papers, corrected, Text.clean(note), due, broughtBy));
    }

    /** The applicant is warned that the last day is near. */
    Change remind(Instant now) {
        dossier.permit(SupplementReminded.class);
        return Change.of(dossier, now, new SupplementReminded(until()));
    }

    /**
     * The last day has passed and nothing came: the dossier goes back to the officer, who goes on with what there is or
     * proposes to halt.
     *
     * @param due another due moment, where it moves; none before reception
     */
    Change lapse(Optional<Due> due, Instant now) {
        dossier.permit(SupplementLapsed.class);
        var until = until();
        if (!VietnamTime.dayOf(now).isAfter(until)) {
            throw new Refused(SUPPLEMENT_NOT_LAPSED, until.toString());
        }
        if (due.isPresent() && dossier.stage().received().isEmpty()) {
            throw new IllegalStateException("no clock runs before the reception");
        }
        return Change.of(dossier, now, new SupplementLapsed(until, due));
    }

    private LocalDate until() {
        return dossier.stage() instanceof Stage.AwaitingSupplement it
                ? it.request().until().orElse(LocalDate.MAX)
                : wrongStage();
    }

    private LocalDate wrongStage() {
        throw new Refused(
                WRONG_STAGE, Phrase.of("dossier.stage." + dossier.stage().kind()));
    }

    private void notTooOften() {
        if (dossier.asked().size() >= AT_MOST) {
            throw new Refused(SUPPLEMENT_TWICE);
        }
    }
}
