package vn.motcua.identity;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;
import vn.motcua.identity.Door.Who;
import vn.motcua.shared.Behalf;
import vn.motcua.shared.Languages;

/** Stands before every handler and lets in whom its {@link Door} names. No door, no entry: 404. */
@Component
class Doors implements HandlerInterceptor {

    /** The handlers of the framework that we did not write and cannot annotate, and who may use them. */
    static final Map<String, Who> FRAMEWORK = Map.of("org.springdoc.webmvc.api.OpenApiWebMvcResource", Who.PUBLIC);

    private static final Map<Method, Optional<Who>> WRITTEN = new ConcurrentHashMap<>();
    private static final Logger LOG = LoggerFactory.getLogger(Doors.class);

    private final CurrentVisitor visitor;
    private final StepUp stepUp;
    private final SessionEnded ended;
    private final Problems problems;

    Doors(CurrentVisitor visitor, StepUp stepUp, SessionEnded ended, Problems problems) {
        this.visitor = visitor;
        this.stepUp = stepUp;
        this.ended = ended;
        this.problems = problems;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException, ServletException {
        if (request.getDispatcherType() == DispatcherType.ERROR || handler instanceof ResourceHttpRequestHandler) {
            return true;
        }
        var door = handler instanceof HandlerMethod method ? of(method) : Optional.<Who>empty();
        if (door.isEmpty()) {
            if (!(handler instanceof HandlerMethod it && ErrorController.class.isAssignableFrom(it.getBeanType()))) {
                LOG.error("no door on {}", handler);
            }
            response.sendError(HttpStatus.NOT_FOUND.value());
            return false;
        }
        var forAnother = Behalf.of(request).isPresent();
        if (door.get() == Who.PUBLIC && !forAnother) {
            return true;
        }
        if (visitor.self().isEmpty()) {
            askToSignIn(request, response);
            return false;
        }
        var who = visitor.signedIn();
        var open = !forAnother || openForAnother(door.get(), (HandlerMethod) handler, request);
        if (who.isEmpty() || !open || !fits(door.get(), who.get())) {
            LOG.info(
                    "account {} stood before {}, which is not theirs",
                    visitor.self().orElseThrow().account(),
                    handler);
            response.sendError(HttpStatus.NOT_FOUND.value());
            return false;
        }
        var level = level((HandlerMethod) handler);
        if (!stepUp.proved(level)) {
            stepUp.ask(level, request, response);
            return false;
        }
        return true;
    }

    /** What anybody reads, and what says that one may come in for somebody else. */
    private static boolean openForAnother(Who door, HandlerMethod method, HttpServletRequest request) {
        var written = method.getMethodAnnotation(Door.class);
        return door == Who.PUBLIC ? request.getMethod().equals("GET") : written != null && written.forAnother();
    }

    private static int level(HandlerMethod method) {
        var door = method.getMethodAnnotation(Door.class);
        return door == null ? Proof.LOWEST : door.level();
    }

    /** Whom this handler lets in; empty when nobody wrote it down. */
    static Optional<Who> of(HandlerMethod method) {
        return WRITTEN.computeIfAbsent(method.getMethod(), Doors::written)
                .or(() -> Optional.ofNullable(FRAMEWORK.get(method.getBeanType().getName())));
    }

    private static Optional<Who> written(Method method) {
        return Optional.ofNullable(AnnotatedElementUtils.findMergedAnnotation(method, Door.class))
                .map(Door::value);
    }

    private static boolean fits(Who door, SignedIn who) {
        return switch (door) {
            case PUBLIC, SIGNED_IN -> true;
            case OFFICER -> who instanceof SignedIn.OfficerAt;
            case ADMINISTRATOR -> who instanceof SignedIn.Administrator;
        };
    }

    private void askToSignIn(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        if (request.getRequestURI().startsWith("/api/")) {
            problems.write(request, response, HttpStatus.UNAUTHORIZED, "SIGN_IN_NEEDED", "identity.signIn.problem");
        } else if (request.getHeader("HX-Request") != null
                || !request.getMethod().equals("GET")) {
            ended.answer(request, response, HttpStatus.UNAUTHORIZED);
        } else {
            var to = URLEncoder.encode(LocalPath.asked(request), StandardCharsets.UTF_8);
            response.sendRedirect(Languages.of(request).prefix() + "/sign-in?to=" + to);
        }
    }
}
