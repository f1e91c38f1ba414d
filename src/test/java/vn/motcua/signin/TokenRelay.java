package vn.motcua.signin;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Somebody between the program and a provider's token endpoint, who exchanges each code in the name of a client of their
 * choice: so that the provider itself makes a token that is good in every way, but for whom it is meant.
 */
final class TokenRelay implements AutoCloseable {

    private final HttpServer server;
    private final HttpClient client = HttpClient.newHttpClient();
    private URI onward = URI.create("http://localhost");
    private String as = "";
    private String secret = "";

    TokenRelay() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::exchange);
        server.start();
    }

    /** Where the program asks for tokens. */
    URI address() {
        return URI.create("http://localhost:" + server.getAddress().getPort() + "/token");
    }

    /** From now on codes are exchanged at that provider as that client. */
    void actsAs(URI provider, String client, String clientSecret) {
        onward = provider;
        as = client;
        secret = clientSecret;
    }

    private void exchange(HttpExchange asked) throws IOException {
        try (asked) {
            var form = new String(asked.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)
                    .replace("%2Fsign-in%2Fback%2Fmisled", "%2Fsign-in%2Fback%2F" + as);
            var basic = (URLEncoder.encode(as, StandardCharsets.UTF_8) + ":"
                            + URLEncoder.encode(secret, StandardCharsets.UTF_8))
                    .getBytes(StandardCharsets.UTF_8);
            var answer = client.send(
                    HttpRequest.newBuilder(onward)
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .header(
                                    "Authorization",
                                    "Basic " + Base64.getEncoder().encodeToString(basic))
                            .POST(HttpRequest.BodyPublishers.ofString(form))
                            .build(),
                    BodyHandlers.ofByteArray());
            asked.getResponseHeaders().set("Content-Type", "application/json");
            asked.sendResponseHeaders(answer.statusCode(), answer.body().length);
            asked.getResponseBody().write(answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
