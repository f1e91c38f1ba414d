package vn.motcua.shared;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * The tenant, and the account, in whose name the database is being used. Every transaction starts by telling
 * PostgreSQL both, so that its row-level security can hold even where a query is wrong. Work outside a scope sees no
 * rows and starts no transaction.
 *
 * @param tenant whose rows may be seen
 * @param account who is asking, empty for somebody who has not signed in and for the program itself
 */
public record Scope(TenantId tenant, Optional<UUID> account) {

    private static final ScopedValue<Scope> CURRENT = ScopedValue.newInstance();

    /** A tenant's scope with nobody signed in. */
    public static Scope of(TenantId tenant) {
        return new Scope(tenant, Optional.empty());
    }

    /** The scope in which this code runs; asking outside of one is a bug. */
    public static Scope current() {
        if (!CURRENT.isBound()) {
            throw new IllegalStateException("the database was used outside a Scope");
        }
        return CURRENT.get();
    }

    /** Does the work in this scope and gives back what it answers. */
    public <T> T call(Supplier<T> work) {
        return ScopedValue.where(CURRENT, this).call(work::get);
    }

    /** Does the work in this scope. */
    public void run(Runnable work) {
        ScopedValue.where(CURRENT, this).run(work);
    }

    /** The same account in another tenant. */
    public Scope in(TenantId other) {
        return new Scope(other, account);
    }
}
