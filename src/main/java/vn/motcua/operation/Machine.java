package vn.motcua.operation;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.database.DataFolder;

/** The room that the program has, and whether the services answer that it relies on. Asked anew each time. */
@Service
public class Machine {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int PLAIN = 80;
    private static final int TLS = 443;

    private final JdbcClient db;
    private final DataFolder data;
    private final String stamps;
    private final String clamd;

    Machine(
            JdbcClient db,
            DataFolder data,
            @Value("${motcua.evidence.time-stamp-authority:}") String stamps,
            @Value("${motcua.clamd:}") String clamd) {
        this.db = db;
        this.data = data;
        this.stamps = stamps.strip();
        this.clamd = clamd.strip();
    }

    /** Bytes. */
    public record Room(long free, long total) {}

    /** Whether a service that is configured answers. */
    public enum Answer {
        NOT_CONFIGURED,
        YES,
        NO
    }

    /** The room on the disk of the data folder. */
    public Room data() {
        return room(data.path()).orElseThrow();
    }

    /** The room on the disk of another folder; empty when it cannot be read. */
    public Optional<Room> room(Path folder) {
        try {
            var disk = Files.getFileStore(folder);
            return Optional.of(new Room(disk.getUsableSpace(), disk.getTotalSpace()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** How many bytes the database has. */
    @Transactional(readOnly = true)
    public long databaseSize() {
        return db.sql("select pg_database_size(current_database())")
                .query(Long.class)
                .single();
    }

    /** Whether the authority that stamps the log's days takes connections. */
    public Answer stamps() {
        if (stamps.isEmpty()) {
            return Answer.NOT_CONFIGURED;
        }
        var address = URI.create(stamps);
        int port = address.getPort() >= 0 ? address.getPort() : "https".equals(address.getScheme()) ? TLS : PLAIN;
        try (var socket = connect(address.getHost(), port)) {
            return socket.isConnected() ? Answer.YES : Answer.NO;
        } catch (IOException e) {
            return Answer.NO;
        }
    }

    /** Whether the virus check answers its own question for it, {@code PING}. */
    public Answer clamd() {
        if (clamd.isEmpty()) {
            return Answer.NOT_CONFIGURED;
        }
        int colon = clamd.lastIndexOf(':');
        try (var socket = connect(clamd.substring(0, colon), Integer.parseInt(clamd.substring(colon + 1)))) {
            socket.getOutputStream().write("zPING\0".getBytes(StandardCharsets.US_ASCII));
            var said = new String(socket.getInputStream().readNBytes(4), StandardCharsets.US_ASCII);
            return said.equals("PONG") ? Answer.YES : Answer.NO;
        } catch (IOException e) {
            return Answer.NO;
        }
    }

    private static Socket connect(String host, int port) throws IOException {
        var socket = new Socket();
        try {
            int millis = Math.toIntExact(PATIENCE.toMillis());
            socket.connect(new InetSocketAddress(host, port), millis);
            socket.setSoTimeout(millis);
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }
}
