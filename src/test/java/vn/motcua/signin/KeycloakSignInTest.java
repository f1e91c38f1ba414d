package vn.motcua.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import vn.motcua.support.Postgres;
import vn.motcua.support.TestClock;
import vn.motcua.support.Visit;

/** The same with a provider that others have made. */
@Tag("long")
@SpringBootTest(webEnvironment = WebEnvironment.DEFINED_PORT)
@ContextConfiguration(initializers = KeycloakSignInTest.Connected.class)
@Import({Postgres.class, TestClock.class, SignInContract.LevelTwo.class})
@DirtiesContext
class KeycloakSignInTest extends SignInContract {

    private static final class Running {
        static final int PORT = port();
        static final Keycloak KEYCLOAK = new Keycloak("http://localhost:" + PORT);
        static final TokenRelay RELAY = new TokenRelay();

        private static int port() {
            try {
                return Keycloak.freePort();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Tells the program of it as an operator would. */
    static final class Connected implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            var all = new LinkedHashMap<String, Object>();
            all.put("server.port", Running.PORT);
            all.put("motcua.sign-in.address", "http://localhost:" + Running.PORT);
            for (var id : new String[] {"citizens", "others", "misled"}) {
                var prefix = "motcua.sign-in.providers." + id + ".";
                all.put(prefix + "name", "Keycloak " + id);
                all.put(prefix + "issuer", Running.KEYCLOAK.issuer());
                all.put(prefix + "client-id", id.equals("misled") ? "citizens" : id);
                all.put(prefix + "secret", Keycloak.SECRET);
                all.put(prefix + "claims.name", "HoVaTen");
            }
            var misled = "motcua.sign-in.providers.misled.endpoints.";
            all.put(misled + "authorization", Running.KEYCLOAK.endpoint("auth"));
            all.put(misled + "token", Running.RELAY.address());
            all.put(misled + "keys", Running.KEYCLOAK.endpoint("certs"));
            context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("keycloak", all));
        }
    }

    @AfterAll
    static void stop() {
        Running.RELAY.close();
        Running.KEYCLOAK.close();
    }

    /** Types the password wherever it is asked for; keeps Keycloak's cookies apart from ours. */
    static final class Typist extends Browser {

        private static final Pattern FORM = Pattern.compile("<form[^>]*action=\"([^\"]+)\"", Pattern.DOTALL);
        private static final int STEPS = 12;

        private final Map<String, String> cookies = new LinkedHashMap<>();
        private final HttpClient client = HttpClient.newHttpClient();
        private final String own;

        Typist(String own) {
            super(new Visit(own));
            this.own = own;
        }

        @Override
        String through(String address) {
            var answer = send(address, "");
            for (var i = 0; i < STEPS; i++) {
                var to = answer.headers().firstValue("Location").orElse("");
                if (to.startsWith(own)) {
                    return to.substring(own.length());
                }
                if (answer.statusCode() / 100 == 3) {
                    answer = send(to, "");
                    continue;
                }
                var form = FORM.matcher(answer.body());
                assertThat(form.find()).as(answer.statusCode() + answer.body()).isTrue();
                answer = send(
                        form.group(1).replace("&amp;", "&"),
                        "username=" + Keycloak.USER + "&password="
                                + URLEncoder.encode(Keycloak.PASSWORD, StandardCharsets.UTF_8));
            }
            throw new IllegalStateException("no way through: " + answer.body());
        }

        private HttpResponse<String> send(String address, String form) {
            var request = HttpRequest.newBuilder(URI.create(address));
            if (!cookies.isEmpty()) {
                request.header(
                        "Cookie",
                        cookies.entrySet().stream()
                                .map(it -> it.getKey() + "=" + it.getValue())
                                .collect(Collectors.joining("; ")));
            }
            if (!form.isEmpty()) {
                request.header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form));
            }
            try {
                var answer = client.send(request.build(), BodyHandlers.ofString());
                answer.headers().allValues("Set-Cookie").stream()
                        .flatMap(it -> HttpCookie.parse(it).stream())
                        .forEach(it -> {
                            if (it.getMaxAge() == 0) {
                                cookies.remove(it.getName());
                            } else {
                                cookies.put(it.getName(), it.getValue());
                            }
                        });
                return answer;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    @Override
    String provider() {
        return "citizens";
    }

    @Override
    String other() {
        return "others";
    }

    @Override
    void tokensAreFor(String client) {
        Running.RELAY.actsAs(URI.create(Running.KEYCLOAK.endpoint("token")), client, Keycloak.SECRET);
    }

    @Override
    Browser browser() {
        return new Typist("http://localhost:" + Running.PORT);
    }

    @Override
    Instant providersNow() {
        return Instant.now();
    }

    @Override
    void rotateKeys() {
        Running.KEYCLOAK.rotateKeys();
    }

    @Override
    void endByProvider(Browser browser) {
        Running.KEYCLOAK.endSessions();
    }
}
