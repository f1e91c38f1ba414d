package vn.motcua.shared;

/**
 * A stable name for one reason to say no. Each module lists its own in an enum; the enum's name is what the API
 * returns, what the log counts and, as {@code refusal.<NAME>}, the key of the sentence in {@code messages/}.
 */
public interface RefusalCode {

    /** The stable name, e.g. {@code WRONG_STAGE}. */
    String name();

    /** How the outside should take it. */
    Kind kind();

    /** How the outside should take a refusal; the web layer turns each into one HTTP status. */
    enum Kind {
        /** There is no such thing, or it is not yours to know: 404. */
        NOT_FOUND,
        /** It was there and was destroyed: 410. */
        GONE,
        /** You may see it but not do this: 403. */
        NOT_ALLOWED,
        /** Not in this state, or somebody was faster: 409. */
        NOT_NOW,
        /** What was sent is not right: 422. */
        NOT_VALID,
        /** Too large: 413. */
        TOO_LARGE
    }
}
