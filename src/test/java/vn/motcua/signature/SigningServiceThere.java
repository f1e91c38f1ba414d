package vn.motcua.signature;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.function.Function;
import tools.jackson.databind.json.JsonMapper;
import vn.motcua.sandbox.RemoteSigning;

/** The sandbox's signing service behind a server of the test's own, which can be told to say something else. */
final class SigningServiceThere implements SigningService, AutoCloseable {

    /** What is said in its place. */
    record Said(int status, String body, Duration after) {

        static Said of(int status, String body) {
            return new Said(status, body, Duration.ZERO);
        }
    }

    final RemoteSigning signing;
    final List<String> asked = new ArrayList<>();
    private final HttpServer server;
    private final Map<String, Function<RemoteSigning.Answer, Optional<Said>>> instead = new HashMap<>();
    private String secret;
    private Duration patience = Duration.ofSeconds(20);
    private Function<Signatory, Optional<SigningKey>> keys;

    SigningServiceThere(RemoteSigning signing) {
        this.signing = signing;
        this.secret = signing.secret();
        this.keys = it -> Optional.of(signing.enrol(it));
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::exchange);
        server.start();
    }

    /** From now on that method is answered so; empty where the real answer stands. */
    void instead(String method, Function<RemoteSigning.Answer, Optional<Said>> said) {
        instead.put(method, said);
    }

    void patience(Duration other) {
        patience = other;
    }

    void secret(String other) {
        secret = other;
    }

    void keys(Function<Signatory, Optional<SigningKey>> other) {
        keys = other;
    }

    @Override
    public Place place() {
        return new Place(
                URI.create(home() + "/sandbox/csc/v1"), Optional.empty(), signing.client(), secret, patience, Set.of());
    }

    @Override
    public Optional<SigningKey> credential(Signatory who) {
        return keys.apply(who);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private String home() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    private void exchange(HttpExchange exchange) throws IOException {
        try (exchange) {
            var method = exchange.getRequestURI().getPath().replaceFirst("^/sandbox/csc/v1/", "");
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            synchronized (asked) {
                asked.add(method);
            }
            var answer =
                    answer(method, String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")), body);
            var said = Optional.ofNullable(instead.get(method))
                    .flatMap(it -> it.apply(answer))
                    .orElseGet(
                            () -> Said.of(answer.status(), JsonMapper.shared().writeValueAsString(answer.body())));
            Thread.sleep(said.after());
            var bytes = said.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(said.status(), bytes.length == 0 ? -1 : bytes.length);
            if (bytes.length > 0) {
                exchange.getResponseBody().write(bytes);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private RemoteSigning.Answer answer(String method, String authorization, String body) {
        return switch (method) {
            case "info" -> signing.about(home());
            case "oauth2/token" -> signing.token(form(body));
            default -> signing.answer(method, authorization, body);
        };
    }

    private static Map<String, String> form(String body) {
        var form = new HashMap<String, String>();
        for (var pair : body.split("&", -1)) {
            var parts = pair.split("=", 2);
            form.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return form;
    }
}
