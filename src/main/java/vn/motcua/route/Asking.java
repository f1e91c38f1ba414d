package vn.motcua.route;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
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
 */
public record Asking(
        List<String> unitKinds, BigDecimal hours, Silence silence, StepName question, List<String> documents) {

    /** Copies what it is given. */
    public Asking {
        unitKinds = List.copyOf(unitKinds);
        documents = List.copyOf(documents);
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
