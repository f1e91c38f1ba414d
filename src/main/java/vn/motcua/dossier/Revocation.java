package vn.motcua.dossier;

/**
 * The decision by which an issued result is revoked (thu hồi kết quả).
 *
 * @param ground of which kind the reason is: the only part of it that everybody may know
 * @param decision number and date of the decision, as people read it
 * @param reason as the applicant reads it
 */
public record Revocation(Ground ground, String decision, String reason) {

    /** Of which kind the reason is. */
    public enum Ground {
        /** It was given against the law, or by somebody not competent. */
        UNLAWFUL,
        /** It was given on false papers or declarations. */
        FALSE_PAPERS,
        /** What it asks for is no longer there. */
        CONDITIONS_GONE,
        /** A court or a higher agency decided so. */
        HIGHER_DECISION;

        /** The key of its words. */
        public String key() {
            return "dossier.revocation." + name();
        }
    }
}
