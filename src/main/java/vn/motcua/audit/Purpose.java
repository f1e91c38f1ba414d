package vn.motcua.audit;

/** Why somebody works with personal data. */
public enum Purpose {
    /** To settle a dossier. */
    SETTLE,
    /** To take in a walk-in at the counter. */
    INTAKE,
    /** To find a dossier of one's unit. */
    SEARCH,
    /** To keep units, officers and rights. */
    ADMINISTER,
    /** To look after one's own matter. */
    OWN,
    /** To look after the matter of somebody who gave a mandate for it. */
    BEHALF,
    /** To sign in. */
    SIGN_IN,
    /** To inspect how others work. */
    INSPECT,
    /** To look after a ministry's sector in a province. */
    SUPERVISE,
    /** To keep the archive, and destroy what was kept long enough. */
    ARCHIVE,
    /** For whose data it is: to give it to them, to correct what is wrong. */
    OWNER;

    /** As it stands in the log. */
    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
