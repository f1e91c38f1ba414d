package vn.motcua.catalogue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What an applicant is told about a dossier, and to which the author of a package may add words of their own. Not among them:
 * what becomes of money that goes back, and the messages of a route, which are the author's words already.
 */
public enum ToldEvent {
    /** Filed for them by somebody else. */
    FILED("filed", Known.NOTHING),
    /** Opened by the program after another one. */
    OPENED("opened", Known.NOTHING),
    /** Received, with number and day. */
    RECEIVED("received", Known.NUMBER_AND_DUE),
    /** Turned away by the reception. */
    TURNED_AWAY("turned-away", Known.NOTHING),
    /** Sent to the competent one-stop. */
    TRANSFERRED("transferred", Known.NOTHING),
    /** Passed on to the competent unit with its number. */
    PASSED_ON("passed-on", Known.NUMBER),
    /** Passed to another agency. */
    PASSED_ACROSS("passed-across", Known.NOTHING),
    /** A supplement is asked for. */
    SUPPLEMENT_REQUESTED("supplement-requested", Known.NOTHING),
    /** The last day for it is near. */
    SUPPLEMENT_REMINDED("supplement-reminded", Known.NOTHING),
    /** It did not come. */
    SUPPLEMENT_LAPSED("supplement-lapsed", Known.NOTHING),
    /** It was brought by somebody else. */
    SUPPLEMENT_PROVIDED("supplement-provided", Known.NOTHING),
    /** It waits for a payment. */
    PAYMENT_AWAITED("payment-awaited", Known.NOTHING),
    /** It waits for another agency or a check on the spot. */
    ANSWER_AWAITED("answer-awaited", Known.NUMBER),
    /** A higher unit decides. */
    SENT_UP("sent-up", Known.NUMBER),
    /** The higher unit has answered. */
    ANSWERED_ABOVE("answered-above", Known.NUMBER),
    /** The wait is over. */
    WAIT_ENDED("wait-ended", Known.NOTHING),
    /** Nothing came in time. */
    WAIT_LAPSED("wait-lapsed", Known.NOTHING),
    /** Promised for a later day. */
    DUE_EXTENDED("due-extended", Known.NUMBER_AND_DUE),
    /** Late; the agency has apologised. */
    LATE_APOLOGISED("late-apologised", Known.NUMBER),
    /** The day moved with the calendar. */
    DUE_RECOMPUTED("due-recomputed", Known.NUMBER_AND_DUE),
    /** Granted. */
    GRANTED("granted", Known.NUMBER),
    /** Denied. */
    DENIED("denied", Known.NUMBER),
    /** Decided anew before the result was issued. */
    DECISION_REOPENED("decision-reopened", Known.NUMBER),
    /** The result is there to be fetched. */
    RESULT_ISSUED("result-issued", Known.NUMBER),
    /** The applicant has it. */
    HANDED_OVER("handed-over", Known.NUMBER),
    /** The result was corrected. */
    RESULT_AMENDED("result-amended", Known.NUMBER),
    /** It was found right. */
    AMENDMENT_REFUSED("amendment-refused", Known.NUMBER),
    /** It was revoked. */
    RESULT_REVOKED("result-revoked", Known.NUMBER),
    /** It cannot be withdrawn yet. */
    WITHDRAWAL_REFUSED("withdrawal-refused", Known.NOTHING),
    /** Withdrawn as they asked. */
    WITHDRAWN("withdrawn", Known.NOTHING),
    /** The agency has stopped it. */
    HALTED("halted", Known.NOTHING);

    /** What of a dossier is always known by then. */
    private enum Known {
        NOTHING,
        NUMBER,
        NUMBER_AND_DUE
    }

    private final String word;
    private final Known known;

    ToldEvent(String word, Known known) {
        this.word = word;
        this.known = known;
    }

    /** As a package writes it. */
    public String word() {
        return word;
    }

    /** The words of all of them. */
    static List<String> words() {
        return Arrays.stream(values()).map(ToldEvent::word).toList();
    }

    /** The event that a package writes so. */
    static Optional<ToldEvent> named(String word) {
        return Arrays.stream(values()).filter(it -> it.word.equals(word)).findFirst();
    }

    /** The event of which a notice of that kind tells, whatever else the notice says; empty for one that takes no words. */
    public static Optional<ToldEvent> of(String kind) {
        return switch (kind) {
            case "received-elsewhere" -> Optional.of(TRANSFERRED);
            case "result-early" -> Optional.of(RESULT_ISSUED);
            default -> named(without(without(kind, "-due"), "-until"));
        };
    }

    private static String without(String kind, String end) {
        return kind.endsWith(end) ? kind.substring(0, kind.length() - end.length()) : kind;
    }

    /** Whether that fact is always known by then. */
    boolean knows(ToldFact fact) {
        return switch (fact) {
            case PROCEDURE_NAME, RESULT_NAME, AGENCY_NAME -> true;
            case DOSSIER_NUMBER -> known != Known.NOTHING;
            case DOSSIER_DUE -> known == Known.NUMBER_AND_DUE;
        };
    }
}
