package vn.motcua.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** The sign-ins begun in one browser, in its session; several tabs may have one each. */
final class Attempts {

    private static final String ATTRIBUTE = Attempts.class.getName();
    private static final int AT_MOST = 5;

    private final Deque<Attempt> begun = new ArrayDeque<>();

    static Attempts of(HttpServletRequest request) {
        var session = request.getSession();
        if (session.getAttribute(ATTRIBUTE) instanceof Attempts it) {
            return it;
        }
        var fresh = new Attempts();
        session.setAttribute(ATTRIBUTE, fresh);
        return fresh;
    }

    synchronized void add(Attempt attempt) {
        if (begun.size() >= AT_MOST) {
            begun.removeFirst();
        }
        begun.addLast(attempt);
    }

    /** The attempt with that state, which is then used up. */
    synchronized Optional<Attempt> take(String state, Instant now) {
        var found = begun.stream().filter(it -> it.state().equals(state)).findFirst();
        found.ifPresent(begun::remove);
        return found.filter(it -> !it.over(now));
    }
}
