package vn.motcua.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutgoingTest {

    private static final Duration LONG = Duration.ofSeconds(60);

    private HttpServer server = none();
    private final CountDownLatch asleep = new CountDownLatch(1);

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/small", it -> {
            it.sendResponseHeaders(200, 2);
            it.getResponseBody().write(new byte[] {'o', 'k'});
            it.close();
        });
        server.createContext("/large", it -> {
            it.sendResponseHeaders(200, 0);
            it.getResponseBody().write(new byte[10_000]);
            it.close();
        });
        server.createContext("/slow", it -> {
            it.sendResponseHeaders(200, 1000);
            it.getResponseBody().write('x');
            it.getResponseBody().flush();
            try {
                asleep.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            it.close();
        });
        server.createContext("/away", it -> {
            it.getResponseHeaders().add("Location", "http://localhost:1/");
            it.sendResponseHeaders(302, -1);
            it.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        asleep.countDown();
        server.stop(0);
    }

    @Test
    void whatIsConfiguredIsCalled() throws IOException {
        assertThat(to(LONG).get(at("/small")).body()).isEqualTo("ok");
        assertThat(to(LONG).post(at("/small"), "a=b").ok()).isTrue();
    }

    @Test
    void nothingElseIsCalled() {
        for (var other : new String[] {"http://localhost:1/", "https://example.com/", "http://127.0.0.1:1/"}) {
            assertThatThrownBy(() -> to(LONG).get(URI.create(other))).isInstanceOf(Outgoing.Unreachable.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://example.com/",
                "http://169.254.169.254/latest",
                "file:///etc/passwd",
                "ftp://localhost/",
                "https://user@example.com/",
                "http://localhost.evil.example/",
                "/relative",
                "https:opaque"
            })
    void someAddressesMayNotEvenBeConfigured(String address) {
        assertThatThrownBy(() -> Outgoing.place(URI.create(address))).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://10.1.2.3/", "https://192.168.0.1/", "https://169.254.169.254/", "https://[fd00::1]/"})
    void aPrivateNetworkIsCalledOnlyWhenThatWasSaid(String address) {
        var uri = URI.create(address);
        var calls = Outgoing.to(Set.of(Outgoing.place(uri)), Duration.ofMillis(50), 100);
        assertThatThrownBy(() -> calls.get(uri))
                .isInstanceOf(Outgoing.Unreachable.class)
                .hasMessageContaining("private network");
        assertThatThrownBy(() -> calls.inside(Set.of("other.example")).get(uri))
                .hasMessageContaining("private network");
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.1,true",
        "172.16.5.5,true",
        "192.168.1.1,true",
        "127.0.0.2,true",
        "169.254.169.254,true",
        "100.64.0.1,true",
        "0.0.0.0,true",
        "224.0.0.1,true",
        "255.255.255.255,true",
        "198.18.0.1,true",
        "::1,true",
        "fe80::1,true",
        "fd12::1,true",
        "::ffff:10.0.0.1,true",
        "64:ff9b::a00:1,true",
        "2002:a00:1::,true",
        "8.8.8.8,false",
        "172.32.0.1,false",
        "100.128.0.1,false",
        "2001:4860:4860::8888,false"
    })
    void privateIsWhatTheOpenNetDoesNotRoute(String address, boolean isPrivate) {
        assertThat(Outgoing.isPrivate(InetAddress.ofLiteral(address))).isEqualTo(isPrivate);
    }

    @Test
    void placesAreComparedWithTheirPorts() {
        assertThat(Outgoing.place(URI.create("HTTPS://Example.com/a?b"))).isEqualTo("https://example.com:443");
        assertThat(Outgoing.place(URI.create("http://localhost/"))).isEqualTo("http://localhost:80");
    }

    @Test
    void aRedirectIsAnAnswerAndNotFollowed() throws IOException {
        assertThat(to(LONG).get(at("/away")).status()).isEqualTo(302);
    }

    @Test
    void tooMuchIsCutOff() {
        assertThatThrownBy(() -> to(LONG).get(at("/large"))).isInstanceOf(Outgoing.Unreachable.class);
    }

    @Test
    void whoDripsIsNotWaitedFor() {
        assertThatThrownBy(() -> to(Duration.ofMillis(300)).get(at("/slow")))
                .isInstanceOf(Outgoing.Unreachable.class)
                .hasMessageContaining("300 ms");
    }

    @Test
    void whoIsNotThereIsSaidSo() throws IOException {
        URI nobody;
        try (var socket = new ServerSocket(0)) {
            nobody = URI.create("http://localhost:" + socket.getLocalPort() + "/");
        }
        var calls = Outgoing.to(Set.of(Outgoing.place(nobody)), LONG, 100);
        assertThatThrownBy(() -> calls.get(nobody)).isInstanceOf(Outgoing.Unreachable.class);
    }

    private Outgoing to(Duration atMost) {
        return Outgoing.to(Set.of(Outgoing.place(at("/"))), atMost, 1000);
    }

    private URI at(String path) {
        return URI.create("http://localhost:" + server.getAddress().getPort() + path);
    }

    private static HttpServer none() {
        try {
            return HttpServer.create();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
