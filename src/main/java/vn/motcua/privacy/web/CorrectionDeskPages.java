package vn.motcua.privacy.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.motcua.identity.AccessRefusal;
import vn.motcua.identity.Door;
import vn.motcua.identity.Door.Who;
import vn.motcua.identity.SignedIn;
import vn.motcua.identity.SignedIn.Administrator;
import vn.motcua.identity.SignedIn.OfficerAt;
import vn.motcua.privacy.CorrectionDesk;
import vn.motcua.shared.Ids;
import vn.motcua.shared.Languages;
import vn.motcua.shared.Messages;
import vn.motcua.shared.Pages;
import vn.motcua.shared.RefusalCode;
import vn.motcua.shared.Refused;
import vn.motcua.shared.VietnamTime;

/**
 * Where the leader of a unit answers people who want data about them corrected, and an administrator for the units that
 * nobody leads.
 */
@Controller
public class CorrectionDeskPages {

    private final CorrectionDesk desk;
    private final Messages messages;
    private final Clock clock;

    CorrectionDeskPages(CorrectionDesk desk, Messages messages, Clock clock) {
        this.desk = desk;
        this.messages = messages;
        this.clock = clock;
    }

    private static final String DESK = "/desk/corrections";
    private static final String ADMIN = "/admin/corrections";

    /** The page; {@code path} is where it is. */
    public record View(
            List<Row> rows,
            boolean answered,
            String wrong,
            String wrongAt,
            String typed,
            String chosen,
            boolean desk,
            String path) {}

    /**
     * A request.
     *
     * @param late whether its time is over
     */
    public record Row(
            String id,
            String dossier,
            String about,
            String asker,
            String wrong,
            String right,
            String askedAt,
            String dueAt,
            boolean late) {}

    /** What waits. */
    @Door(Who.OFFICER)
    @GetMapping(DESK)
    ModelAndView waiting(OfficerAt who, @RequestParam(defaultValue = "") String done) {
        return page(who, !done.isEmpty(), "", "", "", "", HttpStatus.OK);
    }

    /** Answers one. */
    @Door(Who.OFFICER)
    @PostMapping(DESK + "/{id}")
    ModelAndView answer(
            OfficerAt who,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String outcome,
            @RequestParam(defaultValue = "") String answer,
            HttpServletRequest request) {
        return answered(who, id, outcome, answer, request);
    }

    /** What waits where nobody leads. */
    @Door(Who.ADMINISTRATOR)
    @GetMapping(ADMIN)
    ModelAndView unled(Administrator who, @RequestParam(defaultValue = "") String done) {
        return page(who, !done.isEmpty(), "", "", "", "", HttpStatus.OK);
    }

    /** Answers one of these. */
    @Door(Who.ADMINISTRATOR)
    @PostMapping(ADMIN + "/{id}")
    ModelAndView answerUnled(
            Administrator who,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String outcome,
            @RequestParam(defaultValue = "") String answer,
            HttpServletRequest request) {
        return answered(who, id, outcome, answer, request);
    }

    private static String path(SignedIn who) {
        return who instanceof Administrator ? ADMIN : DESK;
    }

    private ModelAndView answered(SignedIn who, String id, String outcome, String answer, HttpServletRequest request) {
        try {
            desk.answer(who, Ids.of(id).orElseThrow(() -> new Refused(AccessRefusal.NOT_THERE)), outcome, answer);
        } catch (Refused refused) {
            if (refused.code().kind() != RefusalCode.Kind.NOT_VALID) {
                throw refused;
            }
            return page(
                    who,
                    false,
                    messages.say(Languages.of(request), refused),
                    id,
                    answer,
                    outcome,
                    HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return new ModelAndView("redirect:" + path(who) + "?done=answered");
    }

    private ModelAndView page(
            SignedIn who,
            boolean answered,
            String wrong,
            String wrongAt,
            String typed,
            String chosen,
            HttpStatus status) {
        var now = clock.instant();
        var rows = desk.waiting(who).stream()
                .map(it -> new Row(
                        it.id().toString(),
                        it.dossier().toString(),
                        it.about(),
                        it.asker(),
                        it.wrong(),
                        it.right(),
                        VietnamTime.moment(it.askedAt()),
                        VietnamTime.moment(it.dueAt()),
                        now.isAfter(it.dueAt())))
                .toList();
        return Pages.show(
                "privacy/corrections",
                new View(
                        rows, answered, wrong, wrongAt, typed, chosen, path(who).equals(DESK), path(who)),
                status);
    }
}
