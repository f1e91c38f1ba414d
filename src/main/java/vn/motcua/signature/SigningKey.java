package vn.motcua.signature;

/**
 * Which key a signatory has where the keys are.
 *
 * @param name the credential ID at a signing service, or the label on a token
 * @param pin that opens it; empty for none
 */
public record SigningKey(String name, String pin) {

    /** Without the PIN. */
    @Override
    public String toString() {
        return name;
    }
}
