package vn.motcua.result.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
import vn.motcua.dossier.DossierId;
import vn.motcua.identity.AccessRefusal;
import vn.motcua.identity.Door;
import vn.motcua.identity.SignedIn.OfficerAt;
import vn.motcua.result.Appraisals;
import vn.motcua.result.Registered;
import vn.motcua.result.ResultRefusal;
import vn.motcua.result.ResultState;
import vn.motcua.result.Results;
import vn.motcua.result.SigningRounds;
import vn.motcua.shared.Ids;
import vn.motcua.shared.Language;
import vn.motcua.shared.Languages;
import vn.motcua.shared.Messages;
import vn.motcua.shared.Pages;
import vn.motcua.shared.Refused;
import vn.motcua.shared.VietnamTime;

/** Where a leader signs results: one word for many, those with a caution only when chosen, then how far it is. */
@Controller
public class SignPages {

    private final Results results;
    private final Appraisals appraisals;
    private final Downloads downloads;
    private final Catalogue catalogue;
    private final Messages messages;

    SignPages(Results results, Appraisals appraisals, Downloads downloads, Catalogue catalogue, Messages messages) {
        this.results = results;
        this.appraisals = appraisals;
        this.downloads = downloads;
        this.catalogue = catalogue;
        this.messages = messages;
    }

    /**
     * What waits.
     *
     * @param command the idempotency key of the confirmation
     * @param problem why it was not done; empty
     * @param confirms whether this leader gives the word for each paper
     * @param saved whether that was just saved
     * @param plain chosen beforehand
     * @param cautious not chosen beforehand
     * @param early not appraised yet, or somebody signs before them
     * @param going the word is given; being signed, or tried again
     */
    public record View(
            String command,
            String problem,
            boolean confirms,
            boolean saved,
            List<Line> plain,
            List<Line> cautious,
            List<Line> early,
            List<Line> going) {}

    /**
     * A result.
     *
     * @param applicant whose it is; empty where this leader may not see it any more
     * @param href of its dossier
     * @param paper of what is to be signed; empty once it is signed
     * @param appraised by whom and when; empty where its package does not ask for that
     * @param why its cautions, or what went wrong
     */
    public record Line(
            String id,
            String number,
            String applicant,
            String procedure,
            String href,
            String paper,
            String drafted,
            String appraised,
            String why) {}

    /** How far it is. */
    public record Run(String here, boolean over, int all, int settled, List<Line> troubled, List<Line> ended) {}

    @Door(Door.Who.OFFICER)
    @GetMapping("/desk/sign")
    ModelAndView waiting(OfficerAt who, @RequestParam(defaultValue = "") String saved, HttpServletRequest request) {
        return show(who, Ids.next(), "", !saved.isEmpty(), HttpStatus.OK, request);
    }

    @Door(Door.Who.OFFICER)
    @PostMapping("/desk/sign")
    ModelAndView sign(
            OfficerAt who,
            @RequestParam UUID command,
            @RequestParam(defaultValue = "") List<String> pick,
            HttpServletRequest request) {
        var chosen = pick.stream().flatMap(it -> Ids.of(it).stream()).toList();
        try {
            results.order(who, command, chosen);
        } catch (Refused refused) {
            if (!Set.of(
                            ResultRefusal.NOTHING_TO_SIGN,
                            ResultRefusal.RESULT_NOT_APPRAISED,
                            ResultRefusal.SIGNATURE_OUT_OF_ORDER)
                    .contains(refused.code())) {
                throw refused;
            }
            var sentence = messages.say(Languages.of(request), refused);
            return show(who, command, sentence, false, HttpStatus.UNPROCESSABLE_CONTENT, request);
        }
        return to("/desk/sign/" + command, request);
    }

    /** When this leader's word is given: with the decision, or here. */
    @Door(Door.Who.OFFICER)
    @PostMapping("/desk/sign/habit")
    ModelAndView habit(OfficerAt who, @RequestParam String when, HttpServletRequest request) {
        results.confirms(who, when.equals("confirms"));
        return to("/desk/sign?saved=yes", request);
    }

    /** What failed is tried again at once. */
    @Door(Door.Who.OFFICER)
    @PostMapping("/desk/sign/again")
    ModelAndView again(OfficerAt who, HttpServletRequest request) {
        results.again(who);
        return to("/desk/sign", request);
    }

    /** The file that would be signed; nothing of it is made anew. */
    @Door(Door.Who.OFFICER)
    @GetMapping("/desk/sign/papers/{id}")
    ResponseEntity<Resource> paper(OfficerAt who, @PathVariable String id) {
        var it =
                Ids.of(id).map(one -> results.toSign(who, one)).orElseThrow(() -> new Refused(AccessRefusal.NOT_THERE));
        return downloads.inline(it.toSign(), SigningRounds.fileName(it.draft().number()));
    }

    @Door(Door.Who.OFFICER)
    @GetMapping("/desk/sign/{command}")
    ModelAndView run(OfficerAt who, @PathVariable String command, HttpServletRequest request) {
        var language = Languages.of(request);
        var all = Ids.of(command)
                .map(it -> results.ordered(who, it))
                .filter(it -> !it.isEmpty())
                .orElseThrow(() -> new Refused(AccessRefusal.NOT_THERE));
        var names = results.applicants(who, all);
        var troubled = all.stream()
                .filter(it -> it.open()
                        && it.isTurnOf(who.officer())
                        && !it.lastError().isEmpty())
                .map(it -> line(it, it.lastError(), names, language))
                .toList();
        var ended = all.stream()
                .filter(it -> it.state() == ResultState.REVOKED && it.issuedAt().isEmpty())
                .map(it -> line(it, it.reason(), names, language))
                .toList();
        var open = (int) all.stream()
                .filter(it -> it.open() && it.isTurnOf(who.officer()) && !it.awaitsWord())
                .count();
        return Pages.show(
                "result/run",
                new Run(
                        "/desk/sign/" + command,
                        open == 0,
                        all.size(),
                        all.size() - open - ended.size(),
                        troubled,
                        ended));
    }

    private ModelAndView show(
            OfficerAt who, UUID command, String problem, boolean saved, HttpStatus status, HttpServletRequest request) {
        var language = Languages.of(request);
        var all = results.waiting(who);
        var names = results.applicants(who, all);
        return Pages.show(
                "result/sign",
                new View(
                        command.toString(),
                        problem,
                        results.confirms(who),
                        saved,
                        all.stream()
                                .filter(it -> choosable(it, who)
                                        && it.draft().cautions().isEmpty())
                                .map(it -> line(it, "", names, language))
                                .toList(),
                        all.stream()
                                .filter(it -> choosable(it, who)
                                        && !it.draft().cautions().isEmpty())
                                .map(it -> line(it, cautions(it, language), names, language))
                                .toList(),
                        all.stream()
                                .filter(it -> it.awaitsAppraisal() || !it.isTurnOf(who.officer()))
                                .map(it -> line(it, before(it, language), names, language))
                                .toList(),
                        all.stream()
                                .filter(it -> it.isTurnOf(who.officer()) && !it.awaitsWord())
                                .map(it -> line(it, it.lastError(), names, language))
                                .toList()),
                status);
    }

    private static boolean choosable(Registered it, OfficerAt who) {
        return it.awaitsWord() && !it.awaitsAppraisal() && it.isTurnOf(who.officer());
    }

    /** What has to happen before it is their turn. */
    private String before(Registered it, Language language) {
        return it.awaitsAppraisal()
                ? messages.say(language, "result.sign.before.appraisal")
                : messages.say(
                        language,
                        "result.sign.before.signature",
                        it.turn().map(one -> appraisals.name(one.officer())).orElse(""));
    }

    private String cautions(Registered it, Language language) {
        return it.draft().cautions().stream()
                .sorted()
                .map(one -> messages.say(language, one.key()))
                .collect(Collectors.joining("; "));
    }

    private Line line(Registered it, String why, Map<DossierId, String> names, Language language) {
        return new Line(
                it.id().toString(),
                it.draft().number(),
                names.getOrDefault(it.draft().dossier(), ""),
                catalogue.revision(it.draft().revision()).name(language),
                "/desk/dossiers/" + it.draft().dossier(),
                it.unsigned() ? "/desk/sign/papers/" + it.id() : "",
                VietnamTime.moment(it.draftedAt()),
                it.appraised().map(one -> appraised(one, language)).orElse(""),
                why);
    }

    private String appraised(Registered.Appraised it, Language language) {
        return messages.say(language, "result.sign.appraised", appraisals.name(it.by()), VietnamTime.moment(it.at()));
    }

    private static ModelAndView to(String path, HttpServletRequest request) {
        return new ModelAndView("redirect:" + Languages.of(request).prefix() + path);
    }
}
