package vn.motcua.document;

/**
 * The page on which an officer states that a scan matches the original that was shown at the counter, everything in words.
 *
 * @param head issuing unit, place and date
 * @param document what the paper is
 * @param file the name of the scan
 * @param owner whose dossier it is
 * @param procedure of the dossier
 * @param dossierNumber may be empty: a dossier that is not received has none
 * @param compared when it was compared
 * @param sha256 the fingerprint of the scan
 * @param signer who compared it
 * @param position of the signer
 */
public record StatementPage(
        Letterhead head,
        String document,
        String file,
        String owner,
        String procedure,
        String dossierNumber,
        String compared,
        String sha256,
        String signer,
        String position) {}
