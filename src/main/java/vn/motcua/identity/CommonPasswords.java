package vn.motcua.identity;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import vn.motcua.shared.Text;

/** The passwords that guessers try first (OWASP ASVS 5.0 V6.2.4). Where the list is from stands in its file. */
final class CommonPasswords {

    private static final Set<String> ALL = read("common-passwords.txt");
    /** The longest first, so that a longer word is not left in pieces. */
    private static final List<String> CONTEXT = read("context-words.txt").stream()
            .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()))
            .toList();

    /** How many letters of its own a password has at least. */
    private static final int OWN = 4;

    private CommonPasswords() {}

    static boolean contain(String password) {
        return ALL.contains(password.strip().toLowerCase(Locale.ROOT));
    }

    /** Whether it is made of words of this program and its users and of digits (V6.2.11). */
    static boolean ofContext(String password) {
        var letters = Text.fold(password).replaceAll("[^a-z]", "");
        var left = letters;
        for (var word : CONTEXT) {
            left = left.replace(word, "");
        }
        return left.length() < letters.length() && left.length() < OWN;
    }

    static int size() {
        return ALL.size();
    }

    private static Set<String> read(String name) {
        var file = CommonPasswords.class.getResourceAsStream("/identity/" + name);
        if (file == null) {
            throw new IllegalStateException("identity/" + name + " is not on the class path");
        }
        try (var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return lines.lines().filter(it -> !it.startsWith("#")).collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
