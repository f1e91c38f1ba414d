package vn.motcua.mandate.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.motcua.document.Downloads;
import vn.motcua.identity.AccessRefusal;
import vn.motcua.identity.Door;
import vn.motcua.identity.Door.Who;
import vn.motcua.identity.MandateId;
import vn.motcua.identity.SignedIn;
import vn.motcua.mandate.DocumentDesk;
import vn.motcua.mandate.MandateRefusal;
import vn.motcua.shared.Ids;
import vn.motcua.shared.Language;
import vn.motcua.shared.Languages;
import vn.motcua.shared.Messages;
import vn.motcua.shared.Pages;
import vn.motcua.shared.Refused;
import vn.motcua.shared.TenantId;
import vn.motcua.shared.VietnamTime;

/** Where an officer of a one-stop checks the documents by which people want to act for others. */
@Controller
public class CheckPages {

    private final DocumentDesk desk;
    private final MandateWords words;
    private final Downloads downloads;
    private final Messages messages;

    CheckPages(DocumentDesk desk, MandateWords words, Downloads downloads, Messages messages) {
        this.desk = desk;
        this.words = words;
        this.downloads = downloads;
        this.messages = messages;
    }

    /**
     * The page.
     *
     * @param wrongAt the id of the question at which something is wrong; empty for nothing
     * @param typed the reason as it was typed there
     */
    public record View(List<Row> rows, String done, String wrong, String wrongAt, String typed) {}

    /**
     * A question.
     *
     * @param asker who wants to act
     * @param name whom the document names
     */
    public record Row(
            String id,
            String asker,
            String kind,
            String name,
            String number,
            String born,
            String errands,
            String matters,
            String days,
            String askedAt,
            List<Paper> papers) {}

    /** A document. */
    public record Paper(String path, String name) {}

    /** What waits. */
    @Door(Who.OFFICER)
    @GetMapping("/desk/mandates")
    ModelAndView list(
            SignedIn.OfficerAt officer, @RequestParam(defaultValue = "") String done, HttpServletRequest request) {
        var said = done.equals("granted") || done.equals("refused") ? done : "";
        return page(officer, said, "", "", "", HttpStatus.OK, Languages.of(request));
    }

    /** One of the documents. */
    @Door(Who.OFFICER)
    @GetMapping("/desk/mandates/{id}/papers/{paper}")
    ResponseEntity<Resource> paper(SignedIn.OfficerAt officer, @PathVariable String id, @PathVariable String paper) {
        var found = desk.paper(officer, id(id), paper);
        return officer.scope().in(TenantId.NATIONAL).call(() -> downloads.inline(found.file(), found.name()));
    }

    /** Grants or refuses. */
    @Door(Who.OFFICER)
    @PostMapping("/desk/mandates/{id}")
    ModelAndView decide(
            SignedIn.OfficerAt officer,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String decision,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request) {
        var language = Languages.of(request);
        try {
            if (decision.equals("grant")) {
                desk.grant(officer, id(id));
            } else {
                desk.refuse(officer, id(id), reason);
            }
        } catch (Refused refused) {
            if (refused.code() != MandateRefusal.PERSON_DIFFERS
                    && refused.code() != MandateRefusal.CHECK_REASON_MISSING) {
                throw refused;
            }
            return page(
                    officer,
                    "",
                    messages.say(language, refused),
                    id,
                    reason,
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    language);
        }
        return new ModelAndView("redirect:/desk/mandates?done=" + (decision.equals("grant") ? "granted" : "refused"));
    }

    private ModelAndView page(
            SignedIn.OfficerAt officer,
            String done,
            String wrong,
            String wrongAt,
            String typed,
            HttpStatus status,
            Language language) {
        return Pages.show(
                "mandate/check",
                new View(
                        desk.waiting(officer).stream()
                                .map(it -> row(it, language))
                                .toList(),
                        done,
                        wrong,
                        wrongAt,
                        typed),
                status);
    }

    private Row row(DocumentDesk.Waiting waiting, Language language) {
        var mandate = waiting.mandate();
        var id = mandate.id().toString();
        return new Row(
                id,
                mandate.representative().name(),
                words.kind(mandate, language),
                waiting.claim().name(),
                waiting.claim().number(),
                VietnamTime.day(waiting.claim().born()),
                words.errands(mandate.reach(), language),
                words.matters(mandate.reach(), language),
                words.days(mandate, language),
                VietnamTime.moment(waiting.askedAt()),
                waiting.papers().stream()
                        .map(it -> new Paper("/desk/mandates/" + id + "/papers/" + it.id(), it.name()))
                        .toList());
    }

    private static MandateId id(String text) {
        return new MandateId(
                Optional.of(text).flatMap(Ids::of).orElseThrow(() -> new Refused(AccessRefusal.NOT_THERE)));
    }
}
