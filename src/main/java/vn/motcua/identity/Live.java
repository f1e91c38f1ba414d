package vn.motcua.identity;

import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionBindingEvent;
import jakarta.servlet.http.HttpSessionBindingListener;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * That a session is still good. Every request of a session looks at the same one, so ending it ends the session for
 * requests that are already on their way too: the next question who is signed in is answered with nobody.
 */
final class Live implements HttpSessionBindingListener {

    static final String ATTRIBUTE = Live.class.getName();

    private final SessionAccount account;
    private final Proof proof;
    private final Instant since;
    private final String browser;
    private final Set<Live> all;
    private final Consumer<Live> expired;
    private final AtomicBoolean ended = new AtomicBoolean();

    /**
     * A session that begins.
     *
     * @param browser which kind, in words of {@link Browser}
     * @param expired told when it ends without anybody having ended it
     */
    Live(SessionAccount account, Proof proof, Instant since, String browser, Set<Live> all, Consumer<Live> expired) {
        this.account = account;
        this.proof = proof;
        this.since = since;
        this.browser = browser;
        this.all = all;
        this.expired = expired;
    }

    SessionAccount account() {
        return account;
    }

    Proof proof() {
        return proof;
    }

    Instant since() {
        return since;
    }

    String browser() {
        return browser;
    }

    void bind(HttpSession session) {
        all.add(this);
        session.setAttribute(ATTRIBUTE, this);
    }

    boolean ended() {
        return ended.get();
    }

    /** Ends it; says whether it had not ended before. */
    boolean end() {
        all.remove(this);
        return ended.compareAndSet(false, true);
    }

    @Override
    public void valueUnbound(HttpSessionBindingEvent event) {
        if (end()) {
            expired.accept(this);
        }
    }
}
