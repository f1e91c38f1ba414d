package vn.motcua.identity;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.shared.Ids;
import vn.motcua.shared.Refused;
import vn.motcua.shared.Scope;
import vn.motcua.shared.TenantId;

/**
 * Finds the account of whoever a provider vouches for. The first sign-in of a person or an organisation makes it, any
 * later one finds it: a personal number has one account, an organisation one for each representative. Officers are never
 * made here, because their authority comes from positions that their agency gives them.
 */
@Component
public class Arrivals {

    private final JdbcClient db;
    private final Accounts accounts;
    private final People people;
    private final SignInTrail trail;
    private final TransactionTemplate transaction;

    Arrivals(
            JdbcClient db,
            Accounts accounts,
            People people,
            SignInTrail trail,
            PlatformTransactionManager transactions) {
        this.db = db;
        this.accounts = accounts;
        this.people = people;
        this.trail = trail;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * A person as their provider describes them.
     *
     * @param personalNumber twelve digits
     * @param synthetic whether the provider's people are invented
     */
    public record Citizen(
            String personalNumber, String name, LocalDate bornOn, String phone, String email, boolean synthetic) {}

    /** An organisation in whose name a person may act, as their provider says. */
    public record Represented(String taxCode, String name) {}

    /** The account of a person. */
    public SessionAccount citizen(Citizen citizen) {
        return national(() -> {
            var person = person(citizen);
            return account("kind = 'PERSON' and person = :person", person.value(), null)
                    .orElseGet(() -> accounts.open(NewAccount.of(new AccountId(Ids.next()), person, citizen.name())));
        });
    }

    /** The account of an organisation through this person. */
    public SessionAccount business(Citizen citizen, Represented represented) {
        return national(() -> {
            var person = person(citizen);
            var organisation = organisation(represented, person, citizen.synthetic());
            return account(
                            "kind = 'BUSINESS' and person = :person and organisation = :organisation",
                            person.value(),
                            organisation.value())
                    .orElseGet(() -> accounts.open(
                            NewAccount.of(new AccountId(Ids.next()), organisation, person, represented.name())));
        });
    }

    /**
     * The account that an agency has entered under that name; empty when there is none. The first sign-in binds the name
     * to the provider's subject: when the provider gives the name to somebody else, they do not inherit the account
     * ({@link IdentityRefusal#LOGIN_OF_ANOTHER}).
     */
    public Optional<SessionAccount> officer(TenantId agency, String login, String provider, String subject) {
        var found = Scope.of(agency)
                .call(() -> transaction.execute(_ -> {
                    var known = db.sql("""
                            select account, provider, subject from agency_login
                            where tenant_id = :tenant and login = :login for update
                            """)
                            .param("tenant", agency.value())
                            .param("login", login)
                            .query((row, _) -> new Login(
                                    row.getObject("account", UUID.class),
                                    Optional.ofNullable(row.getString("provider")),
                                    Optional.ofNullable(row.getString("subject"))))
                            .optional();
                    known.ifPresent(it -> bind(agency, login, it, provider, subject));
                    return known;
                }));
        var account = found.map(it -> new SessionAccount(agency, new AccountId(it.account())));
        if (found.filter(it -> it.ofAnother(provider, subject)).isPresent()) {
            trail.failed(account.orElseThrow(), SignInTrail.Failure.LOGIN_OF_ANOTHER);
            throw new Refused(IdentityRefusal.LOGIN_OF_ANOTHER);
        }
        return account;
    }

    private record Login(UUID account, Optional<String> provider, Optional<String> subject) {

        boolean ofAnother(String by, String whom) {
            return subject.isPresent()
                    && !(subject.get().equals(whom) && provider.orElse("").equals(by));
        }
    }

    private void bind(TenantId agency, String login, Login known, String provider, String subject) {
        if (known.subject().isEmpty()) {
            db.sql("""
                            update agency_login set provider = :provider, subject = :subject
                            where tenant_id = :tenant and login = :login
                            """)
                    .param("tenant", agency.value())
                    .param("login", login)
                    .param("provider", provider)
                    .param("subject", subject)
                    .update();
            trail.changed(new SessionAccount(agency, new AccountId(known.account())), "login-bound");
        }
    }

    private SessionAccount national(java.util.function.Supplier<AccountId> work) {
        var account = Scope.of(TenantId.NATIONAL).call(() -> transaction.execute(_ -> work.get()));
        return new SessionAccount(TenantId.NATIONAL, account);
    }

    private PersonId person(Citizen citizen) {
        oneAtATime(citizen.personalNumber());
        var found = id("select id from person where tenant_id = 0 and personal_number = :it", citizen.personalNumber());
        if (found.isPresent()) {
            db.sql("update person set name = :name where tenant_id = 0 and id = :id and name <> :name")
                    .param("name", citizen.name())
                    .param("id", found.get())
                    .update();
            return new PersonId(found.get());
        }
        var person = new Person(
                new PersonId(Ids.next()),
                citizen.personalNumber(),
                citizen.name(),
                citizen.bornOn(),
                sex(citizen.personalNumber()),
                "VN",
                "",
                citizen.phone(),
                citizen.email(),
                "",
                "",
                "",
                citizen.synthetic());
        people.save(person);
        return person.id();
    }

    private OrganisationId organisation(Represented represented, PersonId representative, boolean synthetic) {
        oneAtATime(represented.taxCode());
        var found = id("select id from organisation where tenant_id = 0 and tax_code = :it", represented.taxCode());
        if (found.isPresent()) {
            return new OrganisationId(found.get());
        }
        var made = new Organisation(
                new OrganisationId(Ids.next()),
                represented.taxCode(),
                represented.name(),
                representative,
                "",
                "",
                "",
                "",
                "",
                synthetic);
        people.save(made);
        return made.id();
    }

    private Optional<UUID> id(String question, String number) {
        return db.sql(question)
                .param("it", number)
                .query((row, _) -> row.getObject("id", UUID.class))
                .optional();
    }

    /** The fourth digit says century and sex: even is male (Nghị định 137/2015/NĐ-CP, Điều 13). */
    private static Person.Sex sex(String personalNumber) {
        return (personalNumber.charAt(3) - '0') % 2 == 0 ? Person.Sex.MALE : Person.Sex.FEMALE;
    }

    /** Two first sign-ins of the same at the same moment wait for each other until the transaction ends. */
    private void oneAtATime(String number) {
        db.sql("select pg_advisory_xact_lock(hashtextextended(:number, 0))")
                .param("number", number)
                .query(row -> {});
    }

    private Optional<AccountId> account(
            String which, UUID person, @org.jspecify.annotations.Nullable UUID organisation) {
        var query = db.sql("select id from account where tenant_id = 0 and " + which)
                .param("person", person);
        return (organisation == null ? query : query.param("organisation", organisation))
                .query((row, _) -> new AccountId(row.getObject("id", UUID.class)))
                .optional();
    }
}
