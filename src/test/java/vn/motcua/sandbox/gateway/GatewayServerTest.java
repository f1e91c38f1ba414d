package vn.motcua.sandbox.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.motcua.payment.GatewaySignature;
import vn.motcua.payment.GatewaySignature.Algorithm;
import vn.motcua.support.AtTheGateway;

/** The sandbox's gateway needs nothing of the program: a shared secret and HTTP, in this process or in one of its own. */
class GatewayServerTest {

    private static final TypeReference<Map<String, String>> WORDS = new TypeReference<>() {};
    private static final String SECRET = "0123456789abcdef0123456789abcdef";

    private final GatewaySignature signature = new GatewaySignature(Algorithm.SHA512, SECRET);
    private final List<String> told = new CopyOnWriteArrayList<>();
    private final HttpServer merchant;
    private final GatewayServer gateway;

    GatewayServerTest() throws IOException {
        merchant = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        gateway = GatewayServer.start(
                new GatewayServer.Settings("localhost", 0, "M", SECRET, Optional.empty()),
                Clock.fixed(Instant.parse("2026-11-23T01:00:00Z"), ZoneOffset.UTC));
    }

    @BeforeEach
    void somebodyListens() {
        merchant.createContext("/notify", it -> {
            told.add(new String(it.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            it.sendResponseHeaders(204, -1);
            it.close();
        });
        merchant.start();
    }

    @AfterEach
    void nobodyListens() {
        gateway.close();
        merchant.stop(0);
    }

    @Test
    void itTellsOnceSlowlyTwiceWronglyOrNotAtAll() {
        pays("A", "NORMAL");
        await().untilAsserted(() -> assertThat(told).hasSize(1));
        assertThat(told.getFirst()).contains("result=PAID", "amount=16000");
        told.clear();
        pays("B", "TWICE");
        await().untilAsserted(() -> assertThat(told).hasSize(2));
        told.clear();
        pays("C", "WRONG");
        await().untilAsserted(() -> assertThat(told).hasSize(1));
        assertThat(told.getFirst()).contains("amount=15000");
        told.clear();
        pays("D", "SLOW");
        assertThat(told).as("not yet").isEmpty();
        pays("E", "SILENT");
        assertThat(asked("E")).containsEntry("result", "PAID").containsEntry("amount", "16000");
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(told).hasSize(1));
        assertThat(told.getFirst()).contains("order=D");
    }

    /** What the control says holds for whoever does not choose. */
    @Test
    void itIsToldHowToBehaveForAll() {
        assertThat(AtTheGateway.post(at("/control"), Map.of("mood", "SILENT")).body())
                .contains("\"mood\":\"SILENT\"");
        pays("F", "");
        assertThat(asked("F")).containsEntry("result", "PAID");
        assertThat(told).isEmpty();
        assertThat(AtTheGateway.get(page("G")).body()).contains("value=\"SILENT\" selected");
    }

    @Test
    void whatIsNotSignedIsNotBelieved() {
        assertThat(AtTheGateway.get(at("/pay?order=H&amount=16000&merchant=M").toString())
                        .statusCode())
                .isEqualTo(400);
        assertThat(AtTheGateway.post(at("/query"), Map.of("order", "H")).statusCode())
                .isEqualTo(404);
        assertThat(AtTheGateway.post(at("/refund"), Map.of("refund", "R", "amount", "1"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(AtTheGateway.post(at("/statement"), Map.of("day", "2026-11-23"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(AtTheGateway.get(at("/query").toString()).statusCode()).isEqualTo(405);
        assertThat(AtTheGateway.get(page("<b>\"'")).body())
                .contains("&lt;b&gt;&quot;&#39;")
                .doesNotContain("<b>");
    }

    @Test
    void whatCannotBeReadIsAnsweredAllTheSame() throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var unreadable = HttpRequest.newBuilder(at("/query"))
                    .POST(HttpRequest.BodyPublishers.ofString("order=%zz"))
                    .build();
            assertThat(client.send(unreadable, HttpResponse.BodyHandlers.discarding())
                            .statusCode())
                    .isEqualTo(500);
        }
    }

    @Test
    void itPaysBackNoMoreThanWasPaidAndListsTheDay() {
        pays("I", "NORMAL");
        await().untilAsserted(() -> assertThat(told).hasSize(1));
        var number = Objects.requireNonNull(asked("I").get("transaction"));
        assertThat(refund("R1", number, 10_000)).containsEntry("result", "DONE");
        assertThat(refund("R1", number, 10_000)).as("told again").containsEntry("result", "DONE");
        assertThat(refund("R2", number, 10_000)).containsEntry("result", "REFUSED");
        assertThat(post("/query", Map.of("refund", "R3"))).containsEntry("result", "UNKNOWN");
        assertThat(post("/statement", Map.of("day", "2026-11-23")).get("statement"))
                .isEqualTo("at,transaction,amount,text\n2026-11-23T01:00:00Z," + number + ",16000,I");
    }

    /** As {@code ./motcua sandbox gateway} starts it: the same protocol from another process. */
    @Test
    void itRunsAsAProcessOfItsOwn(@TempDir Path folder) throws Exception {
        var secret = Files.writeString(folder.resolve("secret"), SECRET + "\n");
        int port;
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        GatewayServer.class.getName(),
                        "--secret-file",
                        secret.toString(),
                        "--port",
                        Integer.toString(port),
                        "--merchant",
                        "M")
                .redirectErrorStream(true)
                .start();
        try (var _ = new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)) {
            var there = URI.create("http://localhost:" + port);
            await().atMost(Duration.ofSeconds(30))
                    .ignoreExceptions()
                    .untilAsserted(() -> assertThat(
                                    AtTheGateway.get(there.resolve("/style.css").toString())
                                            .statusCode())
                            .isEqualTo(200));
            var page = AtTheGateway.get(
                    there.resolve("/pay?" + signature.query(order("P"))).toString());
            assertThat(page.body()).contains("Cổng thanh toán thử nghiệm", "16.000");
            AtTheGateway.post(there.resolve("/choose"), Map.of("order", "P", "choice", "pay", "mood", "TWICE"));
            await().untilAsserted(() -> assertThat(told).hasSize(2));
        } finally {
            process.destroy();
            assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    private void pays(String order, String mood) {
        AtTheGateway.get(page(order));
        assertThat(AtTheGateway.post(at("/choose"), Map.of("order", order, "choice", "pay", "mood", mood))
                        .statusCode())
                .isEqualTo(303);
    }

    private String page(String order) {
        return at("/pay?" + signature.query(order(order))).toString();
    }

    private Map<String, String> order(String order) {
        return Map.of(
                "merchant",
                "M",
                "order",
                order,
                "amount",
                "16000",
                "info",
                "Lệ phí",
                "return",
                "http://localhost:" + merchant.getAddress().getPort() + "/return",
                "notify",
                "http://localhost:" + merchant.getAddress().getPort() + "/notify",
                "language",
                "vi");
    }

    private Map<String, String> asked(String order) {
        return post("/query", Map.of("order", order));
    }

    private Map<String, String> refund(String name, String transaction, long amount) {
        return post("/refund", Map.of("refund", name, "transaction", transaction, "amount", Long.toString(amount)));
    }

    private Map<String, String> post(String path, Map<String, String> words) {
        var signed = new HashMap<>(words);
        signed.put("merchant", "M");
        signed.put(GatewaySignature.PARAMETER, signature.of(signed));
        var said = JsonMapper.builder()
                .build()
                .readValue(AtTheGateway.post(at(path), signed).body(), WORDS);
        assertThat(signature.signed(said)).isTrue();
        return Objects.requireNonNull(said);
    }

    private URI at(String path) {
        return URI.create("http://localhost:" + gateway.port() + path);
    }
}
