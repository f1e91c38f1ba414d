package vn.motcua.route;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a consultation node asks (lấy ý kiến): several kinds of unit at once, each within its own time.
 *
 * @param unitKinds which kinds of unit
 * @param hours working hours that each has, by its own calendar
 * @param silence what it means that one says nothing until then
 * @param question what they are asked
 * @param documents the ids of the required documents whose papers they see
 * @param apart the kinds that have hours or a silence of their own
 */
public record Asking(
        List<String> unitKinds,
        BigDecimal hours,
        Silence silence,
        StepName question,
        List<String> documents,
        Map<String, Apart> apart) {

    /** Copies what it is given. */
    public Asking {
        unitKinds = List.copyOf(unitKinds);
        documents = List.copyOf(documents);
        apart = Map.copyOf(apart);
    }

    /** One with the same hours and silence for all. */
    public Asking(
            List<String> unitKinds, BigDecimal hours, Silence silence, StepName question, List<String> documents) {
        this(unitKinds, hours, silence, question, documents, Map.of());
    }

    /** What is said of one kind of unit alone; empty where that of all holds. */
    public record Apart(Optional<BigDecimal> hours, Optional<Silence> silence) {

        private static final Apart NOTHING = new Apart(Optional.empty(), Optional.empty());
    }

    /** The working hours that a unit of that kind has. */
    public BigDecimal hours(String unitKind) {
        return apart.getOrDefault(unitKind, Apart.NOTHING).hours().orElse(hours);
    }

    /** What it means that a unit of that kind says nothing until then. */
    public Silence silence(String unitKind) {
        return apart.getOrDefault(unitKind, Apart.NOTHING).silence().orElse(silence);
    }

    /** What silence means. */
    public enum Silence {
        /** It counts as agreeing. */
        AGREES,
        /** The unit is reminded every day, and the dossier waits. */
        REMINDS,
        /** The dossier waits until a leader goes on without the answer. */
        STOPS;

        static Optional<Silence> of(String word) {
            return Stream.of(values())
                    .filter(it -> it.name().toLowerCase(Locale.ROOT).equals(word))
                    .findFirst();
        }
    }
}
