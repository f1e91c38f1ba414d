package vn.motcua.signin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A real Keycloak from its Maven distribution, which the profile {@code long} unpacks under {@code target/}: a realm with
 * one citizen, two clients, and a sign-in flow of two levels, all made through its administration's interface.
 */
final class Keycloak implements AutoCloseable {

    static final String REALM = "motcua";
    static final String USER = "may";
    static final String PASSWORD = "một câu dài dễ nhớ";
    static final String SECRET = "only-in-tests";

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration TO_START = Duration.ofMinutes(8);

    private final HttpClient client = HttpClient.newHttpClient();
    private final Process process;
    private final String address;
    private String user = "";

    Keycloak(String motcua) {
        try {
            var port = freePort();
            address = "http://localhost:" + port;
            process = start(port);
            awaitReady();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try {
            make(motcua);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    String issuer() {
        return address + "/realms/" + REALM;
    }

    /** Where it is asked for that, by the path of its protocol. */
    String endpoint(String what) {
        return issuer() + "/protocol/openid-connect/" + what;
    }

    /** A new key signs from now on. */
    void rotateKeys() {
        post(
                "/components",
                Map.of(
                        "name",
                        "key-" + System.nanoTime(),
                        "providerId",
                        "rsa-generated",
                        "providerType",
                        "org.keycloak.keys.KeyProvider",
                        "config",
                        Map.of("priority", List.of(Long.toString(1000 + System.nanoTime() / 1_000_000_000)))));
    }

    /** Ends all sessions of the citizen, of which Keycloak tells its clients by the back channel. */
    void endSessions() {
        post("/users/" + user + "/logout", Map.of());
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Process start(int port) throws IOException {
        var home = unpacked();
        var program = home.resolve("bin/kc.sh");
        program.toFile().setExecutable(true);
        var builder = new ProcessBuilder(
                        program.toString(),
                        "start-dev",
                        "--db=dev-mem",
                        "--cache=local",
                        "--http-port=" + port,
                        "--http-management-port=" + freePort())
                .redirectErrorStream(true)
                .redirectOutput(Path.of("target", "keycloak.log").toFile());
        builder.environment().put("KC_BOOTSTRAP_ADMIN_USERNAME", "admin");
        builder.environment().put("KC_BOOTSTRAP_ADMIN_PASSWORD", SECRET);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("JAVA_OPTS_KC_HEAP", "-Xmx600m");
        return builder.start();
    }

    private static Path unpacked() throws IOException {
        var matcher = FileSystems.getDefault().getPathMatcher("glob:keycloak-*");
        try (var folders = Files.list(Files.createDirectories(Path.of("target", "keycloak")))) {
            return folders.filter(it -> matcher.matches(it.getFileName()))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("no Keycloak: run ./motcua test --long (mvn -Plong)"));
        }
    }

    private void awaitReady() throws IOException {
        var until = System.nanoTime() + TO_START.toNanos();
        while (process.isAlive() && System.nanoTime() < until) {
            try {
                var answer = client.send(
                        HttpRequest.newBuilder(URI.create(address + "/realms/master"))
                                .build(),
                        BodyHandlers.discarding());
                if (answer.statusCode() == 200) {
                    return;
                }
            } catch (IOException notYet) {
                Thread.onSpinWait();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
            java.util.concurrent.locks.LockSupport.parkNanos(
                    Duration.ofMillis(500).toNanos());
        }
        close();
        throw new IllegalStateException(
                "Keycloak did not start: " + Files.readString(Path.of("target", "keycloak.log")));
    }

    private void make(String motcua) {
        send(
                "POST",
                "/admin/realms",
                Map.of(
                        "realm",
                        REALM,
                        "enabled",
                        true,
                        "attributes",
                        Map.of("acr.loa.map", "{\"1\":\"1\",\"2\":\"2\"}")));
        for (var id : List.of("citizens", "others")) {
            post(
                    "/clients",
                    Map.of(
                            "clientId",
                            id,
                            "secret",
                            SECRET,
                            "publicClient",
                            false,
                            "directAccessGrantsEnabled",
                            false,
                            "redirectUris",
                            List.of(motcua + "/sign-in/back/" + id),
                            "attributes",
                            Map.of(
                                    "pkce.code.challenge.method",
                                    "S256",
                                    "post.logout.redirect.uris",
                                    motcua + "/",
                                    "backchannel.logout.url",
                                    motcua + "/sign-out/by/" + id,
                                    "backchannel.logout.session.required",
                                    "true"),
                            "protocolMappers",
                            List.of(attribute("SoDinhDanh"), attribute("birthdate"), attribute("HoVaTen"))));
        }
        var profile = send("GET", "/admin/realms/" + REALM + "/users/profile", Map.of());
        ((tools.jackson.databind.node.ObjectNode) profile).put("unmanagedAttributePolicy", "ENABLED");
        send("PUT", "/admin/realms/" + REALM + "/users/profile", profile);
        post(
                "/users",
                Map.of(
                        "username",
                        USER,
                        "enabled",
                        true,
                        "firstName",
                        "Mẩy",
                        "lastName",
                        "Lý Thị",
                        "email",
                        "may@example.org",
                        "emailVerified",
                        true,
                        "attributes",
                        Map.of(
                                "SoDinhDanh", List.of(SignInContract.NUMBER),
                                "HoVaTen", List.of("Lý Thị Mẩy"),
                                "birthdate", List.of("1998-03-14")),
                        "credentials",
                        List.of(Map.of("type", "password", "value", PASSWORD, "temporary", false))));
        user = send("GET", "/admin/realms/" + REALM + "/users?username=" + USER, Map.of())
                .get(0)
                .path("id")
                .asString("");
        levels();
    }

    /** Level 1 is the password; level 2 is the password typed again. */
    private void levels() {
        post(
                "/authentication/flows",
                Map.of("alias", "levels", "providerId", "basic-flow", "topLevel", true, "builtIn", false));
        post("/authentication/flows/levels/executions/execution", Map.of("provider", "auth-cookie"));
        subFlow("levels", "both");
        for (var level : List.of(1, 2)) {
            var name = "level-" + level;
            subFlow("both", name);
            post(
                    "/authentication/flows/" + name + "/executions/execution",
                    Map.of("provider", "conditional-level-of-authentication"));
            post(
                    "/authentication/flows/" + name + "/executions/execution",
                    Map.of("provider", level == 1 ? "auth-username-password-form" : "auth-password-form"));
        }
        var levels = 0;
        for (var it : send("GET", "/admin/realms/" + REALM + "/authentication/flows/levels/executions", Map.of())) {
            var provider = it.path("providerId").asString("");
            var name = it.path("displayName").asString("");
            var requirement = provider.equals("auth-cookie") || name.equals("both")
                    ? "ALTERNATIVE"
                    : name.startsWith("level-") ? "CONDITIONAL" : "REQUIRED";
            ((tools.jackson.databind.node.ObjectNode) it).put("requirement", requirement);
            send("PUT", "/admin/realms/" + REALM + "/authentication/flows/levels/executions", it);
            if (provider.equals("conditional-level-of-authentication")) {
                levels++;
                post(
                        "/authentication/executions/" + it.path("id").asString("") + "/config",
                        Map.of(
                                "alias",
                                "loa-" + levels,
                                "config",
                                Map.of("loa-condition-level", "" + levels, "loa-max-age", "36000")));
            }
        }
        send("PUT", "/admin/realms/" + REALM, Map.of("browserFlow", "levels"));
    }

    private void subFlow(String in, String name) {
        post(
                "/authentication/flows/" + in + "/executions/flow",
                Map.of("alias", name, "type", "basic-flow", "provider", "registration-page-form", "description", ""));
    }

    private static Map<String, Object> attribute(String name) {
        return Map.of(
                "name",
                name,
                "protocol",
                "openid-connect",
                "protocolMapper",
                "oidc-usermodel-attribute-mapper",
                "config",
                Map.of(
                        "user.attribute",
                        name,
                        "claim.name",
                        name,
                        "jsonType.label",
                        "String",
                        "id.token.claim",
                        "true"));
    }

    private void post(String path, Object body) {
        send("POST", "/admin/realms/" + REALM + path, body);
    }

    private JsonNode send(String method, String path, Object body) {
        var request = HttpRequest.newBuilder(URI.create(address + path))
                .header("Authorization", "Bearer " + token())
                .header("Content-Type", "application/json");
        var content = method.equals("GET")
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body));
        var answer = sent(request.method(method, content).build());
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(method + " " + path + ": " + answer.statusCode() + " " + answer.body());
        }
        return answer.body().isEmpty() ? JSON.createObjectNode() : JSON.readTree(answer.body());
    }

    private String token() {
        var form = "grant_type=password&client_id=admin-cli&username=admin&password="
                + URLEncoder.encode(SECRET, StandardCharsets.UTF_8);
        var answer = sent(HttpRequest.newBuilder(URI.create(address + "/realms/master/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build());
        return JSON.readTree(answer.body()).path("access_token").asString("");
    }

    private HttpResponse<String> sent(HttpRequest request) {
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
