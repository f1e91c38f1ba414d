package vn.motcua.catalogue;

import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.motcua.form.Words;
import vn.motcua.shared.Language;
import vn.motcua.shared.Phrase;
import vn.motcua.shared.Refused;
import vn.motcua.shared.Text;

/**
 * What a package adds to what its applicants are told (lời dặn), {@code messages.yaml}: for an event one paragraph in both
 * languages, e.g. what to bring when the result is fetched. It only adds: who writes, what happened, number, days, rights and the
 * link are the program's, and a short message stays as it is, for others see the screen of a telephone.
 */
public final class AddedWords {

    /** A package that adds nothing. */
    static final AddedWords NONE = new AddedWords(Map.of());

    /** Characters that a paragraph may have in each language. */
    private static final int MOST = 500;

    private static final Pattern PLACE = Pattern.compile("\\{\\{\\s*([\\w.]+)\\s*}}");

    /** What a mail program makes a link of: with a scheme, with a path, an address of mail, or a bare name of a host. */
    private static final Pattern LINK = Pattern.compile("(?iu)https?:|://|www\\.|\\S@\\S"
            + "|(?-i:[a-z0-9-]+\\.[a-z]{2,}/[a-zA-Z0-9])"
            + "|[\\p{L}\\p{M}\\d-]+\\.(vn|com|net|org|info|biz|gov|edu|io|ly|gl|app|dev|site|online|xyz|top|shop|store"
            + "|club|page|link|click|asia|live|cn|ru|us|uk)(?![\\p{L}\\p{M}\\d])");

    private static final String MESSAGES = "messages";

    private final Map<ToldEvent, Words> words;

    private AddedWords(Map<ToldEvent, Words> words) {
        this.words = words;
    }

    /** All of it, in the order in which things happen to a dossier. */
    public Map<ToldEvent, Words> all() {
        return Collections.unmodifiableMap(words);
    }

    /**
     * What is added when that is told.
     *
     * @param known what is filled into a place
     * @return empty where nothing is added, and where a place cannot be filled: half a sentence is worse than none
     */
    public Optional<String> at(ToldEvent event, Language language, Function<ToldFact, Optional<String>> known) {
        return Optional.ofNullable(words.get(event)).flatMap(it -> filled(it.in(language), known));
    }

    /** A text with its places filled; empty where one cannot be. */
    public static Optional<String> filled(String text, Function<ToldFact, Optional<String>> known) {
        var values = new HashMap<String, String>();
        for (var place : PLACE.matcher(text).results().toList()) {
            var value = ToldFact.at(place.group(1)).flatMap(known).filter(it -> !it.isBlank());
            if (value.isEmpty()) {
                return Optional.empty();
            }
            values.put(place.group(1), value.get());
        }
        return Optional.of(
                PLACE.matcher(text).replaceAll(it -> Matcher.quoteReplacement(values.getOrDefault(it.group(1), ""))));
    }

    /**
     * Reads the text of {@code messages.yaml}; refuses with {@code PACKAGE_FAULTY}, which names file, place and reason, also an
     * event that stands there twice.
     */
    static AddedWords read(String yaml) {
        var file = new YamlPlace(PackageReader.MESSAGES, "", StudioText.read(PackageReader.MESSAGES, yaml));
        file.knowing(MESSAGES);
        var all = file.maybe(MESSAGES);
        if (all.isEmpty()) {
            return NONE;
        }
        var place = all.get();
        if (!place.node().isObject()) {
            throw place.refuse("cần một nhóm khóa và giá trị");
        }
        var found = new EnumMap<ToldEvent, Words>(ToldEvent.class);
        for (var word : place.node().propertyNames()) {
            var own = place.need(word);
            var event = ToldEvent.named(word)
                    .orElseThrow(() -> refused(own, "", "event", word, String.join(", ", ToldEvent.words())));
            own.knowing("vi", "en");
            found.put(event, new Words(text(own, "vi", event), text(own, "en", event)));
        }
        return new AddedWords(found);
    }

    /** One paragraph, whatever lines the file has, without what nobody sees or what turns the direction of reading. */
    private static String text(YamlPlace own, String language, ToldEvent event) {
        var text = Text.clean(own.textOr(language, "")).replaceAll("\\s+", " ").strip();
        if (text.isEmpty()) {
            throw refused(own, language, "no." + language);
        }
        if (text.codePointCount(0, text.length()) > MOST) {
            throw refused(own, language, "long", text.codePointCount(0, text.length()), MOST);
        }
        if (LINK.matcher(PLACE.matcher(text).replaceAll("x")).find()) {
            throw refused(own, language, "link");
        }
        for (var it : PLACE.matcher(text).results().toList()) {
            var fact = ToldFact.at(it.group(1))
                    .orElseThrow(() -> refused(own, language, "place", it.group(1), ToldFact.places()));
            if (!event.knows(fact)) {
                throw refused(own, language, "early", it.group(1));
            }
        }
        var rest = PLACE.matcher(text).replaceAll("");
        if (rest.contains("{{") || rest.contains("}}")) {
            throw refused(own, language, "braces");
        }
        return text;
    }

    private static Refused refused(YamlPlace own, String language, String reason, Object... arguments) {
        var place = language.isEmpty() ? own.path() : own.path() + "." + language;
        return YamlPlace.refused(own.file(), place, Phrase.of("catalogue.problem.message." + reason, arguments));
    }
}
