package vn.motcua.shared;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Tells programs what did not work, as RFC 9457: {@code application/problem+json} with a stable {@code code}. */
@RestControllerAdvice(annotations = RestController.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class ApiErrors {

    private final Messages messages;

    ApiErrors(Messages messages) {
        this.messages = messages;
    }

    @ExceptionHandler(Throwable.class)
    ResponseEntity<ProblemDetail> failed(Throwable thrown, HttpServletRequest request) {
        return problem(Failure.of(thrown, messages, Languages.of(request)));
    }

    static ResponseEntity<ProblemDetail> problem(Failure failure) {
        var problem = ProblemDetail.forStatusAndDetail(failure.status(), failure.sentence());
        problem.setProperty("code", failure.code());
        failure.id().ifPresent(it -> problem.setProperty("errorId", it));
        return ResponseEntity.status(failure.status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
