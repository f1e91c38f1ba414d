package vn.motcua.identity;

import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import vn.motcua.shared.Network;

/**
 * How this program is reached ({@code motcua.web.*}).
 *
 * @param https that visitors reach it over https alone: the cookie of the session is then bound to it, and browsers are
 *     told to come back over nothing else
 * @param proxies the addresses of the proxies before it; of these alone it believes {@code X-Forwarded-For} and
 *     {@code X-Forwarded-Proto}
 * @param longestSession how long a session lasts at most, however busy it is; how long it may lie idle is
 *     {@code server.servlet.session.timeout}
 */
@ConfigurationProperties("motcua.web")
record WebSettings(
        @DefaultValue("false") boolean https,
        @DefaultValue List<String> proxies,
        @DefaultValue("12h") Duration longestSession) {

    /** Refuses what can only be a mistake, when the program starts. */
    WebSettings {
        proxies = List.copyOf(proxies);
        if (!longestSession.isPositive()) {
            throw new IllegalArgumentException("motcua.web.longest-session must be positive: " + longestSession);
        }
        for (var proxy : proxies) {
            if (!Network.isLiteral(proxy)) {
                throw new IllegalArgumentException("motcua.web.proxies takes addresses, not names: " + proxy);
            }
        }
    }

    /** The proxies as Tomcat wants to know them. */
    String proxyPattern() {
        return String.join("|", proxies.stream().map(Pattern::quote).toList());
    }
}
