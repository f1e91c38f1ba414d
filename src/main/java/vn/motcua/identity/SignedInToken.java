package vn.motcua.identity;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/** A {@link SessionAccount} as Spring Security keeps it in the session. Rights are asked of {@link Access}, not of it. */
final class SignedInToken extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1L;

    private final transient SessionAccount account;

    SignedInToken(SessionAccount account) {
        super(List.of());
        this.account = account;
        setAuthenticated(true);
    }

    @Override
    public SessionAccount getPrincipal() {
        return account;
    }

    @Override
    public String getCredentials() {
        return "";
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SignedInToken it && it.account.equals(account);
    }

    @Override
    public int hashCode() {
        return account.hashCode();
    }
}
