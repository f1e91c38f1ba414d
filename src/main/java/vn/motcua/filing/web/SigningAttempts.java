package vn.motcua.filing.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import vn.motcua.filing.DeclarationSigning.Attempt;
import vn.motcua.filing.DraftId;
import vn.motcua.identity.AccountId;

/**
 * The signings begun in one browser, in its session: few, because each holds the paper that is signed. A state is used up by the
 * first answer that names it; of a used one only the draft is remembered, so that a second answer finds its way.
 */
final class SigningAttempts {

    /** How long one may be at the provider. */
    static final Duration PATIENCE = Duration.ofMinutes(15);

    private static final String ATTRIBUTE = SigningAttempts.class.getName();
    private static final int AT_MOST = 3;
    private static final int USED_AT_MOST = 10;

    private final Deque<Attempt> begun = new ArrayDeque<>();
    private final Deque<Used> used = new ArrayDeque<>();

    private record Used(String state, AccountId owner, DraftId draft) {}

    static SigningAttempts of(HttpServletRequest request) {
        var session = request.getSession();
        if (session.getAttribute(ATTRIBUTE) instanceof SigningAttempts it) {
            return it;
        }
        var fresh = new SigningAttempts();
        session.setAttribute(ATTRIBUTE, fresh);
        return fresh;
    }

    synchronized void add(Attempt attempt) {
        begun.removeIf(it -> it.draft().equals(attempt.draft()) || over(it, attempt.at()));
        if (begun.size() >= AT_MOST) {
            begun.removeFirst();
        }
        begun.addLast(attempt);
    }

    /** The one of that draft that is still waited for. */
    synchronized Optional<Attempt> of(DraftId draft, AccountId owner, Instant now) {
        return begun.stream()
                .filter(it -> it.draft().equals(draft) && it.owner().equals(owner) && !over(it, now))
                .findFirst();
    }

    /** The attempt with that state, which is then used up; also when it is over. */
    synchronized Optional<Attempt> take(String state, String provider, AccountId owner) {
        var found = begun.stream()
                .filter(it -> it.begun().state().equals(state)
                        && it.begun().provider().equals(provider)
                        && it.owner().equals(owner))
                .findFirst();
        found.ifPresent(it -> {
            begun.remove(it);
            if (used.size() >= USED_AT_MOST) {
                used.removeFirst();
            }
            used.addLast(new Used(state, owner, it.draft()));
        });
        return found;
    }

    /** The draft of a state that was used up. */
    synchronized Optional<DraftId> used(String state, AccountId owner) {
        return used.stream()
                .filter(it -> it.state().equals(state) && it.owner().equals(owner))
                .map(Used::draft)
                .findFirst();
    }

    static boolean over(Attempt attempt, Instant now) {
        return now.isAfter(attempt.at().plus(PATIENCE));
    }
}
