package vn.motcua.portal.web;

/**
 * The page that asks once more before a dossier is withdrawn.
 *
 * @param reason as it was typed
 * @param wrong what is wrong with it; empty for nothing
 * @param changed what has happened since the page was opened; empty for nothing
 */
public record WithdrawView(
        String address, String procedure, int version, String command, String reason, String wrong, String changed) {}
