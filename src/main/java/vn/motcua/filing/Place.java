package vn.motcua.filing;

/**
 * Where the matter belongs, as far as it is known.
 *
 * @param province code of two digits; empty when not yet chosen
 * @param ward code of five digits; empty when not yet chosen
 */
public record Place(String province, String ward) {

    /** Not yet chosen. */
    public static final Place NONE = new Place("", "");

    /** The most exact code that is known; empty when none is. */
    public String code() {
        return ward.isEmpty() ? province : ward;
    }
}
