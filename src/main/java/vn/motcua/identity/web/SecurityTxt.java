package vn.motcua.identity.web;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.motcua.identity.Door;
import vn.motcua.identity.Door.Who;
import vn.motcua.identity.SecurityContact;

/**
 * Says where a weakness is reported (RFC 9116), once the operator has said who reads it. Without that there is no such
 * file: an address that nobody reads is worse than none.
 */
@RestController
class SecurityTxt {

    /** Less than the year beyond which the standard calls it stale; counted from each reading, at midnight UTC. */
    private static final Duration GOOD_FOR = Duration.ofDays(180);

    private final SecurityContact contact;
    private final Clock clock;

    SecurityTxt(SecurityContact contact, Clock clock) {
        this.contact = contact;
        this.clock = clock;
    }

    @Door(Who.PUBLIC)
    @GetMapping("/.well-known/security.txt")
    ResponseEntity<String> read() {
        if (contact.contact().isEmpty()) {
            return ResponseEntity.notFound().build();
        }
        var text = new StringBuilder();
        contact.contact().forEach(it -> text.append("Contact: ").append(it).append('\n'));
        text.append("Expires: ")
                .append(clock.instant().truncatedTo(ChronoUnit.DAYS).plus(GOOD_FOR))
                .append('\n');
        text.append("Preferred-Languages: vi, en\n");
        contact.policy().ifPresent(it -> text.append("Policy: ").append(it).append('\n'));
        contact.address()
                .ifPresent(it -> text.append("Canonical: ")
                        .append(it.resolve("/.well-known/security.txt"))
                        .append('\n'));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/plain;charset=utf-8"))
                .body(text.toString());
    }
}
