package vn.motcua.mandate;

import vn.motcua.shared.RefusalCode;

/** Why a mandate is not asked for, given or ended. */
public enum MandateRefusal implements RefusalCode {
    /** Nothing that may be done is chosen. */
    NO_ERRAND(Kind.NOT_VALID),
    /** Neither all matters nor any field or procedure is chosen. */
    NO_MATTER(Kind.NOT_VALID),
    /** The last day is before today or later than this kind of mandate may last. */
    LAST_DAY_WRONG(Kind.NOT_VALID),
    /** What it rests on is not chosen, or not theirs to choose. */
    KIND_WRONG(Kind.NOT_VALID),
    /** Whom the document names is not written down, or cannot be. */
    PERSON_MISSING(Kind.NOT_VALID),
    /** The child is of age. */
    CHILD_OF_AGE(Kind.NOT_VALID),
    /** No one-stop is chosen. */
    NO_ONE_STOP(Kind.NOT_VALID),
    /** No document is added. */
    NO_PAPER(Kind.NOT_VALID),
    /** The state knows somebody else under that number. */
    PERSON_DIFFERS(Kind.NOT_VALID),
    /** No reason is given, or one that nobody reads to its end. */
    CHECK_REASON_MISSING(Kind.NOT_VALID),
    /** Nobody with that number has ever signed in. */
    HELPER_UNKNOWN(Kind.NOT_VALID),
    /** To which body the helper belongs is not said. */
    BODY_MISSING(Kind.NOT_VALID),
    /** Filling in together for fewer or more minutes than can be. */
    MINUTES_WRONG(Kind.NOT_VALID),
    /** More open questions than somebody can answer. */
    TOO_MANY_ASKED(Kind.NOT_NOW),
    /** No question with that code is open: mistyped, answered or too late. */
    CODE_UNKNOWN(Kind.NOT_FOUND),
    /** Nobody consents to their own question. */
    OWN_CONSENT(Kind.NOT_ALLOWED),
    /** Only a person consents, not an organisation or an officer. */
    NOT_A_PERSON(Kind.NOT_ALLOWED),
    /** The time in which it could be answered is over. */
    QUESTION_LAPSED(Kind.NOT_NOW),
    /** It was answered before. */
    MANDATE_ANSWERED(Kind.NOT_NOW);

    private final Kind kind;

    MandateRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
