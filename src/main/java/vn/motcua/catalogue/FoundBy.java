package vn.motcua.catalogue;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import vn.motcua.catalogue.SearchResult.By;
import vn.motcua.catalogue.SearchResult.Why;

/** Says what a procedure was found by, where its name alone does not show it. */
final class FoundBy {

    private FoundBy() {}

    /**
     * The reason that tells most: how the words were read, what they mean, what people call it, then the part of the record
     * that has them.
     *
     * @param near what people call it, as near as they come to what was asked
     * @param strong of some words those that say something
     */
    static Optional<Why> of(
            ProcedureRecord record,
            ProcedureIndex.Read asked,
            Optional<EverydayWords.Near> near,
            UnaryOperator<List<String>> strong) {
        var name = words(List.of(record.name(), record.shortName()));
        var sought = strong.apply(asked.words());
        if (sought.isEmpty()) {
            return Optional.empty();
        }
        if (name.containsAll(sought)) {
            return name.containsAll(strong.apply(asked.typed()))
                    ? Optional.empty()
                    : Optional.of(new Why(By.SPELLING, joined(asked.typed()), joined(asked.words())));
        }
        return asked.meant().stream()
                .filter(it -> name.containsAll(strong.apply(SearchText.words(it.official()))))
                .findFirst()
                .map(it -> new Why(By.MEANING, it.phrase(), it.official()))
                .or(() -> near.filter(it -> !name.containsAll(SearchText.words(it.text())))
                        .map(it -> new Why(By.SAID, joined(sought), it.text())))
                .or(() -> part(By.KEYWORD, record.keywords(), name, sought))
                .or(() -> part(
                        By.RESULT,
                        record.results().stream()
                                .map(ProcedureRecord.Result::name)
                                .toList(),
                        name,
                        sought))
                .or(() -> part(By.SECTOR, List.of(record.sector()), name, sought));
    }

    /** The first text of that part with an asked word that the name lacks. */
    private static Optional<Why> part(By by, List<String> texts, Set<String> name, List<String> sought) {
        return texts.stream()
                .filter(text -> sought.stream()
                        .anyMatch(it ->
                                !name.contains(it) && SearchText.words(text).contains(it)))
                .findFirst()
                .map(it -> new Why(by, joined(sought), it));
    }

    private static Set<String> words(List<String> texts) {
        var words = new HashSet<String>();
        texts.forEach(it -> words.addAll(SearchText.words(it)));
        return words;
    }

    private static String joined(List<String> words) {
        return String.join(" ", words);
    }
}
