package vn.motcua.privacy.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.motcua.catalogue.Catalogue;
import vn.motcua.dossier.DossierId;
import vn.motcua.identity.AccessRefusal;
import vn.motcua.identity.Door;
import vn.motcua.identity.Door.Who;
import vn.motcua.identity.SignedIn.OfficerAt;
import vn.motcua.organization.Units;
import vn.motcua.privacy.RetentionDesk;
import vn.motcua.shared.Ids;
import vn.motcua.shared.Language;
import vn.motcua.shared.Languages;
import vn.motcua.shared.Messages;
import vn.motcua.shared.Pages;
import vn.motcua.shared.RefusalCode;
import vn.motcua.shared.Refused;
import vn.motcua.shared.VietnamTime;

/** Dossiers whose time of retention is over: proposed by the archivist, confirmed by who leads. */
@Controller
public class RetentionPages {

    private final RetentionDesk desk;
    private final Catalogue catalogue;
    private final Units units;
    private final Messages messages;

    RetentionPages(RetentionDesk desk, Catalogue catalogue, Units units, Messages messages) {
        this.desk = desk;
        this.catalogue = catalogue;
        this.units = units;
        this.messages = messages;
    }

    /**
     * The page.
     *
     * @param wrong what is wrong with what was sent, empty when nothing is
     * @param wrongAt the dossier whose reason that is about, empty for the list
     */
    public record View(
            List<Row> toPropose, List<Row> toConfirm, List<Row> others, boolean done, String wrong, String wrongAt) {}

    /**
     * A dossier.
     *
     * @param mayHold whether they may hold it
     * @param held why it is held, empty when it is not
     */
    public record Row(
            String id,
            String number,
            String procedure,
            String unit,
            String endsOn,
            String rule,
            String state,
            String held,
            boolean mayHold) {}

    @Door(Who.OFFICER)
    @GetMapping("/desk/retention")
    ModelAndView list(OfficerAt who, @RequestParam(defaultValue = "") String done, HttpServletRequest request) {
        return page(who, !done.isEmpty(), "", "", HttpStatus.OK, Languages.of(request));
    }

    /** Proposes to destroy what was chosen. */
    @Door(Who.OFFICER)
    @PostMapping("/desk/retention/propose")
    ModelAndView propose(
            OfficerAt who, @RequestParam(defaultValue = "") List<String> dossier, HttpServletRequest request) {
        return done(who, "", request, () -> desk.propose(who, chosen(dossier)));
    }

    /** Confirms what was chosen, or sends it back. */
    @Door(Who.OFFICER)
    @PostMapping("/desk/retention/decide")
    ModelAndView decide(
            OfficerAt who,
            @RequestParam(defaultValue = "") List<String> dossier,
            @RequestParam(name = "do", defaultValue = "") String what,
            HttpServletRequest request) {
        return done(who, "", request, () -> {
            if (what.equals("confirm")) {
                desk.confirm(who, chosen(dossier));
            } else {
                desk.refuse(who, chosen(dossier));
            }
        });
    }

    /** Holds one. */
    @Door(Who.OFFICER)
    @PostMapping("/desk/retention/{dossier}/hold")
    ModelAndView hold(
            OfficerAt who,
            @PathVariable String dossier,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request) {
        return done(who, dossier, request, () -> desk.hold(who, id(dossier), reason));
    }

    /** Lets go of it. */
    @Door(Who.OFFICER)
    @PostMapping("/desk/retention/{dossier}/release")
    ModelAndView release(OfficerAt who, @PathVariable String dossier, HttpServletRequest request) {
        return done(who, dossier, request, () -> desk.release(who, id(dossier)));
    }

    private ModelAndView done(OfficerAt who, String at, HttpServletRequest request, Runnable work) {
        var language = Languages.of(request);
        try {
            work.run();
            return new ModelAndView("redirect:" + language.prefix() + "/desk/retention?done=yes");
        } catch (Refused refused) {
            if (refused.code().kind() != RefusalCode.Kind.NOT_VALID) {
                throw refused;
            }
            return page(who, false, messages.say(language, refused), at, HttpStatus.UNPROCESSABLE_CONTENT, language);
        }
    }

    private ModelAndView page(
            OfficerAt who, boolean done, String wrong, String wrongAt, HttpStatus status, Language language) {
        var page = desk.list(who);
        var over = rows(page, RetentionDesk.State.OVER, page.archivist(), language);
        var proposed = rows(page, RetentionDesk.State.PROPOSED, page.leader(), language);
        var shown = List.of(over, proposed).stream()
                .flatMap(List::stream)
                .map(Row::id)
                .toList();
        var others = page.rows().stream()
                .map(it -> row(it, page, language))
                .filter(it -> !shown.contains(it.id()))
                .toList();
        return Pages.show("privacy/retention", new View(over, proposed, others, done, wrong, wrongAt), status);
    }

    private List<Row> rows(RetentionDesk.Page page, RetentionDesk.State state, boolean theirs, Language language) {
        return !theirs
                ? List.of()
                : page.rows().stream()
                        .filter(it -> it.state() == state)
                        .map(it -> row(it, page, language))
                        .toList();
    }

    private Row row(RetentionDesk.Row it, RetentionDesk.Page page, Language language) {
        return new Row(
                it.dossier().toString(),
                it.number().orElseGet(() -> messages.say(language, "privacy.retention.noNumber")),
                catalogue
                        .find(it.procedure())
                        .map(found -> found.shortName(language))
                        .orElse(it.procedure()),
                units.unit(it.unit()).map(unit -> unit.name(language)).orElse(""),
                VietnamTime.day(it.endsOn()),
                it.rule(),
                messages.say(language, "privacy.retention.state." + it.state()),
                it.held().orElse(""),
                page.archivist());
    }

    private static List<DossierId> chosen(List<String> typed) {
        return typed.stream()
                .filter(it -> !it.isEmpty())
                .map(RetentionPages::id)
                .toList();
    }

    private static DossierId id(String typed) {
        return Optional.of(typed)
                .flatMap(Ids::of)
                .map(DossierId::new)
                .orElseThrow(() -> new Refused(AccessRefusal.NOT_THERE));
    }
}
