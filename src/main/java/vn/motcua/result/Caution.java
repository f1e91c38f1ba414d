package vn.motcua.result;

/** Why a leader should look at a result before signing it with many others (lưu ý). */
public enum Caution {
    /** What was asked for is denied. */
    DENIED,
    /** It was decided after its due moment. */
    LATE,
    /** An officer had proposed to deny it. */
    AGAINST_PROPOSAL,
    /** It was decided by somebody standing in. */
    STAND_IN;

    /** The key of its words. */
    public String key() {
        return "result.caution." + name();
    }
}
