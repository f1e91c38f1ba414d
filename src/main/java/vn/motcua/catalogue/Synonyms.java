package vn.motcua.catalogue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What people say for what the law says. Each line of {@code synonyms.txt} has everyday phrases, an arrow, and the
 * official words: {@code con mới đẻ, sinh con => đăng ký khai sinh | cấp thẻ bảo hiểm y tế}.
 */
final class Synonyms {

    private final List<Line> lines = new ArrayList<>();
    private final Set<String> weak = new HashSet<>();
    private final Set<String> everyday = new HashSet<>();

    private record Line(List<String> phrases, List<String> official) {}

    /**
     * Official words for a part of what was asked.
     *
     * @param official the words to search for
     * @param phrase the words that were said for it
     */
    record Meant(String official, String phrase) {

        /** How many of the asked words they stand for. */
        int said() {
            return phrase.split(" ", -1).length;
        }
    }

    Synonyms(String text) {
        for (var line : text.lines().map(String::strip).toList()) {
            if (line.startsWith("~")) {
                weak.addAll(SearchText.words(line));
            } else if (!line.isEmpty() && !line.startsWith("#")) {
                var sides = line.split("=>", 2);
                everyday.addAll(SearchText.words(sides[0]));
                lines.add(new Line(
                        Arrays.stream(sides[0].split(",", -1))
                                .map(it -> String.join(" ", SearchText.words(it)))
                                .toList(),
                        Arrays.stream(sides[1].split("\\|", -1))
                                .map(String::strip)
                                .toList()));
            }
        }
    }

    static Synonyms builtIn() {
        return new Synonyms(CatalogueFiles.text("/catalogue/synonyms.txt"));
    }

    /** Whether the word says little about what is looked for: "xin", "làm", "cho". */
    boolean weak(String word) {
        return weak.contains(word);
    }

    /** Whether it stands in one of the everyday phrases. */
    boolean knows(String word) {
        return weak.contains(word) || everyday.contains(word);
    }

    /** The official words for what was said, the longest phrase of each line. */
    List<Meant> of(List<String> words) {
        var asked = " " + String.join(" ", words) + " ";
        var inOrder = words.stream().sorted().toList();
        var found = new ArrayList<Meant>();
        for (var line : lines) {
            line.phrases().stream()
                    .filter(it -> asked.contains(" " + it + " ") || sorted(it).equals(inOrder))
                    .max(Comparator.comparingInt(it -> it.split(" ", -1).length))
                    .ifPresent(said -> line.official().forEach(it -> found.add(new Meant(it, said))));
        }
        return found;
    }

    private static List<String> sorted(String phrase) {
        return Arrays.stream(phrase.split(" ", -1)).sorted().toList();
    }
}
