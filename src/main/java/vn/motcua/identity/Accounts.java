package vn.motcua.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.organization.UnitId;
import vn.motcua.shared.Refused;
import vn.motcua.shared.Scope;
import vn.motcua.shared.TenantId;

/** The accounts with which people sign in. Who an account is, with all positions, is kept for half a minute. */
@Component
public class Accounts {

    private static final Duration BELIEVED = Duration.ofSeconds(30);
    private static final int KEPT_AT_MOST = 10_000;

    private record Known(Optional<SignedIn> who, Instant readAt) {}

    private final JdbcClient db;
    private final Clock clock;
    private final TransactionTemplate reading;
    private final Map<AccountId, Known> known = new ConcurrentHashMap<>();

    Accounts(JdbcClient db, Clock clock, PlatformTransactionManager transactions) {
        this.db = db;
        this.clock = clock;
        this.reading = new TransactionTemplate(transactions);
        reading.setReadOnly(true);
        reading.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Who that account is now; empty when it does not exist or was closed. */
    public Optional<SignedIn> signedIn(SessionAccount account) {
        var now = clock.instant();
        var kept = known.get(account.account());
        if (kept != null && now.isBefore(kept.readAt().plus(BELIEVED))) {
            return kept.who();
        }
        if (known.size() >= KEPT_AT_MOST) {
            known.clear();
        }
        var who = Scope.of(account.tenant()).call(() -> reading.execute(_ -> read(account)));
        known.put(account.account(), new Known(who, now));
        return who;
    }

    /** The account with which that person signs in, if they ever did. */
    public Optional<AccountId> ofPerson(PersonId person) {
        return Scope.current()
                .in(TenantId.NATIONAL)
                .call(() -> reading.execute(_ -> db.sql(
                                "select id from account where tenant_id = 0 and kind = 'PERSON' and person = :person and active")
                        .param("person", person.value())
                        .query((row, _) -> new AccountId(row.getObject("id", UUID.class)))
                        .optional()));
    }

    /** The account behind a user name with its password's hash; empty when there is none with a password. */
    Optional<Credentials> credentials(String userName) {
        return named(userName).flatMap(it -> passwordHash(it).map(hash -> new Credentials(it, hash)));
    }

    /** The account with that user name. */
    Optional<SessionAccount> named(String userName) {
        return Scope.of(TenantId.NATIONAL)
                .call(() -> reading.execute(_ -> db.sql("""
                                select account_tenant, account from sign_in_name
                                where tenant_id = 0 and user_name = :userName
                                """)
                        .param("userName", userName)
                        .query((row, _) -> new SessionAccount(
                                new TenantId(row.getInt("account_tenant")),
                                new AccountId(row.getObject("account", UUID.class))))
                        .optional()));
    }

    /** The user name with which that account signs in here; empty for who comes from a provider only. */
    Optional<String> userName(AccountId account) {
        return Scope.of(TenantId.NATIONAL)
                .call(() -> reading.execute(
                        _ -> db.sql("select user_name from sign_in_name where tenant_id = 0 and account = :account")
                                .param("account", account.value())
                                .query(String.class)
                                .optional()));
    }

    /** The account of that officer of the current tenant. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<AccountId> of(OfficerId officer) {
        return db.sql("select id from account where tenant_id = :tenant and officer = :officer and active")
                .param("tenant", Scope.current().tenant().value())
                .param("officer", officer.value())
                .query(UUID.class)
                .optional()
                .map(AccountId::new);
    }

    /** The hash of the account's password; empty when it has none. */
    Optional<String> passwordHash(SessionAccount account) {
        return Scope.of(account.tenant())
                .call(() -> reading.execute(_ -> db.sql("""
                                select password_hash from account
                                where tenant_id = :tenant and id = :account and active and password_hash is not null
                                """)
                        .param("tenant", account.tenant().value())
                        .param("account", account.account().value())
                        .query(String.class)
                        .optional()));
    }

    /** Another password, or none; in the tenant of the scope. */
    @Transactional(propagation = Propagation.MANDATORY)
    void setPassword(AccountId account, Optional<String> hash) {
        db.sql("update account set password_hash = :hash where tenant_id = :tenant and id = :account")
                .param("hash", hash.orElse(null), Types.VARCHAR)
                .param("tenant", Scope.current().tenant().value())
                .param("account", account.value())
                .update();
    }

    /** Closes an account of the current tenant: nobody signs in with it any more. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void close(AccountId account) {
        db.sql("update account set active = false where tenant_id = :tenant and id = :account")
                .param("tenant", Scope.current().tenant().value())
                .param("account", account.value())
                .update();
        forgetAfterCommit(account);
    }

    /** Whether any administrator exists in the installation. */
    boolean administratorExists() {
        return Scope.of(TenantId.NATIONAL)
                .call(() -> reading.execute(
                        _ -> db.sql("select exists (select 1 from sign_in_name where tenant_id = 0 and administrator)")
                                .query(Boolean.class)
                                .single()));
    }

    /** Whether there is a national administrator who can sign in. */
    boolean nationalAdministratorExists() {
        return Scope.of(TenantId.NATIONAL)
                .call(() -> reading.execute(_ -> db.sql(
                                "select exists (select 1 from account where tenant_id = 0 and kind = 'ADMINISTRATOR' and active)")
                        .query(Boolean.class)
                        .single()));
    }

    /**
     * Opens an account in the tenant of the scope. Refuses with {@link IdentityRefusal#USER_NAME_TAKEN} when somebody
     * in the country already signs in with that name.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public AccountId open(NewAccount account) {
        db.sql("""
                        insert into account (tenant_id, id, kind, name, password_hash, person, organisation, officer,
                            active, created_at)
                        values (:tenant, :id, :kind, :name, :hash, :person, :organisation, :officer, true, :now)
                        on conflict (tenant_id, id) do update set name = excluded.name
                        """)
                .param("tenant", account.tenant().value())
                .param("id", account.id().value())
                .param("kind", account.kind().name())
                .param("name", account.name())
                .param("hash", account.passwordHash().orElse(null), Types.VARCHAR)
                .param("person", account.person().map(PersonId::value).orElse(null), Types.OTHER)
                .param(
                        "organisation",
                        account.organisation().map(OrganisationId::value).orElse(null),
                        Types.OTHER)
                .param("officer", account.officer().map(OfficerId::value).orElse(null), Types.OTHER)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        account.userName().ifPresent(it -> name(it, account));
        forgetAfterCommit(account.id());
        return account.id();
    }

    /** The agency's own provider knows that account under this name; a later name takes the place of an earlier one. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void knownAs(String login, SessionAccount account) {
        db.sql("""
                        insert into agency_login (tenant_id, login, account) values (:tenant, :login, :account)
                        on conflict (tenant_id, account) do update set login = excluded.login, provider = null,
                            subject = null
                        where agency_login.login <> excluded.login
                        """)
                .param("tenant", account.tenant().value())
                .param("login", login)
                .param("account", account.account().value())
                .update();
    }

    /** Forgets what is kept of an account, once the current transaction has been committed. */
    void forgetAfterCommit(AccountId account) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                known.remove(account);
            }
        });
    }

    private void name(String userName, NewAccount account) {
        try {
            db.sql("""
                            insert into sign_in_name (tenant_id, user_name, account_tenant, account, administrator)
                            values (0, :userName, :tenant, :account, :administrator)
                            """)
                    .param("userName", userName)
                    .param("tenant", account.tenant().value())
                    .param("account", account.id().value())
                    .param("administrator", account.kind() == NewAccount.Kind.ADMINISTRATOR)
                    .update();
        } catch (DuplicateKeyException taken) {
            throw new Refused(IdentityRefusal.USER_NAME_TAKEN, userName);
        }
    }

    private Optional<SignedIn> read(SessionAccount account) {
        return db.sql("""
                        select a.tenant_id, a.id, a.kind, a.name, a.person, a.organisation, a.officer,
                            p.name as representative
                        from account a left join person p on p.tenant_id = a.tenant_id and p.id = a.person
                        where a.tenant_id = :tenant and a.id = :account and a.active
                        """)
                .param("tenant", account.tenant().value())
                .param("account", account.account().value())
                .query((row, _) -> signedIn(row))
                .optional();
    }

    private SignedIn signedIn(ResultSet row) throws SQLException {
        var id = new AccountId(row.getObject("id", UUID.class));
        var tenant = new TenantId(row.getInt("tenant_id"));
        var name = row.getString("name");
        return switch (NewAccount.Kind.valueOf(row.getString("kind"))) {
            case PERSON -> new SignedIn.Citizen(id, new PersonId(row.getObject("person", UUID.class)), name);
            case BUSINESS ->
                new SignedIn.Business(
                        id,
                        new OrganisationId(row.getObject("organisation", UUID.class)),
                        new PersonId(row.getObject("person", UUID.class)),
                        name,
                        row.getString("representative"));
            case OFFICER -> {
                var officer = new OfficerId(row.getObject("officer", UUID.class));
                yield new SignedIn.OfficerAt(id, tenant, officer, name, positions(tenant, officer));
            }
            case ADMINISTRATOR -> new SignedIn.Administrator(id, tenant, name);
        };
    }

    private List<Position> positions(TenantId tenant, OfficerId officer) {
        return db.sql("""
                        select id, unit, role, from_day, to_day, stands_in_for from position
                        where tenant_id = :tenant and officer = :officer and ended_at is null
                        order by stands_in_for nulls first, from_day, id
                        """)
                .param("tenant", tenant.value())
                .param("officer", officer.value())
                .query((row, _) -> position(row))
                .list();
    }

    static Position position(ResultSet row) throws SQLException {
        return new Position(
                new PositionId(row.getObject("id", UUID.class)),
                new UnitId(row.getObject("unit", UUID.class)),
                row.getString("role"),
                row.getObject("from_day", LocalDate.class),
                Optional.ofNullable(row.getObject("to_day", LocalDate.class)),
                Optional.ofNullable(row.getObject("stands_in_for", UUID.class)).map(PositionId::new));
    }

    /** An account found by its user name. */
    record Credentials(SessionAccount account, String passwordHash) {}
}
