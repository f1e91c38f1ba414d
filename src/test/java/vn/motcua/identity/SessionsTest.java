package vn.motcua.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import vn.motcua.shared.TenantId;

/** How a session ends is told once, whichever way it ends. */
class SessionsTest {

    private static final SessionAccount WHO = new SessionAccount(new TenantId(15), new AccountId(new UUID(1, 1)));
    private static final Proof BY_PROVIDER = new Proof(
            1, Instant.EPOCH, Optional.of(new Proof.Voucher("agency", "subject", Optional.of("session"), "token")));

    private final List<SessionOver> told = new ArrayList<>();
    private final Sessions sessions = new Sessions(
            (_, _, _) -> {}, new HttpSessionSecurityContextRepository(), (_, how) -> told.add(how), Clock.systemUTC());

    @AfterEach
    void nobodyIsSignedInAfterwards() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void whoSignsOutIsToldAsThat() {
        var browser = begun(Proof.local(1, Instant.EPOCH));

        sessions.end(browser, new MockHttpServletResponse());

        assertThat(told).containsExactly(SessionOver.SIGNED_OUT);
        assertThat(sessions.of(WHO, browser)).isEmpty();
    }

    @Test
    void aSessionThatRunsOutIsToldAsThat() {
        var browser = begun(Proof.local(1, Instant.EPOCH));

        Objects.requireNonNull(browser.getSession(false)).invalidate();

        assertThat(told).containsExactly(SessionOver.SESSION_EXPIRED);
    }

    @Test
    void whoProvesMoreDoesNotEndTheirSession() {
        var browser = begun(Proof.local(1, Instant.EPOCH));

        sessions.raise(WHO, Proof.local(2, Instant.EPOCH), browser, new MockHttpServletResponse());

        assertThat(told).isEmpty();
        assertThat(sessions.of(WHO, browser)).hasSize(1);
    }

    @Test
    void aProviderEndsTheSessionsThatItVouchedFor() {
        begun(BY_PROVIDER);
        begun(Proof.local(1, Instant.EPOCH));

        assertThat(sessions.endBy("agency", Optional.of("subject"), Optional.empty()))
                .isEqualTo(1);
        assertThat(told).containsExactly(SessionOver.SIGNED_OUT_BY_PROVIDER);
    }

    @Test
    void signingOutElsewhereLeavesTheBrowserThatAsks() {
        var here = begun(Proof.local(1, Instant.EPOCH));
        var there = begun(BY_PROVIDER);

        assertThat(sessions.endOthers(WHO, here)).isEqualTo(1);
        Objects.requireNonNull(there.getSession(false)).invalidate();

        assertThat(told).containsExactly(SessionOver.SIGNED_OUT_ELSEWHERE);
        assertThat(sessions.of(WHO, here)).hasSize(1).allMatch(Sessions.Running::here);
    }

    private MockHttpServletRequest begun(Proof proof) {
        var request = new MockHttpServletRequest();
        sessions.begin(WHO, proof, request, new MockHttpServletResponse());
        return request;
    }
}
