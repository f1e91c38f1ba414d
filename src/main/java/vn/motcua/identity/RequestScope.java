package vn.motcua.identity;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.motcua.shared.Scope;
import vn.motcua.shared.TenantId;

/**
 * Every request runs in the scope of whoever sent it: an officer's in their tenant, everybody else's in the national
 * one. A use case that works in another tenant says so with {@code Scope.current().in(tenant)}.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE - 10)
class RequestScope extends OncePerRequestFilter {

    /** Asked for with the first request: filters are made before there is a database. */
    private final ObjectProvider<CurrentVisitor> visitor;

    RequestScope(ObjectProvider<CurrentVisitor> visitor) {
        this.visitor = visitor;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/assets/");
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var scope = visitor.getObject().signedIn().map(SignedIn::scope).orElse(Scope.of(TenantId.NATIONAL));
        try {
            scope.run(() -> {
                try {
                    chain.doFilter(request, response);
                } catch (IOException | ServletException e) {
                    throw new Passed(e);
                }
            });
        } catch (Passed it) {
            throw it.original();
        }
    }

    /** Carries a checked exception through the scope, unchanged. */
    private static final class Passed extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Passed(Exception original) {
            super(null, original, false, false);
        }

        ServletException original() throws IOException {
            if (getCause() instanceof IOException it) {
                throw it;
            }
            return getCause() instanceof ServletException it ? it : new ServletException(getCause());
        }
    }
}
