package vn.motcua.payment;

import vn.motcua.shared.RefusalCode;

/** Why no money is taken. */
public enum PaymentRefusal implements RefusalCode {
    /** Nothing is owed. */
    NOTHING_OWED(Kind.NOT_NOW),
    /** Somebody took money for this dossier since the page was shown. */
    PAID_MEANWHILE(Kind.NOT_NOW),
    /** A card is recorded with the number of the terminal's slip. */
    CARD_SLIP(Kind.NOT_VALID),
    /** The idempotency key belongs to another payment. */
    PAYMENT_COMMAND_REUSED(Kind.NOT_VALID),
    /** In this state of the order that does not happen. */
    ORDER_STATE(Kind.NOT_NOW),
    /** In this state of the refund that does not happen. */
    REFUND_STATE(Kind.NOT_NOW),
    /** What is to be paid back is not among what came. */
    REFUND_OF_WHAT(Kind.NOT_VALID),
    /** More than is left of what came. */
    REFUND_TOO_MUCH(Kind.NOT_VALID),
    /** It cannot go back by that way. */
    REFUND_WAY(Kind.NOT_VALID),
    /** A transfer needs an account. */
    REFUND_ACCOUNT(Kind.NOT_VALID),
    /** A refund needs a reason. */
    REFUND_REASON(Kind.NOT_VALID),
    /** Whoever asked for a refund does not approve it. */
    REFUND_SECOND_PERSON(Kind.NOT_ALLOWED),
    /** Dossiers of several collecting agencies are not paid at once. */
    NOT_TOGETHER(Kind.NOT_VALID),
    /** No account or gateway is set for this agency. */
    NO_WAY_TO_PAY(Kind.NOT_NOW),
    /** A statement without a payment. */
    STATEMENT_EMPTY(Kind.NOT_VALID),
    /** A statement with more payments than are taken at once. */
    STATEMENT_TOO_LONG(Kind.NOT_VALID),
    /** A column is missing. */
    STATEMENT_HEADING(Kind.NOT_VALID),
    /** A bank's statement for an agency without an account. */
    STATEMENT_ACCOUNT(Kind.NOT_NOW),
    /** Not in UTF-8. */
    STATEMENT_LETTERS(Kind.NOT_VALID),
    /** A line that cannot be read. */
    STATEMENT_LINE(Kind.NOT_VALID),
    /** In this state of money without an order that does not happen. */
    TRANSFER_STATE(Kind.NOT_NOW),
    /** No order of that reference and amount can be paid by money without an order. */
    TRANSFER_ORDER(Kind.NOT_VALID),
    /** How it is to end without an order was not chosen. */
    TRANSFER_ENDING(Kind.NOT_VALID),
    /** Whoever asked for that does not agree to it. */
    TRANSFER_SECOND_PERSON(Kind.NOT_ALLOWED),
    /** Why it is to end so, or why not, was not said. */
    TRANSFER_REASON(Kind.NOT_VALID),
    /** In this state of a difference between a statement and what is recorded that does not happen. */
    DIFFERENCE_STATE(Kind.NOT_NOW),
    /** Such a difference does not end in that way, or none was chosen. */
    DIFFERENCE_ENDING(Kind.NOT_VALID),
    /** Whoever said how it ends does not agree to it. */
    DIFFERENCE_SECOND_PERSON(Kind.NOT_ALLOWED),
    /** Why was not said. */
    DIFFERENCE_REASON(Kind.NOT_VALID),
    /** In this state of the correction of a receipt that does not happen. */
    CORRECTION_STATE(Kind.NOT_NOW),
    /** The receipt was cancelled or replaced meanwhile, or only adjusts another one. */
    CORRECTION_GONE(Kind.NOT_NOW),
    /** Somebody has proposed to correct that receipt already. */
    CORRECTION_OPEN(Kind.NOT_NOW),
    /** The collecting body does not correct receipts in that way. */
    CORRECTION_WAY(Kind.NOT_VALID),
    /** A receipt names its payer and what was paid for. */
    CORRECTION_EMPTY(Kind.NOT_VALID),
    /** It should say what it says. */
    CORRECTION_NOTHING(Kind.NOT_VALID),
    /** A wrong tax code needs another receipt. */
    CORRECTION_TAX_CODE(Kind.NOT_VALID),
    /** Why was not said. */
    CORRECTION_REASON(Kind.NOT_VALID),
    /** Whoever proposed a correction does not agree to it. */
    CORRECTION_SECOND_PERSON(Kind.NOT_ALLOWED);

    private final Kind kind;

    PaymentRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
