package vn.motcua.identity;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The passwords that guessers try first (OWASP ASVS 5.0 V6.2.4). Where the list is from stands in its file. */
final class CommonPasswords {

    private static final Set<String> ALL = read();

    private CommonPasswords() {}

    static boolean contain(String password) {
        return ALL.contains(password.strip().toLowerCase(Locale.ROOT));
    }

    static int size() {
        return ALL.size();
    }

    private static Set<String> read() {
        var file = CommonPasswords.class.getResourceAsStream("/identity/common-passwords.txt");
        if (file == null) {
            throw new IllegalStateException("identity/common-passwords.txt is not on the class path");
        }
        try (var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return lines.lines().filter(it -> !it.startsWith("#")).collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
