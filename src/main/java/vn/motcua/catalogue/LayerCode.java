package vn.motcua.catalogue;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the editions of a province's layer over a procedure are kept under, e.g. {@code 1.001193@15}.
 *
 * @param procedure the national code
 * @param province two digits
 */
public record LayerCode(String procedure, String province) {

    private static final Pattern TEXT = Pattern.compile("(\\d\\.\\d{6}(?:\\.H\\d\\d)?)@(\\d\\d)");

    /** Reads it; empty for the code of a procedure itself, or of nothing. */
    public static Optional<LayerCode> of(String text) {
        var found = TEXT.matcher(text);
        return found.matches() ? Optional.of(new LayerCode(found.group(1), found.group(2))) : Optional.empty();
    }

    @Override
    public String toString() {
        return procedure + "@" + province;
    }
}
