package vn.motcua.filing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.motcua.identity.SignedIn;

/** Somebody with a browser that shows nothing: signed in, with cookies and the token of the last page. */
final class Caller {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(Redirect.NEVER)
            .build();
    private final String address;

    Caller(int port, SignedIn who) {
        this.address = "http://localhost:" + port;
        var provider = who instanceof SignedIn.OfficerAt officer
                ? "sandbox-" + officer.tenant().value()
                : "sandbox";
        var page = get(location(get("/sign-in/with/" + provider))).body();
        var request = Pattern.compile("name=\"request\" value=\"([^\"]+)\"").matcher(page);
        var token = TOKEN.matcher(page);
        if (!request.find() || !token.find()) {
            throw new IllegalStateException("the provider asks nothing");
        }
        var chosen = send(HttpRequest.newBuilder(URI.create(address + "/sandbox/identity/choose"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("_csrf=" + encoded(token.group(1)) + "&request=" + request.group(1)
                        + "&account=" + who.account()))
                .build());
        if (location(get(location(chosen))).endsWith("/sign-in/as")) {
            post("/sign-in/as", "/sign-in/as", Map.of("taxCode", ""));
        }
    }

    HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(URI.create(address + path)).GET().build());
    }

    /** Posts a form of the page at {@code from}. */
    HttpResponse<String> post(String path, String from, Map<String, String> form) {
        var body = "_csrf=" + encoded(token(from))
                + form.entrySet().stream()
                        .map(it -> "&" + encoded(it.getKey()) + "=" + encoded(it.getValue()))
                        .collect(Collectors.joining());
        return send(HttpRequest.newBuilder(URI.create(address + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    HttpResponse<String> upload(String path, String from, String document, String fileName, byte[] content) {
        var body = new ByteArrayOutputStream();
        part(body, "name=\"_csrf\"", token(from).getBytes(StandardCharsets.UTF_8));
        part(body, "name=\"document\"", document.getBytes(StandardCharsets.UTF_8));
        part(body, "name=\"file\"; filename=\"" + fileName + "\"", content);
        body.writeBytes("--b--\r\n".getBytes(StandardCharsets.US_ASCII));
        return send(HttpRequest.newBuilder(URI.create(address + path))
                .header("Content-Type", "multipart/form-data; boundary=b")
                .POST(BodyPublishers.ofByteArray(body.toByteArray()))
                .build());
    }

    /** Posts a form of the page at {@code from} with a file in it; without content no file is chosen. */
    HttpResponse<String> upload(
            String path, String from, Map<String, String> form, String field, String fileName, byte[] content) {
        var body = new ByteArrayOutputStream();
        part(body, "name=\"_csrf\"", token(from).getBytes(StandardCharsets.UTF_8));
        form.forEach((name, value) -> part(body, "name=\"" + name + "\"", value.getBytes(StandardCharsets.UTF_8)));
        part(body, "name=\"" + field + "\"; filename=\"" + fileName + "\"", content);
        body.writeBytes("--b--\r\n".getBytes(StandardCharsets.US_ASCII));
        return send(HttpRequest.newBuilder(URI.create(address + path))
                .header("Content-Type", "multipart/form-data; boundary=b")
                .POST(BodyPublishers.ofByteArray(body.toByteArray()))
                .build());
    }

    static String location(HttpResponse<String> response) {
        return response.headers().firstValue("Location").orElse("").replaceFirst("^http://localhost:\\d+", "");
    }

    private String token(String page) {
        var found = TOKEN.matcher(get(page).body());
        return found.find() ? found.group(1) : "";
    }

    private static void part(ByteArrayOutputStream body, String disposition, byte[] content) {
        body.writeBytes(("--b\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
