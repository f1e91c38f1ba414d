package vn.motcua.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import org.springframework.context.ApplicationContext;

/** A connection to a program's own database that sees everything, for tests of other modules that look on from outside. */
public final class Superuser {

    private Superuser() {}

    /** Of the program that runs in that context; the caller closes it. */
    public static Connection of(ApplicationContext context) throws SQLException {
        return Objects.requireNonNull(context.getBean(RunningDatabase.class).server())
                .superuser("motcua");
    }
}
