package vn.motcua.identity;

import java.util.Map;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder.SecretKeyFactoryAlgorithm;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import vn.motcua.shared.Refused;

/**
 * How passwords are kept: PBKDF2, which unlike bcrypt has no limit at 72 bytes, so a long Vietnamese sentence counts in
 * full; six hundred thousand rounds, as OWASP advises. The way is written into each hash and can change later.
 */
@Component
public class Passwords {

    /** No setting goes below this. */
    private static final int SHORTEST = 12;

    private static final int LONGEST = 128;

    private static final String NOW = "pbkdf2-600000";

    private final PasswordEncoder encoder = new DelegatingPasswordEncoder(
            NOW,
            Map.of(
                    NOW,
                    new Pbkdf2PasswordEncoder("", 16, 600_000, SecretKeyFactoryAlgorithm.PBKDF2WithHmacSHA256),
                    "pbkdf2",
                    Pbkdf2PasswordEncoder.defaultsForSpringSecurity_v5_8()));
    /** Made when it is first needed: it takes half a second. */
    private final Supplier<String> nobodys =
            SingletonSupplier.of(() -> String.valueOf(encoder.encode("a password that nobody has")));

    private final int shortest;

    /** Asks for that many characters. */
    Passwords(@Value("${motcua.passwords.shortest:12}") int shortest) {
        if (shortest < SHORTEST || shortest > LONGEST / 2) {
            throw new IllegalArgumentException("motcua.passwords.shortest must be 12 to 64: " + shortest);
        }
        this.shortest = shortest;
    }

    /** The hash of a new password. Long enough and not a common one is all we ask; rules about its characters make it worse. */
    public String hash(String password) {
        if (password.codePointCount(0, password.length()) < shortest) {
            throw new Refused(IdentityRefusal.PASSWORD_TOO_SHORT, shortest);
        }
        if (password.length() > LONGEST) {
            throw new Refused(IdentityRefusal.PASSWORD_TOO_LONG, LONGEST);
        }
        if (CommonPasswords.contain(password) || CommonPasswords.ofContext(password)) {
            throw new Refused(IdentityRefusal.PASSWORD_COMMON);
        }
        return String.valueOf(encoder.encode(password));
    }

    boolean matches(String password, String hash) {
        return password.length() <= LONGEST && encoder.matches(password, hash);
    }

    /** Takes as long as {@link #matches}, so that the time does not tell whether a user name exists. */
    void matchesNobody(String password) {
        encoder.matches(password, nobodys.get());
    }
}
