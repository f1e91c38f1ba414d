package vn.motcua.catalogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.ByteBuffersDirectory;

/** The index of all procedures in force, in memory. Made anew after each publication; never changed. */
final class ProcedureIndex {

    /** A field of the index and how much a word found in it counts. */
    private enum Part {
        NAME(4f),
        SHORT(4f),
        KEYWORD(3f),
        SECTOR(1f),
        RESULT(0.6f);

        /** The parts in which the order of words and their marks count. */
        private static final List<Part> NAMES = List.of(NAME, SHORT, KEYWORD);

        private final float weight;

        Part(float weight) {
            this.weight = weight;
        }

        String words() {
            return name();
        }

        String pairs() {
            return name() + "_PAIRS";
        }

        String accented() {
            return name() + "_ACCENTED";
        }
    }

    /** More words than this are not looked at, more meanings not followed. */
    private static final int WORDS = 12;

    private static final int MEANT = 5;
    /** Names are short: a word that stands in one twice does not make it twice as fitting. */
    private static final BM25Similarity SIMILARITY = new BM25Similarity(0.3f, 0.6f);

    private final DirectoryReader reader;
    private final IndexSearcher searcher;
    private final Synonyms synonyms;
    private final EverydayWords everyday;
    private final List<String> codes;
    private final Map<String, Integer> vocabulary = new HashMap<>();
    /** In which fields a term stands, one bit for each; most of what is asked stands in none, and is not looked up. */
    private final Map<String, Integer> places = new HashMap<>();

    private final Map<String, Integer> fields = new HashMap<>();

    private final Map<Character, List<String>> byFirstLetter = new HashMap<>();
    private final Map<String, Integer> neighbours = new HashMap<>();

    /**
     * Reads all names.
     *
     * @param everyday words that people type: they are no slips of the finger
     */
    ProcedureIndex(List<ProcedureRevision> revisions, Synonyms synonyms, EverydayWords everyday) {
        this.synonyms = synonyms;
        this.everyday = everyday;
        codes = revisions.stream().map(ProcedureRevision::code).toList();
        try {
            var directory = new ByteBuffersDirectory();
            var settings = new IndexWriterConfig(new WhitespaceAnalyzer()).setSimilarity(SIMILARITY);
            try (var writer = new IndexWriter(directory, settings)) {
                for (var revision : revisions) {
                    writer.addDocument(document(revision.record()));
                }
                writer.forceMerge(1);
            }
            reader = DirectoryReader.open(directory);
            IndexSearcher.setMaxClauseCount(4096);
            searcher = new IndexSearcher(reader);
            searcher.setSimilarity(SIMILARITY);
            for (var part : Part.values()) {
                count(part.words(), vocabulary);
                count(part.pairs(), neighbours);
                for (var field : List.of(part.words(), part.pairs(), part.accented())) {
                    place(field);
                }
            }
            vocabulary
                    .keySet()
                    .forEach(it -> byFirstLetter
                            .computeIfAbsent(it.charAt(0), _ -> new ArrayList<>())
                            .add(it));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * What was asked, as it is looked for.
     *
     * @param typed the words, folded
     * @param words the same with each slip of the finger set right
     * @param accented the words with their marks
     * @param meant official words that everyday ones stand for
     */
    record Read(List<String> typed, List<String> words, List<String> accented, List<Synonyms.Meant> meant) {}

    /** Reads what was asked. A page of text is no question: its first words are looked at. */
    Read read(String asked) {
        var typed = limited(SearchText.words(asked));
        var words = corrected(typed, 1);
        return new Read(
                typed,
                words,
                limited(SearchText.accented(asked)),
                synonyms.of(words).stream().limit(MEANT).toList());
    }

    /** The codes that match, with how well. */
    Map<String, Float> matching(Read asked) {
        var found = new HashMap<String, Float>();
        try {
            searcher.search(query(asked), new EveryHit((document, score) -> found.put(codes.get(document), score)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    /** The asked words with each unknown one replaced by a known one, if any is near. */
    String nearest(Read asked) {
        return String.join(" ", corrected(asked.typed(), 2));
    }

    /** The words that say something; all of them where none does. */
    List<String> strong(List<String> words) {
        var strong = words.stream().filter(it -> !synonyms.weak(it)).toList();
        return strong.isEmpty() ? words : strong;
    }

    private List<String> corrected(List<String> words, int slips) {
        var corrected = new ArrayList<>(words);
        for (int i = 0; i < words.size(); i++) {
            if (words.get(i).length() >= 3 && !known(words.get(i))) {
                corrected.set(i, corrected(corrected, i, slips));
            }
        }
        return corrected;
    }

    private boolean known(String word) {
        return vocabulary.containsKey(word) || synonyms.knows(word) || everyday.knows(word);
    }

    /** The nearest known word; among equally near ones that which stands beside its neighbours most often. */
    private String corrected(List<String> words, int place, int slips) {
        var word = words.get(place);
        record Near(String word, int distance, long often) {}
        return beginningAs(word)
                .map(it -> new Near(
                        it,
                        SearchText.distance(word, it, slips),
                        1000L * together(words, place, it) + vocabulary.getOrDefault(it, 0)))
                .filter(it -> it.distance() <= slips)
                .min(Comparator.comparingInt(Near::distance)
                        .thenComparing(Comparator.comparingLong(Near::often).reversed())
                        .thenComparing(Near::word))
                .map(Near::word)
                .orElse(word);
    }

    private Stream<String> beginningAs(String word) {
        return byFirstLetter.getOrDefault(word.charAt(0), List.of()).stream();
    }

    private void count(String field, Map<String, Integer> into) throws IOException {
        var terms = MultiTerms.getTerms(reader, field);
        if (terms != null) {
            var each = terms.iterator();
            for (var term = each.next(); term != null; term = each.next()) {
                into.merge(term.utf8ToString(), each.docFreq(), Integer::sum);
            }
        }
    }

    private void place(String field) throws IOException {
        var terms = MultiTerms.getTerms(reader, field);
        if (terms != null) {
            int bit = 1 << fields.computeIfAbsent(field, _ -> fields.size());
            var each = terms.iterator();
            for (var term = each.next(); term != null; term = each.next()) {
                places.merge(term.utf8ToString(), bit, (a, b) -> a | b);
            }
        }
    }

    private boolean stands(String field, String term) {
        var bit = fields.get(field);
        return bit != null && (places.getOrDefault(term, 0) & (1 << bit)) != 0;
    }

    private static Document document(ProcedureRecord record) {
        var document = new Document();
        add(document, Part.NAME, List.of(record.name()));
        add(document, Part.SHORT, record.shortName().equals(record.name()) ? List.of() : List.of(record.shortName()));
        add(document, Part.KEYWORD, record.keywords());
        add(document, Part.SECTOR, List.of(record.sector()));
        add(
                document,
                Part.RESULT,
                record.results().stream().map(ProcedureRecord.Result::name).toList());
        return document;
    }

    private static void add(Document document, Part part, List<String> texts) {
        for (var text : texts) {
            var words = SearchText.words(text);
            put(document, part.words(), words);
            if (Part.NAMES.contains(part)) {
                var accented = SearchText.accented(text);
                put(document, part.pairs(), SearchText.pairs(words));
                put(document, part.accented(), accented);
                put(document, part.accented(), SearchText.pairs(accented));
            }
        }
    }

    private static void put(Document document, String field, List<String> terms) {
        document.add(new TextField(field, String.join(" ", terms), Field.Store.NO));
    }

    /**
     * One of: the words themselves, or what they mean officially. Then, to order what was found: neighbours that stand
     * together, words with exactly these marks.
     */
    private Query query(Read asked) {
        var words = asked.words();
        var ways = new ArrayList<Query>();
        ways.add(ways(words, asked.accented(), true));
        var otherwise = reread(words);
        if (!otherwise.equals(words)) {
            ways.add(new BoostQuery(ways(otherwise, List.of(), false), 0.8f));
        }
        asked.meant().forEach(meant -> {
            float share = Math.min(1f, (float) meant.said() / words.size());
            ways.add(new BoostQuery(
                    ways(SearchText.words(meant.official()), SearchText.accented(meant.official()), false),
                    0.5f + 0.7f * share));
        });
        return new DisjunctionMaxQuery(ways, 0.25f);
    }

    private static List<String> limited(List<String> words) {
        return words.size() > WORDS ? words.subList(0, WORDS) : words;
    }

    /**
     * The words as they may have been meant: a word that no name has beside these neighbours is read as one with a letter
     * changed that stands beside them often.
     */
    private List<String> reread(List<String> words) {
        var read = new ArrayList<>(words);
        for (int i = 0; i < words.size() && words.size() > 1; i++) {
            if (words.get(i).length() >= 3 && together(words, i, words.get(i)) == 0) {
                int place = i;
                beginningAs(words.get(place))
                        .filter(it -> SearchText.distance(words.get(place), it, 1) == 1)
                        .filter(it -> together(words, place, it) > 0)
                        .max(Comparator.comparingInt((String it) -> together(words, place, it))
                                .thenComparing(Comparator.naturalOrder()))
                        .ifPresent(it -> read.set(place, it));
            }
        }
        return read;
    }

    /** In how many names the word stands beside the neighbours of that place. */
    private int together(List<String> words, int place, String word) {
        int before = place == 0 ? 0 : neighbours.getOrDefault(words.get(place - 1) + "_" + word, 0);
        int after = place + 1 == words.size() ? 0 : neighbours.getOrDefault(word + "_" + words.get(place + 1), 0);
        return before + after;
    }

    private Query ways(List<String> words, List<String> accented, boolean typed) {
        var needed = strong(words);
        var must = new BooleanQuery.Builder();
        for (var word : needed) {
            must.add(word(word, typed && word.equals(words.getLast())), Occur.SHOULD);
        }
        must.setMinimumNumberShouldMatch(enough(needed.size()));
        var all = new BooleanQuery.Builder();
        all.add(must.build(), Occur.MUST);
        for (var word : words) {
            if (!needed.contains(word)) {
                all.add(new BoostQuery(best(exactly(word)), 0.3f), Occur.SHOULD);
            }
        }
        for (var pair : SearchText.pairs(words)) {
            all.add(pair(pair), Occur.SHOULD);
        }
        for (var pair : SearchText.pairs(words.reversed())) {
            all.add(new BoostQuery(pair(pair), 0.8f), Occur.SHOULD);
        }
        for (var term : accented) {
            all.add(marks(term, 0.4f), Occur.SHOULD);
        }
        for (var term : SearchText.pairs(accented)) {
            all.add(marks(term, 0.8f), Occur.SHOULD);
        }
        return all.build();
    }

    /** How many of the words have to be there: people add words that no record has. */
    private static int enough(int words) {
        return words <= 2 ? words : words == 3 ? 2 : (int) Math.ceil(words * 0.6);
    }

    private Query word(String word, boolean unfinished) {
        var ways = new ArrayList<>(exactly(word));
        if (unfinished && word.length() >= 2) {
            for (var part : Part.values()) {
                ways.add(new BoostQuery(
                        new ConstantScoreQuery(new PrefixQuery(new Term(part.words(), word))), part.weight * 0.3f));
            }
        }
        return best(ways);
    }

    private List<Query> exactly(String word) {
        return standing(List.of(Part.values()), Part::words, word, 1);
    }

    private Query pair(String pair) {
        return best(standing(Part.NAMES, Part::pairs, pair, 1.5f));
    }

    private Query marks(String term, float weight) {
        return best(standing(Part.NAMES, Part::accented, term, weight));
    }

    /** The term in each of those fields in which it stands at all. */
    private List<Query> standing(List<Part> parts, Function<Part, String> field, String term, float weight) {
        return parts.stream()
                .filter(it -> stands(field.apply(it), term))
                .<Query>map(it -> new BoostQuery(new TermQuery(new Term(field.apply(it), term)), it.weight * weight))
                .toList();
    }

    private static Query best(List<Query> ways) {
        return new DisjunctionMaxQuery(ways, 0.1f);
    }
}
