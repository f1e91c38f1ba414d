package vn.motcua.identity;

import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.motcua.shared.Network;
import vn.motcua.shared.TenantId;
import vn.motcua.shared.Text;

/** Signing in with a user name and a password, for local accounts. */
@Component
public class SignIn {

    private static final Logger LOG = LoggerFactory.getLogger(SignIn.class);
    private static final Duration WINDOW = Duration.ofMinutes(15);

    private final Accounts accounts;
    private final Passwords passwords;
    private final SignInTrail trail;
    private final Clock clock;
    private final Throttle perName = new Throttle(5, WINDOW);
    private final Throttle perAddress = new Throttle(30, WINDOW);

    SignIn(Accounts accounts, Passwords passwords, SignInTrail trail, Clock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.trail = trail;
        this.clock = clock;
    }

    /** What came of it. */
    public sealed interface Answer {

        /** They are who they say. */
        record Welcome(SessionAccount account) implements Answer {}

        /** The name or the password is wrong; which of them is not told. */
        record Wrong() implements Answer {}

        /** Too many failures: wait that long. */
        record Wait(Duration time) implements Answer {}
    }

    /**
     * Whether this is the password of that account.
     *
     * @param address from which network address they try
     */
    public Answer with(String userName, String password, String address) {
        var now = clock.instant();
        var name = Text.clean(userName).toLowerCase(Locale.ROOT);
        var network = Network.of(address);
        var wait = perName.wait(name, now).or(() -> perAddress.wait(network, now));
        if (wait.isPresent()) {
            return new Answer.Wait(wait.get());
        }
        var credentials = accounts.credentials(name);
        var account = matching(credentials, password);
        if (account.isEmpty()) {
            LOG.info("a user name or a password was wrong, from {}", network);
            perName.failed(name, now);
            perAddress.failed(network, now);
            credentials.ifPresentOrElse(
                    it -> trail.failed(it.account(), SignInTrail.Failure.WRONG_PASSWORD),
                    () -> trail.failed(TenantId.NATIONAL, SignInTrail.Failure.WRONG_PASSWORD));
            return new Answer.Wrong();
        }
        perName.succeeded(name);
        return new Answer.Welcome(account.get());
    }

    private Optional<SessionAccount> matching(Optional<Accounts.Credentials> credentials, String password) {
        if (credentials.isEmpty()) {
            passwords.matchesNobody(password);
            return Optional.empty();
        }
        return credentials
                .filter(it -> passwords.matches(password, it.passwordHash()))
                .map(Accounts.Credentials::account);
    }
}
