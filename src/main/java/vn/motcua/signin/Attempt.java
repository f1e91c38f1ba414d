package vn.motcua.signin;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import vn.motcua.identity.SessionAccount;
import vn.motcua.shared.Language;

/**
 * A sign-in that was begun in a browser and not yet finished. Its state is used up by the first answer that names it.
 *
 * @param state tells this browser's answer from a stranger's
 * @param nonce tells the ID token of this sign-in from any other
 * @param verifier proves to the provider that the code comes from whoever began (PKCE)
 * @param provider to whom the browser was sent
 * @param back the address to which it comes back
 * @param level what was asked for
 * @param raising the account that is signed in and is to prove more, empty for somebody new
 * @param to where to go on, a path of ours
 * @param signOuts where the count of sign-outs stood
 */
public record Attempt(
        String state,
        String nonce,
        String verifier,
        String provider,
        String back,
        int level,
        Optional<SessionAccount> raising,
        String to,
        Language language,
        long signOuts,
        Instant begun) {

    private static final Duration PATIENCE = Duration.ofMinutes(15);

    boolean over(Instant now) {
        return now.isAfter(begun.plus(PATIENCE));
    }
}
