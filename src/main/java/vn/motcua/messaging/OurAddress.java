package vn.motcua.messaging;

import java.net.URI;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import vn.motcua.shared.Language;

/**
 * Where people find our pages from outside: {@code motcua.messages.address}, else {@code motcua.sign-in.address}, else this
 * machine itself.
 */
@Component
public class OurAddress {

    private final Environment environment;

    OurAddress(Environment environment) {
        this.environment = environment;
    }

    /** The whole address of a page in that language. */
    public URI of(Language language, String path) {
        return URI.create(home() + language.prefix() + path);
    }

    private String home() {
        var said = environment.getProperty(
                "motcua.messages.address", environment.getProperty("motcua.sign-in.address", ""));
        return said.isBlank()
                ? "http://localhost:" + environment.getProperty("local.server.port", "8080")
                : said.strip().replaceAll("/+$", "");
    }
}
