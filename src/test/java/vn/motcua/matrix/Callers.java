package vn.motcua.matrix;

import java.net.http.HttpResponse;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import vn.motcua.support.Visit;

/** Everybody with a browser of their own, signed in. */
final class Callers {

    private final Map<Who, Visit> visits = new EnumMap<>(Who.class);
    private final Map<Who, String> tokens = new EnumMap<>(Who.class);
    private final Map<Who, String> mandates = new EnumMap<>(Who.class);

    Callers(String address) {
        for (var who : Who.values()) {
            var visit = new Visit(address);
            visits.put(who, who.persona().isEmpty() ? visit : visit.as(who.persona(), who.taxCode()));
            tokens.put(
                    who,
                    Visit.token(
                            visit.get(who == Who.NOBODY ? "/sign-in" : "/help").body()));
        }
    }

    Visit visit(Who who) {
        return java.util.Objects.requireNonNull(visits.get(who));
    }

    String token(Who who) {
        return java.util.Objects.requireNonNull(tokens.get(who));
    }

    /** From now on they call every address as the one under which they act for another person. */
    void actsBy(Who who, String mandate) {
        mandates.put(who, mandate);
    }

    /** The address as it is for them. */
    String path(Who who, String path) {
        return java.util.Optional.ofNullable(mandates.get(who))
                .map(it -> "/for/" + it + path)
                .orElse(path);
    }

    /** Calls it as they would, a form with their own token. */
    HttpResponse<String> call(Who who, String method, String address, Map<String, String> fields) {
        var path = path(who, address);
        if (method.equals("GET")) {
            return visit(who).get(path);
        }
        var all = new LinkedHashMap<>(fields);
        all.put("_csrf", token(who));
        return visit(who).send(path, all);
    }
}
