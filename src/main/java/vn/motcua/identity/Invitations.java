package vn.motcua.identity;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.audit.Fields;
import vn.motcua.audit.Look;
import vn.motcua.audit.Purpose;
import vn.motcua.audit.Trail;
import vn.motcua.organization.Units;
import vn.motcua.shared.Ids;
import vn.motcua.shared.Refused;
import vn.motcua.shared.Scope;
import vn.motcua.shared.Sha256;
import vn.motcua.shared.TenantId;

/**
 * How a new tenant comes to its first administrator: whoever has the code makes themselves, once, within {@value #DAYS}
 * days, and only while there is none. The code begins with the tenant's number; the rest is 100 random bits.
 */
@Component
public class Invitations {

    /** How long a code is good. */
    public static final int DAYS = 7;

    private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private static final int LENGTH = 20;
    private static final Pattern CODE = Pattern.compile("([0-9]{1,9})-((?:-?[A-Z2-9]){" + LENGTH + "})");

    private final JdbcClient db;
    private final Administrators administrators;
    private final Units units;
    private final Trail trail;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final Throttle throttle = new Throttle(10, Duration.ofMinutes(15));
    private final SecureRandom random = new SecureRandom();

    Invitations(
            JdbcClient db,
            Administrators administrators,
            Units units,
            Trail trail,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.db = db;
        this.administrators = administrators;
        this.units = units;
        this.trail = trail;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
        transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * Who wants to be the first administrator, with the code they were given.
     *
     * @param from the address they come from, so that whoever guesses has to wait
     */
    public record Accepted(String code, String name, String userName, String password, String from) {}

    /** Whether the tenant has an administrator. */
    public boolean taken(TenantId tenant) {
        return in(Scope.of(tenant), () -> !administrators.all().isEmpty());
    }

    /** A new code for a tenant without administrator; an earlier one is good no more. It is shown this once. */
    public String invite(SignedIn.Administrator by, TenantId tenant) {
        var code = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            code.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return in(new Scope(tenant, Optional.of(by.account().value())), () -> {
            if (units.tenant(tenant).isEmpty() || administrators.held() > 0) {
                throw new Refused(AccessRefusal.NOT_THERE);
            }
            keep(code.toString(), by.account(), clock.instant());
            leave(by.account().value(), by.account().value(), "administrator-invited");
            return tenant + "-" + String.join("-", code.toString().split("(?<=\\G.{5})"));
        });
    }

    /** How long whoever keeps guessing from that address has to wait. */
    public Optional<Duration> waitingTime(String from) {
        return throttle.wait(from, clock.instant());
    }

    /** Makes the administrator; refuses a code that is wrong, old or used, all alike. */
    public void accept(Accepted accepted) {
        var typed = CODE.matcher(accepted.code().toUpperCase(Locale.ROOT).replaceAll("\\s", ""));
        if (!typed.matches()) {
            throw wrong(accepted);
        }
        var tenant = new TenantId(Integer.parseInt(typed.group(1)));
        var secret = typed.group(2).replace("-", "");
        var account = new AccountId(Ids.next());
        in(Scope.of(tenant), () -> {
            if (!held(secret) || administrators.held() > 0) {
                throw wrong(accepted);
            }
            var wanted = administrators.checked(account, accepted.name(), accepted.userName(), accepted.password());
            administrators.open(wanted);
            db.sql("update invitation set used_at = :now where tenant_id = :tenant")
                    .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .param("tenant", tenant.value())
                    .update();
            leave(account.value(), account.value(), "administrator-made");
            return account;
        });
        throttle.succeeded(accepted.from());
    }

    private Refused wrong(Accepted accepted) {
        throttle.failed(accepted.from(), clock.instant());
        return new Refused(IdentityRefusal.SETUP_CODE_WRONG);
    }

    private void keep(String secret, AccountId by, Instant now) {
        db.sql("""
                        insert into invitation (tenant_id, hash, made_by, made_at, expires_at)
                        values (:tenant, :hash, :by, :now, :expires)
                        on conflict (tenant_id) do update set hash = excluded.hash, made_by = excluded.made_by,
                            made_at = excluded.made_at, expires_at = excluded.expires_at, used_at = null
                        """)
                .param("tenant", Scope.current().tenant().value())
                .param("hash", Sha256.of(secret))
                .param("by", by.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("expires", now.plus(Duration.ofDays(DAYS)).atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Whether it is the code that is good now; its row is held until the transaction ends. */
    private boolean held(String secret) {
        return db.sql("""
                        select hash from invitation
                        where tenant_id = :tenant and used_at is null and expires_at > :now for update
                        """)
                .param("tenant", Scope.current().tenant().value())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query((row, _) -> row.getBytes("hash"))
                .optional()
                .filter(it -> MessageDigest.isEqual(it, Sha256.of(secret)))
                .isPresent();
    }

    private void leave(UUID who, UUID about, String act) {
        trail.leave(new Look(
                who, Optional.empty(), Optional.empty(), Purpose.ADMINISTER, about, act, Fields.of(Fields.RIGHTS)));
    }

    private <T> T in(Scope scope, Supplier<T> work) {
        return scope.call(() -> Objects.requireNonNull(transaction.execute(_ -> work.get())));
    }
}
