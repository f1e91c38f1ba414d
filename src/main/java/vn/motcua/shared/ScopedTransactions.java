package vn.motcua.shared;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionDefinition;

/** Begins each transaction by telling PostgreSQL the tenant and the account of the current {@link Scope}. */
@Component
class ScopedTransactions extends JdbcTransactionManager {

    private static final long serialVersionUID = 1L;

    ScopedTransactions(DataSource dataSource) {
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
