package vn.motcua.identity;

import java.time.Clock;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

/** Sessions without the program around them. */
public final class TestSessions {

    private TestSessions() {}

    /** With nobody signed in. */
    public static Sessions make() {
        return new Sessions(
                (_, _, _) -> {}, new HttpSessionSecurityContextRepository(), (_, _) -> {}, Clock.systemUTC());
    }
}
