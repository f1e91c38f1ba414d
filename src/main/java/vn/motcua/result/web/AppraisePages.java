package vn.motcua.result.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.motcua.catalogue.Catalogue;
import vn.motcua.document.Downloads;
import vn.motcua.identity.AccessRefusal;
import vn.motcua.identity.Door;
import vn.motcua.identity.SignedIn.OfficerAt;
import vn.motcua.result.Appraisals;
import vn.motcua.result.ResultRefusal;
import vn.motcua.result.SigningRounds;
import vn.motcua.shared.Ids;
import vn.motcua.shared.Languages;
import vn.motcua.shared.Messages;
import vn.motcua.shared.Pages;
import vn.motcua.shared.Refused;
import vn.motcua.shared.VietnamTime;

/** Where whoever is to appraise drafts of results reads them, puts them up for signing or sends them back. */
@Controller
public class AppraisePages {

    private final Appraisals appraisals;
    private final Downloads downloads;
    private final Catalogue catalogue;
    private final Messages messages;

    AppraisePages(Appraisals appraisals, Downloads downloads, Catalogue catalogue, Messages messages) {
        this.appraisals = appraisals;
        this.downloads = downloads;
        this.catalogue = catalogue;
        this.messages = messages;
    }

    /**
     * What waits.
     *
     * @param done what has just been done: {@code confirmed}, {@code sent-back}, or empty
     * @param problem why it was not done; empty
     * @param wrong of which one; empty
     */
    public record View(String done, String problem, String wrong, List<Line> lines) {}

    /**
     * A draft.
     *
     * @param command the idempotency key of whatever is done to it
     * @param applicant whose it is; empty where they may not see it
     * @param href of its dossier
     * @param paper the very file
     * @param signer by whom it would be signed
     * @param typed what was written when it was to be sent back
     */
    public record Line(
            String id,
            String command,
            String number,
            String applicant,
            String procedure,
            String href,
            String paper,
            String drafted,
            String signer,
            String cautions,
            String typed) {}

    /** A form that was not taken. */
    private record Wrong(UUID id, String sentence, String typed) {}

    @Door(Door.Who.OFFICER)
    @GetMapping("/desk/appraise")
    ModelAndView waiting(OfficerAt who, @RequestParam(defaultValue = "") String done, HttpServletRequest request) {
        return show(who, done, Optional.empty(), request);
    }

    /** The file that would be signed; nothing of it is made anew. */
    @Door(Door.Who.OFFICER)
    @GetMapping("/desk/appraise/papers/{id}")
    ResponseEntity<Resource> paper(OfficerAt who, @PathVariable String id) {
        try {
            var draft = appraisals.toAppraise(who, known(id));
            return downloads.inline(draft.file(), SigningRounds.fileName(draft.number()));
        } catch (Refused refused) {
            throw refused.code() == ResultRefusal.NOTHING_TO_APPRAISE ? notThere() : refused;
        }
    }

    @Door(Door.Who.OFFICER)
    @PostMapping("/desk/appraise/{id}/confirm")
    ModelAndView confirm(
            OfficerAt who, @PathVariable String id, @RequestParam UUID command, HttpServletRequest request) {
        var result = known(id);
        try {
            appraisals.confirm(who, command, result);
        } catch (Refused refused) {
            return wrong(who, result, refused, "", request);
        }
        return to("/desk/appraise?done=confirmed", request);
    }

    @Door(Door.Who.OFFICER)
    @PostMapping("/desk/appraise/{id}/send-back")
    ModelAndView sendBack(
            OfficerAt who,
            @PathVariable String id,
            @RequestParam UUID command,
            @RequestParam(defaultValue = "") String words,
            HttpServletRequest request) {
        var result = known(id);
        try {
            appraisals.sendBack(who, command, result, words);
        } catch (Refused refused) {
            return wrong(who, result, refused, words, request);
        }
        return to("/desk/appraise?done=sent-back", request);
    }

    private ModelAndView wrong(OfficerAt who, UUID id, Refused refused, String typed, HttpServletRequest request) {
        if (!(refused.code() instanceof ResultRefusal)) {
            throw refused;
        }
        var sentence = messages.say(Languages.of(request), refused);
        return show(who, "", Optional.of(new Wrong(id, sentence, typed)), request);
    }

    private ModelAndView show(OfficerAt who, String done, Optional<Wrong> wrong, HttpServletRequest request) {
        var language = Languages.of(request);
        var all = appraisals.waiting(who);
        var names = appraisals.applicants(who, all);
        return Pages.show(
                "result/appraise",
                new View(
                        List.of("confirmed", "sent-back").contains(done) ? done : "",
                        wrong.map(Wrong::sentence).orElse(""),
                        wrong.map(it -> it.id().toString()).orElse(""),
                        all.stream()
                                .map(it -> new Line(
                                        it.id().toString(),
                                        Ids.next().toString(),
                                        it.draft().number(),
                                        names.getOrDefault(it.draft().dossier(), ""),
                                        catalogue
                                                .revision(it.draft().revision())
                                                .name(language),
                                        "/desk/dossiers/" + it.draft().dossier(),
                                        "/desk/appraise/papers/" + it.id(),
                                        VietnamTime.moment(it.draftedAt()),
                                        it.draft().leader().name(),
                                        it.draft().cautions().stream()
                                                .sorted()
                                                .map(one -> messages.say(language, one.key()))
                                                .collect(Collectors.joining("; ")),
                                        wrong.filter(one -> one.id().equals(it.id()))
                                                .map(Wrong::typed)
                                                .orElse("")))
                                .toList()),
                wrong.isPresent() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
    }

    private static UUID known(String id) {
        return Ids.of(id).orElseThrow(AppraisePages::notThere);
    }

    private static Refused notThere() {
        return new Refused(AccessRefusal.NOT_THERE);
    }

    private static ModelAndView to(String path, HttpServletRequest request) {
        return new ModelAndView("redirect:" + Languages.of(request).prefix() + path);
    }
}
