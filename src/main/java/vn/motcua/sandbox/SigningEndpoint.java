package vn.motcua.sandbox;

import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.motcua.identity.Door;
import vn.motcua.identity.Door.Who;

/** Where the sandbox's signing service listens. */
@RestController
@Profile("demo")
class SigningEndpoint {

    private static final Pattern USER = Pattern.compile("\"userID\"\\s*:\\s*\"([0-9]{12})\"");

    private final SandboxSigning signing;

    SigningEndpoint(SandboxSigning signing) {
        this.signing = signing;
    }

    @Door(Who.PUBLIC)
    @PostMapping(SandboxSigning.PATH + "/info")
    ResponseEntity<Object> about() {
        return sent(signing.answers().about(signing.home()));
    }

    @Door(Who.PUBLIC)
    @PostMapping(SandboxSigning.PATH + "/oauth2/token")
    ResponseEntity<Object> token(@RequestParam Map<String, String> form) {
        return sent(signing.answers().token(form));
    }

    @Door(Who.PUBLIC)
    @PostMapping(SandboxSigning.PATH + "/credentials/list")
    ResponseEntity<Object> list(
            @RequestHeader(value = HttpHeaders.AUTHORIZATION, defaultValue = "") String authorization,
            @RequestBody String body) {
        USER.matcher(body).results().forEach(it -> signing.enrolled(it.group(1)));
        return sent(signing.answers().answer("credentials/list", authorization, body));
    }

    @Door(Who.PUBLIC)
    @PostMapping(SandboxSigning.PATH + "/credentials/info")
    ResponseEntity<Object> described(
            @RequestHeader(value = HttpHeaders.AUTHORIZATION, defaultValue = "") String authorization,
            @RequestBody String body) {
        return sent(signing.answers().answer("credentials/info", authorization, body));
    }

    @Door(Who.PUBLIC)
    @PostMapping(SandboxSigning.PATH + "/credentials/authorize")
    ResponseEntity<Object> word(
            @RequestHeader(value = HttpHeaders.AUTHORIZATION, defaultValue = "") String authorization,
            @RequestBody String body) {
        return sent(signing.answers().answer("credentials/authorize", authorization, body));
    }

    @Door(Who.PUBLIC)
    @PostMapping(SandboxSigning.PATH + "/signatures/signHash")
    ResponseEntity<Object> signature(
            @RequestHeader(value = HttpHeaders.AUTHORIZATION, defaultValue = "") String authorization,
            @RequestBody String body) {
        return sent(signing.answers().answer("signatures/signHash", authorization, body));
    }

    private static ResponseEntity<Object> sent(RemoteSigning.Answer answer) {
        return ResponseEntity.status(answer.status()).body(answer.body());
    }
}
