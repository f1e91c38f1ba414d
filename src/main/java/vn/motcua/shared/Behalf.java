package vn.motcua.shared;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * For whom somebody works stands in the address: {@code /for/<mandate>/my} is {@code /my} of the person who gave that
 * mandate. So two windows can be open for two people and none is taken for the other, and nothing of it stays in a
 * session. The prefix is taken off before anything else looks at the path, and put back on every redirect; whether the
 * mandate gives any right is asked where rights are asked.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 11)
public class Behalf extends OncePerRequestFilter {

    /** What stands before the mandate. */
    private static final String WORD = "/for/";

    private static final String ATTRIBUTE = Behalf.class.getName();
    private static final Pattern ADDRESS =
            Pattern.compile("/for/([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})(/.*)?");

    /** The mandate that this request names. */
    public static Optional<UUID> of(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof UUID it ? Optional.of(it) : Optional.empty();
    }

    /** What stands before each path of this request after the language; empty for one's own. */
    public static String prefix(HttpServletRequest request) {
        return of(request).map(Behalf::prefix).orElse("");
    }

    /** What stands before each path when working by that mandate. */
    public static String prefix(UUID mandate) {
        return WORD + mandate;
    }

    /** That path without it. */
    static String without(String path) {
        var address = ADDRESS.matcher(path);
        return address.matches() ? rest(address.group(2)) : path;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var address = ADDRESS.matcher(request.getRequestURI());
        if (!address.matches()) {
            chain.doFilter(request, response);
            return;
        }
        var mandate = UUID.fromString(address.group(1));
        request.setAttribute(ATTRIBUTE, mandate);
        chain.doFilter(new Unprefixed(request, rest(address.group(2))), new Prefixing(response, prefix(mandate)));
    }

    private static String rest(@org.jspecify.annotations.Nullable String path) {
        return path == null || path.isEmpty() ? "/" : path;
    }

    private static final class Unprefixed extends HttpServletRequestWrapper {

        private final String path;

        Unprefixed(HttpServletRequest request, String path) {
            super(request);
            this.path = path;
        }

        @Override
        public String getRequestURI() {
            return path;
        }

        @Override
        public String getServletPath() {
            return path;
        }
    }

    private static final class Prefixing extends HttpServletResponseWrapper {

        private final String prefix;

        Prefixing(HttpServletResponse response, String prefix) {
            super(response);
            this.prefix = prefix;
        }

        @Override
        public void sendRedirect(String location) throws IOException {
            super.sendRedirect(prefixed(location));
        }

        @Override
        public void sendRedirect(String location, int status, boolean clearBuffer) throws IOException {
            super.sendRedirect(prefixed(location), status, clearBuffer);
        }

        /** Signing in is everybody's own; a language that stands there already stays in front. */
        private String prefixed(String url) {
            var english = Language.EN.prefix();
            var language = url.startsWith(english + "/") ? english : "";
            var path = url.substring(language.length());
            var keeps = path.startsWith("/")
                    && !path.startsWith("//")
                    && !path.startsWith(WORD)
                    && !path.startsWith("/sign-in")
                    && !path.startsWith("/sign-out");
            return keeps ? language + prefix + path : url;
        }
    }
}
