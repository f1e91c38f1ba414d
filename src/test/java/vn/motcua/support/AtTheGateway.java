package vn.motcua.support;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** A payer at the sandbox's gateway, which is a server of its own. */
public final class AtTheGateway {

    private static final HttpClient BROWSER = HttpClient.newHttpClient();

    private AtTheGateway() {}

    /** Sets out for what is owed for that dossier and pays; the gateway tells of it in that mood. */
    public static void pays(Visit payer, TaVan.Life life, String mood) {
        payer.fill(life.path() + "/pay", life.path() + "/pay", Map.of("way", "gateway"));
        var there = address(payer.get(life.path() + "/pay/gateway").body());
        var page = get(there).body();
        post(
                URI.create(there).resolve("/choose"),
                Map.of("order", Visit.first(page, "name=\"order\" value=\"([^\"]+)\""), "choice", "pay", "mood", mood));
    }

    /** Where the page before leaving leads. */
    public static String address(String page) {
        return Visit.first(page, "href=\"(http://localhost:[0-9]+/pay[^\"]+)\"").replace("&amp;", "&");
    }

    /** Asks for a page. */
    public static HttpResponse<String> get(String address) {
        return send(HttpRequest.newBuilder(URI.create(address)).GET().build());
    }

    /** Sends a form. */
    public static HttpResponse<String> post(URI address, Map<String, String> form) {
        var body = form.entrySet().stream()
                .map(it -> it.getKey() + "=" + URLEncoder.encode(it.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    private static HttpResponse<String> send(HttpRequest request) {
        try {
            return BROWSER.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
