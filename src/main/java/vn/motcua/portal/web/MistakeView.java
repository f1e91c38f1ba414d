package vn.motcua.portal.web;

/**
 * The page on which the applicant says what is wrong in a result.
 *
 * @param result its number
 * @param reason as it was typed
 * @param wrong what is wrong with it; empty for nothing
 */
public record MistakeView(
        String address, String procedure, String result, int version, String command, String reason, String wrong) {}
