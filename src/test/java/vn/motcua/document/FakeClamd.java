package vn.motcua.document;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;

/** Speaks clamd's INSTREAM over a real socket and answers what the test wants. */
final class FakeClamd implements AutoCloseable {

    private final ServerSocket server;
    private final Function<byte[], String> answer;
    private volatile byte[] received = {};
    private volatile boolean silent;

    FakeClamd(Function<byte[], String> answer) throws IOException {
        this.answer = answer;
        this.server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        Thread.ofPlatform().daemon().start(this::serve);
    }

    int port() {
        return server.getLocalPort();
    }

    byte[] received() {
        return received;
    }

    private void serve() {
        while (!server.isClosed()) {
            try (var socket = server.accept()) {
                answer(socket);
            } catch (IOException e) {
                if (!server.isClosed()) {
                    throw new java.io.UncheckedIOException(e);
                }
            }
        }
    }

    private void answer(Socket socket) throws IOException {
        var in = new DataInputStream(socket.getInputStream());
        var command = new String(in.readNBytes(10), StandardCharsets.US_ASCII);
        if (silent || !command.equals("zINSTREAM\0")) {
            return;
        }
        var content = new ByteArrayOutputStream();
        for (var length = in.readInt(); length != 0; length = in.readInt()) {
            content.writeBytes(in.readNBytes(length));
        }
        received = content.toByteArray();
        socket.getOutputStream().write((answer.apply(received) + "\0").getBytes(StandardCharsets.UTF_8));
    }

    /** Takes no connection any more. */
    void fallSilent() throws IOException {
        silent = true;
        server.close();
    }

    @Override
    public void close() throws IOException {
        fallSilent();
    }
}
