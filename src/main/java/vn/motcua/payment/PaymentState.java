package vn.motcua.payment;

/** How far a payment order (yêu cầu thanh toán) is. A state carries the facts that are true in it and no others. */
public sealed interface PaymentState {

    /** Its name in the graph and in the database. */
    Kind kind();

    /** The names of the states. */
    enum Kind {
        /** Nothing came yet. */
        WAITING,
        /** Paid. */
        PAID,
        /** Nothing came in time; money may still come. */
        EXPIRED,
        /** Not wanted any more. */
        CANCELLED,
        /** Money came that does not belong here. */
        TO_PAY_BACK,
        /** It was paid back. */
        PAID_BACK
    }

    /** Why money does not belong where it came. */
    enum Misplaced {
        /** The order had been cancelled. */
        CANCELLED,
        /** What was to be paid had been paid in another way. */
        NOT_OWED
    }

    /** A state in which money lies here. */
    sealed interface Held extends PaymentState {

        /** The money. */
        Arrival money();
    }

    /** Nothing came yet. */
    record Waiting() implements PaymentState {
        @Override
        public Kind kind() {
            return Kind.WAITING;
        }
    }

    /** Nothing came in time; money may still come, and counts. */
    record Expired() implements PaymentState {
        @Override
        public Kind kind() {
            return Kind.EXPIRED;
        }
    }

    /** Not wanted any more. */
    record Cancelled() implements PaymentState {
        @Override
        public Kind kind() {
            return Kind.CANCELLED;
        }
    }

    /** Paid. */
    record Paid(Arrival money) implements Held {
        @Override
        public Kind kind() {
            return Kind.PAID;
        }
    }

    /** Money came and has to be paid back. */
    record ToPayBack(Arrival money, Misplaced why) implements Held {
        @Override
        public Kind kind() {
            return Kind.TO_PAY_BACK;
        }
    }

    /** It was paid back. */
    record PaidBack(Arrival money) implements PaymentState {
        @Override
        public Kind kind() {
            return Kind.PAID_BACK;
        }
    }
}
