package vn.motcua.identity;

import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import vn.motcua.audit.Fields;
import vn.motcua.audit.Look;
import vn.motcua.audit.Purpose;
import vn.motcua.audit.Trail;
import vn.motcua.shared.Scope;
import vn.motcua.shared.TenantId;

/**
 * Writes into the log of an account's tenant everything about signing in: how, from which kind of browser, in vain, out
 * again. What was typed is never written. Failures are written so many times an hour, so that a guesser cannot flood the
 * log.
 */
@Component
public class SignInTrail {

    /** Stands for somebody of whom nothing is known: no account has the name that was typed. */
    public static final UUID NOBODY = new UUID(0, 0);

    private static final Logger LOG = LoggerFactory.getLogger(SignInTrail.class);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final int LINES_AN_HOUR = 20;

    private final Trail trail;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final Throttle lines = new Throttle(LINES_AN_HOUR, HOUR);

    SignInTrail(Trail trail, Clock clock, PlatformTransactionManager transactions) {
        this.trail = trail;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Why somebody who tried did not get in. */
    public enum Failure {
        /** The password is wrong, or no account has that name. */
        WRONG_PASSWORD,
        /** The code of the second factor is wrong or was used. */
        WRONG_CODE,
        /** The provider gave the name of an officer to somebody else. */
        LOGIN_OF_ANOTHER,
        /** The provider vouches for somebody whom the agency has not entered. */
        UNKNOWN_OFFICER,
        /** What came as a provider's word was not believed. */
        PROVIDER_NOT_BELIEVED,
        /** They proved to be somebody else than who was signed in. */
        ANOTHER_PERSON
    }

    /** They signed in. When this fails there is no session. */
    public void signedIn(SessionAccount account, Proof proof) {
        leave(account.tenant(), account.account().value(), "signed-in " + way(proof));
    }

    /** They proved more than before. */
    public void provedMore(SessionAccount account, Proof proof) {
        leave(account.tenant(), account.account().value(), "proved-more " + way(proof));
    }

    /** Somebody did not get into that account. */
    public void failed(SessionAccount account, Failure why) {
        failed(account.tenant(), account.account().value(), why);
    }

    /** Somebody did not get in, and for which account is not known. */
    public void failed(TenantId tenant, Failure why) {
        failed(tenant, NOBODY, why);
    }

    /** What signs somebody in was changed: {@code login-bound}, {@code second-factor-set}, {@code recovery-code-used}. */
    public void changed(SessionAccount account, String what) {
        leave(account.tenant(), account.account().value(), what);
    }

    /** A session is over. It is over even when that cannot be written. */
    void over(SessionAccount account, SessionOver how) {
        try {
            write(account.tenant(), account.account().value(), how.code() + (how.theirs() ? browser() : ""));
        } catch (RuntimeException e) {
            LOG.warn("could not write that a session of account {} ended", account.account(), e);
        }
    }

    private void failed(TenantId tenant, UUID account, Failure why) {
        var now = clock.instant();
        var key = tenant + "/" + account;
        if (lines.wait(key, now).isPresent()) {
            return;
        }
        lines.failed(key, now);
        leave(
                tenant,
                account,
                "sign-in-failed " + why.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    private void leave(TenantId tenant, UUID account, String act) {
        write(tenant, account, act + browser());
    }

    private void write(TenantId tenant, UUID account, String act) {
        new Scope(tenant, Optional.of(account))
                .run(() -> transaction.executeWithoutResult(_ -> trail.leave(new Look(
                        account,
                        Optional.empty(),
                        Optional.empty(),
                        Purpose.SIGN_IN,
                        account,
                        act,
                        Fields.of(Fields.RIGHTS)))));
    }

    private static String way(Proof proof) {
        if (proof.voucher().isPresent()) {
            return "through-provider";
        }
        return proof.level() >= Proof.HIGH ? "with-second-factor" : "with-password";
    }

    /** Whoever does this now, with a blank before; nothing when a program does. */
    static String browser() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes it
                ? " "
                        + Browser.words(Optional.ofNullable(it.getRequest().getHeader("User-Agent"))
                                .orElse(""))
                : "";
    }
}
