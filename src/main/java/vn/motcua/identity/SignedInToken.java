package vn.motcua.identity;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/**
 * A {@link SessionAccount} as Spring Security keeps it in the session, with what proved it. Rights are asked of
 * {@link Access}, not of it.
 */
final class SignedInToken extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1L;

    private final transient SessionAccount account;
    private final transient Proof proof;
    private final transient Optional<Live> live;

    SignedInToken(SessionAccount account, Proof proof, Optional<Live> live) {
        super(List.of());
        this.account = account;
        this.proof = proof;
        this.live = live;
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

    Proof proof() {
        return proof;
    }

    /** Whether nobody has ended their session meanwhile. */
    boolean live() {
        return live.isEmpty() || !live.get().ended();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SignedInToken it && it.account.equals(account) && it.proof.equals(proof);
    }

    @Override
    public int hashCode() {
        return Objects.hash(account, proof);
    }
}
