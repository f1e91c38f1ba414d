package vn.motcua.database;

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

    /** Whether the database is somebody else's to run. */
    boolean external() {
        return !url.isBlank();
    }

    /** The address as JDBC writes it. */
    String jdbcUrl() {
        return url.startsWith("jdbc:") ? url : "jdbc:" + url;
    }
}
