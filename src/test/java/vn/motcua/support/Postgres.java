package vn.motcua.support;

import static java.util.Map.entry;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationInitializer;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import vn.motcua.database.DataFolder;
import vn.motcua.database.DatabaseRoles;
import vn.motcua.database.LocalServer;
import vn.motcua.database.StartRefused;

/**
 * Real PostgreSQL for tests: {@code @Import(Postgres.class)} on a {@code @SpringBootTest} or {@code @ApplicationModuleTest}
 * gives its context a database without a row, which the program's own migrations make. The first context runs them all;
 * the later ones get a copy of what it made, and run what it left out. One server serves the whole run and is kept under
 * {@code target/} for the next; it need not survive a crash and is faster for that.
 */
@TestConfiguration(proxyBeanMethods = false)
public class Postgres {

    private static final List<String> FAST = List.of("fsync=off", "synchronous_commit=off", "full_page_writes=off");
    private static final int RUNS_AT_ONCE = 8;
    private static final AtomicInteger COUNT = new AtomicInteger();

    /** An empty database; also for tests without Spring. */
    public static FreshDatabase fresh() {
        return prepared("test_" + COUNT.incrementAndGet());
    }

    /** One with the tables that the first context of this run made; an empty one for that first context. */
    private static FreshDatabase migrated() {
        var name = "test_" + COUNT.incrementAndGet();
        Run.copy(Run.MIGRATED, name);
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

    /**
     * Makes the database known before any bean is: the web server asks for its filters, and they for the database, before
     * Spring's own registrars of test properties have run.
     */
    @Bean
    static BeanFactoryPostProcessor freshDatabaseFirst(ConfigurableEnvironment environment) {
        return beans -> {
            var database = migrated();
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

        /** Makes one database of another, when that one is there and the new one is not. */
        static void copy(String from, String to) {
            try (var connection = SERVER.superuser("postgres");
                    var sql = connection.createStatement();
                    var found = sql.executeQuery("select array_agg(datname::text) from pg_database")) {
                found.next();
                var there = List.of((String[]) found.getArray(1).getArray());
                if (there.contains(from) && !there.contains(to)) {
                    sql.execute("create database " + to + " template " + from + " owner " + DatabaseRoles.OWNER);
                }
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        private static void forgetEarlierRuns() {
            try (var connection = SERVER.superuser("postgres");
                    var sql = connection.createStatement()) {
                var left = new ArrayList<String>();
                try (var found = sql.executeQuery("select datname from pg_database where datname like 'test\\_%'")) {
                    while (found.next()) {
                        left.add(found.getString(1));
                    }
                }
                for (var name : left) {
                    sql.execute("drop database " + name + " with (force)");
                }
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
