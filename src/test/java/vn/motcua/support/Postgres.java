package vn.motcua.support;

import static java.util.Map.entry;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationInitializer;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.util.FileSystemUtils;
import vn.motcua.database.DataFolder;
import vn.motcua.database.DatabaseRoles;
import vn.motcua.database.LocalServer;
import vn.motcua.database.StartRefused;

/**
 * Real PostgreSQL for tests: {@code @Import(Postgres.class)} on a {@code @SpringBootTest} or {@code @ApplicationModuleTest}
 * gives its context a database without a row, which the program's own migrations make. The first context runs them all;
 * the later ones get a copy of what it made, and run what it left out. With the demonstration data they get a copy of what
 * the first such program had loaded when it was ready, and load what is new to them. One server serves the whole run and is kept under
 * {@code target/} for the next; it need not survive a crash and is faster for that.
 */
@TestConfiguration(proxyBeanMethods = false)
public class Postgres {

    private static final List<String> FAST =
            List.of("fsync=off", "synchronous_commit=off", "full_page_writes=off", "scram_iterations=1");
    private static final int RUNS_AT_ONCE = 8;
    /** The bean that loads the demonstration data. */
    private static final String DATA = "demonstration";

    private static final AtomicInteger COUNT = new AtomicInteger();

    /** An empty database; also for tests without Spring. */
    public static FreshDatabase fresh() {
        return prepared("test_" + COUNT.incrementAndGet());
    }

    /** A copy of what an earlier context of this run left: with the data, else the tables; else an empty one. */
    private static FreshDatabase copied(boolean withData) {
        var name = "test_" + COUNT.incrementAndGet();
        if (withData && Run.copy(Run.LOADED, name)) {
            Run.copyFolder(Run.LOADED, name);
        } else {
            Run.copy(Run.MIGRATED, name);
        }
        return prepared(name);
    }

    private static FreshDatabase prepared(String name) {
        new DatabaseRoles(Run.SERVER).prepare(name);
        return new FreshDatabase(Run.SERVER, name);
    }

    /** Keeps what the migrations made, before a row is written and while nobody is connected. */
    @Bean
    static BeanPostProcessor keepsWhatWasMigrated(BeanFactory beans) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                if (bean instanceof FlywayMigrationInitializer) {
                    Run.copy(beans.getBean(FreshDatabase.class).name(), Run.MIGRATED);
                }
                return bean;
            }
        };
    }

    /** Keeps what was loaded, with the keys and files that belong to it. */
    @Bean
    static ApplicationListener<ApplicationReadyEvent> keepsWhatWasLoaded(
            FreshDatabase database, ObjectProvider<HikariDataSource> pools, ListableBeanFactory beans) {
        return _ -> {
            if (beans.containsBeanDefinition(DATA)) {
                pools.forEach(it -> it.getHikariPoolMXBean().softEvictConnections());
                if (Run.copyOfUsed(database.name(), Run.LOADED)) {
                    Run.copyFolder(database.name(), Run.LOADED);
                }
            }
        };
    }

    /**
     * Makes the database known before any bean is: the web server asks for its filters, and they for the database, before
     * Spring's own registrars of test properties have run.
     */
    @Bean
    static BeanFactoryPostProcessor freshDatabaseFirst(ConfigurableEnvironment environment) {
        return beans -> {
            var database = copied(beans.containsBeanDefinition(DATA));
            beans.registerSingleton("freshDatabase", database);
            environment
                    .getPropertySources()
                    .addFirst(new MapPropertySource(
                            "fresh database",
                            Map.ofEntries(
                                    entry("motcua.evidence.every", "P1D"),
                                    entry("motcua.database.url", database.url()),
                                    entry(
                                            "motcua.database.owner-password",
                                            database.server().password(DatabaseRoles.OWNER)),
                                    entry(
                                            "motcua.database.app-password",
                                            database.server().password(DatabaseRoles.APP)),
                                    // Tests let the relay go its rounds themselves, or ask for it
                                    given(environment, "motcua.outbox.every", "0s"),
                                    // Most tests want to see at once what is told
                                    given(environment, "motcua.undo.window", "0s"),
                                    entry("motcua.reminders.after", "P1D"),
                                    given(environment, "motcua.batches.after", "P1D"),
                                    entry("motcua.reviews.after", "P1D"),
                                    given(environment, "motcua.messages.every", "0s"),
                                    entry("motcua.catalogue.every", "0s"),
                                    entry("motcua.revisions.after", "P1D"),
                                    given(environment, "motcua.payment.rounds.after", "P1D"),
                                    entry(
                                            "motcua.data",
                                            Run.FOLDER.folder(database.name()).toString()))));
        };
    }

    private static Map.Entry<String, Object> given(ConfigurableEnvironment environment, String name, String otherwise) {
        return entry(name, environment.getProperty(name, otherwise));
    }

    /** Begun with the first test that needs it, ended after Spring has closed every context. */
    private static final class Run {

        static final DataFolder FOLDER = claim();
        static final String MIGRATED = "test_migrated";
        static final String LOADED = "test_loaded";
        static final LocalServer SERVER = LocalServer.start(FOLDER.folder("postgres"), FAST);

        static {
            forgetEarlierRuns();
            SpringApplication.getShutdownHandlers().add(SERVER::close);
        }

        private static DataFolder claim() {
            for (int i = 1; i < RUNS_AT_ONCE; i++) {
                try {
                    return DataFolder.claim(Path.of("target", "test-data-" + i));
                } catch (StartRefused e) {
                    if (e.reason() != StartRefused.Reason.DATA_FOLDER_IN_USE) {
                        throw e;
                    }
                }
            }
            throw new IllegalStateException("too many test runs at once in one folder");
        }

        /** Makes one database of another, when that one is there and the new one is not; tells whether it did. */
        static boolean copy(String from, String to) {
            return asked(sql -> copied(sql, from, to));
        }

        /** The same of one in use: whoever is connected is cut off and comes back when it is done, as a pool does at once. */
        static boolean copyOfUsed(String from, String to) {
            return asked(sql -> {
                if (there(sql).contains(to)) {
                    return false;
                }
                sql.execute("alter database " + from + " allow_connections false");
                try {
                    sql.execute("select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = '" + from
                            + "'");
                    return copied(sql, from, to);
                } finally {
                    sql.execute("alter database " + from + " allow_connections true");
                }
            });
        }

        private static boolean copied(Statement sql, String from, String to) throws SQLException {
            var there = there(sql);
            if (!there.contains(from) || there.contains(to)) {
                return false;
            }
            sql.execute("create database " + to + " template " + from + " owner " + DatabaseRoles.OWNER);
            return true;
        }

        private static List<String> there(Statement sql) throws SQLException {
            try (var found = sql.executeQuery("select array_agg(datname::text) from pg_database")) {
                found.next();
                return List.of((String[]) found.getArray(1).getArray());
            }
        }

        private static <T> T asked(Question<T> question) {
            try (var connection = SERVER.superuser("postgres");
                    var sql = connection.createStatement()) {
                return question.of(sql);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        static void copyFolder(String from, String to) {
            try {
                FileSystemUtils.deleteRecursively(FOLDER.folder(to));
                FileSystemUtils.copyRecursively(FOLDER.folder(from), FOLDER.folder(to));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static void forgetEarlierRuns() {
            asked(sql -> {
                for (var name : there(sql)) {
                    if (name.startsWith("test_")) {
                        sql.execute("drop database " + name + " with (force)");
                    }
                }
                return true;
            });
        }

        private interface Question<T> {
            T of(Statement sql) throws SQLException;
        }
    }
}
