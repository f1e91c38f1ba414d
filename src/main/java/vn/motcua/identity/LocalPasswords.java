package vn.motcua.identity;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.audit.Fields;
import vn.motcua.audit.Look;
import vn.motcua.audit.Purpose;
import vn.motcua.audit.Trail;
import vn.motcua.shared.Network;
import vn.motcua.shared.Refused;
import vn.motcua.shared.Scope;
import vn.motcua.shared.Sha256;
import vn.motcua.shared.Text;

/**
 * Changing the password of a local account: by its owner with the old one, or with a code that an administrator gave.
 * Either way all sessions of the account end, whoever guesses has to wait, and the log says what happened.
 */
@Component
public class LocalPasswords {

    private static final Logger LOG = LoggerFactory.getLogger(LocalPasswords.class);
    private static final Duration WINDOW = Duration.ofMinutes(15);
    private static final Duration GOOD_FOR = Duration.ofHours(24);
    private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private static final int CODE = 20;

    private final JdbcClient db;
    private final Accounts accounts;
    private final Passwords passwords;
    private final Sessions sessions;
    private final Trail trail;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final SecureRandom random = new SecureRandom();
    private final Throttle perAccount = new Throttle(5, WINDOW);
    private final Throttle perAddress = new Throttle(30, WINDOW);

    LocalPasswords(
            JdbcClient db,
            Accounts accounts,
            Passwords passwords,
            Sessions sessions,
            Trail trail,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.db = db;
        this.accounts = accounts;
        this.passwords = passwords;
        this.sessions = sessions;
        this.trail = trail;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** What came of it. */
    public sealed interface Answer {

        /** The new password holds; whoever was signed in has to sign in with it. */
        record Done() implements Answer {}

        /** The old password, the name or the code is wrong; which is not told. */
        record Wrong() implements Answer {}

        /** Too many failures: wait that long. */
        record Wait(Duration time) implements Answer {}
    }

    /** Whether that account has a password here. */
    public boolean has(SignedIn who) {
        return accounts.passwordHash(account(who)).isPresent();
    }

    /** Changes one's own; refuses a new one that is too short, too long or common. */
    public Answer change(SignedIn who, String old, String fresh) {
        var account = account(who);
        var hash = accounts.passwordHash(account).orElseThrow(() -> new Refused(IdentityRefusal.NO_PASSWORD_HERE));
        var key = account.account().toString();
        var wait = perAccount.wait(key, clock.instant());
        if (wait.isPresent()) {
            return new Answer.Wait(wait.get());
        }
        if (!passwords.matches(old, hash)) {
            LOG.info("a wrong old password for account {}", account.account());
            perAccount.failed(key, clock.instant());
            return new Answer.Wrong();
        }
        var next = passwords.hash(fresh);
        perAccount.succeeded(key);
        in(account, () -> {
            accounts.setPassword(account.account(), Optional.of(next));
            leave(account, account.account(), "password-changed");
            return true;
        });
        sessions.endOf(account.account());
        return new Answer.Done();
    }

    /**
     * Takes an officer's password away and gives a code with which they set a new one within a day. The code is shown this
     * once; an earlier one is good no more.
     */
    public String reset(SignedIn.Administrator by, OfficerId officer) {
        var of = in(new SessionAccount(by.tenant(), by.account()), () -> accounts.of(officer))
                .orElseThrow(() -> new Refused(AccessRefusal.NOT_THERE));
        if (accounts.userName(of).isEmpty()) {
            throw new Refused(IdentityRefusal.NO_PASSWORD_HERE);
        }
        var code = new StringBuilder();
        for (int i = 0; i < CODE; i++) {
            code.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        var now = clock.instant();
        in(new SessionAccount(by.tenant(), by.account()), () -> {
            accounts.setPassword(of, Optional.empty());
            keep(of, by, code.toString(), now);
            leave(new SessionAccount(by.tenant(), by.account()), of, "password-reset");
            return true;
        });
        sessions.endOf(of);
        return String.join("-", code.toString().split("(?<=\\G.{5})"));
    }

    /** Sets a new password with a code; refuses a new one that is too short, too long or common, and the code stays good. */
    public Answer redeem(String userName, String code, String fresh, String address) {
        var now = clock.instant();
        var name = Text.clean(userName).toLowerCase(Locale.ROOT);
        var network = Network.of(address);
        var wait = perAccount.wait("code " + name, now).or(() -> perAddress.wait(network, now));
        if (wait.isPresent()) {
            return new Answer.Wait(wait.get());
        }
        var account = accounts.named(name)
                .filter(it -> in(it, () -> Optional.of(it).filter(one -> good(one, code, now)))
                        .isPresent());
        if (account.isEmpty()) {
            LOG.info("a wrong code for a new password, from {}", network);
            perAccount.failed("code " + name, now);
            perAddress.failed(network, now);
            return new Answer.Wrong();
        }
        var hash = passwords.hash(fresh);
        var of = account.get();
        var used = in(of, () -> {
            if (!use(of, code, now)) {
                return false;
            }
            accounts.setPassword(of.account(), Optional.of(hash));
            leave(of, of.account(), "password-set");
            return true;
        });
        if (!used) {
            return new Answer.Wrong();
        }
        perAccount.succeeded("code " + name);
        sessions.endOf(of.account());
        return new Answer.Done();
    }

    private void keep(AccountId account, SignedIn.Administrator by, String code, Instant now) {
        db.sql("""
                        insert into password_reset (tenant_id, account, hash, made_by, made_at, expires_at)
                        values (:tenant, :account, :hash, :by, :now, :until)
                        on conflict (tenant_id, account) do update set hash = excluded.hash, made_by = excluded.made_by,
                            made_at = excluded.made_at, expires_at = excluded.expires_at, used_at = null
                        """)
                .param("tenant", by.tenant().value())
                .param("account", account.value())
                .param("hash", digest(code))
                .param("by", by.account().value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("until", now.plus(GOOD_FOR).atOffset(ZoneOffset.UTC))
                .update();
    }

    private boolean good(SessionAccount account, String code, Instant now) {
        return db.sql("""
                        select exists (select 1 from password_reset r
                            join account a on a.tenant_id = r.tenant_id and a.id = r.account and a.active
                            where r.tenant_id = :tenant and r.account = :account and r.hash = :hash and r.used_at is null
                                and r.expires_at > :now)
                        """)
                .param("tenant", account.tenant().value())
                .param("account", account.account().value())
                .param("hash", digest(code))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Boolean.class)
                .single();
    }

    private boolean use(SessionAccount account, String code, Instant now) {
        return db.sql("""
                                update password_reset set used_at = :now
                                where tenant_id = :tenant and account = :account and hash = :hash and used_at is null
                                    and expires_at > :now
                                """)
                        .param("tenant", account.tenant().value())
                        .param("account", account.account().value())
                        .param("hash", digest(code))
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    private void leave(SessionAccount who, AccountId about, String act) {
        trail.leave(new Look(
                who.account().value(),
                Optional.empty(),
                Optional.empty(),
                Purpose.ADMINISTER,
                about.value(),
                act,
                Fields.of(Fields.RIGHTS)));
    }

    private <T> T in(SessionAccount who, Supplier<T> work) {
        return new Scope(who.tenant(), Optional.of(who.account().value()))
                .call(() -> Objects.requireNonNull(transaction.execute(_ -> work.get())));
    }

    private static SessionAccount account(SignedIn who) {
        return new SessionAccount(who.tenant(), who.account());
    }

    /** A hundred bits at random need no slow hash. */
    private static byte[] digest(String code) {
        var letters = code.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
        return Sha256.of(letters);
    }
}
