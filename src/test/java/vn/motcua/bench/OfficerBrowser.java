package vn.motcua.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import vn.motcua.support.Visit;

/**
 * One browser of an officer: a session, a connection that stays open, and dossiers of their own. It sends the forms that
 * stand on the pages of the dossiers and costs the machine as little as a client can.
 */
final class OfficerBrowser implements AutoCloseable {

    private static final Pattern STEP =
            Pattern.compile("<form method=\"post\" id=\"claim\".*?name=\"step\" value=\"([^\"]+)\"", Pattern.DOTALL);
    private static final Pattern VERSION =
            Pattern.compile("<form method=\"post\" id=\"claim\".*?name=\"version\" value=\"(\\d+)\"", Pattern.DOTALL);

    private final Visit visit;
    private final InetSocketAddress program;
    private final String token;
    private final List<String> dossiers;
    private final Map<String, State> states = new HashMap<>();
    private Connection connection;
    private int next;

    /** Where a dossier stands. */
    private record State(int version, String step, boolean taken) {}

    OfficerBrowser(String address, String name, List<String> dossiers) throws IOException {
        this.visit = new Visit(address).as(name);
        this.dossiers = dossiers;
        this.token =
                Visit.token(visit.get("/desk/dossiers/" + dossiers.getFirst()).body());
        var uri = URI.create(address);
        this.program = new InetSocketAddress(uri.getHost(), uri.getPort());
        this.connection = Connection.to(program);
    }

    /** Takes and gives back, one dossier after the other, until then; how long each took. */
    Samples work(long until) throws IOException {
        var times = new Samples();
        while (System.nanoTime() < until) {
            var begun = System.nanoTime();
            move(dossiers.get(next));
            times.add(System.nanoTime() - begun);
            next = (next + 1) % dossiers.size();
        }
        return times;
    }

    /** Takes each of them once and gives it back. */
    void takeAndGiveBack(List<String> some) throws IOException {
        for (var dossier : some) {
            move(dossier);
            move(dossier);
        }
    }

    private void move(String dossier) throws IOException {
        var state = states.computeIfAbsent(dossier, this::look);
        var act = state.taken() ? "release" : "claim";
        var body = "_csrf=" + token + "&command=" + UUID.randomUUID() + "&version=" + state.version() + "&step="
                + state.step();
        var status = post("/desk/dossiers/" + dossier + "/" + act, body);
        if (status != 302) {
            throw new IOException(act + " of " + dossier + " answered " + status);
        }
        states.put(dossier, new State(state.version() + 1, state.step(), !state.taken()));
    }

    private State look(String dossier) {
        var page = visit.get("/desk/dossiers/" + dossier).body();
        return new State(Integer.parseInt(find(VERSION, page)), find(STEP, page), false);
    }

    private static String find(Pattern field, String page) {
        var found = field.matcher(page);
        if (!found.find()) {
            throw new IllegalStateException("the page does not offer to take the dossier");
        }
        return found.group(1);
    }

    private int post(String path, String body) throws IOException {
        connection
                .out()
                .write(("POST " + path + " HTTP/1.1\r\nHost: " + program.getHostString() + ":" + program.getPort()
                                + "\r\nCookie: motcua=" + visit.cookie("motcua")
                                + "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: "
                                + body.length() + "\r\n\r\n" + body)
                        .getBytes(StandardCharsets.US_ASCII));
        connection.out().flush();
        var status = Integer.parseInt(connection.line().split(" ", 3)[1]);
        var length = 0;
        var last = false;
        for (var header = connection.line(); !header.isEmpty(); header = connection.line()) {
            var lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Integer.parseInt(
                        header.substring(header.indexOf(':') + 1).strip());
            } else if (lower.startsWith("transfer-encoding:")) {
                throw new IOException(path + " answered " + status + " with a page");
            }
            last |= lower.equals("connection: close");
        }
        connection.in().skipNBytes(length);
        if (last) {
            connection.socket().close();
            connection = Connection.to(program);
        }
        return status;
    }

    @Override
    public void close() throws IOException {
        connection.socket().close();
    }

    /** An open connection; the program ends each after a hundred answers, as it does with every browser. */
    private record Connection(Socket socket, InputStream in, OutputStream out) {

        static Connection to(InetSocketAddress program) throws IOException {
            var socket = new Socket();
            socket.connect(program);
            socket.setTcpNoDelay(true);
            return new Connection(
                    socket, new BufferedInputStream(socket.getInputStream(), 4096), socket.getOutputStream());
        }

        String line() throws IOException {
            var line = new StringBuilder();
            for (int c = in.read(); c != '\n'; c = in.read()) {
                if (c < 0) {
                    throw new IOException("the program hung up");
                }
                if (c != '\r') {
                    line.append((char) c);
                }
            }
            return line.toString();
        }
    }
}
