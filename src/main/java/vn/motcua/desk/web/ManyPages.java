package vn.motcua.desk.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import vn.motcua.desk.Batch;
import vn.motcua.desk.BatchRefusal;
import vn.motcua.desk.Batches;
import vn.motcua.dossier.ManyDossiers.Candidate;
import vn.motcua.dossier.ManyDossiers.Pick;
import vn.motcua.identity.AccessRefusal;
import vn.motcua.identity.Door;
import vn.motcua.identity.SignedIn.OfficerAt;
import vn.motcua.result.Registered;
import vn.motcua.shared.Ids;
import vn.motcua.shared.Languages;
import vn.motcua.shared.Messages;
import vn.motcua.shared.Pages;
import vn.motcua.shared.Refused;
import vn.motcua.shared.VietnamTime;

/** One thing done to many dossiers: first what would become of each, then how far it is and what was not done. */
@Controller
public class ManyPages {

    private final Batches batches;
    private final Messages messages;

    ManyPages(Batches batches, Messages messages) {
        this.batches = batches;
        this.messages = messages;
    }

    /**
     * Before it begins.
     *
     * @param act its last word in addresses
     * @param title what is done
     * @param command the idempotency key
     * @param problem why it cannot begin; empty
     * @param going what would be done together
     * @param kept what would be kept out, with the reason
     * @param noted whether a note can be written
     * @param numbered whether each gets the next number of its book
     */
    public record View(
            String act,
            String title,
            String command,
            String problem,
            List<Line> going,
            List<Line> kept,
            boolean noted,
            boolean numbered,
            String note) {}

    /** A dossier among them; {@code pick} is what the form sends, {@code why} the reason where it is not done. */
    public record Line(String href, String number, String procedure, String step, String pick, String why) {}

    /**
     * How far it is.
     *
     * @param here its own address
     * @param about in whose work and why, where work goes to somebody else; empty otherwise
     * @param over whether nothing goes on by itself any more
     * @param settled how many do not wait any more
     * @param signing results that have their number and are not issued yet, with what is waited for
     */
    public record Run(
            String here,
            String title,
            String about,
            String begun,
            boolean over,
            int all,
            int settled,
            int done,
            List<Line> signing,
            List<Line> exceptions) {}

    @Door(Door.Who.OFFICER)
    @GetMapping("/desk/many")
    ModelAndView look(
            OfficerAt who,
            @RequestParam(name = "do", defaultValue = "") String act,
            @RequestParam(defaultValue = "") List<String> pick,
            HttpServletRequest request) {
        if (act.isEmpty()) {
            return new ModelAndView("redirect:" + Languages.of(request).prefix() + "/desk");
        }
        return before(who, what(act), picks(pick), "", "", Ids.next(), HttpStatus.OK, request);
    }

    @Door(Door.Who.OFFICER)
    @PostMapping("/desk/many")
    ModelAndView begin(
            OfficerAt who,
            @RequestParam UUID command,
            @RequestParam(name = "do") String act,
            @RequestParam(defaultValue = "") List<String> pick,
            @RequestParam(defaultValue = "") String note,
            HttpServletRequest request) {
        var what = what(act);
        var language = Languages.of(request);
        try {
            batches.begin(who, command, what, note, seen(pick), site(), language);
        } catch (Refused refused) {
            if (!(refused.code() instanceof BatchRefusal)) {
                throw refused;
            }
            return before(
                    who,
                    what,
                    picks(pick),
                    note,
                    messages.say(language, refused),
                    command,
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    request);
        }
        return new ModelAndView("redirect:" + language.prefix() + "/desk/many/" + command);
    }

    @Door(Door.Who.OFFICER)
    @GetMapping("/desk/many/{id}")
    ModelAndView run(OfficerAt who, @PathVariable String id, HttpServletRequest request) {
        var report = batches.report(who, Ids.of(id).orElseThrow(() -> new Refused(AccessRefusal.NOT_THERE)));
        var speech = new Speech(messages, Languages.of(request));
        var batch = report.batch();
        int open = report.count(Batch.State.WAITING) + report.signing().size();
        return Pages.show(
                "desk/many-run",
                new Run(
                        "/desk/many/" + batch.id(),
                        speech.t("desk.many.do." + batch.what()),
                        batch.from().isEmpty()
                                ? batch.note()
                                : speech.t(
                                        "desk.many.about",
                                        batch.fromName(),
                                        batch.to().isPresent() ? batch.toName() : speech.t("desk.team.tray"),
                                        batch.note()),
                        VietnamTime.moment(batch.createdAt()),
                        report.over(),
                        report.items().size(),
                        report.items().size() - open,
                        report.done(),
                        report.signing().stream()
                                .map(it -> line(it, waitsFor(report.papers().get(it.no()), speech), speech))
                                .toList(),
                        report.exceptions().stream()
                                .map(it -> line(it, it.sentence(), speech))
                                .toList()));
    }

    private static Line line(Batch.Item it, String why, Speech speech) {
        return new Line(
                "/desk/dossiers/" + it.dossier(), number(it.number(), speech), it.procedure(), it.stepName(), "", why);
    }

    /** For what a result waits: its leader's word, a signing service that failed, or its turn. */
    private static String waitsFor(@Nullable Registered paper, Speech speech) {
        if (paper == null) {
            return "";
        }
        var draft = paper.draft();
        if (paper.orderedAt().isEmpty()) {
            return speech.t(
                    "desk.many.signing.word", draft.number(), draft.leader().name());
        }
        return paper.lastError().isEmpty()
                ? speech.t("desk.many.signing.turn", draft.number())
                : speech.t("desk.many.signing.failed", draft.number(), paper.lastError());
    }

    private static String site() {
        return ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString();
    }

    private ModelAndView before(
            OfficerAt who,
            Batch.What what,
            List<Pick> picks,
            String note,
            String problem,
            UUID command,
            HttpStatus status,
            HttpServletRequest request) {
        var speech = new Speech(messages, Languages.of(request));
        var kept = new ArrayList<Line>();
        var going = new ArrayList<Line>();
        for (var it : batches.look(who, what, picks, speech.language())) {
            (it.why().isPresent() ? kept : going).add(line(it, speech));
        }
        var trouble = problem.isEmpty() && going.isEmpty()
                ? messages.say(speech.language(), new Refused(BatchRefusal.BATCH_EMPTY))
                : problem;
        return Pages.show(
                "desk/many",
                new View(
                        word(what),
                        speech.t("desk.many.do." + what.name()),
                        command.toString(),
                        trouble,
                        going,
                        kept,
                        what.noted(),
                        what == Batch.What.ISSUE,
                        note),
                status);
    }

    private Line line(Candidate it, Speech speech) {
        return new Line(
                "/desk/dossiers/" + it.pick().dossier(),
                number(it.number(), speech),
                it.procedure(),
                it.stepName(),
                it.pick().dossier() + ":" + it.pick().step() + ":" + it.version(),
                it.why().map(why -> messages.say(speech.language(), why)).orElse(""));
    }

    private static String number(String number, Speech speech) {
        return number.isEmpty() ? speech.t("desk.noNumber") : number;
    }

    private static Batch.What what(String word) {
        return Arrays.stream(Batch.What.values())
                .filter(it -> it.action().isPresent() && word(it).equals(word))
                .findFirst()
                .orElseThrow(() -> new Refused(AccessRefusal.NOT_THERE));
    }

    private static String word(Batch.What what) {
        return what.name().toLowerCase(Locale.ROOT);
    }

    static List<Pick> picks(List<String> typed) {
        return seen(typed).stream().map(Batches.Seen::pick).toList();
    }

    /** What was chosen, as {@code dossier:step} or {@code dossier:step:version}; what is none is left out. */
    private static List<Batches.Seen> seen(List<String> typed) {
        return typed.stream()
                .map(it -> it.split(":", 3))
                .filter(it -> it.length >= 2 && Ids.of(it[0]).isPresent())
                .map(it -> new Batches.Seen(
                        new Pick(WorkspacePages.dossier(it[0]), it[1]),
                        it.length == 3 && it[2].matches("\\d{1,6}") ? Integer.parseInt(it[2]) : 0))
                .toList();
    }

    /** Reads an officer out of a form; what is none is not there. */
    static Optional<vn.motcua.identity.OfficerId> officer(String typed) {
        return typed.isEmpty()
                ? Optional.empty()
                : Optional.of(new vn.motcua.identity.OfficerId(
                        Ids.of(typed).orElseThrow(() -> new Refused(AccessRefusal.NOT_THERE))));
    }
}
