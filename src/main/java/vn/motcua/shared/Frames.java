package vn.motcua.shared;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;

/** Makes the frame of a page out of the request for it. */
@Component
public class Frames {

    /** Not asked of the token itself: asking would make one, and with it a session for whoever only reads. */
    private static final String FORM_TOKEN = "_csrf";

    private final Messages messages;
    private final ObjectProvider<Visitor.Source> visitors;
    private final ObjectProvider<Masthead.Source> mastheads;

    Frames(Messages messages, ObjectProvider<Visitor.Source> visitors, ObjectProvider<Masthead.Source> mastheads) {
        this.messages = messages;
        this.visitors = visitors;
        this.mastheads = mastheads;
    }

    /** The frame of the page that answers this request. */
    public Page of(HttpServletRequest request) {
        var token = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
        var query = request.getQueryString();
        var visitor = Optional.ofNullable(visitors.getIfAvailable()).flatMap(Visitor.Source::current);
        var language = Languages.of(request);
        return new Page(
                language,
                path(request) + (query == null ? "" : "?" + query),
                visitor,
                FORM_TOKEN,
                () -> token == null ? "" : token.getToken(),
                messages,
                Optional.ofNullable(mastheads.getIfAvailable())
                        .map(it -> it.current(language))
                        .orElse(Masthead.NONE),
                visitor.flatMap(Visitor::working)
                        .map(_ -> Behalf.prefix(request))
                        .orElse(""));
    }

    /** The path that was asked for, without the prefixes; on an error page, too. */
    static String path(HttpServletRequest request) {
        var failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        var uri = failed instanceof String asked ? asked : request.getRequestURI();
        var prefix = Language.EN.prefix();
        var english = uri.equals(prefix) || uri.startsWith(prefix + "/");
        var path = english ? uri.substring(prefix.length()) : uri;
        return Behalf.without(path.isEmpty() ? "/" : path);
    }
}
