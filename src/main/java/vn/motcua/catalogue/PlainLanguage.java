package vn.motcua.catalogue;

import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * By what the texts of a package are read: our own list of official words with the plain ones, and how long things may be.
 * Data, {@code catalogue/plain-language.yaml}, with its reasons.
 *
 * @param labelWords the longest question, in words
 * @param sentenceWords the longest sentence, in words
 * @param pageQuestions the most questions of one page
 * @param words official words and what to write instead
 * @param senses words that only those understand who see the page
 * @param papers which papers say what a register can be asked for, by the register
 * @param vault how papers are called that an applicant's vault can hold, by the code of the result
 */
record PlainLanguage(
        int labelWords,
        int sentenceWords,
        int pageQuestions,
        Map<String, String> words,
        List<String> senses,
        Map<String, List<String>> papers,
        Map<String, List<String>> vault) {

    private static final String FILE = "/catalogue/plain-language.yaml";
    private static final Pattern SENTENCE = Pattern.compile("(?<=[.!?;])\\s+|\\n");
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    /** What comes with the program. */
    static PlainLanguage builtIn() {
        return read(FILE, CatalogueFiles.text(FILE));
    }

    /** Reads the file; refuses with place and reason what nobody would understand. */
    static PlainLanguage read(String name, String text) {
        var root = YamlPlace.read(name, text).knowing("limits", "words", "senses", "papers", "vault");
        var limits = root.need("limits").knowing("labelWords", "sentenceWords", "pageQuestions");
        var words = new LinkedHashMap<String, String>();
        for (var it : root.list("words")) {
            it.knowing("official", "plain");
            words.put(it.text("official"), it.text("plain"));
        }
        return new PlainLanguage(
                limits.need("labelWords").whole(),
                limits.need("sentenceWords").whole(),
                limits.need("pageQuestions").whole(),
                words,
                root.texts("senses"),
                lists(root.need("papers")),
                lists(root.need("vault")));
    }

    private static Map<String, List<String>> lists(YamlPlace place) {
        var lists = new TreeMap<String, List<String>>();
        place.node().propertyNames().forEach(it -> lists.put(it, place.texts(it)));
        return lists;
    }

    /** How many words a text has. */
    static int count(String text) {
        var stripped = text.strip();
        return stripped.isEmpty() ? 0 : BLANKS.split(stripped, -1).length;
    }

    /** The words of its longest sentence. */
    static int longestSentence(String text) {
        return SENTENCE.splitAsStream(text).mapToInt(PlainLanguage::count).max().orElse(0);
    }

    /** Whether a text is written in capitals; a word or two of a few letters may be names of forms or classes. */
    static boolean capitals(String text) {
        return text.codePoints().filter(Character::isLetter).count() > 5
                && count(text) > 1
                && text.codePoints().noneMatch(Character::isLowerCase);
    }

    /** Whether those words stand in the text, whole and in either case. */
    static boolean has(String text, String words) {
        return Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(plain(words)) + "(?![\\p{L}\\p{N}])")
                .matcher(plain(text))
                .find();
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }
}
