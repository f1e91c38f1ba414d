package vn.motcua.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import vn.motcua.shared.Behalf;
import vn.motcua.shared.Languages;

/**
 * Asks whoever has proved too little to prove more, and leads them back. A form sent too early is kept in the session
 * and offered again, filled in, so that nothing typed is lost.
 */
@Component
public class StepUp {

    /** Where one goes to prove more; the level stands behind it. */
    public static final String PATH = "/sign-in/level/";

    /** Where a form that was kept is offered again. */
    public static final String CONTINUE = "/sign-in/continue";

    private static final String HELD = Held.class.getName();
    private static final int HELD_AT_MOST = 200_000;

    private final CurrentVisitor visitor;
    private final Problems problems;

    StepUp(CurrentVisitor visitor, Problems problems) {
        this.visitor = visitor;
        this.problems = problems;
    }

    /** Goes on when whoever is signed in has proved that much; otherwise they are asked to, and the request ends here. */
    public void require(int level) {
        if (!proved(level)) {
            throw new ProofNeeded(level);
        }
    }

    /** Whether whoever is signed in has proved that much. */
    public boolean proved(int level) {
        return level <= Proof.LOWEST
                || visitor.proof().filter(it -> it.level() >= level).isPresent();
    }

    /** The form that was kept for this account in this session. */
    public Optional<Held> held(HttpServletRequest request) {
        var session = request.getSession(false);
        return session != null && session.getAttribute(HELD) instanceof Held it
                ? visitor.account().filter(it.account()::equals).map(_ -> it)
                : Optional.empty();
    }

    void ask(int level, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var prefix = Languages.of(request).prefix();
        if (request.getRequestURI().startsWith("/api/")) {
            problems.write(request, response, HttpStatus.FORBIDDEN, "PROOF_NEEDED", "identity.level.problem");
        } else if (request.getHeader("HX-Request") != null) {
            response.setStatus(HttpStatus.FORBIDDEN.value());
            response.setHeader("HX-Redirect", prefix + address(level, LocalPath.referring(request)));
        } else if (request.getMethod().equals("GET")) {
            response.sendRedirect(prefix + address(level, LocalPath.asked(request)));
        } else {
            response.sendRedirect(prefix + address(level, hold(request) ? CONTINUE : LocalPath.referring(request)));
        }
    }

    private static String address(int level, String to) {
        return PATH + level + "?to=" + URLEncoder.encode(to, StandardCharsets.UTF_8);
    }

    /** Files and passwords are not kept; a page that sends them asks for the level before it shows the form. */
    private boolean hold(HttpServletRequest request) {
        var type = Optional.ofNullable(request.getContentType()).orElse("").toLowerCase(Locale.ROOT);
        if (!type.startsWith("application/x-www-form-urlencoded")) {
            return false;
        }
        var fields = new LinkedHashMap<String, List<String>>();
        var length = 0;
        for (var field : request.getParameterMap().entrySet()) {
            if (!field.getKey().equals("_csrf")
                    && !field.getKey().toLowerCase(Locale.ROOT).contains("password")) {
                fields.put(field.getKey(), List.of(field.getValue()));
                length += field.getKey().length()
                        + Arrays.stream(field.getValue())
                                .mapToInt(String::length)
                                .sum();
            }
        }
        if (length > HELD_AT_MOST) {
            return false;
        }
        visitor.account()
                .ifPresent(it -> request.getSession()
                        .setAttribute(
                                HELD,
                                new Held(
                                        it,
                                        LocalPath.of(Behalf.prefix(request) + request.getRequestURI())
                                                .orElse("/"),
                                        fields)));
        return true;
    }

    /**
     * A form that was sent too early.
     *
     * @param account whose it is; nobody else is shown it
     * @param path where it was sent
     */
    public record Held(SessionAccount account, String path, Map<String, List<String>> fields) {}

    /** Says that a page needs more proof than there is. */
    static final class ProofNeeded extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final int level;

        ProofNeeded(int level) {
            super("proof of level " + level + " needed", null, false, false);
            this.level = level;
        }
    }

    /** Answers it. */
    @ControllerAdvice
    @Order(Ordered.HIGHEST_PRECEDENCE)
    static class Answer {

        private final StepUp stepUp;

        Answer(StepUp stepUp) {
            this.stepUp = stepUp;
        }

        @ExceptionHandler(ProofNeeded.class)
        void ask(ProofNeeded needed, HttpServletRequest request, HttpServletResponse response) throws IOException {
            stepUp.ask(needed.level, request, response);
        }
    }
}
