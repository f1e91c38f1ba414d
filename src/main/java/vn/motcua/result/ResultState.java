package vn.motcua.result;

import java.util.Locale;

/** Where a result stands in the register. */
public enum ResultState {
    /** Drawn up and numbered; waits to be appraised where its package asks for that, else for its signatures. */
    DRAFTED,
    /** Appraised and put up for signing (đã thẩm định, trình ký). */
    APPRAISED,
    /** Signed; about to be issued. */
    SIGNED,
    /** Issued and in force. */
    ISSUED,
    /** Another one took its place (đính chính). */
    REPLACED,
    /** It holds no more, or never came to be issued. */
    REVOKED;

    /** The word that addresses, messages and programs have for it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
