package vn.motcua.catalogue;

import static vn.motcua.catalogue.StudioSlot.given;

import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import vn.motcua.form.TypedNumber;
import vn.motcua.shared.Phrase;

/** What is wrong with what somebody filled in at one slot of the studio. */
final class StudioFaults {

    /** Looks like thousands and would be read as decimals. */
    static final Pattern THOUSANDS = Pattern.compile("(?<![\\w.])[1-9]\\d{0,2}(?:\\.\\d{3})*\\.\\d{2}0(?![\\w.])");

    private final StudioSlot slot;
    private final String key;
    private final StudioSlot.Type type;
    private final boolean needed;
    private final Map<String, String> own;
    private final Map<String, Phrase> faults = new LinkedHashMap<>();

    StudioFaults(StudioSlot slot, Map<String, String> own) {
        this.slot = slot;
        this.key = slot.key();
        this.type = slot.type();
        this.needed = slot.needed();
        this.own = own;
    }

    /** By the name of the input. */
    Map<String, Phrase> found() {
        switch (type) {
            case WORDS, LONG_WORDS -> words("");
            case WHOLE -> number(TypedNumber::whole, "studio.wrong.whole");
            case DECIMAL -> number(TypedNumber::number, "studio.wrong.number");
            case REQUIRED, DEMANDED -> {
                if (given(own, key).equals(StudioSlot.WHEN)
                        && given(own, slot.input(StudioSlot.WHEN)).isEmpty()) {
                    faults.put(slot.input(StudioSlot.WHEN), Phrase.of("studio.wrong.noCondition"));
                }
            }
            case OPTIONS, COLUMNS -> rows();
            case WAYS, ASKED -> cells();
            case PAIRS, TEXT_PAIRS ->
                StudioPairs.fault(given(own, key), type == StudioSlot.Type.TEXT_PAIRS)
                        .ifPresent(it -> faults.put(key, it));
            case MOMENT -> moment();
            case EXPRESSION -> expression();
            default -> {
                if (needed && given(own, key).isEmpty()) {
                    faults.put(key, Phrase.of("studio.wrong.missing"));
                }
            }
        }
        return faults;
    }

    private void words(String row) {
        var vi = given(own, slot.input(row + "vi"));
        var en = given(own, slot.input(row + "en"));
        if (vi.isEmpty() && (needed || !en.isEmpty() || !row.isEmpty())) {
            faults.put(slot.input(row + "vi"), Phrase.of("studio.wrong.noVietnamese"));
        }
        if (en.isEmpty() && (needed || !vi.isEmpty() || !row.isEmpty())) {
            faults.put(slot.input(row + "en"), Phrase.of("studio.wrong.noEnglish"));
        }
    }

    private void number(Function<String, Optional<String>> read, String words) {
        var written = given(own, key);
        if (!written.isEmpty() && read.apply(written).isEmpty()) {
            faults.put(key, Phrase.of(words, written));
        } else if (needed && written.isEmpty()) {
            faults.put(key, Phrase.of("studio.wrong.missing"));
        }
    }

    /** An amount is in đồng, and calculates with {@code 15000}; {@code 15.000} would be fifteen. */
    private void expression() {
        var written = given(own, key);
        var grouped = THOUSANDS.matcher(written);
        if (needed && written.isEmpty()) {
            faults.put(key, Phrase.of("studio.wrong.missing"));
        } else if (key.equals("amount") && grouped.find()) {
            faults.put(
                    key,
                    Phrase.of(
                            "studio.wrong.thousands",
                            grouped.group(),
                            grouped.group().replace(".", "")));
        }
    }

    private void moment() {
        var written = given(own, key);
        try {
            if (!written.isEmpty()) {
                LocalDateTime.parse(written);
            } else if (needed) {
                faults.put(key, Phrase.of("studio.wrong.missing"));
            }
        } catch (DateTimeParseException _) {
            faults.put(key, Phrase.of("studio.wrong.moment", written));
        }
    }

    private void rows() {
        var seen = new HashSet<String>();
        for (var row : slot.rows(own)) {
            var code = given(own, row + ".code");
            if (code.isEmpty() || !seen.add(code)) {
                faults.put(
                        row + ".code", Phrase.of(code.isEmpty() ? "studio.wrong.noCode" : "studio.wrong.twice", code));
            }
            words(row.substring(key.length() + 1) + ".");
        }
        if (needed && own.isEmpty()) {
            faults.put(slot.input("0.code"), Phrase.of("studio.wrong.noRow"));
        }
    }

    /** A way has both its cells; who is asked is named, and hours are a number. */
    private void cells() {
        for (var row : slot.rows(own)) {
            (type == StudioSlot.Type.WAYS ? type.cells() : List.of("unit"))
                    .stream()
                            .filter(it -> given(own, row + "." + it).isEmpty())
                            .forEach(it -> faults.put(row + "." + it, Phrase.of("studio.wrong.missing")));
            var hours = given(own, row + ".hours");
            if (!hours.isEmpty() && TypedNumber.number(hours).isEmpty()) {
                faults.put(row + ".hours", Phrase.of("studio.wrong.number", hours));
            }
        }
        if (needed && own.isEmpty()) {
            faults.put(slot.input("0." + type.cells().getFirst()), Phrase.of("studio.wrong.noRow"));
        }
    }
}
