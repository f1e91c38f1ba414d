package vn.motcua.signin;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.identity.SessionAccount;
import vn.motcua.identity.SignInTrail;
import vn.motcua.identity.Throttle;
import vn.motcua.shared.Scope;
import vn.motcua.shared.Sha256;

/**
 * The second factor of local accounts: codes of an authenticator application, or one of ten codes on paper. Each code is
 * good once; who keeps guessing waits.
 */
@Component
public class SecondFactors {

    private static final Logger LOG = LoggerFactory.getLogger(SecondFactors.class);

    private static final int SECRET = 20;
    private static final int RECOVERY_CODES = 10;
    private static final int RECOVERY_BYTES = 10;
    private static final int GROUP = 4;

    private final JdbcClient db;
    private final Sealing sealing;
    private final SignInSettings settings;
    private final SignInTrail trail;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final SecureRandom random = new SecureRandom();
    private final Throttle throttle = new Throttle(5, Duration.ofMinutes(15));

    SecondFactors(
            JdbcClient db,
            Sealing sealing,
            SignInSettings settings,
            SignInTrail trail,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.db = db;
        this.sealing = sealing;
        this.settings = settings;
        this.trail = trail;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** What came of a code. */
    public sealed interface Answer {

        /**
         * It is theirs and had not been used.
         *
         * @param recoveryCodesLeft how many codes on paper are left
         */
        record Right(int recoveryCodesLeft) implements Answer {}

        /** It is wrong or was used. */
        record Wrong() implements Answer {}

        /** Too many failures: wait that long. */
        record Wait(Duration time) implements Answer {}
    }

    /** Whether a password alone does not let anybody in. */
    public boolean required() {
        return switch (settings.secondFactor()) {
            case REQUIRED -> true;
            case OFFERED -> false;
        };
    }

    /** Whether that account has one. */
    public boolean has(SessionAccount account) {
        return in(account, () -> secret(account).isPresent());
    }

    /** A new secret, not yet anybody's, in Base32. */
    public String newSecret() {
        var secret = new byte[SECRET];
        random.nextBytes(secret);
        return Base32.of(secret);
    }

    /** What an authenticator application reads from the QR code. */
    public static String address(String secret, String userName) {
        return "otpauth://totp/Motcua:"
                + java.net.URLEncoder.encode(userName, StandardCharsets.UTF_8).replace("+", "%20")
                + "?secret=" + secret + "&issuer=Motcua&algorithm=SHA1&digits=" + Totp.DIGITS + "&period="
                + Totp.STEP.toSeconds();
    }

    /**
     * Makes that secret the account's second factor in place of an earlier one, when the code shows that the application
     * has it.
     *
     * @return the codes for paper, shown this once; empty when the code is wrong
     */
    public Optional<List<String>> confirm(SessionAccount account, String secret, String code) {
        var bytes = Base32.bytes(secret);
        var step = Totp.matching(bytes, digits(code), clock.instant());
        if (step.isEmpty()) {
            return Optional.empty();
        }
        var codes = new ArrayList<String>();
        for (var i = 0; i < RECOVERY_CODES; i++) {
            var fresh = new byte[RECOVERY_BYTES];
            random.nextBytes(fresh);
            codes.add(Base32.of(fresh));
        }
        in(account, () -> {
            keep(account, bytes, step.getAsLong());
            db.sql("delete from second_factor_reset where tenant_id = :tenant and account = :account")
                    .param("tenant", account.tenant().value())
                    .param("account", account.account().value())
                    .update();
            codes.forEach(it -> keep(account, it));
            trail.changed(account, "second-factor-set");
            return true;
        });
        return Optional.of(codes.stream().map(SecondFactors::grouped).toList());
    }

    /** Whether this is a code of that account, which is then used up. */
    public Answer check(SessionAccount account, String typed) {
        var now = clock.instant();
        var key = account.toString();
        var wait = throttle.wait(key, now);
        if (wait.isPresent()) {
            return new Answer.Wait(wait.get());
        }
        var right = in(account, () -> used(account, typed) ? Optional.of(left(account)) : Optional.<Integer>empty());
        if (right.isEmpty()) {
            LOG.info("a wrong code of a second factor for account {}", account.account());
            throttle.failed(key, now);
            trail.failed(account, SignInTrail.Failure.WRONG_CODE);
            return new Answer.Wrong();
        }
        throttle.succeeded(key);
        return new Answer.Right(right.get());
    }

    /** Takes it away with its codes: they set up another when they sign in next, and are told that this was done. */
    public void reset(SessionAccount account) {
        in(account, () -> {
            for (var table : List.of("recovery_code", "second_factor")) {
                db.sql("delete from " + table + " where tenant_id = :tenant and account = :account")
                        .param("tenant", account.tenant().value())
                        .param("account", account.account().value())
                        .update();
            }
            db.sql("""
                            insert into second_factor_reset (tenant_id, account, at) values (:tenant, :account, :now)
                            on conflict (tenant_id, account) do update set at = excluded.at
                            """)
                    .param("tenant", account.tenant().value())
                    .param("account", account.account().value())
                    .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .update();
            return true;
        });
    }

    /** When two administrators took it away, until another is set up. */
    public Optional<Instant> resetAt(SessionAccount account) {
        return in(
                account,
                () -> db.sql("select at from second_factor_reset where tenant_id = :tenant and account = :account")
                        .param("tenant", account.tenant().value())
                        .param("account", account.account().value())
                        .query(OffsetDateTime.class)
                        .optional()
                        .map(OffsetDateTime::toInstant));
    }

    private boolean used(SessionAccount account, String typed) {
        var digits = digits(typed);
        if (digits.length() == Totp.DIGITS) {
            var step = secret(account)
                    .map(it -> Totp.matching(it, digits, clock.instant()))
                    .orElse(OptionalLong.empty());
            return step.isPresent() && use(account, step.getAsLong());
        }
        var used = useRecovery(account, typed);
        if (used) {
            trail.changed(account, "recovery-code-used");
        }
        return used;
    }

    private boolean use(SessionAccount account, long step) {
        return db.sql("""
                                update second_factor set last_step = :step
                                where tenant_id = :tenant and account = :account and last_step < :step
                                """)
                        .param("step", step)
                        .param("tenant", account.tenant().value())
                        .param("account", account.account().value())
                        .update()
                == 1;
    }

    private boolean useRecovery(SessionAccount account, String typed) {
        return db.sql("""
                                update recovery_code set used_at = :now
                                where tenant_id = :tenant and account = :account and hash = :hash and used_at is null
                                """)
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .param("tenant", account.tenant().value())
                        .param("account", account.account().value())
                        .param("hash", hash(typed))
                        .update()
                == 1;
    }

    private int left(SessionAccount account) {
        return db.sql("""
                        select count(*) from recovery_code
                        where tenant_id = :tenant and account = :account and used_at is null
                        """)
                .param("tenant", account.tenant().value())
                .param("account", account.account().value())
                .query(Integer.class)
                .single();
    }

    private Optional<byte[]> secret(SessionAccount account) {
        return db.sql("select secret from second_factor where tenant_id = :tenant and account = :account")
                .param("tenant", account.tenant().value())
                .param("account", account.account().value())
                .query(byte[].class)
                .optional()
                .map(it -> sealing.open(it, boundTo(account)));
    }

    private void keep(SessionAccount account, byte[] secret, long step) {
        db.sql("""
                        insert into second_factor (tenant_id, account, secret, confirmed_at, last_step)
                        values (:tenant, :account, :secret, :now, :step)
                        on conflict (tenant_id, account) do update set secret = excluded.secret,
                            confirmed_at = excluded.confirmed_at, last_step = excluded.last_step
                        """)
                .param("tenant", account.tenant().value())
                .param("account", account.account().value())
                .param("secret", sealing.seal(secret, boundTo(account)))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("step", step)
                .update();
        db.sql("delete from recovery_code where tenant_id = :tenant and account = :account")
                .param("tenant", account.tenant().value())
                .param("account", account.account().value())
                .update();
    }

    private void keep(SessionAccount account, String recoveryCode) {
        db.sql("insert into recovery_code (tenant_id, account, hash) values (:tenant, :account, :hash)")
                .param("tenant", account.tenant().value())
                .param("account", account.account().value())
                .param("hash", hash(recoveryCode))
                .update();
    }

    private <T> T in(SessionAccount account, java.util.function.Supplier<T> work) {
        return Scope.of(account.tenant())
                .call(() -> java.util.Objects.requireNonNull(transaction.execute(_ -> work.get())));
    }

    private static byte[] boundTo(SessionAccount account) {
        return (account.tenant().value() + "/" + account.account()).getBytes(StandardCharsets.US_ASCII);
    }

    /** Eighty bits at random need no slow hash. */
    private static byte[] hash(String recoveryCode) {
        var letters = recoveryCode.replaceAll("[^A-Za-z2-7]", "").toUpperCase(Locale.ROOT);
        return Sha256.of(letters);
    }

    private static String grouped(String code) {
        return String.join("-", code.split("(?<=\\G.{" + GROUP + "})"));
    }

    private static String digits(String typed) {
        return typed.replaceAll("[\\s-]", "");
    }
}
