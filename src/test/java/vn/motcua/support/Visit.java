package vn.motcua.support;

import static java.util.stream.Collectors.joining;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Somebody's visit over HTTP with their own cookies, as a browser without JavaScript makes it. Follows no redirect. */
public final class Visit {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private final String address;

    /** A new visitor of the program that listens there, e.g. {@code http://localhost:8080}. */
    public Visit(String address) {
        this.address = address;
    }

    /** Opens a page. */
    public HttpResponse<String> get(String path, String... headers) {
        return send(request(path, headers).GET());
    }

    /** The bytes of a file. */
    public byte[] bytes(String path) {
        try {
            return browser.send(request(path).GET().build(), BodyHandlers.ofByteArray())
                    .body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Sends a form as it is, with no token but the one among the fields. */
    public HttpResponse<String> send(String path, Map<String, String> fields, String... headers) {
        return send(form(path, fields, headers));
    }

    /** Sends a form of a page as it was filled in, with the token that stands in it. */
    public HttpResponse<String> send(HtmlForm form) {
        return send(request(form.action())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form.body())));
    }

    /** The same, for an answer that is a file. */
    public HttpResponse<byte[]> sendForBytes(String path, Map<String, String> fields) {
        return send(form(path, fields), BodyHandlers.ofByteArray());
    }

    private HttpRequest.Builder form(String path, Map<String, String> fields, String... headers) {
        var body = fields.entrySet().stream()
                .map(it -> encoded(it.getKey()) + "=" + encoded(it.getValue()))
                .collect(joining("&"));
        return request(path, headers)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    /** Sends a form with a file in it, with no token but the one among the fields. */
    public HttpResponse<String> upload(
            String path, Map<String, String> fields, String field, String fileName, byte[] content) {
        var body = new ByteArrayOutputStream();
        fields.forEach((name, value) -> part(body, "name=\"" + name + "\"", value.getBytes(StandardCharsets.UTF_8)));
        part(body, "name=\"" + field + "\"; filename=\"" + fileName + "\"", content);
        body.writeBytes("--part--\r\n".getBytes(StandardCharsets.US_ASCII));
        return send(request(path)
                .header("Content-Type", "multipart/form-data; boundary=part")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())));
    }

    private static void part(ByteArrayOutputStream body, String disposition, byte[] content) {
        body.writeBytes(("--part\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
    }

    /** Opens the page of a form and sends it filled in to that path, with the token that stands in it. */
    public HttpResponse<String> fill(String page, String path, Map<String, String> fields, String... headers) {
        var all = new HashMap<>(fields);
        all.put("_csrf", token(get(page).body()));
        return send(path, all, headers);
    }

    /** Signs in as a persona of the demonstration, by the name on its card, through the sandbox's provider. */
    public Visit as(String name) {
        return as(name, "");
    }

    /** The same for the organisation with that tax code, which they represent; for themselves where it is empty. */
    public Visit as(String name, String taxCode) {
        var form = Sandbox.form(this, name, "");
        var chosen = send("/sandbox/identity/choose", form);
        var answer = get(local(chosen));
        if (local(answer).endsWith("/sign-in/as")) {
            answer = fill("/sign-in/as", "/sign-in/as", Map.of("taxCode", taxCode));
        }
        if (answer.statusCode() != 302 || local(answer).contains("problem=")) {
            throw new IllegalStateException(name + " could not sign in: " + answer.statusCode() + local(answer));
        }
        return this;
    }

    /** Where an answer sends the browser, without the address of the program. */
    public String local(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("").replace(address, "");
    }

    /** The token in a page's first form. */
    public static String token(String page) {
        var token = TOKEN.matcher(page);
        if (!token.find()) {
            throw new IllegalArgumentException("no form in the page");
        }
        return token.group(1);
    }

    /** What the first group of that pattern stands for in a page. */
    public static String first(String page, String pattern) {
        var found = Pattern.compile(pattern).matcher(page);
        if (!found.find()) {
            throw new AssertionError("no " + pattern + " in " + page);
        }
        return found.group(1);
    }

    /** The value of the cookie, empty when there is none. */
    public String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(it -> it.getName().equals(name))
                .map(java.net.HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }

    /** Loses the cookies, as when the session has timed out. */
    public void forget() {
        cookies.getCookieStore().removeAll();
    }

    private HttpRequest.Builder request(String path, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(address + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return request;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        return send(request, BodyHandlers.ofString());
    }

    private <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> as) {
        try {
            return browser.send(request.build(), as);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
