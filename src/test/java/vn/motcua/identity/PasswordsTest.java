package vn.motcua.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import vn.motcua.shared.Refused;

/** What is asked of a local password: that it is long and not a common one, and nothing else. */
class PasswordsTest {

    private final Passwords passwords = new Passwords(12);

    @Test
    void anyCharactersWillDo() {
        assertThat(passwords.hash("motcaudaivado")).startsWith("{pbkdf2-600000}");
        assertThat(passwords.hash("một câu dài dễ nhớ 🦚")).startsWith("{pbkdf2-600000}");
    }

    @Test
    void sixtyFourCharactersAndMoreAreTaken() {
        var long64 = "dài mà dễ nhớ ".repeat(5).substring(0, 64);
        assertThat(passwords.matches(long64, passwords.hash(long64))).isTrue();
        assertThat(passwords.hash(long64 + long64)).isNotEmpty();
        assertThatThrownBy(() -> passwords.hash(long64 + long64 + "x"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("PASSWORD_TOO_LONG");
    }

    @Test
    void itIsComparedExactlyAsTyped() {
        var hash = passwords.hash(" Một câu dài ");
        assertThat(passwords.matches(" Một câu dài ", hash)).isTrue();
        for (var other :
                new String[] {"Một câu dài", " một câu dài ", " Một câu dài", " Một câu  dài ", " Một câu da"}) {
            assertThat(passwords.matches(other, hash)).as(other).isFalse();
        }
    }

    @Test
    void aShortOrCommonOneIsRefused() {
        assertThatThrownBy(() -> passwords.hash("mười một ch")).hasMessageContaining("PASSWORD_TOO_SHORT");
        assertThatThrownBy(() -> new Passwords(11)).isInstanceOf(IllegalArgumentException.class);
    }
}
