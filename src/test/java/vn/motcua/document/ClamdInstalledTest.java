package vn.motcua.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/**
 * The same against ClamAV itself, where it is installed (on Debian: {@code apt-get install clamav-daemon}), with a
 * signature of our own in the place of the official ones: a sentence that stands in no other file.
 */
@EnabledIf("installed")
class ClamdInstalledTest {

    private static final String CLAMD = "/usr/sbin/clamd";
    private static final String MARK = "MOTCUA-ANTIVIRUS-TEST-FILE-OF-OUR-OWN!";

    @TempDir
    Path folder;

    static boolean installed() {
        return Files.isExecutable(Path.of(CLAMD));
    }

    @Test
    void theDaemonFindsOurOwnSignatureAndNothingElse() throws Exception {
        var port = freePort();
        var daemon = start(port);
        try {
            await(port, daemon);
            var clamd = Clamd.at("127.0.0.1:" + port);
            assertThat(clamd.check(content("trong giấy này có " + MARK)))
                    .isEqualTo(new VirusCheck.Verdict.Infected("Motcua.Test.UNOFFICIAL"));
            assertThat(clamd.check(content("giấy chứng sinh"))).isEqualTo(new VirusCheck.Verdict.Clean());
            assertThat(clamd.check(new LongStream(3 << 20))).isInstanceOf(VirusCheck.Verdict.Unreachable.class);
        } finally {
            daemon.destroy();
            assertThat(daemon.waitFor(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    private Process start(int port) throws IOException {
        var signatures = Files.createDirectory(folder.resolve("signatures"));
        Files.writeString(
                signatures.resolve("motcua.ndb"),
                "Motcua.Test:0:*:" + HexFormat.of().formatHex(MARK.getBytes(StandardCharsets.US_ASCII)) + "\n");
        var settings = folder.resolve("clamd.conf");
        Files.writeString(settings, """
                DatabaseDirectory %s
                TCPSocket %d
                TCPAddr 127.0.0.1
                Foreground yes
                StreamMaxLength 2M
                """.formatted(signatures, port));
        return new ProcessBuilder(CLAMD, "--config-file=" + settings)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("clamd.log").toFile())
                .start();
    }

    private void await(int port, Process daemon) throws IOException {
        for (var tries = 0; tries < 600; tries++) {
            try (var socket = new Socket()) {
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 100);
                return;
            } catch (IOException notYet) {
                if (!daemon.isAlive()) {
                    throw new AssertionError(Files.readString(folder.resolve("clamd.log")), notYet);
                }
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
            }
        }
        throw new AssertionError("clamd does not listen");
    }

    private static ByteArrayInputStream content(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
