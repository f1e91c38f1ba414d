package vn.motcua.shared;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Calls to other systems: only to the places that configuration names, never further by a redirect, never longer than
 * the given time from the first byte sent to the last received, never more than the given size, never into a private
 * network unless that was said. Nothing that a visitor sends can become an address here.
 */
public final class Outgoing {

    private static final Set<String> OWN_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Duration CONNECT = Duration.ofSeconds(2);

    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    private final Set<String> places;
    private final Set<String> inside;
    private final Duration atMost;
    private final long bytes;

    private Outgoing(Set<String> places, Set<String> inside, Duration atMost, long bytes) {
        this.places = Set.copyOf(places);
        this.inside = Set.copyOf(inside);
        this.atMost = atMost;
        this.bytes = bytes;
    }

    /**
     * Allows calls to these places alone.
     *
     * @param places as {@link #place} writes them
     * @param atMost how long a whole call may take
     * @param bytes how large an answer may be
     */
    public static Outgoing to(Set<String> places, Duration atMost, long bytes) {
        return new Outgoing(places, Set.of(), atMost, bytes);
    }

    /**
     * The same, and these hosts may lie in a private network. Without it a name that leads there is not called, whoever
     * made it lead there.
     */
    public Outgoing inside(Set<String> hosts) {
        return new Outgoing(places, hosts, atMost, bytes);
    }

    /**
     * Scheme, host and port of an address, the unit in which calls are allowed. An {@link IllegalArgumentException} for
     * what must not be called at all: anything but https, except on the machine itself, and addresses with a user.
     */
    public static String place(URI address) {
        var scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
        var host = String.valueOf(address.getHost()).toLowerCase(Locale.ROOT);
        var allowed = scheme.equals("https") || (scheme.equals("http") && OWN_MACHINE.contains(host));
        if (!allowed || address.getHost() == null || address.getRawUserInfo() != null) {
            throw new IllegalArgumentException("not an address that may be called: " + address);
        }
        var port = address.getPort() >= 0 ? address.getPort() : scheme.equals("https") ? 443 : 80;
        return scheme + "://" + host + ":" + port;
    }

    /** Asks for something. */
    public Answer get(URI address, String... headers) throws Unreachable {
        return send(request(address, headers).GET().build());
    }

    /** Sends a form, already encoded. */
    public Answer post(URI address, String form, String... headers) throws Unreachable {
        return send(request(address, headers)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build());
    }

    /** Sends JSON. */
    public Answer postJson(URI address, String json, String... headers) throws Unreachable {
        return send(request(address, headers)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build());
    }

    private HttpRequest.Builder request(URI address, String... headers) throws Unreachable {
        if (!places.contains(place(address))) {
            throw new Unreachable("not among the configured places: " + address, null);
        }
        refusePrivate(address.getHost().toLowerCase(Locale.ROOT));
        var request = HttpRequest.newBuilder(address).header("Accept", "application/json");
        for (var i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return request;
    }

    /** Java remembers for a while what a name led to, so the call that follows goes to what was looked at here. */
    private void refusePrivate(String host) throws Unreachable {
        if (OWN_MACHINE.contains(host) || inside.contains(host)) {
            return;
        }
        try {
            var found = CompletableFuture.supplyAsync(() -> addresses(host), Thread::startVirtualThread)
                    .get(atMost.toMillis(), TimeUnit.MILLISECONDS);
            for (var address : found) {
                if (isPrivate(address)) {
                    throw new Unreachable(host + " leads into a private network", null);
                }
            }
        } catch (TimeoutException | ExecutionException e) {
            throw new Unreachable("no address of " + host + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unreachable("interrupted: " + host, e);
        }
    }

    private static List<InetAddress> addresses(String host) {
        try {
            return List.of(InetAddress.getAllByName(host));
        } catch (UnknownHostException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether it is an address that the open net does not route: own, link, site, shared and test ranges, multicast. */
    static boolean isPrivate(InetAddress address) {
        var bytes = address.getAddress();
        var first = bytes[0] & 0xFF;
        var second = bytes[1] & 0xFF;
        var shared = bytes.length == 4
                && (first == 0
                        || first >= 240
                        || (first == 100 && second >= 64 && second < 128)
                        || (first == 192 && second == 0 && bytes[2] == 0)
                        || (first == 198 && (second == 18 || second == 19)));
        var local6 = bytes.length == 16
                && ((first & 0xFE) == 0xFC || (first == 0 && second == 0x64) || (first == 0x20 && second == 0x02));
        return shared
                || local6
                || address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress();
    }

    private Answer send(HttpRequest request) throws Unreachable {
        var sent = CLIENT.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), bytes));
        try {
            return new Answer(sent.get(atMost.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            sent.cancel(true);
            throw new Unreachable("no answer within " + atMost.toMillis() + " ms: " + request.uri(), e);
        } catch (ExecutionException e) {
            throw new Unreachable(request.uri() + ": " + e.getCause(), e);
        } catch (InterruptedException e) {
            sent.cancel(true);
            Thread.currentThread().interrupt();
            throw new Unreachable("interrupted: " + request.uri(), e);
        }
    }

    /** What came back, whatever its status. */
    public record Answer(int status, String body) {

        private Answer(HttpResponse<byte[]> response) {
            this(response.statusCode(), new String(response.body(), StandardCharsets.UTF_8));
        }

        /** Whether it is a 200. */
        public boolean ok() {
            return status == 200;
        }
    }

    /** The other side cannot be reached, is too slow, says too much, or must not be called. */
    public static final class Unreachable extends IOException {

        private static final long serialVersionUID = 1L;

        /**
         * @param message for the log
         * @param cause what happened below, null when nothing did
         */
        public Unreachable(String message, @org.jspecify.annotations.Nullable Throwable cause) {
            super(message, cause);
        }
    }
}
