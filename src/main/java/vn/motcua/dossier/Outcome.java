package vn.motcua.dossier;

/** What was decided (kết quả giải quyết). */
public sealed interface Outcome {

    /** What was asked for is given. */
    record Granted() implements Outcome {}

    /**
     * What was asked for is denied, and why.
     *
     * @param reason as the applicant will read it (NĐ 61/2018 Điều 19 khoản 8)
     */
    record Denied(String reason) implements Outcome {}
}
