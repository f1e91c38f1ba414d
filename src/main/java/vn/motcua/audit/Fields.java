package vn.motcua.audit;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Classes of data, coarse enough to be told to their owner in words. */
public enum Fields {
    /** Name, personal number, date of birth. */
    IDENTITY,
    /** Telephone, e-mail, address. */
    CONTACT,
    /** What was answered in the form. */
    ANSWERS,
    /** The papers. */
    PAPERS,
    /** The course of the dossier. */
    HISTORY,
    /** Accounts, positions, rights. */
    RIGHTS;

    /** Several of them as they stand in the log: {@code identity contact}. */
    public static String of(Fields... classes) {
        return Arrays.stream(classes)
                .map(it -> it.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" "));
    }
}
