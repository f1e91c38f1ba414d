package vn.motcua.dossier;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.motcua.catalogue.Channel;
import vn.motcua.catalogue.Circumstances;
import vn.motcua.catalogue.RevisionId;
import vn.motcua.identity.AccountId;
import vn.motcua.organization.UnitId;
import vn.motcua.route.RoutePicture.DoorOnPath;

/**
 * A dossier as its applicant sees it: where it is, until when, and what to do.
 *
 * @param version to be sent back with each action
 * @param place which dossier of its filing it is, from 1; empty when it is the only one
 * @param stageName where it stands, in the applicant's words
 * @param doors the three doors and how far each is
 * @param due when the result is due; empty before reception
 * @param dueExplained why, day by day, in sentences
 * @param unit where it lies now, or the one-stop that has it
 * @param officer the name of who is working on it, once somebody has taken it
 * @param asked what is to be brought or corrected; empty when nothing is
 * @param result the paper that carries the decision, once issued
 * @param mayWithdraw whether it can still be taken back, or asked for
 * @param leaving that they asked for it back, while nobody has answered
 * @param at what is to be done with it now and since when; empty when nothing is open
 * @param receiving the one-stop for which it was filed
 * @param channel how it was filed
 * @param applicant whose matter it is
 * @param filedBy the name of who filed it for them by a mandate; empty when nobody did
 * @param receiveBy how the result is to come
 * @param receiveAt the address for it; may be empty
 * @param receipt that it was received complete; empty before reception
 * @param slips what the agency wrote to them
 * @param link that it is a part of a linked filing
 * @param circumstances under which it was filed: what conditions and fees hang on besides the answers
 * @param obligations what is to be paid besides the published fees
 * @param mayReportMistake whether the result can be said to be wrong
 * @param mistake that they said so, while nobody has answered
 */
public record ApplicantView(
        DossierRef ref,
        int version,
        TrackingCode code,
        Optional<Integer> place,
        Stage stage,
        String stageName,
        List<DoorOnPath> doors,
        Optional<DossierNumber> number,
        Optional<DueMoment> due,
        List<String> dueExplained,
        RevisionId revision,
        String procedureCode,
        String procedureName,
        Instant filedAt,
        UnitId unit,
        Optional<String> officer,
        List<SupplementRequest.Line> asked,
        Map<String, Object> answers,
        List<Paper> papers,
        List<HistoryLine> history,
        Optional<ResultPaper> result,
        boolean mayWithdraw,
        Optional<LeaveRequest> leaving,
        Optional<OpenStep> at,
        UnitId receiving,
        Channel channel,
        Applicant applicant,
        Optional<String> filedBy,
        HandOver.How receiveBy,
        String receiveAt,
        Optional<Receipt> receipt,
        Slips slips,
        Optional<Link> link,
        Circumstances circumstances,
        List<Obligation> obligations,
        boolean mayReportMistake,
        Optional<MistakeReport> mistake) {

    /** The step where it lies, by name, and since when. */
    public record OpenStep(String name, Instant since) {}

    /**
     * What stands on the acknowledgement: when it was received, by whom, and the moment that was promised then.
     *
     * @param booked its line in the book of dossiers; empty for one received before there were books
     */
    public record Receipt(Instant at, Instant due, String receiver, Optional<Booked> booked) {}

    /**
     * What the agency has written, each slip that stands, first to last.
     *
     * @param supplements what was asked for, also after it was brought
     * @param turnAways the reason
     * @param apologies that it will be late
     * @param halts that it was halted
     */
    public record Slips(
            List<Slip<SupplementRequest>> supplements,
            List<Slip<String>> turnAways,
            List<Slip<Apology>> apologies,
            List<Slip<DossierEvent.DossierHalted>> halts) {

        /** Keeps its own copies. */
        public Slips {
            supplements = List.copyOf(supplements);
            turnAways = List.copyOf(turnAways);
            apologies = List.copyOf(apologies);
            halts = List.copyOf(halts);
        }

        /** The last request for a supplement. */
        public Optional<Slip<SupplementRequest>> supplement() {
            return last(supplements);
        }

        /** The last word that it was turned away. */
        public Optional<Slip<String>> turnAway() {
            return last(turnAways);
        }

        /** The last apology. */
        public Optional<Slip<Apology>> apology() {
            return last(apologies);
        }

        /** The last notice of halting. */
        public Optional<Slip<DossierEvent.DossierHalted>> halt() {
            return last(halts);
        }

        private static <T> Optional<T> last(List<T> all) {
            return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
        }
    }

    /**
     * What was written, when and by whom.
     *
     * @param version of the dossier in which it was written
     * @param role of the officer
     * @param booked its number in the unit's book; empty for one of before there were books
     */
    public record Slip<T>(
            int version,
            T written,
            Instant at,
            Optional<AccountId> by,
            String officer,
            String role,
            Optional<Booked> booked) {}

    /** Its name in an address: the tracking code, with the place where the filing has several dossiers. */
    public String word() {
        return code.word(place);
    }

    /** The date that an apology named when the due moment could not be moved any more; empty where the due moment holds. */
    public Optional<Instant> renewed() {
        return slips.apology()
                .map(it -> it.written().renewed())
                .filter(it -> due.filter(promised -> promised.at().isBefore(it)).isPresent());
    }

    /** Whether the applicant has something to do; otherwise "bạn chưa phải làm gì". */
    public boolean toDo() {
        return !asked.isEmpty();
    }
}
