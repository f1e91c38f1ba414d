package vn.motcua.dossier;

/**
 * The answer to a command that was carried out; the same when it comes again.
 *
 * @param dossier which
 * @param version the version that the command made
 */
public record Done(DossierId dossier, int version) {}
