package vn.motcua.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.motcua.database.StartRefused.Reason;

/**
 * An own PostgreSQL server in a folder: made at the first start, kept across restarts, durable ({@code fsync} and
 * {@code synchronous_commit} on, checksums), reachable from this machine only and with a password. A server that a
 * killed program left running is taken over when it answers, else stopped; there are never two on one folder.
 */
public final class LocalServer implements AutoCloseable {

    /** The major version of PostgreSQL that this program brings. */
    public static final String MAJOR = "18";

    private static final Logger LOG = LoggerFactory.getLogger(LocalServer.class);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration GOING = Duration.ofSeconds(10);
    private static final Duration ANSWERING = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final String ARCHIVE_FOLDER = "basic_archive.archive_directory";
    private static final long CLUSTER_MEGABYTES = 400;
    private static final long RUNNING_MEGABYTES = 100;
    private static final List<String> DURABLE = List.of("fsync=on", "synchronous_commit=on", "full_page_writes=on");
    private static final List<String> LOCAL = List.of(
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            "max_connections=100",
            "timezone=UTC",
            "log_timezone=UTC");

    private final Path folder;
    private final Path programs;
    private final Path cluster;
    private final Secrets secrets;
    private final List<String> settings;
    private int port;
    private boolean closed;

    private LocalServer(Path folder, Path programs, Secrets secrets, List<String> settings) {
        this.folder = folder;
        this.programs = programs;
        this.cluster = folder.resolve("cluster");
        this.secrets = secrets;
        this.settings = settings;
    }

    /** A server on this folder, ready to answer; {@link StartRefused} when it cannot be had. */
    public static LocalServer start(Path folder) {
        return start(folder, DURABLE);
    }

    /** The same, handing on each finished piece of its write-ahead log to that folder, which has to be there. */
    public static LocalServer archiving(Path folder, Path archive) {
        var settings = new ArrayList<>(DURABLE);
        settings.addAll(List.of("archive_mode=on", "archive_library=basic_archive", ARCHIVE_FOLDER + "=" + archive));
        return start(folder, settings);
    }

    /**
     * The same with other settings than the durable ones, for tests that can lose everything.
     *
     * @param durability {@code name=value} of {@code postgresql.conf}
     */
    public static LocalServer start(Path folder, List<String> durability) {
        try {
            var server = at(folder, durability);
            server.create();
            server.adoptOrStart();
            return server;
        } catch (IOException | UncheckedIOException e) {
            if (DiskSpace.isExhausted(e)) {
                throw new StartRefused(Reason.DISK_FULL, folder, CLUSTER_MEGABYTES);
            }
            throw new StartRefused(Reason.DATABASE_WILL_NOT_START, String.valueOf(e.getMessage()));
        }
    }

    /** The server that runs on this folder now, started by another program; it is not to be closed. */
    public static Optional<LocalServer> running(Path folder) {
        try {
            var server = at(folder, DURABLE);
            var found = Postmaster.of(server.cluster, server.folder);
            found.ifPresent(it -> server.port = it.port());
            return found.isPresent() && server.answers() ? Optional.of(server) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Starts the server on a copied cluster with the order to recover, at a port of its own and without trying twice; it
     * answers as soon as the copy is sound and goes on recovering.
     */
    static LocalServer recovering(Path folder, List<String> recovery) throws IOException {
        var settings = new ArrayList<>(DURABLE);
        settings.addAll(recovery);
        var server = at(folder, settings);
        server.port = server.freePort();
        server.launch(Duration.ofDays(1));
        return server;
    }

    private static LocalServer at(Path folder, List<String> more) throws IOException {
        var home = OwnerOnly.folder(folder.toAbsolutePath()).toRealPath();
        var settings = new ArrayList<>(LOCAL);
        settings.addAll(DatabaseSettings.LOG_WITHOUT_VALUES);
        settings.addAll(more);
        return new LocalServer(
                home, PostgresBinaries.in(home), Secrets.in(home.resolve("secrets")), List.copyOf(settings));
    }

    private void create() throws IOException {
        if (Files.exists(cluster)) {
            var major = Files.readString(cluster.resolve("PG_VERSION")).strip();
            if (!major.equals(MAJOR)) {
                throw new StartRefused(Reason.DATA_FOLDER_NEWER, folder, "PostgreSQL " + major, "PostgreSQL " + MAJOR);
            }
            return;
        }
        DiskSpace.need(folder, CLUSTER_MEGABYTES);
        var half = folder.resolve("cluster.new");
        OwnerOnly.delete(half);
        var password = folder.resolve("superuser.new");
        OwnerOnly.write(password, secrets.of("postgres"));
        control()
                .run(
                        "initdb",
                        "-D",
                        half.toString(),
                        "-U",
                        "postgres",
                        "--pwfile=" + password,
                        "-A",
                        "scram-sha-256",
                        "-E",
                        "UTF8",
                        "--locale-provider=icu",
                        "--icu-locale=vi",
                        "--locale=" + (System.getProperty("os.name").startsWith("Linux") ? "C.UTF-8" : "C"),
                        "--data-checksums");
        Files.delete(password);
        Files.move(half, cluster, StandardCopyOption.ATOMIC_MOVE);
    }

    private void adoptOrStart() throws IOException {
        var left = Postmaster.of(cluster, folder);
        if (left.isPresent()) {
            port = left.get().port();
            if (runsOurPrograms(left.get()) && answers() && archivesAsWanted()) {
                LOG.info(
                        "Took over the PostgreSQL that a killed program left running (process {})",
                        left.get().process().pid());
                return;
            }
            LOG.warn(
                    "Stopping the PostgreSQL that a killed program left behind (process {})",
                    left.get().process().pid());
            stop(left.get());
        }
        DiskSpace.need(folder, RUNNING_MEGABYTES);
        Postmaster.disown(cluster);
        port = freePort();
        launch();
    }

    private boolean runsOurPrograms(Postmaster server) {
        return server.process()
                .info()
                .command()
                .filter(it -> Path.of(it).startsWith(programs))
                .isPresent();
    }

    /** Whether it is our cluster that answers at the port, to our password. */
    private boolean answers() {
        try (var connection = superuser("postgres");
                var answer = connection.createStatement().executeQuery("show data_directory")) {
            return answer.next() && Path.of(answer.getString(1)).equals(cluster);
        } catch (SQLException e) {
            return false;
        }
    }

    /** Whether it hands its log on to where this program wants it, which cannot be changed while it runs. */
    private boolean archivesAsWanted() {
        var set = settings.stream().filter(it -> it.startsWith(ARCHIVE_FOLDER)).findFirst();
        var wanted = set.map(it -> it.substring(ARCHIVE_FOLDER.length() + 1)).orElse("");
        return archive().filter(wanted::equals).isPresent();
    }

    /** Whether it hands each finished piece of its log on to that folder. */
    public boolean archives(Path to) {
        return archive().filter(to.toString()::equals).isPresent();
    }

    private Optional<String> archive() {
        try (var connection = superuser("postgres");
                var answer = connection.createStatement().executeQuery("""
                        select case current_setting('archive_mode') when 'on'
                            then coalesce(current_setting('%s', true), '') else '' end
                        """.formatted(ARCHIVE_FOLDER))) {
            return answer.next() ? Optional.of(answer.getString(1)) : Optional.empty();
        } catch (SQLException e) {
            return Optional.empty();
        }
    }

    /** Keeps the port of earlier starts, so that what remembers the address still finds it, while nobody else has it. */
    private int freePort() throws IOException {
        var file = folder.resolve("port");
        if (Files.exists(file)) {
            var earlier = Integer.parseInt(Files.readString(file).strip());
            if (isFree(earlier)) {
                return earlier;
            }
        }
        try (var socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            OwnerOnly.write(file, socket.getLocalPort() + "\n");
            return socket.getLocalPort();
        }
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Processes of a server killed a moment ago may still be going: the first tries can fail for that reason. */
    private void launch() throws IOException {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                launch(PATIENCE);
                return;
            } catch (IOException e) {
                if (System.nanoTime() > deadline) {
                    throw e;
                }
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }

    private void launch(Duration patience) throws IOException {
        var options = new StringBuilder("-p ").append(port);
        settings.forEach(
                it -> options.append(" -c '").append(it.replace("'", "'\\''")).append("'"));
        control()
                .run(
                        "pg_ctl",
                        "start",
                        "-D",
                        cluster.toString(),
                        "-l",
                        log().toString(),
                        "-w",
                        "-t",
                        Long.toString(patience.toSeconds()),
                        "-o",
                        options.toString());
    }

    /** What it says, see {@code log_destination}. */
    Path log() {
        return folder.resolve("server.log");
    }

    private ServerPrograms control() throws IOException {
        return new ServerPrograms(programs, folder);
    }

    /**
     * From now on a server that ends without being asked to (killed, out of memory) is started again at the same port. What
     * was under way is lost with it, what was committed is not.
     */
    void keepAlive() {
        process().map(ProcessHandle::onExit).ifPresent(this::againAfter);
    }

    private void againAfter(CompletableFuture<ProcessHandle> exit) {
        var _ = exit.thenRunAsync(
                this::again,
                task -> Thread.ofPlatform().daemon().name("postgres").start(task));
    }

    private synchronized void again() {
        if (closed) {
            return;
        }
        LOG.warn("PostgreSQL ended without being asked to; starting it again");
        try {
            launch();
            keepAlive();
        } catch (IOException e) {
            LOG.error("PostgreSQL does not start again: {}", e.getMessage());
        }
    }

    /** The address of one of its databases for JDBC. */
    public String url(String database) {
        return DatabaseSettings.withoutValues("jdbc:postgresql://127.0.0.1:" + port + "/" + database);
    }

    /** The password of one of its roles, made when first asked for. */
    public String password(String role) {
        try {
            return secrets.of(role);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A connection that may do everything, for making databases and roles. */
    public Connection superuser(String database) throws SQLException {
        return superuser(database, ANSWERING);
    }

    /** The same for work that takes longer; no answer within that time is a failure. */
    public Connection superuser(String database, Duration answering) throws SQLException {
        var login = new Properties();
        login.setProperty("user", "postgres");
        login.setProperty("password", password("postgres"));
        login.setProperty("connectTimeout", "5");
        login.setProperty("socketTimeout", Long.toString(answering.toSeconds()));
        return DriverManager.getConnection(url(database), login);
    }

    /** The process of the server, while it runs. */
    public Optional<ProcessHandle> process() {
        try {
            return Postmaster.of(cluster, folder).map(Postmaster::process);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stops the server after its last transaction is on disk. */
    @Override
    public synchronized void close() {
        closed = true;
        try {
            var running = Postmaster.of(cluster, folder);
            if (running.isPresent()) {
                stop(running.get());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void stop(Postmaster server) throws IOException {
        for (var mode : List.of("fast", "immediate")) {
            try {
                control().run("pg_ctl", "stop", "-D", cluster.toString(), "-m", mode, "-w", "-t", "30");
                if (gone(server.process())) {
                    return;
                }
            } catch (IOException e) {
                LOG.warn("PostgreSQL did not stop ({}): {}", mode, e.getMessage());
            }
        }
        server.process().destroyForcibly();
        gone(server.process());
    }

    /** Waits for the process to end; what it held is free only then. */
    private static boolean gone(ProcessHandle process) {
        return process.onExit()
                .completeOnTimeout(process, GOING.toMillis(), TimeUnit.MILLISECONDS)
                .thenApply(it -> !it.isAlive())
                .join();
    }
}
