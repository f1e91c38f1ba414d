package vn.motcua.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.core.context.SecurityContextHolder;
import vn.motcua.shared.TenantId;

class RateLimitsTest {

    private static final Limits LIMITS = new Limits(8, 3, 5, 2, false);

    private final RateLimits limits = new RateLimits(LIMITS);

    @AfterEach
    void nobody() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void anAccountIsCountedWhereverItComesFrom() throws Exception {
        signedIn();
        for (var i = 0; i < 5; i++) {
            assertThat(status("GET", "/my", "203.0.113." + i)).isEqualTo(200);
        }
        assertThat(status("GET", "/my", "203.0.113.9")).isEqualTo(429);
        signedIn();
        assertThat(status("GET", "/my", "203.0.113.9")).isEqualTo(200);
    }

    @Test
    void formsAreCountedApart() throws Exception {
        signedIn();
        assertThat(status("POST", "/my", "203.0.113.1")).isEqualTo(200);
        assertThat(status("POST", "/my", "203.0.113.1")).isEqualTo(200);
        assertThat(status("POST", "/my", "203.0.113.1")).isEqualTo(429);
        assertThat(status("GET", "/my", "203.0.113.1")).isEqualTo(200);
    }

    @Test
    void whoHasOneAddressOfAnIpv6NetworkHasThemAll() throws Exception {
        for (var i = 0; i < 8; i++) {
            assertThat(status("GET", "/", "2001:db8::" + i)).isEqualTo(200);
        }
        assertThat(status("GET", "/", "2001:db8::99")).isEqualTo(429);
        assertThat(status("GET", "/", "2001:db8:0:1::1")).isEqualTo(200);
    }

    @Test
    void theMachineItselfAndAssetsAreNotCounted() throws Exception {
        for (var i = 0; i < 30; i++) {
            assertThat(status("GET", "/", "127.0.0.1")).isEqualTo(200);
            assertThat(status("GET", "/assets/motcua.css", "203.0.113.5")).isEqualTo(200);
        }
    }

    @Test
    void aSessionThatHasLastedLongEnoughEndsHoweverBusyItIs() throws Exception {
        var age = new SessionAge(new WebSettings(false, java.util.List.of(), java.time.Duration.ofHours(12)));
        assertThat(ended(age, 12 * 3_600_000L - 1)).isFalse();
        assertThat(ended(age, 12 * 3_600_000L)).isTrue();
    }

    private static boolean ended(SessionAge age, long used) throws Exception {
        var session = new MockHttpSession() {
            @Override
            public long getCreationTime() {
                return 1_000;
            }

            @Override
            public long getLastAccessedTime() {
                return 1_000 + used;
            }
        };
        var request = new MockHttpServletRequest("GET", "/my");
        request.setSession(session);
        age.doFilter(request, new MockHttpServletResponse(), new MockFilterChain());
        return session.isInvalid();
    }

    private int status(String method, String path, String from) throws Exception {
        var request = new MockHttpServletRequest(method, path);
        request.setRemoteAddr(from);
        var response = new MockHttpServletResponse();
        limits.doFilter(request, response, new MockFilterChain());
        if (response.getStatus() == 429) {
            assertThat(Integer.parseInt(String.valueOf(response.getHeader("Retry-After"))))
                    .isBetween(1, 60);
        }
        return response.getStatus();
    }

    private static void signedIn() {
        var account = new SessionAccount(new TenantId(0), new AccountId(UUID.randomUUID()));
        SecurityContextHolder.getContext()
                .setAuthentication(new SignedInToken(account, Proof.local(1, Instant.EPOCH), Optional.empty()));
    }
}
