package vn.motcua.identity;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Duration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends sessions that have lasted long enough, however busy they are: a browser left open is not somebody's for ever. It
 * looks at when the session was last used, which the idle time keeps near to now. Signing in again begins a new one.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
class SessionAge extends OncePerRequestFilter {

    private final Duration longest;

    SessionAge(WebSettings settings) {
        this.longest = settings.longestSession();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var session = request.getSession(false);
        if (session != null && isOver(session)) {
            session.invalidate();
        }
        chain.doFilter(request, response);
    }

    private boolean isOver(HttpSession session) {
        return Duration.ofMillis(session.getLastAccessedTime() - session.getCreationTime())
                        .compareTo(longest)
                >= 0;
    }
}
