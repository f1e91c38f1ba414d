package vn.motcua.document;

/**
 * How the dossier of a paper is followed without sign-in.
 *
 * @param code the secret by which it is found, in groups of four; empty for none
 * @param address the full address behind the QR code; empty for none
 */
public record Followed(String code, String address) {

    /** Not at all: for a paper of no dossier, or one that is checked by another address. */
    public static final Followed NOT = new Followed("", "");
}
