package vn.motcua.route;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What an automatic step can look at. A closed set: how it is known belongs to the dossier. */
public enum ProgramCheck {
    /** Nothing is to be paid any more (đã thu đủ phí, lệ phí). */
    FEES_SETTLED;

    /** How authors write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The one that authors write so. */
    public static Optional<ProgramCheck> of(String word) {
        return Stream.of(values()).filter(it -> it.word().equals(word)).findFirst();
    }
}
