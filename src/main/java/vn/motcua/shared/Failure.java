package vn.motcua.shared;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/**
 * How the outside is told that something did not work: a refusal with its sentence, a request that makes no sense, or a
 * bug with an id under which its trace can be found in the log.
 *
 * @param status of the answer
 * @param code stable name of the reason
 * @param sentence what is wrong and what to do, in the asker's language
 * @param id of a bug's entry in the log
 */
record Failure(HttpStatus status, String code, String sentence, Optional<String> id) {

    private static final Logger LOG = LoggerFactory.getLogger(Failure.class);

    static Failure of(Throwable thrown, Messages messages, Language language) {
        return switch (thrown) {
            case Refused refused -> {
                LOG.info("refused: {}", refused.getMessage());
                yield new Failure(
                        status(refused.code().kind()),
                        refused.code().name(),
                        messages.say(language, refused),
                        Optional.empty());
            }
            case ErrorResponse response
            when response.getStatusCode().is4xxClientError() ->
                of(HttpStatus.valueOf(response.getStatusCode().value()), messages, language);
            case MethodArgumentTypeMismatchException it
            when it.getParameter().hasParameterAnnotation(PathVariable.class) ->
                of(HttpStatus.NOT_FOUND, messages, language);
            case TypeMismatchException _, HttpMessageNotReadableException _ ->
                of(HttpStatus.BAD_REQUEST, messages, language);
            default -> {
                var id = Ids.next().toString();
                LOG.error("bug {}", id, thrown);
                yield bug(Optional.of(id), messages, language);
            }
        };
    }

    /** For a status without an exception. */
    static Failure of(HttpStatus status, Messages messages, Language language) {
        if (status.is5xxServerError()) {
            return bug(Optional.empty(), messages, language);
        }
        var key = switch (status) {
            case NOT_FOUND -> "shared.error.notFound";
            case METHOD_NOT_ALLOWED -> "shared.error.method";
            case CONTENT_TOO_LARGE -> "shared.error.tooLarge";
            case TOO_MANY_REQUESTS -> "shared.error.tooMany";
            case UNAUTHORIZED, FORBIDDEN -> "shared.error.notAllowed";
            default -> "shared.error.request";
        };
        return new Failure(status, status.name(), messages.say(language, key), Optional.empty());
    }

    private static Failure bug(Optional<String> id, Messages messages, Language language) {
        return new Failure(
                HttpStatus.INTERNAL_SERVER_ERROR, "INTERNAL_ERROR", messages.say(language, "shared.error.bug"), id);
    }

    private static HttpStatus status(RefusalCode.Kind kind) {
        return switch (kind) {
            case NOT_FOUND -> HttpStatus.NOT_FOUND;
            case NOT_ALLOWED -> HttpStatus.FORBIDDEN;
            case GONE -> HttpStatus.GONE;
            case NOT_NOW -> HttpStatus.CONFLICT;
            case NOT_VALID -> HttpStatus.UNPROCESSABLE_CONTENT;
            case TOO_LARGE -> HttpStatus.CONTENT_TOO_LARGE;
        };
    }
}
