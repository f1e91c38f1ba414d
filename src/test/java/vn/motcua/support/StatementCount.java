package vn.motcua.support;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Counts the statements that reach the database, without the one that sets tenant and account: every round trip costs
 * more than what it does. {@code @Import(StatementCount.class)} puts it around the context's data source.
 */
public class StatementCount implements BeanPostProcessor {

    private final List<String> seen = new CopyOnWriteArrayList<>();

    /** What the work sent to the database, in order. */
    public List<String> during(Runnable work) {
        seen.clear();
        work.run();
        return new ArrayList<>(seen);
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource it ? new Counting(it) : bean;
    }

    private final class Counting extends DelegatingDataSource {

        Counting(DataSource target) {
            super(target);
        }

        @Override
        public Connection getConnection() throws java.sql.SQLException {
            return watched(super.getConnection());
        }
    }

    private Connection watched(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Connection.class}, (_, method, arguments) -> {
                    var answer = call(connection, method, arguments);
                    return answer instanceof PreparedStatement it && arguments[0] instanceof String sql
                            ? watched(it, sql)
                            : answer;
                });
    }

    private PreparedStatement watched(PreparedStatement statement, String sql) {
        return (PreparedStatement) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {PreparedStatement.class}, (_, method, arguments) -> {
                    if (method.getName().startsWith("execute") && !sql.contains("set_config")) {
                        seen.add(sql);
                    }
                    return call(statement, method, arguments);
                });
    }

    private static Object call(Object target, java.lang.reflect.Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
