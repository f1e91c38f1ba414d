package vn.motcua.identity;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ViewResolver;
import vn.motcua.shared.Languages;

/**
 * What somebody gets who sends a form after their session ended: that it ended, that saved answers are kept, and the
 * way back. Not a white error.
 */
@Component
public class SessionEnded implements AccessDeniedHandler {

    private static final Logger LOG = LoggerFactory.getLogger(SessionEnded.class);

    /** The same page by its own address: for htmx, which is sent there. */
    static final String PATH = "/session-ended";

    static final String TEMPLATE = "identity/session-ended";

    private final ViewResolver pages;
    private final Problems problems;

    SessionEnded(@Qualifier("jtePages") ViewResolver pages, Problems problems) {
        this.pages = pages;
        this.problems = problems;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
            throws IOException, ServletException {
        LOG.info("refused: a form came without the token of its session");
        answer(request, response, HttpStatus.FORBIDDEN);
    }

    /** Answers as the asker understands it: with the page, a redirect for htmx, or a problem for a program. */
    void answer(HttpServletRequest request, HttpServletResponse response, HttpStatus status)
            throws IOException, ServletException {
        var back = LocalPath.referring(request);
        if (request.getRequestURI().startsWith("/api/")) {
            problems.write(request, response, status, "SESSION_ENDED", "identity.ended.problem");
        } else if (request.getHeader("HX-Request") != null) {
            response.setStatus(status.value());
            response.setHeader(
                    "HX-Redirect",
                    Languages.of(request).prefix() + PATH + "?to=" + URLEncoder.encode(back, StandardCharsets.UTF_8));
        } else {
            response.setStatus(status.value());
            render(new View(back), request, response);
        }
    }

    private void render(View view, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        try {
            Objects.requireNonNull(pages.resolveViewName(TEMPLATE, Locale.ROOT))
                    .render(Map.of("view", view), request, response);
        } catch (IOException | ServletException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            // A view may declare anything; what is left is nothing a servlet may throw as it is.
            throw new ServletException(e);
        }
    }

    /**
     * What the page says.
     *
     * @param back where to go on after signing in
     */
    public record View(String back) {

        /** As it stands in a query. */
        public String backEncoded() {
            return URLEncoder.encode(back, StandardCharsets.UTF_8);
        }
    }
}
