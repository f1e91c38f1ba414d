package vn.motcua.consultation.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.motcua.consultation.ConsultationRefusal;
import vn.motcua.consultation.ExpertQuestion;
import vn.motcua.consultation.Experts;
import vn.motcua.document.DocumentRefusal;
import vn.motcua.document.Downloads;
import vn.motcua.document.FileId;
import vn.motcua.document.HeldFiles;
import vn.motcua.document.StoredFile;
import vn.motcua.document.Uploads;
import vn.motcua.identity.AccessRefusal;
import vn.motcua.identity.Door;
import vn.motcua.identity.Door.Who;
import vn.motcua.organization.Unit;
import vn.motcua.organization.Units;
import vn.motcua.shared.Language;
import vn.motcua.shared.Languages;
import vn.motcua.shared.Messages;
import vn.motcua.shared.Pages;
import vn.motcua.shared.Refused;
import vn.motcua.shared.VietnamTime;

/** What an expert finds behind their link: the question, the chosen papers, and one answer. Nothing else of the dossier. */
@Controller
public class ExpertLinkPages {

    private final Experts experts;
    private final Units units;
    private final Uploads uploads;
    private final HeldFiles held;
    private final Downloads downloads;
    private final Messages messages;

    ExpertLinkPages(
            Experts experts, Units units, Uploads uploads, HeldFiles held, Downloads downloads, Messages messages) {
        this.experts = experts;
        this.units = units;
        this.uploads = uploads;
        this.held = held;
        this.downloads = downloads;
        this.messages = messages;
    }

    /** The page. */
    public record View(
            String here,
            String from,
            String asked,
            String question,
            String until,
            List<OpinionPages.Paper> papers,
            String typed,
            String problem,
            List<StoredFile> held,
            boolean virusChecked) {}

    /** After the answer. */
    public record ThanksView(String from) {}

    @Door(Who.PUBLIC)
    @GetMapping("/opinion/{link}")
    ModelAndView question(@PathVariable String link, HttpServletRequest request, HttpServletResponse response) {
        return show(link, "", "", List.of(), HttpStatus.OK, request, response);
    }

    @Door(Who.PUBLIC)
    @GetMapping("/opinion/{link}/papers/{paper}")
    ResponseEntity<?> paper(@PathVariable String link, @PathVariable String paper) {
        var found = experts.paper(link, paper);
        var file = FileId.of(found.file().orElseThrow(() -> new Refused(AccessRefusal.NOT_THERE)));
        return experts.scope(link).call(() -> downloads.inline(file, found.name()));
    }

    @Door(Who.PUBLIC)
    @PostMapping("/opinion/{link}")
    ModelAndView answer(
            @PathVariable String link,
            @RequestParam(defaultValue = "") String text,
            HttpServletRequest request,
            HttpServletResponse response) {
        var language = Languages.of(request);
        var question = experts.open(link);
        var files = new ArrayList<StoredFile>();
        try {
            held.collect(files, request, experts.sender(link), 1);
            experts.answer(link, text, OpinionPages.last(files));
        } catch (Refused refused) {
            if (!(refused.code() instanceof ConsultationRefusal || refused.code() instanceof DocumentRefusal)) {
                throw refused;
            }
            return show(
                    link,
                    text,
                    messages.say(language, refused),
                    OpinionPages.last(files).stream().toList(),
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    request,
                    response);
        }
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        return Pages.show("consultation/expert-thanks", new ThanksView(from(question, language)));
    }

    private ModelAndView show(
            String link,
            String typed,
            String problem,
            List<StoredFile> files,
            HttpStatus status,
            HttpServletRequest request,
            HttpServletResponse response) {
        var language = Languages.of(request);
        var it = experts.open(link);
        var here = "/opinion/" + link;
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        return Pages.show(
                "consultation/expert",
                new View(
                        here,
                        from(it, language),
                        it.askedByName() + ", " + VietnamTime.moment(it.askedAt()),
                        it.question(),
                        VietnamTime.day(it.until()),
                        experts.papers(it, link).stream()
                                .map(one -> new OpinionPages.Paper(here + "/papers/" + one.id(), one.name()))
                                .toList(),
                        typed,
                        problem,
                        files,
                        uploads.checkedForViruses()),
                status);
    }

    private String from(ExpertQuestion it, Language language) {
        return units.unit(it.askingUnit()).map((Unit one) -> one.name(language)).orElse("");
    }
}
