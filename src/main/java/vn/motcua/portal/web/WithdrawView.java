package vn.motcua.portal.web;

import java.util.List;

/**
 * The page that asks once more before a dossier is withdrawn.
 *
 * @param reason as it was typed
 * @param wrong what is wrong with it; empty for nothing
 * @param changed what has happened since the page was opened; empty for nothing
 * @param asks whether the agency has to agree, because it was received; the reason is needed then
 * @param fees what becomes of the fees, in sentences
 */
public record WithdrawView(
        String address,
        String procedure,
        int version,
        String command,
        String reason,
        String wrong,
        String changed,
        boolean asks,
        List<String> fees) {}
