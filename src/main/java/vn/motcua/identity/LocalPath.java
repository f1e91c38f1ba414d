package vn.motcua.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.motcua.shared.Behalf;

/** Paths of our own to which a person may be sent back; anything else would let a stranger's link send them away. */
public final class LocalPath {

    private static final Pattern LOCAL = Pattern.compile("/(?![/\\\\])[^\\\\\\p{Cntrl}\\s]{0,500}");

    private LocalPath() {}

    /** The path when it is one of ours. */
    public static Optional<String> of(String path) {
        return LOCAL.matcher(path).matches() ? Optional.of(path) : Optional.empty();
    }

    /** The path with query that this request asks for. */
    static String asked(HttpServletRequest request) {
        var query = request.getQueryString();
        return of(Behalf.prefix(request) + request.getRequestURI() + (query == null ? "" : "?" + query))
                .orElse("/");
    }

    /** The page of ours from which this request came, else the start page. */
    static String referring(HttpServletRequest request) {
        var referer = request.getHeader("Referer");
        if (referer == null) {
            return "/";
        }
        try {
            var from = new URI(referer);
            var ours = from.getHost() != null && from.getHost().equals(request.getServerName());
            var path = from.getRawPath() + (from.getRawQuery() == null ? "" : "?" + from.getRawQuery());
            return ours ? of(path).orElse("/") : "/";
        } catch (URISyntaxException broken) {
            return "/";
        }
    }
}
