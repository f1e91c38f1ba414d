package vn.motcua.messaging;

import java.sql.Types;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.audit.Fields;
import vn.motcua.audit.Look;
import vn.motcua.audit.Purpose;
import vn.motcua.audit.Trail;
import vn.motcua.identity.AccountId;
import vn.motcua.identity.SignedIn;
import vn.motcua.shared.Language;
import vn.motcua.shared.Scope;
import vn.motcua.shared.TenantId;

/** How accounts want to be reached. */
@Service
public class Contacts {

    private final JdbcClient db;
    private final Trail trail;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Contacts(JdbcClient db, Trail trail, Clock clock, PlatformTransactionManager transactions) {
        this.db = db;
        this.trail = trail;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
        transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** How that account of that tenant wants to be reached. */
    public Contact of(TenantId tenant, AccountId account) {
        return in(tenant, () -> read(tenant, account.value()));
    }

    /** Which channels they want, and in which language. */
    public void choose(SignedIn who, Language language, boolean email, boolean sms) {
        change(who, "contact-chosen", it -> new Contact(language, it.email(), it.phone(), email, sms));
    }

    /** That address is known to the agency as theirs; nobody acts. */
    public void confirmed(TenantId tenant, AccountId account, Channel channel, String address) {
        in(
                tenant,
                () -> write(
                        tenant, account.value(), read(tenant, account.value()).with(channel, address)));
    }

    /** That address is theirs: they have confirmed it. */
    public void confirmed(SignedIn who, Channel channel, String address) {
        change(who, "contact-confirmed", it -> it.with(channel, address));
    }

    /** Forgets their address. */
    public void forget(SignedIn who, Channel channel) {
        change(who, "contact-forgotten", it -> it.without(channel));
    }

    /** Who did what with their own addresses, for the log. */
    static Look look(SignedIn who, String act) {
        return new Look(
                who.actor().value(),
                Optional.empty(),
                Optional.empty(),
                Purpose.OWN,
                who instanceof SignedIn.Applicant applicant
                        ? applicant.person().value()
                        : who.account().value(),
                act,
                Fields.of(Fields.CONTACT));
    }

    /** The accounts of that tenant that have an address on that channel and want it used. */
    public List<AccountId> reachable(TenantId tenant, Channel channel) {
        var columns = switch (channel) {
            case EMAIL -> "email is not null and wants_email";
            case SMS -> "phone is not null and wants_sms";
        };
        return in(
                tenant,
                () -> db.sql("select account from contact where tenant_id = :tenant and " + columns
                                + " order by account")
                        .param("tenant", tenant.value())
                        .query((row, _) -> new AccountId(row.getObject("account", UUID.class)))
                        .list());
    }

    private void change(SignedIn who, String act, UnaryOperator<Contact> how) {
        var account = who.account().value();
        in(who.tenant(), () -> {
            trail.leave(look(who, act));
            return write(who.tenant(), account, how.apply(read(who.tenant(), account)));
        });
    }

    private Contact read(TenantId tenant, UUID account) {
        return db.sql("""
                        select language, email, phone, wants_email, wants_sms from contact
                        where tenant_id = :tenant and account = :account
                        """)
                .param("tenant", tenant.value())
                .param("account", account)
                .query((row, _) -> new Contact(
                        Language.valueOf(row.getString("language")),
                        Optional.ofNullable(row.getString("email")),
                        Optional.ofNullable(row.getString("phone")),
                        row.getBoolean("wants_email"),
                        row.getBoolean("wants_sms")))
                .optional()
                .orElse(Contact.UNSAID);
    }

    private int write(TenantId tenant, UUID account, Contact it) {
        return db.sql("""
                        insert into contact (tenant_id, account, language, email, phone, wants_email, wants_sms, changed_at)
                        values (:tenant, :account, :language, :email, :phone, :wantsEmail, :wantsSms, :now)
                        on conflict (tenant_id, account) do update set language = excluded.language,
                            email = excluded.email, phone = excluded.phone, wants_email = excluded.wants_email,
                            wants_sms = excluded.wants_sms, changed_at = excluded.changed_at
                        """)
                .param("tenant", tenant.value())
                .param("account", account)
                .param("language", it.language().name())
                .param("email", it.email().orElse(null), Types.VARCHAR)
                .param("phone", it.phone().orElse(null), Types.VARCHAR)
                .param("wantsEmail", it.wantsEmail())
                .param("wantsSms", it.wantsSms())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    private <T> T in(TenantId tenant, Supplier<T> work) {
        return Scope.of(tenant).call(() -> Objects.requireNonNull(transaction.execute(_ -> work.get())));
    }
}
