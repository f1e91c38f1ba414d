package vn.motcua.sandbox;

import java.io.IOException;
import org.bouncycastle.tsp.TSPException;
import org.springframework.context.annotation.Profile;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import vn.motcua.identity.Door;
import vn.motcua.identity.Door.Who;

/** Where the sandbox's time-stamping authority listens. */
@RestController
@Profile("demo")
class TimeStampEndpoint {

    private final TimeStampAuthority authority;

    TimeStampEndpoint(TimeStampAuthority authority) {
        this.authority = authority;
    }

    /** Answers a time-stamp query; 400 when it is none. */
    @Door(Who.PUBLIC)
    @PostMapping(
            path = "/sandbox/time-stamp",
            consumes = "application/timestamp-query",
            produces = "application/timestamp-reply")
    ResponseEntity<byte[]> stamp(@RequestBody byte[] question) {
        try {
            return ResponseEntity.ok(authority.answer(question));
        } catch (IOException | TSPException e) {
            return ResponseEntity.badRequest().build();
        }
    }
}
