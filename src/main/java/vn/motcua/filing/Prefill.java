package vn.motcua.filing;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.audit.Fields;
import vn.motcua.audit.Look;
import vn.motcua.audit.Purpose;
import vn.motcua.audit.Trail;
import vn.motcua.identity.SignedIn;
import vn.motcua.shared.Ids;
import vn.motcua.shared.Scope;
import vn.motcua.shared.TenantId;

/**
 * Whether somebody lets forms be filled in from the register behind their account. Who refuses types everything; what was
 * filled in before stays in the drafts in which it stands. Each word is kept, and a line in the log.
 */
@Service
public class Prefill {

    /** The register of people, as the provider of electronic identities hands it on. */
    static final String REGISTER = "identity";

    /** So that what the state knows need not be typed again. */
    static final String PURPOSE = "fill-in-forms";

    private final JdbcClient db;
    private final Trail trail;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Prefill(JdbcClient db, Trail trail, Clock clock, PlatformTransactionManager transactions) {
        this.db = db;
        this.trail = trail;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** What they said, when. */
    public record Said(boolean allowed, Instant at) {}

    /** Whether they let it, now. */
    public boolean allowed(SignedIn.Applicant who) {
        return history(who).stream().findFirst().map(Said::allowed).orElse(true);
    }

    /** All that they said of it, the latest first. */
    public List<Said> history(SignedIn.Applicant who) {
        return nationally(who, () -> said(who));
    }

    /** They let it, or do not any more; saying the same again is nothing. */
    public void choose(SignedIn.Applicant who, boolean allowed) {
        nationally(who, () -> {
            var before = said(who);
            if (before.stream()
                    .findFirst()
                    .filter(it -> it.allowed() == allowed)
                    .isPresent()) {
                return before;
            }
            db.sql("""
                            insert into prefill_choice (tenant_id, account, id, register, purpose, allowed, at)
                            values (0, :account, :id, :register, :purpose, :allowed, :at)
                            """)
                    .param("account", who.account().value())
                    .param("id", Ids.next())
                    .param("register", REGISTER)
                    .param("purpose", PURPOSE)
                    .param("allowed", allowed)
                    .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                    .update();
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

    private List<Said> said(SignedIn.Applicant who) {
        return db.sql("""
                        select allowed, at from prefill_choice
                        where tenant_id = 0 and account = :account and register = :register
                        order by id desc limit 100
                        """)
                .param("account", who.account().value())
                .param("register", REGISTER)
                .query((row, _) -> new Said(
                        row.getBoolean("allowed"),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .list();
    }

    private <T> T nationally(SignedIn who, Supplier<T> work) {
        return new Scope(TenantId.NATIONAL, Optional.of(who.account().value()))
                .call(() -> Objects.requireNonNull(transaction.execute(_ -> work.get())));
    }
}
