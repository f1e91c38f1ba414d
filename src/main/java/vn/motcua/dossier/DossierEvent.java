package vn.motcua.dossier;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.motcua.catalogue.Channel;
import vn.motcua.catalogue.RevisionId;
import vn.motcua.deadline.Due;
import vn.motcua.identity.OfficerId;
import vn.motcua.organization.UnitId;
import vn.motcua.route.DeskAct;
import vn.motcua.shared.TenantId;

/**
 * What happened to a dossier. A fact for ever: past tense, ids and plain values, additive only. Who did it, when, and
 * under which version stands in the envelope around it, not here. Events after which the dossier lies elsewhere carry
 * the desk as it was then.
 */
public sealed interface DossierEvent {

    /** Whether it is told to the applicant; who took which step from which tray is not. */
    default boolean concernsApplicant() {
        return Audience.isApplicant(this);
    }

    /** The desk after it; empty when the dossier lies where it lay. */
    default Optional<Desk> desked() {
        return this instanceof Moves it ? Optional.of(it.desk()) : Optional.empty();
    }

    /**
     * The applicant filed it (nộp hồ sơ); it lies at the one-stop of its unit.
     *
     * @param place the code of the ward or province where the matter belongs; empty when the unit says it
     */
    record DossierFiled(
            FilingId filing,
            RevisionId revision,
            String procedure,
            UnitId unit,
            Optional<String> place,
            Channel channel,
            Desk desk)
            implements DossierEvent, Moves {}

    /** The one-stop did not accept it. */
    record DossierTurnedAway(String reason, Desk desk) implements DossierEvent, Moves {}

    /**
     * It was filed elsewhere than at the competent unit, and went to the one-stop of the competent unit; the clock starts when that one receives
     * it (NĐ 118/2025 Điều 17 khoản 3, sửa đổi bởi NĐ 309/2026).
     *
     * @param fromName what the unit was called where it was filed
     * @param toName what the competent one is called
     * @param reason as the applicant reads it
     * @param number the number that it was given where it was filed: that one-stop received it for the competent one, out of
     *     its bounds; empty where it was the wrong door
     */
    record DossierTransferred(
            UnitId from,
            String fromName,
            UnitId to,
            String toName,
            String reason,
            Optional<DossierNumber> number,
            Desk desk)
            implements DossierEvent, Moves {}

    /**
     * A unit that is not competent had received it, and gave it to the one-stop of the competent one. It keeps its number.
     *
     * @param fromName what the one-stop was called that had received it
     * @param toName what the competent unit's one-stop is called
     * @param reason as the applicant reads it
     * @param due another due moment, where the clock starts anew there; empty where the promise holds
     */
    record DossierPassedOn(
            UnitId from, String fromName, UnitId to, String toName, String reason, Optional<Due> due, Desk desk)
            implements DossierEvent, Moves {}

    /**
     * An agency that is not competent had received it, and gave it to another agency. It ends here; a dossier of the same
     * filing and number is opened there.
     *
     * @param fromName what the one-stop was called that had received it
     * @param agency in whose system it goes on
     * @param toName what the competent unit's one-stop is called
     * @param reason as the applicant reads it
     */
    record DossierPassedAcross(
            UnitId from, String fromName, TenantId agency, UnitId to, String toName, String reason, Desk desk)
            implements DossierEvent, Moves {}

    /** The one-stop accepted it as complete; the clock runs until {@code due}, which explains itself day by day. */
    record DossierReceived(DossierNumber number, Due due, OfficerId by, Optional<FeeLater> feeLater)
            implements DossierEvent {}

    /** It went from the one-stop to the unit that settles it (NĐ 118/2025 Điều 18). */
    record DossierForwarded(String step, Desk desk) implements DossierEvent, Moves {}

    /**
     * The agency will be late, apologises and names a new date, once (NĐ 61/2018 Điều 19 khoản 9).
     *
     * @param promised the due moment until now
     * @param reason as the applicant reads it
     * @param due the new one, which explains itself day by day
     */
    record DueExtended(Instant promised, String reason, Due due) implements DossierEvent, Apology {

        @Override
        public Instant renewed() {
            return due.at();
        }
    }

    /**
     * The agency apologises after the last moment at which the law lets it name another due moment. What was promised stays due, and
     * what comes later is late.
     *
     * @param promised the due moment
     * @param reason as the applicant reads it
     * @param renewed when the result is to come now
     */
    record LateApologised(Instant promised, String reason, Instant renewed) implements DossierEvent, Apology {}

    /** The applicant is asked for something; a second time in the same stage only after a leader has confirmed it. */
    record SupplementRequested(SupplementRequest request) implements DossierEvent {}

    /** The applicant was warned that the last day is near. */
    record SupplementReminded(LocalDate until) implements DossierEvent {}

    /** The last day has passed and nothing came; with another due moment, where the procedure's clock moves it. */
    record SupplementLapsed(LocalDate until, Optional<Due> due) implements DossierEvent {}

    /** An officer proposes to ask a second time in the same stage, and says why the first time was not complete. */
    record SecondSupplementProposed(String step, OfficerId by, List<SupplementRequest.Line> lines, String reason)
            implements DossierEvent {
        /** Keeps its own copy. */
        public SecondSupplementProposed {
            lines = List.copyOf(lines);
        }
    }

    /** A leader did not confirm what was proposed; the reason is for the colleague. */
    record ProposalRefused(String reason) implements DossierEvent {}

    /**
     * The applicant answered.
     *
     * @param papers ids of the papers that came
     * @param corrected which answers of the form were corrected
     * @param note what the applicant says to it
     * @param due the due moment from now on; empty when the dossier was not yet received
     * @param broughtBy who brought it to the counter, as the officer checked them; empty when it came online
     */
    record SupplementProvided(
            List<String> papers, List<String> corrected, String note, Optional<Due> due, Optional<String> broughtBy)
            implements DossierEvent {
        /** Keeps its own copies. */
        public SupplementProvided {
            papers = List.copyOf(papers);
            corrected = List.copyOf(corrected);
        }
    }

    /** The applicant has to pay before it goes on (yêu cầu thực hiện nghĩa vụ tài chính). */
    record PaymentAwaited(WaitingFor waitingFor) implements DossierEvent {}

    /** Another agency was asked, or somebody goes to look. */
    record AnswerAwaited(WaitingFor waitingFor) implements DossierEvent {}

    /** The result needs the decision of a unit above; it went there. */
    record SentUp(WaitingFor waitingFor) implements DossierEvent {}

    /** The unit above agreed, or sent it back and said why. */
    record AnsweredAbove(boolean agreed, String unit, String note, Optional<Due> due) implements DossierEvent {}

    /**
     * What was waited for came.
     *
     * @param note what the officer wrote to it; empty for what the cashier took
     * @param due another due moment, where the time did not count
     */
    record WaitEnded(How how, String note, Optional<Due> due) implements DossierEvent {

        /** How it is known. */
        public enum How {
            /** The cashier recorded the payment. */
            PAID,
            /** An officer wrote it down. */
            NOTED
        }
    }

    /** The last day has passed and nothing came; with another due moment, where the time did not count. */
    record WaitLapsed(LocalDate until, Optional<Due> due) implements DossierEvent {}

    /**
     * The applicant wants a received dossier back; an officer has to answer.
     *
     * @param saidBy who said so at the counter, as the officer checked them; empty when it came online
     */
    record WithdrawalAsked(String reason, Optional<String> saidBy) implements DossierEvent {}

    /** An officer did not let it go, and says why. */
    record WithdrawalRefused(String reason) implements DossierEvent {}

    /**
     * The applicant took it back.
     *
     * @param letGo the officer who let it go; empty before reception, when nobody has to
     * @param saidBy who said so at the counter before reception, as the officer checked them; empty when it came online
     */
    record DossierWithdrawn(String reason, Optional<OfficerId> letGo, Desk desk, Optional<String> saidBy)
            implements DossierEvent, Moves {}

    /** An officer proposes to halt; which papers would go back to the applicant may be empty. */
    record HaltProposed(String step, OfficerId by, String reason, String returned) implements DossierEvent {}

    /** A leader halted it (dừng giải quyết); the reason is what the applicant gets in writing. */
    record DossierHalted(String reason, String returned, Desk desk) implements DossierEvent, Moves {}

    /** An officer took a step from the unit's common tray. */
    record StepClaimed(String step, OfficerId officer, Desk desk) implements DossierEvent, Moves {}

    /** An officer gave it back to the tray. */
    record StepReleased(String step, Desk desk) implements DossierEvent, Moves {}

    /**
     * A step is done; it lies with the next ones.
     *
     * @param entered what the officer filled in, by field; empty where the step asks nothing
     * @param letter what the program wrote to the applicant; empty but for a step that writes
     */
    record StepCompleted(
            String step,
            DeskAct act,
            String note,
            Optional<Map<String, Object>> entered,
            Optional<WrittenLetter> letter,
            Desk desk)
            implements DossierEvent, Moves {

        /** A step at which nobody is written to. */
        StepCompleted(String step, DeskAct act, String note, Optional<Map<String, Object>> entered, Desk desk) {
            this(step, act, note, entered, Optional.empty(), desk);
        }

        /** A step at which nothing was entered. */
        StepCompleted(String step, DeskAct act, String note, Desk desk) {
            this(step, act, note, Optional.empty(), desk);
        }
    }

    /** A step goes back to an earlier one. */
    record StepSentBack(String step, String to, String reason, Desk desk) implements DossierEvent, Moves {}

    /** An error was found before the result was issued: the dossier goes back, and is decided anew. */
    record DecisionReopened(String step, String to, String reason, Desk desk) implements DossierEvent, Moves {}

    /** The competent officer decided. */
    record DossierResolved(String step, Outcome outcome) implements DossierEvent {}

    /**
     * The paper that carries the decision exists.
     *
     * @param early what had been promised, where the result can be had on an earlier day: that is told beforehand (NĐ 61/2018
     *     Điều 20)
     */
    record ResultIssued(String step, ResultPaper result, Optional<Instant> early) implements DossierEvent {

        /** One that is not early. */
        ResultIssued(String step, ResultPaper result) {
            this(step, result, Optional.empty());
        }
    }

    /** The applicant says that the result is wrong; an officer has to answer. */
    record MistakeReported(String reason) implements DossierEvent {}

    /** An officer found nothing wrong in it, and says why. */
    record AmendmentRefused(String reason) implements DossierEvent {}

    /**
     * An officer proposes to correct the result.
     *
     * @param corrected the answers that were wrong, as they are right
     */
    record AmendmentProposed(OfficerId by, String reason, Map<String, Object> corrected, ResultPaper paper)
            implements DossierEvent {
        /** Keeps its own copy. */
        public AmendmentProposed {
            corrected = Map.copyOf(corrected);
        }
    }

    /**
     * The result was corrected: another paper took its place, and the wrong one is kept.
     *
     * @param before the wrong one
     * @param corrected the answers that were wrong, as they are right
     */
    record ResultAmended(ResultPaper before, ResultPaper paper, String reason, Map<String, Object> corrected)
            implements DossierEvent {
        /** Keeps its own copy. */
        public ResultAmended {
            corrected = Map.copyOf(corrected);
        }
    }

    /** An officer proposes to revoke the result. */
    record RevocationProposed(OfficerId by, Revocation revocation) implements DossierEvent {}

    /**
     * The result was revoked: it holds no more, and the paper is kept.
     *
     * @param paper that was revoked
     */
    record ResultRevoked(ResultPaper paper, Revocation revocation) implements DossierEvent {}

    /** The applicant has the result. */
    record ResultHandedOver(String step, HandOver handOver) implements DossierEvent {}

    /**
     * Its units changed by a decision, and the open steps lie with those that took over.
     *
     * @param decision the decision's number and date, as people read it
     */
    record StepsMoved(List<MovedStep> steps, String decision, Desk desk) implements DossierEvent, Moves {
        /** Keeps its own copy. */
        public StepsMoved {
            steps = List.copyOf(steps);
        }
    }

    /** One step that lies elsewhere now, with what the units were called. */
    record MovedStep(String step, UnitId from, String fromName, UnitId to, String toName) {}

    /**
     * Somebody else than its officer put a step into other hands, or back into the tray: the officer is away. Why they are is
     * not written here.
     *
     * @param from who had it
     * @param officer who has it now; empty for the tray
     * @param fromName what they are called
     * @param officerName what they are called; empty for the tray
     * @param reason what a leader wrote who did it for another reason; empty for a leave
     */
    record StepAssigned(
            String step,
            OfficerId from,
            String fromName,
            Optional<OfficerId> officer,
            String officerName,
            Optional<String> reason,
            Desk desk)
            implements DossierEvent, Moves {

        /** Because of a leave. */
        StepAssigned(
                String step,
                OfficerId from,
                String fromName,
                Optional<OfficerId> officer,
                String officerName,
                Desk desk) {
            this(step, from, fromName, officer, officerName, Optional.empty(), desk);
        }
    }

    /**
     * The agency's calendar or hours changed, and the due moment was counted anew.
     *
     * @param before the due moment until now
     * @param reason the document by which the calendar changed
     * @param due the new one, which explains itself day by day
     */
    record DueRecomputed(Instant before, String reason, Due due) implements DossierEvent {}

    /**
     * An officer took back what they had just done; nothing had left the agency.
     *
     * @param again the version as which the dossier lies again
     */
    record StepUndone(int again, Desk desk) implements DossierEvent, Moves {}

    /**
     * The same where it had changed the stage in law: a turning away, a decision, a handing over.
     *
     * @param since since when it stands where it stands again
     * @param proposal what had been proposed then
     */
    record StageUndone(int again, Instant since, Optional<Proposal> proposal, Desk desk)
            implements DossierEvent, Moves {}
}
