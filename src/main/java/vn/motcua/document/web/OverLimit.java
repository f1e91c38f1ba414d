package vn.motcua.document.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.apache.tomcat.util.http.fileupload.impl.SizeException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses a request that says it is too long before anything reads it, keeps it or looks for its token. The server then
 * lets the rest run by unread ({@code server.tomcat.max-swallow-size}): browsers read an answer only after they have
 * sent everything, and would otherwise show a broken connection.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
class OverLimit extends OncePerRequestFilter {

    private final TooLargeAnswer answer;

    OverLimit(TooLargeAnswer answer) {
        this.answer = answer;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() > answer.limit().toBytes()) {
            answer.write(request, response);
            return;
        }
        try {
            chain.doFilter(request, response);
        } catch (InvalidParameterException e) {
            // The first to ask for a parameter, the token's filter, is where a length that nobody said comes out.
            if (!(e.getCause() instanceof SizeException) || response.isCommitted()) {
                throw e;
            }
            response.reset();
            answer.write(request, response);
        }
    }
}
