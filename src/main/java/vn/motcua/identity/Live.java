package vn.motcua.identity;

import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionBindingEvent;
import jakarta.servlet.http.HttpSessionBindingListener;
import java.util.Optional;
import java.util.Set;

/**
 * That a session is still good. Every request of a session looks at the same one, so ending it ends the session for
 * requests that are already on their way too: the next question who is signed in is answered with nobody.
 */
final class Live implements HttpSessionBindingListener {

    static final String ATTRIBUTE = Live.class.getName();

    private final AccountId account;
    private final Optional<Proof.Voucher> voucher;
    private final Set<Live> all;
    private volatile boolean ended;

    Live(AccountId account, Optional<Proof.Voucher> voucher, Set<Live> all) {
        this.account = account;
        this.voucher = voucher;
        this.all = all;
    }

    AccountId account() {
        return account;
    }

    /** Who vouches for them; empty when their password did. */
    Optional<Proof.Voucher> voucher() {
        return voucher;
    }

    void bind(HttpSession session) {
        all.add(this);
        session.setAttribute(ATTRIBUTE, this);
    }

    boolean ended() {
        return ended;
    }

    void end() {
        ended = true;
        all.remove(this);
    }

    @Override
    public void valueUnbound(HttpSessionBindingEvent event) {
        end();
    }
}
