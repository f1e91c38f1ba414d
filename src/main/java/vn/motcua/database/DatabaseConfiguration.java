package vn.motcua.database;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Tells Spring where the database is: the pool works as the app role, migrations run as the owner. Beans are destroyed
 * in the opposite order of their making, after the web server has stopped: first the pool, then the server, then the
 * folder is let go.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({DatabaseSettings.class, DataFolderSettings.class, BackupSettings.class})
class DatabaseConfiguration {

    @Bean
    DataFolder dataFolder(DataFolderSettings settings) {
        return DataFolder.claim(settings.data());
    }

    @Bean
    RunningDatabase runningDatabase(DatabaseSettings settings, BackupSettings backups, DataFolder folder) {
        return settings.external()
                ? RunningDatabase.external(settings)
                : RunningDatabase.local(folder, backups.place().map(it -> BackupFolder.claim(it, folder.path())));
    }

    @Bean
    JdbcConnectionDetails appConnection(RunningDatabase database) {
        return new AppConnection(database.url(), database.app());
    }

    @Bean
    FlywayConnectionDetails ownerConnection(RunningDatabase database) {
        return new OwnerConnection(database.url(), database.owner());
    }

    private record AppConnection(String getJdbcUrl, RunningDatabase.Login login) implements JdbcConnectionDetails {

        @Override
        public String getUsername() {
            return login.role();
        }

        @Override
        public String getPassword() {
            return login.password();
        }
    }

    private record OwnerConnection(String getJdbcUrl, RunningDatabase.Login login) implements FlywayConnectionDetails {

        @Override
        public String getUsername() {
            return login.role();
        }

        @Override
        public String getPassword() {
            return login.password();
        }
    }
}
