package vn.motcua.payment;

import vn.motcua.shared.RefusalCode;

/** Why no money is taken. */
public enum PaymentRefusal implements RefusalCode {
    /** Nothing is owed. */
    NOTHING_OWED(Kind.NOT_NOW),
    /** Somebody took money for this dossier since the page was shown. */
    PAID_MEANWHILE(Kind.NOT_NOW),
    /** The idempotency key belongs to another payment. */
    PAYMENT_COMMAND_REUSED(Kind.NOT_VALID);

    private final Kind kind;

    PaymentRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
