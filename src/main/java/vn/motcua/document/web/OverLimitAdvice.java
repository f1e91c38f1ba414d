package vn.motcua.document.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.multipart.MaxUploadSizeExceededException;

/** The same answer where a request did not say its length and turned out too long while it was read. */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class OverLimitAdvice {

    private final TooLargeAnswer answer;

    OverLimitAdvice(TooLargeAnswer answer) {
        this.answer = answer;
    }

    @ExceptionHandler(MaxUploadSizeExceededException.class)
    void tooLarge(HttpServletRequest request, HttpServletResponse response) throws IOException {
        answer.write(request, response);
    }
}
