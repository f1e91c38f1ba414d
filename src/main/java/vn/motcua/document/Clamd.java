package vn.motcua.document;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * The virus check of ClamAV's daemon, by its INSTREAM command over TCP: the content in chunks, each after its length in
 * four bytes, closed by a length of zero; the answer in one line. Whatever is neither "OK" nor "FOUND", such as a
 * content longer than the daemon takes, counts as no answer.
 */
record Clamd(String host, int port, Duration connecting, Duration answering) implements VirusCheck {

    private static final int CHUNK = 65_536;
    private static final int LONGEST_ANSWER = 4_096;

    /** Reads {@code host:port}; anything else is an {@link IllegalArgumentException} at start. */
    static Clamd at(String address) {
        var colon = address.lastIndexOf(':');
        if (colon < 1) {
            throw new IllegalArgumentException("motcua.clamd must be host:port, not " + address);
        }
        return new Clamd(
                address.substring(0, colon),
                Integer.parseInt(address.substring(colon + 1)),
                Duration.ofSeconds(3),
                Duration.ofSeconds(60));
    }

    @Override
    public boolean on() {
        return true;
    }

    @Override
    public Verdict check(InputStream content) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), Math.toIntExact(connecting.toMillis()));
            socket.setSoTimeout(Math.toIntExact(answering.toMillis()));
            send(content, new DataOutputStream(new BufferedOutputStream(socket.getOutputStream(), CHUNK)));
            return verdict(answer(socket.getInputStream()));
        } catch (IOException e) {
            return new Verdict.Unreachable(String.valueOf(e.getMessage()));
        }
    }

    private static void send(InputStream content, DataOutputStream out) throws IOException {
        out.write("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII));
        var chunk = new byte[CHUNK];
        for (var n = content.read(chunk); n >= 0; n = content.read(chunk)) {
            if (n > 0) {
                out.writeInt(n);
                out.write(chunk, 0, n);
            }
        }
        out.writeInt(0);
        out.flush();
    }

    private static String answer(InputStream in) throws IOException {
        return new String(in.readNBytes(LONGEST_ANSWER), StandardCharsets.UTF_8)
                .replace('\0', ' ')
                .strip();
    }

    private static Verdict verdict(String answer) {
        var said = answer.substring(answer.indexOf(':') + 1).strip();
        if (said.equals("OK")) {
            return new Verdict.Clean();
        }
        return said.endsWith(" FOUND")
                ? new Verdict.Infected(said.substring(0, said.length() - " FOUND".length()))
                : new Verdict.Unreachable("answered: " + answer);
    }
}
