package vn.motcua.identity;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * What a form says it says itself: a field that stands in the address, too, is refused. Servers disagree which of the two
 * they mean, and whoever looks at one only is deceived by the other.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE - 20)
class OneSource extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(OneSource.class);

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getMethod().equals("POST") && twice(request)) {
            LOG.info("refused: a field stands in the address and in the form");
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        chain.doFilter(request, response);
    }

    private static boolean twice(HttpServletRequest request) {
        var query = request.getQueryString();
        return query != null
                && Arrays.stream(query.split("&", -1))
                        .map(it -> it.split("=", 2)[0])
                        .anyMatch(it -> {
                            var values = request.getParameterValues(decoded(it));
                            return values != null && values.length > 1;
                        });
    }

    private static String decoded(String name) {
        try {
            return URLDecoder.decode(name, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return name;
        }
    }
}
