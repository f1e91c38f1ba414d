package vn.motcua.shared;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * Answers what failed outside of a handler: an address that nobody serves, a door that stayed shut, a page that broke
 * while it was written.
 */
@Controller
class ErrorPages implements ErrorController {

    private final Messages messages;

    ErrorPages(Messages messages) {
        this.messages = messages;
    }

    /** A problem for a program, a page for a person. */
    @RequestMapping("${server.error.path:/error}")
    Object failed(HttpServletRequest request) {
        var failure = failure(request);
        return Frames.path(request).startsWith("/api/") ? ApiErrors.problem(failure) : PageErrors.page(failure);
    }

    private Failure failure(HttpServletRequest request) {
        var language = Languages.of(request);
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable thrown) {
            return Failure.of(thrown, messages, language);
        }
        var status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
                ? HttpStatus.resolve(code)
                : HttpStatus.NOT_FOUND;
        return Failure.of(status == null ? HttpStatus.INTERNAL_SERVER_ERROR : status, messages, language);
    }
}
