package vn.motcua.shared;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * What the program says. {@code messages/<module>.properties} holds Vietnamese and {@code messages/<module>_en.properties}
 * the same keys in English, both in UTF-8 and as {@link MessageFormat} (an apostrophe is written twice).
 */
@Component
public class Messages {

    private final Map<Language, Map<String, String>> texts = new EnumMap<>(Language.class);

    /** Reads every file of texts; the program has one as a bean, and makes another only where Spring is not up. */
    public Messages() {
        for (var language : Language.values()) {
            texts.put(language, new HashMap<>());
        }
        try {
            for (var file :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:messages/*.properties")) {
                var name = String.valueOf(file.getFilename());
                var language = name.endsWith("_en.properties") ? Language.EN : Language.VI;
                var properties = new Properties();
                try (var reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
                    properties.load(reader);
                }
                properties.forEach((key, text) -> texts(language).put(key.toString(), text.toString()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The text under the key; asking for one that nobody wrote is a bug. */
    public String say(Language language, String key, Object... arguments) {
        var text = texts(language).get(key);
        if (text == null) {
            throw new IllegalStateException("no text '" + key + "' in " + language);
        }
        var said = Arrays.stream(arguments)
                .map(it -> it instanceof Phrase phrase ? say(language, phrase) : it)
                .toArray();
        return new MessageFormat(text, Locale.forLanguageTag(language.tag())).format(said);
    }

    /** The text of a phrase. */
    public String say(Language language, Phrase phrase) {
        return say(language, phrase.key(), phrase.arguments().toArray());
    }

    /** The sentence for a refusal. */
    public String say(Language language, Refused refused) {
        return say(
                language,
                "refusal." + refused.code().name(),
                refused.arguments().toArray());
    }

    /** Every text of a language by its key. */
    public Map<String, String> all(Language language) {
        return Map.copyOf(texts(language));
    }

    private Map<String, String> texts(Language language) {
        return texts.getOrDefault(language, Map.of());
    }
}
