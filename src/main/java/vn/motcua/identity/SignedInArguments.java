package vn.motcua.identity;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.server.ResponseStatusException;

/**
 * Gives handler methods who is signed in: as {@code SignedIn} or one of its kinds, or as {@code Optional<SignedIn>} behind
 * a public door. A kind that does not fit answers 404.
 */
@Component
class SignedInArguments implements HandlerMethodArgumentResolver {

    private final CurrentVisitor visitor;

    SignedInArguments(CurrentVisitor visitor) {
        this.visitor = visitor;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return SignedIn.class.isAssignableFrom(parameter.nestedIfOptional().getNestedParameterType());
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        var kind = parameter.nestedIfOptional().getNestedParameterType();
        var who = visitor.signedIn().filter(kind::isInstance);
        if (Optional.class.equals(parameter.getParameterType())) {
            return who;
        }
        return who.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
