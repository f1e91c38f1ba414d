package vn.motcua.sandbox.gateway;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;
import vn.motcua.payment.GatewaySignature;
import vn.motcua.payment.GatewaySignature.Algorithm;
import vn.motcua.shared.Messages;

/**
 * The sandbox's payment gateway: a server on a port of its own, with a memory of its own, which speaks to the program over HTTP alone, by the protocol
 * of {@code docs/money.md}. It can be told to be slow, wrong, silent or to say everything twice: for one payment by its payer, for all of them by
 * {@code POST /control} with {@code mood}. No database, no bean of the program; as a process of its own it is
 * {@code ./motcua sandbox gateway}.
 */
public final class GatewayServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(GatewayServer.class);
    private static final int LONGEST = 100_000;
    private static final String JSON = "application/json";

    private final HttpServer http;
    private final GatewayPayments payments;
    private final GatewayRefunds refunds;
    private final GatewayPage page = new GatewayPage(new Messages());
    private final JsonMapper json = JsonMapper.builder().build();
    private volatile Mood usual = Mood.NORMAL;

    private GatewayServer(Settings settings, Clock clock) throws IOException {
        var signature = new GatewaySignature(Algorithm.SHA512, settings.secret());
        this.payments =
                new GatewayPayments(settings.merchant(), signature, new Caller(signature, settings.callAt()), clock);
        this.refunds = new GatewayRefunds(payments);
        this.http =
                HttpServer.create(new InetSocketAddress(InetAddress.getByName(settings.host()), settings.port()), 0);
        http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        on("/pay", "GET", this::pay);
        on("/choose", "POST", this::choose);
        on(
                "/query",
                "POST",
                said -> told(said.containsKey("refund") ? refunds.answer(said) : payments.answer(said), 404));
        on("/refund", "POST", this::refund);
        on("/statement", "POST", said -> told(payments.statement(said), 400));
        on("/control", "POST", this::control);
        on("/style.css", "GET", _ -> new Answer(200, "text/css", GatewayPage.STYLE, null));
    }

    /**
     * How it is set up.
     *
     * @param host on which it listens
     * @param port 0 for any that is free
     * @param merchant who the merchant is to it
     * @param secret with what both sides sign
     * @param callAt where the merchant's server is called, if not at the address that it says
     */
    public record Settings(String host, int port, String merchant, String secret, Optional<URI> callAt) {

        /** The secret stays unsaid. */
        @Override
        public String toString() {
            return "Settings[" + host + ":" + port + ", " + merchant + "]";
        }
    }

    private record Answer(
            int status, String type, String body, @Nullable String to) {}

    /** Starts it; an {@link UncheckedIOException} when the port is taken. */
    public static GatewayServer start(Settings settings, Clock clock) {
        try {
            var server = new GatewayServer(settings, clock);
            server.http.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException("the sandbox gateway cannot listen: " + settings, e);
        }
    }

    /** On which port it listens. */
    public int port() {
        return http.getAddress().getPort();
    }

    @Override
    public void close() {
        http.stop(0);
    }

    private Answer pay(Map<String, String> said) {
        return payments.begin(said)
                .map(it -> new Answer(200, "text/html; charset=utf-8", page.of(it, usual), null))
                .orElseGet(() -> nothing(400));
    }

    private Answer choose(Map<String, String> said) {
        var mood = Mood.named(said.getOrDefault("mood", "")).orElse(usual);
        return payments.choose(
                        said.getOrDefault("order", ""),
                        said.getOrDefault("choice", "").equals("pay"),
                        mood)
                .map(it -> new Answer(303, "text/plain", "", it))
                .orElseGet(() -> nothing(404));
    }

    private Answer refund(Map<String, String> said) {
        return refunds.refund(said).map(it -> told(it.words(), 503)).orElseGet(() -> nothing(400));
    }

    /** How it behaves about payments whose payer does not choose; answers how it does, and what it knows. */
    private Answer control(Map<String, String> said) {
        Mood.named(said.getOrDefault("mood", "")).ifPresent(it -> usual = it);
        return new Answer(
                200, JSON, json.writeValueAsString(Map.of("mood", usual.name(), "payments", payments.counted())), null);
    }

    private Answer told(Optional<Map<String, String>> words, int otherwise) {
        return words.map(it -> new Answer(200, JSON, json.writeValueAsString(it), null))
                .orElseGet(() -> nothing(otherwise));
    }

    private static Answer nothing(int status) {
        return new Answer(status, "text/plain", "", null);
    }

    private void on(String path, String method, Function<Map<String, String>, Answer> answers) {
        http.createContext(path, exchange -> {
            try (exchange) {
                send(
                        exchange,
                        exchange.getRequestMethod().equals(method) ? answered(path, exchange, answers) : nothing(405));
            }
        });
    }

    private static Answer answered(String path, HttpExchange exchange, Function<Map<String, String>, Answer> answers) {
        try {
            return answers.apply(said(exchange));
        } catch (RuntimeException e) {
            LOG.error("the sandbox gateway failed at {}", path, e);
            return nothing(500);
        }
    }

    private static void send(HttpExchange exchange, Answer it) throws IOException {
        var body = it.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", it.type());
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        if (it.to() != null) {
            exchange.getResponseHeaders().set("Location", it.to());
        }
        exchange.sendResponseHeaders(it.status(), body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }

    private static Map<String, String> said(HttpExchange exchange) {
        try {
            var form = exchange.getRequestMethod().equals("GET")
                    ? Optional.ofNullable(exchange.getRequestURI().getRawQuery())
                            .orElse("")
                    : new String(exchange.getRequestBody().readNBytes(LONGEST), StandardCharsets.UTF_8);
            var said = new HashMap<String, String>();
            for (var one : form.split("&", -1)) {
                int sign = one.indexOf('=');
                if (sign > 0) {
                    said.put(decoded(one.substring(0, sign)), decoded(one.substring(sign + 1)));
                }
            }
            return said;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    /**
     * As a process of its own: {@code --secret-file FILE [--port 8090] [--host localhost] [--merchant MOTCUA] [--call http://localhost:8080]}. Runs
     * until it is stopped.
     */
    public static void main(String... arguments) throws IOException {
        var given = new HashMap<String, String>();
        for (int i = 0; i + 1 < arguments.length; i += 2) {
            given.put(arguments[i], arguments[i + 1]);
        }
        var secret = given.get("--secret-file");
        if (secret == null || arguments.length % 2 != 0) {
            throw new IllegalArgumentException("cần --secret-file TỆP / needs --secret-file FILE");
        }
        var server = start(
                new Settings(
                        given.getOrDefault("--host", "localhost"),
                        Integer.parseInt(given.getOrDefault("--port", "8090")),
                        given.getOrDefault("--merchant", "MOTCUA"),
                        Files.readString(Path.of(secret)).strip(),
                        Optional.ofNullable(given.get("--call")).map(URI::create)),
                Clock.systemUTC());
        LOG.info("the sandbox gateway listens on port {}", server.port());
    }
}
