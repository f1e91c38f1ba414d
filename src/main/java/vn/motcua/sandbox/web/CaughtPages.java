package vn.motcua.sandbox.web;

import java.util.List;
import java.util.UUID;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import vn.motcua.identity.Door;
import vn.motcua.identity.Door.Who;
import vn.motcua.sandbox.Caught;
import vn.motcua.sandbox.SandboxPost;
import vn.motcua.shared.Pages;
import vn.motcua.shared.VietnamTime;

/** The sandbox's post: where its gateway takes short messages, and what it and the mail server have caught. */
@Controller
@Profile("demo")
public class CaughtPages {

    private final Caught caught;
    private final SandboxPost post;

    CaughtPages(Caught caught, SandboxPost post) {
        this.caught = caught;
        this.post = post;
    }

    /** All that was caught. */
    public record View(List<Line> lines) {}

    /** One of them in the list. */
    public record Line(String id, boolean mail, String to, String subject, String at) {}

    /** One of them, whole. */
    public record Whole(
            boolean mail,
            String from,
            String to,
            String subject,
            String text,
            List<String> links,
            String receipt,
            String at) {}

    @Door(Who.PUBLIC)
    @GetMapping("/sandbox/messages")
    ModelAndView messages() {
        return Pages.show(
                "sandbox/messages",
                new View(caught.all().stream()
                        .map(it -> new Line(
                                it.id().toString(),
                                it.kind().equals("mail"),
                                it.to(),
                                it.subject().isEmpty() ? it.text() : it.subject(),
                                VietnamTime.moment(it.received())))
                        .toList()));
    }

    @Door(Who.PUBLIC)
    @GetMapping("/sandbox/messages/{message}")
    ModelAndView message(@PathVariable UUID message) {
        var it = caught.one(message).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return Pages.show(
                "sandbox/message",
                new Whole(
                        it.kind().equals("mail"),
                        it.from(),
                        it.to(),
                        it.subject(),
                        it.text(),
                        java.util.regex.Pattern.compile("https?://\\S+")
                                .matcher(it.text())
                                .results()
                                .map(found -> found.group())
                                .distinct()
                                .toList(),
                        it.receipt(),
                        VietnamTime.moment(it.received())));
    }

    /** The gateway: 200 when it takes a message, 422 for a number that it does not know, 401 for a stranger. */
    @Door(Who.PUBLIC)
    @PostMapping(SandboxPost.SMS)
    ResponseEntity<Void> sms(
            @RequestHeader(name = "Authorization", defaultValue = "") String authorization,
            @RequestParam(defaultValue = "") String reference,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String text) {
        return ResponseEntity.status(
                        switch (post.take(authorization, reference, to, text)) {
                            case TAKEN -> HttpStatus.OK;
                            case NO_SUCH_NUMBER -> HttpStatus.valueOf(422);
                            case WRONG_KEY -> HttpStatus.UNAUTHORIZED;
                        })
                .build();
    }
}
