package vn.motcua.catalogue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What people type when they need a procedure and do not know its name: {@code mất cà vẹt xe} for the one that issues a
 * vehicle's registration again. Each line of {@code everyday-words.tsv} has a code, a tab and phrases between semicolons.
 * They are no part of the published record; they are shown only as the reason why something was found.
 *
 * <p>How near a phrase is to what was asked is the cosine of both as sets of words and of neighbours, each weighing the more
 * the fewer phrases have it (G. Salton, A. Wong, C. S. Yang: A vector space model for automatic indexing, 1975).
 */
final class EverydayWords {

    private record Phrase(String code, String text, double length) {}

    private final int total;
    private final List<Phrase> phrases = new ArrayList<>();
    private final Map<String, List<Integer>> having = new HashMap<>();

    /**
     * A phrase near to what was asked.
     *
     * @param text the phrase
     * @param near how near, from 0 to 1
     */
    record Near(String text, double near) {}

    /**
     * The phrases of a file.
     *
     * @param names official and short names by code: people who know them type them
     */
    EverydayWords(String text, Map<String, List<String>> names) {
        var texts = new ArrayList<Map.Entry<String, String>>();
        names.forEach((code, all) -> all.forEach(it -> texts.add(Map.entry(code, it))));
        text.lines().filter(it -> !it.isBlank() && !it.startsWith("#")).forEach(line -> {
            var sides = line.split("\t", 2);
            Arrays.stream(sides[1].split(";", -1))
                    .map(String::strip)
                    .filter(it -> !it.isEmpty())
                    .forEach(it -> texts.add(Map.entry(sides[0], it)));
        });
        total = texts.size();
        for (int i = 0; i < total; i++) {
            for (var term : terms(SearchText.words(texts.get(i).getValue()))) {
                having.computeIfAbsent(term, _ -> new ArrayList<>()).add(i);
            }
        }
        texts.forEach(it ->
                phrases.add(new Phrase(it.getKey(), it.getValue(), length(terms(SearchText.words(it.getValue()))))));
    }

    static EverydayWords builtIn(List<ProcedureRecord> records) {
        return new EverydayWords(
                CatalogueFiles.text("/catalogue/everyday-words.tsv"),
                records.stream()
                        .collect(Collectors.toMap(
                                ProcedureRecord::code,
                                it -> it.name().equals(it.shortName())
                                        ? List.of(it.name())
                                        : List.of(it.name(), it.shortName()),
                                (a, _) -> a,
                                LinkedHashMap::new)));
    }

    /** Whether the word stands in a phrase. */
    boolean knows(String word) {
        return having.containsKey(word);
    }

    /** Of each procedure the phrase nearest to these words, as far as one shares a word with them. */
    Map<String, Near> near(List<String> words) {
        var asked = terms(words);
        var shared = new double[total];
        for (var term : asked) {
            double weight = weight(term) * weight(term);
            having.getOrDefault(term, List.of()).forEach(it -> shared[it] += weight);
        }
        double length = length(asked);
        var nearest = new HashMap<String, Near>();
        for (int place = 0; place < total; place++) {
            if (shared[place] > 0) {
                var phrase = phrases.get(place);
                double near = shared[place] / (length * phrase.length());
                var before = nearest.get(phrase.code());
                if (before == null || before.near() < near) {
                    nearest.put(phrase.code(), new Near(phrase.text(), near));
                }
            }
        }
        return nearest;
    }

    private static Set<String> terms(List<String> words) {
        var terms = new HashSet<>(words);
        terms.addAll(SearchText.pairs(words));
        return terms;
    }

    private double length(Set<String> terms) {
        return Math.sqrt(
                terms.stream().mapToDouble(it -> weight(it) * weight(it)).sum());
    }

    /** A term that no phrase has says nothing about which is meant, and weighs as one that most have. */
    private double weight(String term) {
        int often = having.getOrDefault(term, List.of()).size();
        return often == 0 ? 1 : Math.log(1 + (double) total / often);
    }
}
