package vn.motcua.payment;

/** Where a difference between a statement and what is recorded stands. */
public enum DifferenceState {
    /** Nobody has said anything. */
    WAITING,
    /** Somebody has said how it should end. */
    PROPOSED,
    /** Two people have explained it. */
    EXPLAINED,
    /** Two people have said that the money is not there. */
    SHORT,
    /** Two people have said that more is there. */
    SURPLUS,
    /** A later statement has it as it is recorded. */
    CAME
}
