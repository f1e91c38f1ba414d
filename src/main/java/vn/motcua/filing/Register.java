package vn.motcua.filing;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A register of the state from which what somebody is asked in a form can be filled in. Others are read by nothing here. */
public enum Register {
    /** What the provider of electronic identities says of whoever signs in (định danh và xác thực điện tử). */
    IDENTITY("vneid"),
    /** The national database on the population (Cơ sở dữ liệu quốc gia về dân cư): residence, ethnic group. */
    POPULATION("population");

    private final String source;

    Register(String source) {
        this.source = source;
    }

    /** Its name in the forms of procedure packages ({@code prefill}). */
    public String source() {
        return source;
    }

    /** Its name in addresses, settings and what is kept. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** That one; empty for none. */
    public static Optional<Register> of(String word) {
        return Arrays.stream(values()).filter(it -> it.word().equals(word)).findFirst();
    }
}
