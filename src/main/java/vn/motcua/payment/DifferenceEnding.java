package vn.motcua.payment;

/** How a difference between a statement and what is recorded ends, where two people agree. */
public enum DifferenceEnding {
    /** In words: nothing is booked. */
    EXPLAINED,
    /** What is recorded did not come, or not all of it: it is booked as a shortage. */
    SHORT,
    /** More came than is recorded: the rest is money of which nobody knows yet whose it is. */
    SURPLUS
}
