package vn.motcua.shared;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * One address, two languages: {@code /en/procedures} is {@code /procedures} in English. The prefix is taken off before
 * anything else looks at the path, and put back on every redirect.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
public class Languages extends OncePerRequestFilter {

    private static final String ATTRIBUTE = Languages.class.getName();

    /** The language of this request. */
    public static Language of(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) == Language.EN ? Language.EN : Language.VI;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var uri = request.getRequestURI();
        var prefix = Language.EN.prefix();
        if (!uri.equals(prefix) && !uri.startsWith(prefix + "/")) {
            chain.doFilter(request, response);
            return;
        }
        request.setAttribute(ATTRIBUTE, Language.EN);
        var rest = uri.substring(prefix.length());
        chain.doFilter(new Unprefixed(request, rest.isEmpty() ? "/" : rest), new Prefixing(response));
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

        Prefixing(HttpServletResponse response) {
            super(response);
        }

        /** Here and not in {@code encodeRedirectURL}, which what stands between us and the page may answer itself. */
        @Override
        public void sendRedirect(String location) throws IOException {
            super.sendRedirect(prefixed(location));
        }

        @Override
        public void sendRedirect(String location, int status, boolean clearBuffer) throws IOException {
            super.sendRedirect(prefixed(location), status, clearBuffer);
        }

        private static String prefixed(String url) {
            var prefix = Language.EN.prefix();
            var own = url.startsWith("/")
                    && !url.startsWith("//")
                    && !url.equals(prefix)
                    && !url.startsWith(prefix + "/");
            return own ? prefix + url : url;
        }
    }
}
