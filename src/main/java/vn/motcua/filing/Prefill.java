package vn.motcua.filing;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.audit.Fields;
import vn.motcua.audit.Look;
import vn.motcua.audit.Purpose;
import vn.motcua.audit.Trail;
import vn.motcua.identity.AccountId;
import vn.motcua.identity.SignedIn;
import vn.motcua.shared.Ids;
import vn.motcua.shared.Scope;
import vn.motcua.shared.TenantId;

/**
 * Whether somebody lets forms be filled in from a register, each register on its own. Nothing is taken from one before
 * they have said yes, unless the law lets the state use it without; who says no types everything. What was filled in
 * before stays in the drafts in which it stands. Each word is kept, and a line in the log.
 */
@Service
@EnableConfigurationProperties(RegisterSettings.class)
public class Prefill {

    /** So that what the state knows need not be typed again. */
    static final String PURPOSE = "fill-in-forms";

    /** The names of all registers in forms. */
    static final Set<String> SOURCES =
            Arrays.stream(Register.values()).map(Register::source).collect(Collectors.toUnmodifiableSet());

    private final JdbcClient db;
    private final Trail trail;
    private final RegisterSettings settings;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Prefill(
            JdbcClient db,
            Trail trail,
            RegisterSettings settings,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.db = db;
        this.trail = trail;
        this.settings = settings;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** What they said of a register, when. */
    public record Said(Register register, boolean allowed, Instant at) {}

    /**
     * How it stands between somebody and a register.
     *
     * @param law by which it is used without asking; empty where they are asked
     * @param said all that they said of it, the latest first; nothing where they were never asked
     */
    public record Standing(Register register, Optional<String> law, List<Said> said) {

        /** Whether forms are filled in from it now. */
        public boolean allowed() {
            return law.isPresent()
                    || said.stream().findFirst().map(Said::allowed).orElse(false);
        }
    }

    /** All registers. */
    public List<Standing> standings(SignedIn.Applicant who) {
        var said = nationally(who, () -> said(who.account()));
        return Arrays.stream(Register.values())
                .map(register -> new Standing(
                        register,
                        settings.of(register),
                        said.stream().filter(it -> it.register() == register).toList()))
                .toList();
    }

    /** The names in forms of the registers from which they let them be filled in, now. */
    Set<String> sources(SignedIn.Applicant who) {
        return standings(who).stream()
                .filter(Standing::allowed)
                .map(it -> it.register().source())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** They let it, or do not any more; saying the same again is nothing, and so is a word about what the law decides. */
    public void choose(SignedIn.Applicant who, Register register, boolean allowed) {
        if (settings.of(register).isPresent()) {
            return;
        }
        nationally(who, () -> {
            var before = said(who.account());
            if (before.stream()
                    .filter(it -> it.register() == register)
                    .findFirst()
                    .filter(it -> it.allowed() == allowed)
                    .isPresent()) {
                return before;
            }
            keep(who.account(), register, allowed);
            trail.leave(new Look(
                    who.account().value(),
                    Optional.empty(),
                    Optional.empty(),
                    Purpose.OWN,
                    who.account().value(),
                    allowed ? "prefill-allowed" : "prefill-refused",
                    Fields.of(Fields.IDENTITY, Fields.CONTACT)));
            return before;
        });
    }

    /** That account has agreed to all registers of which it has said nothing: for the invented people of a demonstration. */
    public void agreed(AccountId account) {
        var said = said(account);
        Arrays.stream(Register.values())
                .filter(register -> said.stream().noneMatch(it -> it.register() == register))
                .forEach(it -> keep(account, it, true));
    }

    private void keep(AccountId account, Register register, boolean allowed) {
        db.sql("""
                        insert into prefill_choice (tenant_id, account, id, register, purpose, allowed, at)
                        values (0, :account, :id, :register, :purpose, :allowed, :at)
                        """)
                .param("account", account.value())
                .param("id", Ids.next())
                .param("register", register.word())
                .param("purpose", PURPOSE)
                .param("allowed", allowed)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    private List<Said> said(AccountId account) {
        return db.sql("""
                        select register, allowed, at from prefill_choice
                        where tenant_id = 0 and account = :account
                        order by id desc limit 200
                        """)
                .param("account", account.value())
                .query((row, _) -> new Said(
                        Register.of(row.getString("register")).orElseThrow(),
                        row.getBoolean("allowed"),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .list();
    }

    private <T> T nationally(SignedIn who, Supplier<T> work) {
        return new Scope(TenantId.NATIONAL, Optional.of(who.account().value()))
                .call(() -> Objects.requireNonNull(transaction.execute(_ -> work.get())));
    }
}
