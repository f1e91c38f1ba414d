package vn.motcua.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.session.ChangeSessionIdAuthenticationStrategy;
import org.springframework.security.web.authentication.session.CompositeSessionAuthenticationStrategy;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CsrfAuthenticationStrategy;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/**
 * What Spring Security does for us: the session, the token in each form, the headers. It does not decide who may go
 * where: that is said on each handler ({@link Door}) and asked in {@link Access}.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    /** How long a browser remembers to come over https alone, in seconds. */
    private static final long YEAR = 31_536_000;

    @Bean
    @ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
    SecurityFilterChain security(
            HttpSecurity http,
            SecurityContextRepository contexts,
            CsrfTokenRepository tokens,
            SessionEnded sessionEnded,
            WebSettings settings) {
        return http.authorizeHttpRequests(it -> it.anyRequest().permitAll())
                .securityContext(it -> it.securityContextRepository(contexts))
                .csrf(it -> it.csrfTokenRepository(tokens).ignoringRequestMatchers(SecurityConfiguration::fromAProgram))
                .exceptionHandling(it -> it.accessDeniedHandler(sessionEnded))
                // The session is in a cookie only (server.servlet.session.tracking-modes); this leaves the redirects to
                // the filter that keeps the language in them
                .sessionManagement(it -> it.enableSessionUrlRewriting(true))
                .requestCache(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .headers(headers -> headers.contentSecurityPolicy(it -> it.policyDirectives(SecurityHeaders.POLICY))
                        .httpStrictTransportSecurity(it -> it.maxAgeInSeconds(YEAR)
                                .includeSubDomains(false)
                                .requestMatcher(request -> settings.https() || request.isSecure()))
                        .frameOptions(it -> it.sameOrigin())
                        .referrerPolicy(it -> it.policy(ReferrerPolicy.SAME_ORIGIN))
                        .permissionsPolicyHeader(it -> it.policy(SecurityHeaders.PERMISSIONS))
                        .crossOriginOpenerPolicy(it -> it.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                        .crossOriginResourcePolicy(it -> it.policy(CrossOriginResourcePolicy.SAME_ORIGIN)))
                .build();
    }

    /**
     * What other programs send, without a session whose rights a stranger's form could use: a provider's word that
     * somebody signed out, a gateway's receipt, its and a bank's notice of a payment, a file or answers to be checked or a result for a vault, and what is asked of the sandbox's services.
     */
    private static boolean fromAProgram(HttpServletRequest request) {
        var path = request.getRequestURI();
        return path.startsWith("/sign-out/by/")
                || path.equals("/sandbox/identity/token")
                || path.equals("/sandbox/time-stamp")
                || path.startsWith("/sandbox/csc/v1/")
                || path.equals("/sandbox/sms")
                || path.equals("/payments/gateway")
                || path.equals("/payments/bank")
                || path.equals("/messages/receipts")
                || path.equals("/api/v1/results/check")
                || (path.startsWith("/api/v1/procedures/") && path.endsWith("/answers/check"))
                || path.equals("/api/v1/vault/results");
    }

    @Bean
    SecurityContextRepository contexts() {
        return new HttpSessionSecurityContextRepository();
    }

    @Bean
    CsrfTokenRepository tokens() {
        return new HttpSessionCsrfTokenRepository();
    }

    /** A new session id and a new form token for whoever signs in, so that nobody can have planted one. */
    @Bean
    SessionAuthenticationStrategy onSignIn(CsrfTokenRepository tokens) {
        return new CompositeSessionAuthenticationStrategy(
                List.of(new ChangeSessionIdAuthenticationStrategy(), new CsrfAuthenticationStrategy(tokens)));
    }

    /** People sign in through {@link SignIn} only; without this bean the framework would invent a user. */
    @Bean
    AuthenticationManager noOtherWayIn() {
        return _ -> {
            throw new AuthenticationServiceException("people sign in through SignIn");
        };
    }
}
