package vn.motcua.sandbox.web;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.annotation.Profile;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.motcua.identity.Door;
import vn.motcua.identity.Door.Who;
import vn.motcua.sandbox.SandboxIdentity;
import vn.motcua.sandbox.SandboxProviders;
import vn.motcua.signin.Provider;

/** What programs ask the sandbox's provider: its description, keys, tokens, claims. */
@RestController
@Profile("demo")
public class IdentityCalls {

    private final SandboxIdentity identity;
    private final SandboxProviders providers;

    IdentityCalls(SandboxIdentity identity, SandboxProviders providers) {
        this.identity = identity;
        this.providers = providers;
    }

    @Door(Who.PUBLIC)
    @GetMapping(SandboxProviders.PATH + "/.well-known/openid-configuration")
    Map<String, Object> description() {
        var issuer = providers.issuer();
        var all = new LinkedHashMap<String, Object>();
        all.put("issuer", issuer);
        all.put("authorization_endpoint", issuer + "/authorize");
        all.put("token_endpoint", issuer + "/token");
        all.put("jwks_uri", issuer + "/keys");
        all.put("userinfo_endpoint", issuer + "/user-info");
        all.put("end_session_endpoint", issuer + "/end-session");
        all.put("response_types_supported", List.of("code"));
        all.put("grant_types_supported", List.of("authorization_code"));
        all.put("subject_types_supported", List.of("public"));
        all.put("id_token_signing_alg_values_supported", List.of("ES256"));
        all.put("token_endpoint_auth_methods_supported", List.of("client_secret_basic"));
        all.put("code_challenge_methods_supported", List.of("S256"));
        all.put("acr_values_supported", List.of("1", "2"));
        all.put("authorization_response_iss_parameter_supported", true);
        all.put("backchannel_logout_supported", true);
        all.put("backchannel_logout_session_supported", true);
        return all;
    }

    @Door(Who.PUBLIC)
    @GetMapping(SandboxProviders.PATH + "/keys")
    Map<String, Object> keys() {
        return identity.published();
    }

    @Door(Who.PUBLIC)
    @PostMapping(SandboxProviders.PATH + "/token")
    ResponseEntity<Map<String, Object>> token(
            @RequestHeader(name = "Authorization", defaultValue = "") String authorization,
            @RequestParam(name = "grant_type", defaultValue = "") String grant,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(name = "redirect_uri", defaultValue = "") String back,
            @RequestParam(name = "code_verifier", defaultValue = "") String verifier) {
        var client = client(authorization);
        if (client.isEmpty()) {
            return error(401, "invalid_client");
        }
        if (!grant.equals("authorization_code")) {
            return error(400, "unsupported_grant_type");
        }
        return identity.exchange(client.get().clientId(), code, back, verifier)
                .map(it -> noStore(200)
                        .body(Map.<String, Object>of(
                                "token_type",
                                "Bearer",
                                "access_token",
                                it.accessToken(),
                                "id_token",
                                it.idToken(),
                                "expires_in",
                                it.lifetime())))
                .orElseGet(() -> error(400, "invalid_grant"));
    }

    @Door(Who.PUBLIC)
    @GetMapping(SandboxProviders.PATH + "/user-info")
    ResponseEntity<Map<String, Object>> userInfo(
            @RequestHeader(name = "Authorization", defaultValue = "") String authorization) {
        return Optional.of(authorization)
                .filter(it -> it.startsWith("Bearer "))
                .flatMap(it -> identity.userInfo(it.substring("Bearer ".length())))
                .map(it -> noStore(200).body(it))
                .orElseGet(() -> error(401, "invalid_token"));
    }

    private Optional<Provider> client(String authorization) {
        if (!authorization.startsWith("Basic ")) {
            return Optional.empty();
        }
        try {
            var both = new String(
                            Base64.getDecoder().decode(authorization.substring("Basic ".length())),
                            StandardCharsets.UTF_8)
                    .split(":", 2);
            var secret = both.length == 2 ? URLDecoder.decode(both[1], StandardCharsets.UTF_8) : "";
            return providers
                    .client(URLDecoder.decode(both[0], StandardCharsets.UTF_8))
                    .filter(it -> MessageDigest.isEqual(
                            it.secret().getBytes(StandardCharsets.UTF_8), secret.getBytes(StandardCharsets.UTF_8)));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private static ResponseEntity<Map<String, Object>> error(int status, String code) {
        return noStore(status).body(Map.of("error", code));
    }

    private static ResponseEntity.BodyBuilder noStore(int status) {
        return ResponseEntity.status(status).header("Cache-Control", "no-store");
    }
}
