package vn.motcua.shared;

import static org.springframework.transaction.TransactionDefinition.PROPAGATION_MANDATORY;
import static org.springframework.transaction.TransactionDefinition.PROPAGATION_NESTED;
import static org.springframework.transaction.TransactionDefinition.PROPAGATION_REQUIRED;
import static org.springframework.transaction.TransactionDefinition.PROPAGATION_SUPPORTS;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Begins each transaction by telling PostgreSQL the tenant and the account of the current {@link Scope}. Whoever would go on in
 * a running transaction for another tenant is refused: PostgreSQL would answer for the tenant with which it began.
 */
@Component
public class ScopedTransactions implements PlatformTransactionManager {

    private static final Set<Integer> JOINING =
            Set.of(PROPAGATION_REQUIRED, PROPAGATION_SUPPORTS, PROPAGATION_MANDATORY, PROPAGATION_NESTED);

    private final Telling transactions;

    /** Over these connections. */
    public ScopedTransactions(DataSource dataSource) {
        this.transactions = new Telling(dataSource);
    }

    @Override
    public TransactionStatus getTransaction(@Nullable TransactionDefinition definition) {
        var wanted = definition == null ? TransactionDefinition.withDefaults() : definition;
        var running = TransactionSynchronizationManager.getResource(this) instanceof TenantId it ? it : null;
        if (running != null && JOINING.contains(wanted.getPropagationBehavior())) {
            var asked = Scope.current().tenant();
            if (!asked.equals(running)) {
                throw new IllegalStateException("a transaction of tenant " + running
                        + " is running, and was asked for tenant " + asked + ": begin a new one for it");
            }
        }
        var status = transactions.getTransaction(wanted);
        if (status.isNewTransaction()) {
            var begun = new Begun(this, Scope.current().tenant());
            begun.resume();
            TransactionSynchronizationManager.registerSynchronization(begun);
        }
        return status;
    }

    @Override
    public void commit(TransactionStatus status) {
        transactions.commit(status);
    }

    @Override
    public void rollback(TransactionStatus status) {
        transactions.rollback(status);
    }

    /** The tenant of the running transaction; it steps aside while another one runs. */
    private record Begun(Object key, TenantId tenant) implements TransactionSynchronization {

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(key, tenant);
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(key);
        }

        @Override
        public void afterCompletion(int status) {
            suspend();
        }
    }

    private static final class Telling extends JdbcTransactionManager {

        private static final long serialVersionUID = 1L;

        Telling(DataSource dataSource) {
            super(dataSource);
        }

        @Override
        protected void prepareTransactionalConnection(Connection connection, TransactionDefinition definition)
                throws SQLException {
            super.prepareTransactionalConnection(connection, definition);
            var scope = Scope.current();
            try (var set = connection.prepareStatement(
                    "select set_config('motcua.tenant', ?, true), set_config('motcua.account', ?, true)")) {
                set.setString(1, scope.tenant().toString());
                set.setString(2, scope.account().map(Object::toString).orElse(""));
                set.execute();
            }
        }
    }
}
