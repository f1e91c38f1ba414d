package vn.motcua.identity;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.shared.Scope;

/** The administrators of the tenant of the current scope. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Administrators {

    private final JdbcClient db;
    private final Accounts accounts;
    private final Passwords passwords;

    Administrators(JdbcClient db, Accounts accounts, Passwords passwords) {
        this.db = db;
        this.accounts = accounts;
        this.passwords = passwords;
    }

    /** An administrator by name. */
    public record Named(AccountId account, String name) {}

    /**
     * An administrator to be appointed, as it is kept until then.
     *
     * @param passwordHash never the password
     */
    public record Wanted(AccountId account, String name, String userName, String passwordHash) {}

    /** All of them who can sign in, by name. */
    public List<Named> all() {
        return db.sql("""
                        select id, name from account
                        where tenant_id = :tenant and kind = 'ADMINISTRATOR' and active order by name, id
                        """)
                .param("tenant", Scope.current().tenant().value())
                .query((row, _) -> new Named(new AccountId(row.getObject("id", UUID.class)), row.getString("name")))
                .list();
    }

    /** How many there are; their accounts are held until the transaction ends. */
    public int held() {
        return db.sql("""
                        select id from account
                        where tenant_id = :tenant and kind = 'ADMINISTRATOR' and active order by id for update
                        """)
                .param("tenant", Scope.current().tenant().value())
                .query(UUID.class)
                .list()
                .size();
    }

    /** What was typed, checked and without the password in clear; an {@link IdentityRefusal} when it cannot be. */
    public Wanted checked(AccountId account, String name, String userName, String password) {
        return new Wanted(
                account, Administration.name(name), Administration.userName(userName), passwords.hash(password));
    }

    /** Opens the account. */
    public void open(Wanted wanted) {
        var tenant = Scope.current().tenant();
        accounts.open(NewAccount.administrator(wanted.account(), tenant, wanted.name())
                .with(wanted.userName(), wanted.passwordHash()));
        accounts.knownAs(wanted.userName(), new SessionAccount(tenant, wanted.account()));
    }
}
