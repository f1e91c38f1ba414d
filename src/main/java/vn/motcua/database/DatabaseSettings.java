package vn.motcua.database;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A database elsewhere ({@code motcua.database.*}). Without an address the program runs its own in the data folder and
 * the rest is not used.
 *
 * @param url {@code jdbc:postgresql://host:port/database}; {@code postgresql://…} is understood too
 * @param owner the role that runs migrations
 * @param ownerPassword its password
 * @param app the role in whose name the program works
 * @param appPassword its password
 */
@ConfigurationProperties("motcua.database")
record DatabaseSettings(
        @DefaultValue("") String url,
        @DefaultValue(DatabaseRoles.OWNER) String owner,
        @DefaultValue("") String ownerPassword,
        @DefaultValue(DatabaseRoles.APP) String app,
        @DefaultValue("") String appPassword) {

    /** Of a server: messages without the rows that they are about, statements without what fills them. */
    static final List<String> LOG_WITHOUT_VALUES =
            List.of("log_error_verbosity=terse", "log_parameter_max_length=0", "log_parameter_max_length_on_error=0");

    /** Whether the database is somebody else's to run. */
    boolean external() {
        return !url.isBlank();
    }

    /** The address as JDBC writes it. */
    String jdbcUrl() {
        return withoutValues(url.startsWith("jdbc:") ? url : "jdbc:" + url);
    }

    /** So that an exception of the driver names the constraint and not the values that broke it. */
    static String withoutValues(String jdbcUrl) {
        return jdbcUrl.contains("logServerErrorDetail=")
                ? jdbcUrl
                : jdbcUrl + (jdbcUrl.contains("?") ? "&" : "?") + "logServerErrorDetail=false";
    }
}
