package vn.motcua.document;

/**
 * The page behind the scan of a paper that says that it matches its original (bản sao điện tử), everything in words.
 *
 * @param head issuing unit, place and date
 * @param document what the paper is
 * @param owner whose it is
 * @param dossierNumber with which dossier it was shown
 * @param compared when it was compared
 * @param sha256 the fingerprint of the scan
 * @param signer who compared it
 * @param position of the signer
 */
public record CopyPage(
        Letterhead head,
        String document,
        String owner,
        String dossierNumber,
        String compared,
        String sha256,
        String signer,
        String position) {}
