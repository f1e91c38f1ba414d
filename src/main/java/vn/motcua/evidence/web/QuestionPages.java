package vn.motcua.evidence.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.motcua.evidence.WhoLooked;
import vn.motcua.identity.AccessRefusal;
import vn.motcua.identity.Door;
import vn.motcua.identity.Door.Who;
import vn.motcua.identity.SignedIn;
import vn.motcua.identity.SignedIn.Administrator;
import vn.motcua.identity.SignedIn.OfficerAt;
import vn.motcua.shared.Ids;
import vn.motcua.shared.Languages;
import vn.motcua.shared.Messages;
import vn.motcua.shared.Pages;
import vn.motcua.shared.RefusalCode;
import vn.motcua.shared.Refused;
import vn.motcua.shared.VietnamTime;

/**
 * Where the leader of a unit answers people who ask why somebody looked at their data, and an administrator for the units
 * that nobody leads.
 */
@Controller
public class QuestionPages {

    private final WhoLooked looked;
    private final Messages messages;

    QuestionPages(WhoLooked looked, Messages messages) {
        this.looked = looked;
        this.messages = messages;
    }

    private static final String DESK = "/desk/questions";
    private static final String ADMIN = "/admin/questions";

    /** The page; {@code path} is where it is. */
    public record View(
            List<Row> rows, boolean answered, String wrong, String wrongAt, String typed, boolean desk, String path) {}

    /** A question. */
    public record Row(String id, String asker, String askedAt, String officer, String lookedAt, String question) {}

    /** What waits. */
    @Door(Who.OFFICER)
    @GetMapping(DESK)
    ModelAndView waiting(OfficerAt who, @RequestParam(defaultValue = "") String done) {
        return page(who, !done.isEmpty(), "", "", "", HttpStatus.OK);
    }

    /** Answers one. */
    @Door(Who.OFFICER)
    @PostMapping(DESK + "/{id}")
    ModelAndView answer(
            OfficerAt who,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String answer,
            HttpServletRequest request) {
        return answered(who, id, answer, request);
    }

    /** What waits where nobody leads. */
    @Door(Who.ADMINISTRATOR)
    @GetMapping(ADMIN)
    ModelAndView unled(Administrator who, @RequestParam(defaultValue = "") String done) {
        return page(who, !done.isEmpty(), "", "", "", HttpStatus.OK);
    }

    /** Answers one of these. */
    @Door(Who.ADMINISTRATOR)
    @PostMapping(ADMIN + "/{id}")
    ModelAndView answerUnled(
            Administrator who,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String answer,
            HttpServletRequest request) {
        return answered(who, id, answer, request);
    }

    private static String path(SignedIn who) {
        return who instanceof Administrator ? ADMIN : DESK;
    }

    private ModelAndView answered(SignedIn who, String id, String answer, HttpServletRequest request) {
        var language = Languages.of(request);
        try {
            looked.answer(who, Ids.of(id).orElseThrow(QuestionPages::notThere), answer);
        } catch (Refused refused) {
            if (refused.code().kind() != RefusalCode.Kind.NOT_VALID) {
                throw refused;
            }
            return page(who, false, messages.say(language, refused), id, answer, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return new ModelAndView("redirect:" + language.prefix() + path(who) + "?done=answered");
    }

    private static Refused notThere() {
        return new Refused(AccessRefusal.NOT_THERE);
    }

    private ModelAndView page(
            SignedIn who, boolean answered, String wrong, String wrongAt, String typed, HttpStatus status) {
        var rows = looked.waiting(who).stream()
                .map(it -> new Row(
                        it.id().toString(),
                        it.asker(),
                        VietnamTime.moment(it.askedAt()),
                        it.actor(),
                        VietnamTime.moment(it.lookedAt()),
                        it.text()))
                .toList();
        return Pages.show(
                "evidence/questions",
                new View(rows, answered, wrong, wrongAt, typed, path(who).equals(DESK), path(who)),
                status);
    }
}
