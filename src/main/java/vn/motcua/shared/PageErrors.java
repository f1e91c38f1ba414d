package vn.motcua.shared;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** Tells people what did not work, on a page of our own: not found, refused, or a bug with its id. */
@ControllerAdvice(annotations = Controller.class)
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class PageErrors {

    private final Messages messages;

    PageErrors(Messages messages) {
        this.messages = messages;
    }

    @ExceptionHandler(Throwable.class)
    ModelAndView failed(Throwable thrown, HttpServletRequest request) {
        return page(Failure.of(thrown, messages, Languages.of(request)));
    }

    static ModelAndView page(Failure failure) {
        var template = switch (failure.status()) {
            case NOT_FOUND -> "shared/not-found";
            case INTERNAL_SERVER_ERROR -> "shared/error";
            default -> "shared/refused";
        };
        return Pages.show(
                template, new ErrorView(failure.sentence(), failure.id().orElse("")), failure.status());
    }
}
