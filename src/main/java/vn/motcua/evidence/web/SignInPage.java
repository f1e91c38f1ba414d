package vn.motcua.evidence.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.motcua.audit.AuditRecord;
import vn.motcua.audit.Mark;
import vn.motcua.evidence.SignIns;
import vn.motcua.identity.Door;
import vn.motcua.identity.Door.Who;
import vn.motcua.identity.SessionAccount;
import vn.motcua.identity.Sessions;
import vn.motcua.identity.SignedIn;
import vn.motcua.shared.Language;
import vn.motcua.shared.Languages;
import vn.motcua.shared.Messages;
import vn.motcua.shared.Pages;
import vn.motcua.shared.VietnamTime;

/** When, how and from which kind of browser one's account was signed in; and out everywhere else. */
@Controller
public class SignInPage {

    private static final int A_PAGE = 30;

    private final SignIns signIns;
    private final Sessions sessions;
    private final Messages messages;
    private final Clock clock;

    SignInPage(SignIns signIns, Sessions sessions, Messages messages, Clock clock) {
        this.signIns = signIns;
        this.sessions = sessions;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * The page.
     *
     * @param ended whether other sessions were just ended
     * @param older where the list goes on, empty at the end
     */
    public record View(boolean ended, List<Open> open, List<Row> rows, String older) {

        /** Whether there is another session to end. */
        public boolean elsewhere() {
            return open.stream().anyMatch(it -> !it.here());
        }
    }

    /** A session that goes on. */
    public record Open(String since, String browser, boolean here) {}

    /** A line; {@code bad} when it did not succeed. */
    public record Row(String when, String what, String how, boolean bad) {}

    /** The list. */
    @Door(Who.SIGNED_IN)
    @GetMapping("/sign-ins")
    ModelAndView list(
            SignedIn who,
            @RequestParam(defaultValue = "") String before,
            @RequestParam(defaultValue = "") String done,
            HttpServletRequest request) {
        var language = Languages.of(request);
        var mark = Mark.read(before).orElseGet(() -> Mark.end(clock.instant().plusSeconds(1)));
        var found = signIns.of(who, mark, A_PAGE);
        return Pages.show(
                "evidence/sign-ins",
                new View(
                        !done.isEmpty(),
                        sessions.of(account(who), request).stream()
                                .map(it -> new Open(
                                        VietnamTime.moment(it.since()), words(it.browser(), language), it.here()))
                                .toList(),
                        found.lines().stream().map(it -> row(it, language)).toList(),
                        found.older().map(it -> "/sign-ins?before=" + it).orElse("")));
    }

    /** Ends all other sessions of the account. */
    @Door(Who.SIGNED_IN)
    @PostMapping("/sign-ins/end-others")
    String endOthers(SignedIn who, HttpServletRequest request) {
        sessions.endOthers(account(who), request);
        return "redirect:" + Languages.of(request).prefix() + "/sign-ins?done=ended";
    }

    private Row row(AuditRecord line, Language language) {
        var words = line.act().split(" ", 2);
        return new Row(
                VietnamTime.moment(line.at()),
                words(words[0], language),
                words.length == 1 ? "" : words(words[1], language),
                words[0].equals("sign-in-failed"));
    }

    private String words(String acts, Language language) {
        return Arrays.stream(acts.split(" "))
                .filter(it -> !it.isEmpty())
                .map(it -> messages.say(language, "evidence.act." + it))
                .collect(Collectors.joining(", "));
    }

    private static SessionAccount account(SignedIn who) {
        return new SessionAccount(who.tenant(), who.account());
    }
}
