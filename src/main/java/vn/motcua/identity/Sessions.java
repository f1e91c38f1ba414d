package vn.motcua.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/**
 * Begins and ends the session of whoever signs in. Sessions live in the memory of this program, and so does what a
 * provider has ended: a restart ends them all.
 */
@Component
public class Sessions {

    private static final Logger LOG = LoggerFactory.getLogger(Sessions.class);
    private static final int REMEMBERED = 10_000;

    private final SessionAuthenticationStrategy onSignIn;
    private final SecurityContextRepository contexts;
    private final BiConsumer<SessionAccount, SessionOver> trail;
    private final Clock clock;
    private final Set<Live> all = ConcurrentHashMap.newKeySet();
    /** Who was signed out by their provider, with the how manieth sign-out that was; the oldest are forgotten. */
    private final Map<String, Long> signedOut = new LinkedHashMap<>();

    private long signOuts;
    private volatile boolean stopping;

    @Autowired
    Sessions(
            SessionAuthenticationStrategy onSignIn,
            SecurityContextRepository contexts,
            SignInTrail trail,
            Clock clock) {
        this(onSignIn, contexts, trail::over, clock);
    }

    /** Tells somebody else when a session is over. */
    Sessions(
            SessionAuthenticationStrategy onSignIn,
            SecurityContextRepository contexts,
            BiConsumer<SessionAccount, SessionOver> trail,
            Clock clock) {
        this.onSignIn = onSignIn;
        this.contexts = contexts;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * A session of an account.
     *
     * @param since when it began, or when more was proved in it
     * @param browser which kind, in words of the log
     * @param here whether it is the one that asks
     */
    public record Running(Instant since, String browser, boolean here) {}

    /** The sessions of that account, the newest first. */
    public List<Running> of(SessionAccount account, HttpServletRequest request) {
        var here = here(request);
        return all.stream()
                .filter(it -> it.account().equals(account))
                .sorted(Comparator.comparing(Live::since).reversed())
                .map(it -> new Running(
                        it.since(), it.browser(), here.filter(own -> own == it).isPresent()))
                .toList();
    }

    /** Ends all sessions of that account but the one that asks; says how many. */
    public int endOthers(SessionAccount account, HttpServletRequest request) {
        var here = here(request);
        var others = all.stream()
                .filter(it -> it.account().equals(account))
                .filter(it -> here.filter(own -> own == it).isEmpty())
                .filter(Live::end)
                .toList();
        others.forEach(it -> trail.accept(account, SessionOver.SIGNED_OUT_ELSEWHERE));
        return others.size();
    }

    /** A stop ends all sessions; that is known from the stop itself. */
    @EventListener
    void stops(ContextClosedEvent event) {
        stopping = true;
    }

    /** From now on this browser is that account's. Nothing of a session before it stays. */
    public void begin(SessionAccount account, Proof proof, HttpServletRequest request, HttpServletResponse response) {
        end(request, response);
        start(account, proof, request, response);
        LOG.info("account {} signed in by {} at level {}", account.account(), by(proof), proof.level());
    }

    /** The same account has proved more: the session stays with what is in it, under a new id. */
    public void raise(SessionAccount account, Proof proof, HttpServletRequest request, HttpServletResponse response) {
        start(account, proof, request, response);
        LOG.info("account {} proved more, by {}, now level {}", account.account(), by(proof), proof.level());
    }

    private static String by(Proof proof) {
        return proof.voucher().map(Proof.Voucher::provider).orElse("password");
    }

    /** From now on this browser is nobody's. */
    public void end(HttpServletRequest request, HttpServletResponse response) {
        var session = request.getSession(false);
        if (session != null) {
            var ended = here(request).filter(Live::end);
            session.invalidate();
            ended.ifPresent(it -> trail.accept(it.account(), SessionOver.SIGNED_OUT));
        }
        forget(request, response);
    }

    /** Where the count of sign-outs by providers stands; see {@link #signedOutSince}. */
    public synchronized long signOuts() {
        return signOuts;
    }

    /**
     * Whether their provider has signed them out after the count stood there: then what was begun before must not lead to
     * a session any more. Ask after the session has begun.
     */
    public synchronized boolean signedOutSince(long count, Proof.Voucher voucher) {
        return key(voucher.provider(), "subject", Optional.of(voucher.subject()))
                        .filter(it -> after(it, count))
                        .isPresent()
                || key(voucher.provider(), "session", voucher.session())
                        .filter(it -> after(it, count))
                        .isPresent();
    }

    /**
     * A provider says that somebody has signed out: ends their sessions, also for requests on their way.
     *
     * @param subject all of their sessions, when no session is named
     * @param session that session alone
     * @return how many sessions ended
     */
    public int endBy(String provider, Optional<String> subject, Optional<String> session) {
        synchronized (this) {
            signOuts++;
            var key = session.isPresent() ? key(provider, "session", session) : key(provider, "subject", subject);
            key.ifPresent(it -> {
                signedOut.remove(it);
                signedOut.put(it, signOuts);
            });
            if (signedOut.size() > REMEMBERED) {
                signedOut.remove(signedOut.keySet().iterator().next());
            }
        }
        var theirs = all.stream()
                .filter(it -> it.proof()
                        .voucher()
                        .filter(by -> by.provider().equals(provider)
                                && subject.map(by.subject()::equals).orElse(true)
                                && (session.isEmpty() || session.equals(by.session())))
                        .isPresent())
                .filter(Live::end)
                .toList();
        theirs.forEach(it -> trail.accept(it.account(), SessionOver.SIGNED_OUT_BY_PROVIDER));
        return theirs.size();
    }

    /**
     * Ends all sessions of an account, also for requests on their way: its password or its second factor changed, or it was
     * closed.
     *
     * @return how many ended
     */
    public int endOf(AccountId account) {
        return (int) all.stream()
                .filter(it -> it.account().account().equals(account))
                .filter(Live::end)
                .count();
    }

    private void start(SessionAccount account, Proof proof, HttpServletRequest request, HttpServletResponse response) {
        var session = request.getSession(true);
        here(request).ifPresent(Live::end);
        var live =
                new Live(account, proof, clock.instant(), SignInTrail.browser().strip(), all, this::expired);
        live.bind(session);
        var token = new SignedInToken(account, proof, Optional.of(live));
        onSignIn.onAuthentication(token, request, response);
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(token);
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
    }

    private void expired(Live session) {
        if (!stopping) {
            trail.accept(session.account(), SessionOver.SESSION_EXPIRED);
        }
    }

    private static Optional<Live> here(HttpServletRequest request) {
        var session = request.getSession(false);
        return session != null && session.getAttribute(Live.ATTRIBUTE) instanceof Live it
                ? Optional.of(it)
                : Optional.empty();
    }

    private void forget(HttpServletRequest request, HttpServletResponse response) {
        var nobody = SecurityContextHolder.createEmptyContext();
        SecurityContextHolder.setContext(nobody);
        contexts.saveContext(nobody, request, response);
    }

    private boolean after(String key, long count) {
        return Objects.requireNonNullElse(signedOut.get(key), 0L) > count;
    }

    private static Optional<String> key(String provider, String what, Optional<String> name) {
        return name.map(it -> provider + ' ' + what + ' ' + it);
    }
}
