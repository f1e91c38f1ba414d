package vn.motcua;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class UntilReadyTest {

    private final UntilReady filter = new UntilReady();
    private final MockHttpServletResponse response = new MockHttpServletResponse();
    private final MockFilterChain chain = new MockFilterChain();

    @Test
    void whoComesWhileTheDatabaseIsFilledIsAskedToWait() throws ServletException, IOException {
        filter.doFilter(new MockHttpServletRequest("POST", "/sign-in"), response, chain);
        assertThat(response.getStatus()).isEqualTo(503);
        assertThat(response.getHeader("Retry-After")).isEqualTo("3");
        assertThat(response.getContentAsString()).contains("Hệ thống đang khởi động");
        assertThat(chain.getRequest()).as("goes no further").isNull();
    }

    @Test
    void onceAllIsThereNobodyWaits() throws ServletException, IOException {
        filter.ready();
        filter.doFilter(new MockHttpServletRequest("POST", "/sign-in"), response, chain);
        assertThat(response.getStatus()).isEqualTo(200);
        assertThat(chain.getRequest()).isNotNull();
    }
}
