package vn.motcua.privacy;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long dossiers are kept after they ended ({@code motcua.retention}). The law leaves the times to the list that each agency
 * draws up under the Law on Archives; no list was at hand, so the times here are an assumption which the operator replaces.
 *
 * @param years of what was settled, when its procedure has no time of its own
 * @param notSettledYears of what was turned away or withdrawn
 * @param procedures years by code of the procedure; {@code 0} keeps for ever
 * @param noticeDays how many days before the end the applicant is told, at least
 * @param receiptYears how many whole years after that of its issue a receipt is kept, also of a dossier that was destroyed before: the time of
 *     accounting papers that are entered in the books. Ten years of Luật Kế toán 2015 Điều 41 khoản 5 are from memory, no text was at hand
 */
@ConfigurationProperties("motcua.retention")
record RetentionSettings(
        @DefaultValue("10") int years,
        @DefaultValue("2") int notSettledYears,
        @DefaultValue Map<String, Integer> procedures,
        @DefaultValue("60") int noticeDays,
        @DefaultValue("10") int receiptYears) {

    private static final int LONGEST = 1_000;

    /** Refuses what would destroy at once. */
    RetentionSettings {
        procedures = Map.copyOf(procedures);
        if (years < 1
                || notSettledYears < 1
                || noticeDays < 1
                || receiptYears < 1
                || procedures.values().stream().anyMatch(it -> it < 0)) {
            throw new IllegalArgumentException("motcua.retention: years and days must be at least one");
        }
    }

    /** The codes that have a time of their own, in order. */
    String[] codes() {
        return new TreeMap<>(procedures).keySet().toArray(String[]::new);
    }

    /** Their years in the same order. */
    Integer[] years(String... codes) {
        return java.util.Arrays.stream(codes)
                .map(it -> Optional.ofNullable(procedures.get(it))
                        .filter(years -> years > 0)
                        .orElse(LONGEST))
                .toArray(Integer[]::new);
    }
}
