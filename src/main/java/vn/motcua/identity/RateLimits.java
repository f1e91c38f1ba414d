package vn.motcua.identity;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.motcua.shared.Network;

/**
 * Answers 429 with {@code Retry-After} to whoever asks too much, before anything is looked up: a page for a person, a
 * problem for a program. What is counted stands in {@link Limits}.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE - 20)
class RateLimits extends OncePerRequestFilter {

    private final Limits limits;
    private final Rate address;
    private final Rate search;
    private final Rate account;
    private final Rate sending;

    RateLimits(Limits limits) {
        this.limits = limits;
        this.address = new Rate(limits.address());
        this.search = new Rate(limits.search());
        this.account = new Rate(limits.account());
        this.sending = new Rate(limits.sending());
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var path = request.getRequestURI();
        return path.startsWith("/assets/")
                || path.startsWith("/actuator/")
                || (!limits.ownMachine() && Network.isOwnMachine(request.getRemoteAddr()));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var wait = wait(request, System.nanoTime());
        if (wait.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(wait.get().toSeconds()));
        response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
    }

    private Optional<Duration> wait(HttpServletRequest request, long now) {
        var from = Network.of(request.getRemoteAddr());
        var who = SecurityContextHolder.getContext().getAuthentication() instanceof SignedInToken it
                ? Optional.of(it.getPrincipal().account().toString())
                : Optional.<String>empty();
        return address.take(from, now)
                .or(() -> isSearch(request) ? search.take(from, now) : Optional.empty())
                .or(() -> who.flatMap(it -> account.take(it, now)))
                .or(() -> isSending(request) ? sending.take(who.orElse(from), now) : Optional.empty());
    }

    private static boolean isSearch(HttpServletRequest request) {
        var path = request.getRequestURI();
        return path.startsWith("/api/")
                || path.equals("/track")
                || path.equals("/desk/find")
                || (path.equals("/procedures") && request.getQueryString() != null);
    }

    private static boolean isSending(HttpServletRequest request) {
        return !request.getMethod().equals("GET") && !request.getMethod().equals("HEAD");
    }
}
