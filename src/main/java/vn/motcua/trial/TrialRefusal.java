package vn.motcua.trial;

import vn.motcua.shared.RefusalCode;

/** Why something is not done in a trial; what the rules of dossiers refuse they say themselves. */
public enum TrialRefusal implements RefusalCode {
    /** Something in the form is missing or wrong; says how much. */
    TRIAL_NOT_FILED(Kind.NOT_VALID),
    /** The edition has no package of a single procedure that can be read. */
    TRIAL_WITHOUT_PACKAGE(Kind.NOT_NOW),
    /** The same officer has as many trials as they can; says how many. */
    TRIALS_TOO_MANY(Kind.NOT_NOW),
    /** More was done than a trial may have; says how much. */
    TRIAL_TOO_LONG(Kind.NOT_NOW),
    /** The page was an older one: something was done since. */
    TRIAL_WENT_ON(Kind.NOT_NOW),
    /** The edition was changed since the trial began. */
    TRIAL_OF_AN_OLDER_TEXT(Kind.NOT_NOW),
    /** That is nothing that can be done in a trial. */
    TRIAL_ACT_UNKNOWN(Kind.NOT_VALID);

    private final Kind kind;

    TrialRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
