package vn.motcua.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/** Begins and ends the session of whoever signs in. */
@Component
public class Sessions {

    private final SessionAuthenticationStrategy onSignIn;
    private final SecurityContextRepository contexts;

    Sessions(SessionAuthenticationStrategy onSignIn, SecurityContextRepository contexts) {
        this.onSignIn = onSignIn;
        this.contexts = contexts;
    }

    /** From now on this browser is that account's. Nothing of a session before it stays but its new id. */
    public void begin(SessionAccount account, HttpServletRequest request, HttpServletResponse response) {
        end(request, response);
        request.getSession(true);
        var token = new SignedInToken(account);
        onSignIn.onAuthentication(token, request, response);
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(token);
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
    }

    /** From now on this browser is nobody's. */
    public void end(HttpServletRequest request, HttpServletResponse response) {
        var session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        var nobody = SecurityContextHolder.createEmptyContext();
        SecurityContextHolder.setContext(nobody);
        contexts.saveContext(nobody, request, response);
    }
}
