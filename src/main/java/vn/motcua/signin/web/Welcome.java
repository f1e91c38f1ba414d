package vn.motcua.signin.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.stereotype.Component;
import vn.motcua.identity.Accounts;
import vn.motcua.identity.LocalPath;
import vn.motcua.identity.Proof;
import vn.motcua.identity.SessionAccount;
import vn.motcua.identity.Sessions;
import vn.motcua.identity.SignInTrail;
import vn.motcua.identity.SignedIn;
import vn.motcua.shared.Language;
import vn.motcua.shared.Refused;
import vn.motcua.signin.SignInRefusal;

/** Lets in whoever has proved who they are, and shows them where to go on. */
@Component
class Welcome {

    private final Accounts accounts;
    private final Sessions sessions;
    private final SignInTrail trail;

    Welcome(Accounts accounts, Sessions sessions, SignInTrail trail) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.trail = trail;
    }

    /** Begins their session; answers the path to go on to. */
    String in(
            SessionAccount account, Proof proof, String to, HttpServletRequest request, HttpServletResponse response) {
        var who = accounts.signedIn(account).orElseThrow(() -> new Refused(SignInRefusal.ACCOUNT_CLOSED));
        trail.signedIn(account, proof);
        sessions.begin(account, proof, request, response);
        return onward(to, who);
    }

    /** The same account has proved more. */
    String raised(
            SessionAccount account, Proof proof, String to, HttpServletRequest request, HttpServletResponse response) {
        var who = accounts.signedIn(account).orElseThrow(() -> new Refused(SignInRefusal.ACCOUNT_CLOSED));
        trail.provedMore(account, proof);
        sessions.raise(account, proof, request, response);
        return onward(to, who);
    }

    /** A provider may sign somebody out while they are still on the way back from it; then there is no session. */
    void unlessSignedOutMeanwhile(
            long signOuts, Proof proof, HttpServletRequest request, HttpServletResponse response) {
        if (proof.voucher().filter(it -> sessions.signedOutSince(signOuts, it)).isPresent()) {
            sessions.end(request, response);
            throw new Refused(SignInRefusal.SIGN_IN_NOT_BEGUN);
        }
    }

    /** The page they asked for when it is ours, else their own first page. */
    static String onward(String to, SignedIn who) {
        return LocalPath.of(to).filter(it -> !it.equals("/")).orElseGet(() -> switch (who) {
            case SignedIn.Applicant _ -> "/my";
            case SignedIn.OfficerAt _ -> "/desk";
            case SignedIn.Administrator _ -> "/admin";
        });
    }

    /** The sign-in page with the sentence of that refusal, in the language in which they began. */
    static String problem(Refused refused, String to, Language language) {
        return language.prefix() + "/sign-in?problem=" + refused.code().name() + "&to="
                + encoded(LocalPath.of(to).orElse("/"));
    }

    /** As it stands in a query. */
    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
