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

    static final String MAJOR = "18";

    private static final Logger LOG = LoggerFactory.getLogger(LocalServer.class);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration GOING = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofMillis(200);
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

    /**
     * The same with other settings than the durable ones, for tests that can lose everything.
     *
     * @param durability {@code name=value} of {@code postgresql.conf}
     */
    public static LocalServer start(Path folder, List<String> durability) {
        try {
            var home = OwnerOnly.folder(folder.toAbsolutePath()).toRealPath();
            var settings = new ArrayList<>(LOCAL);
            settings.addAll(durability);
            var server = new LocalServer(
                    home, PostgresBinaries.in(home), Secrets.in(home.resolve("secrets")), List.copyOf(settings));
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
        PostgresBinaries.delete(half);
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
            if (runsOurPrograms(left.get()) && answers()) {
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
        var options = new StringBuilder("-p ").append(port);
        settings.forEach(it -> options.append(" -c ").append(it));
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
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
                                Long.toString(PATIENCE.toSeconds()),
                                "-o",
                                options.toString());
                return;
            } catch (IOException e) {
                if (System.nanoTime() > deadline) {
                    throw e;
                }
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }

    private Path log() {
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
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
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
        var login = new Properties();
        login.setProperty("user", "postgres");
        login.setProperty("password", password("postgres"));
        login.setProperty("connectTimeout", "5");
        login.setProperty("socketTimeout", "30");
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
