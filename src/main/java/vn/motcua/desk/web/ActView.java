package vn.motcua.desk.web;

import java.util.List;
import vn.motcua.form.FieldView;

/**
 * One thing that this officer may do to this dossier now, with its form.
 */
public sealed interface ActView {

    /** What every such form has. */
    Slip slip();

    /**
     * What every such form carries.
     *
     * @param act the last part of the address it is sent to, e.g. {@code receive}; also begins the ids of its fields
     * @param step the step it is done at
     * @param command the idempotency key
     * @param open whether the form is unfolded
     * @param typed what was typed when it was refused
     */
    record Slip(String act, String step, String command, boolean open, Typed typed) {

        /** The id of that field. */
        public String id(String field) {
            return act + "-" + field;
        }
    }

    /** Take an open step from the tray. */
    record Claim(Slip slip) implements ActView {}

    /** Give it back. */
    record Release(Slip slip) implements ActView {}

    /**
     * Receive; the applicant is promised this.
     *
     * @param dueAt the due moment that will be promised
     * @param limit the procedure's time limit
     * @param because why, day by day
     * @param owed what has to be paid before; empty for nothing
     */
    record Receive(Slip slip, String dueAt, String limit, List<String> because, String owed) implements ActView {}

    /** Send on what was received and kept. */
    record Forward(Slip slip) implements ActView {}

    /**
     * Send to the competent unit.
     *
     * @param units where to
     */
    record Transfer(Slip slip, List<Choice> units, boolean outOfBounds) implements ActView {}

    /**
     * Give what was received to another unit of this agency.
     *
     * @param units where to
     */
    record PassOn(Slip slip, List<Choice> units) implements ActView {}

    /**
     * Give what was received to another agency.
     *
     * @param agencies which there are
     */
    record PassAcross(Slip slip, List<Choice> agencies) implements ActView {}

    /**
     * Ask a unit above to decide.
     *
     * @param units which there are
     */
    record SendUp(Slip slip, List<Choice> units) implements ActView {}

    /** As the unit above, agree. */
    record Agree(Slip slip) implements ActView {}

    /** As the unit above, send it back. */
    record ReturnDown(Slip slip) implements ActView {}

    /** Do not accept. */
    record TurnAway(Slip slip) implements ActView {}

    /**
     * Ask the applicant for what is missing.
     *
     * @param documents required documents to choose from
     * @param rows as many as are shown
     * @param clock what becomes of the time limit afterwards; empty where none runs yet
     * @param until the last day on which it can come
     * @param returnBy until when what is not eligible goes back, as a sentence; empty before the reception
     * @param late whether that has passed
     * @param second whether it is the second in the same stage: only proposed, with its reason
     */
    record Supplement(
            Slip slip,
            List<Choice> documents,
            int rows,
            String clock,
            String until,
            String returnBy,
            boolean late,
            boolean second)
            implements ActView {}

    /**
     * Let happen what a colleague proposed or the applicant asked for.
     *
     * @param because who wants it and why
     * @param lines what the applicant would read
     * @param effect what follows
     */
    record Confirm(Slip slip, String title, String because, List<String> lines, String effect, String button)
            implements ActView {}

    /** Not let the applicant have it back. */
    record RefuseWithdrawal(Slip slip) implements ActView {}

    /** Propose to halt. */
    record ProposeHalt(Slip slip) implements ActView {}

    /** Wait for a payment. */
    record AwaitPayment(Slip slip) implements ActView {}

    /**
     * Wait for another agency or a check in the field.
     *
     * @param kinds which
     */
    record AwaitAnswer(Slip slip, List<Choice> kinds) implements ActView {}

    /** Note that it came. */
    record EndWait(Slip slip) implements ActView {}

    /**
     * Propose to correct the issued result.
     *
     * @param fields what stands in it, with how it stands there
     * @param rows how many can be corrected at once
     */
    record ProposeAmendment(Slip slip, List<Choice> fields, int rows) implements ActView {}

    /**
     * Propose to revoke the issued result.
     *
     * @param grounds of which kind the reason is
     */
    record ProposeRevocation(Slip slip, List<Choice> grounds) implements ActView {}

    /** Find nothing wrong in it. */
    record RefuseAmendment(Slip slip) implements ActView {}

    /** Not let it happen. */
    record RefuseProposal(Slip slip) implements ActView {}

    /**
     * The step is done.
     *
     * @param fields what the officer must fill in there
     */
    record Complete(Slip slip, String next, List<FieldView> fields) implements ActView {}

    /** The step is done with a proposal to deny. */
    record ProposeDenial(Slip slip) implements ActView {}

    /**
     * Back to a colleague.
     *
     * @param steps to which it may go back, nearest first
     * @param decided whether that reopens the decision, of which the applicant was told
     */
    record SendBack(Slip slip, List<Choice> steps, boolean decided) implements ActView {}

    /**
     * Approve.
     *
     * @param decides whether this approval is the decision
     * @param preview where its draft is; empty where it does not decide
     */
    record Approve(Slip slip, boolean decides, String preview) implements ActView {}

    /**
     * Deny.
     *
     * @param proposed the reason that the specialist gave; empty for none
     * @param decides whether this is the decision, so that there is a draft of the slip
     */
    record Deny(Slip slip, String proposed, boolean decides) implements ActView {}

    /**
     * Apologise and name a new date.
     *
     * @param late whether the last moment to extend has passed: then what was promised stays due
     * @param lead what was promised, until when the law lets it be told, and what it means once that has passed
     * @param cause every step that is open and since when, as a first draft of the reason
     */
    record Extend(Slip slip, boolean late, String lead, String cause) implements ActView {}

    /**
     * Issue the result.
     *
     * @param next the number after the last one of its book; empty where the book has none yet
     */
    record Issue(Slip slip, String preview, String next) implements ActView {}

    /**
     * Take what is due in cash.
     *
     * @param total to be taken now
     * @param seen how many payments this page knew of
     */
    record TakeFee(Slip slip, String total, int seen) implements ActView {}

    /**
     * Take it by a card at the counter's terminal.
     *
     * @param total to be taken now
     * @param seen how many payments this page knew of
     */
    record TakeCard(Slip slip, String total, int seen) implements ActView {}

    /**
     * Hand the result over.
     *
     * @param ways how the result can be received
     * @param wished what the applicant asked for, in words
     * @param owed what still has to be paid first; empty for nothing
     */
    record HandOver(Slip slip, List<Choice> ways, String wished, String owed) implements ActView {}

    /**
     * Take in what the applicant brings to the counter.
     *
     * @param lines what was asked
     */
    record TakeSupplement(Slip slip, List<Brought> lines) implements ActView {

        /** Keeps its own copy. */
        public TakeSupplement {
            lines = List.copyOf(lines);
        }
    }

    /**
     * What was asked, and why.
     *
     * @param kept the scans that were chosen for it before the form came back, by their ids
     */
    record Brought(String what, String reason, List<Choice> kept) {

        /** Keeps its own copy. */
        public Brought {
            kept = List.copyOf(kept);
        }
    }

    /**
     * Write down that the applicant wants it back.
     *
     * @param atOnce whether it is theirs at once, because it was not received
     */
    record TakeWithdrawal(Slip slip, boolean atOnce) implements ActView {}
}
