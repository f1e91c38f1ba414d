package vn.motcua.dossier;

/**
 * How the result came to the applicant (trả kết quả).
 *
 * @param how by which way
 * @param toWhom the name of who took it, or where it was sent
 */
public record HandOver(How how, String toWhom) {

    /** The ways in which a result can be received. */
    public enum How {
        /** In the applicant's account. */
        DIGITAL,
        /** At the counter of the one-stop. */
        COUNTER,
        /** By public post (bưu chính công ích). */
        POST
    }
}
