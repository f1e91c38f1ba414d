package vn.motcua.payment.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.UUID;
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
import vn.motcua.identity.SignedIn.OfficerAt;
import vn.motcua.organization.Units;
import vn.motcua.payment.DifferenceDesk;
import vn.motcua.payment.PaymentRefusal;
import vn.motcua.shared.Dong;
import vn.motcua.shared.Ids;
import vn.motcua.shared.Language;
import vn.motcua.shared.Languages;
import vn.motcua.shared.Messages;
import vn.motcua.shared.Pages;
import vn.motcua.shared.Refused;
import vn.motcua.shared.VietnamTime;

/** Where differences between statements and what is recorded are settled. */
@Controller
class DifferencePages {

    private static final String HERE = "/desk/money/differences";

    private final DifferenceDesk desk;
    private final Units units;
    private final Messages messages;

    DifferencePages(DifferenceDesk desk, Units units, Messages messages) {
        this.desk = desk;
        this.units = units;
        this.messages = messages;
    }

    @Door(Who.OFFICER)
    @GetMapping(HERE)
    ModelAndView all(@RequestParam(defaultValue = "") String state, OfficerAt who, HttpServletRequest request) {
        var language = Languages.of(request);
        var settled = state.equals("settled");
        var lines = desk.all(who, settled);
        return Pages.show(
                "payment/differences",
                new DifferenceView.All(
                        lines.stream().map(it -> line(it, language)).toList(),
                        settled,
                        lines.size() < DifferenceDesk.LISTED ? "" : Integer.toString(DifferenceDesk.LISTED)));
    }

    /** One of another agency, one that is not there and what is no id answer alike. */
    @Door(Who.OFFICER)
    @GetMapping(HERE + "/{id}")
    ModelAndView one(@PathVariable String id, OfficerAt who, HttpServletRequest request) {
        return one(who, difference(id), "", "", Map.of(), HttpStatus.OK, Languages.of(request));
    }

    /** How it ends. */
    @Door(Who.OFFICER)
    @PostMapping(HERE + "/{id}/propose")
    ModelAndView propose(
            @PathVariable String id,
            @RequestParam Map<String, String> typed,
            OfficerAt who,
            HttpServletRequest request) {
        var it = difference(id);
        try {
            desk.propose(who, it, typed.getOrDefault("ending", ""), typed.getOrDefault("reason", ""));
        } catch (Refused refused) {
            return again(who, it, "reason", typed, refused, request);
        }
        return new ModelAndView("redirect:" + HERE + "/" + it);
    }

    /** The second person's word. */
    @Door(Who.OFFICER)
    @PostMapping(HERE + "/{id}/decide")
    ModelAndView decide(
            @PathVariable String id,
            @RequestParam Map<String, String> typed,
            OfficerAt who,
            HttpServletRequest request) {
        var it = difference(id);
        try {
            desk.decide(who, it, typed.getOrDefault("decision", "").equals("agree"), typed.getOrDefault("answer", ""));
        } catch (Refused refused) {
            return again(who, it, "answer", typed, refused, request);
        }
        return new ModelAndView("redirect:" + HERE + "/" + it);
    }

    private ModelAndView again(
            OfficerAt who,
            UUID id,
            String field,
            Map<String, String> typed,
            Refused refused,
            HttpServletRequest request) {
        var ending = refused.code() == PaymentRefusal.DIFFERENCE_ENDING;
        if (!ending && refused.code() != PaymentRefusal.DIFFERENCE_REASON) {
            throw refused;
        }
        var language = Languages.of(request);
        return one(
                who,
                id,
                messages.say(language, refused),
                ending ? "ending" : field,
                typed,
                HttpStatus.UNPROCESSABLE_CONTENT,
                language);
    }

    private ModelAndView one(
            OfficerAt who,
            UUID id,
            String wrong,
            String field,
            Map<String, String> typed,
            HttpStatus status,
            Language language) {
        var it = desk.one(who, id);
        return Pages.show(
                "payment/difference",
                new DifferenceView.One(
                        line(it.line(), language),
                        messages.say(
                                language,
                                "payment.difference.did."
                                        + it.line()
                                                .told()
                                                .map(_ -> "OTHER_AMOUNT")
                                                .orElse("MISSING"),
                                it.line().known(),
                                it.amount()),
                        "/desk/money/statements/" + it.statement(),
                        it.dossiers().stream()
                                .map(one -> "/desk/dossiers/" + one)
                                .toList(),
                        it.wanted()
                                .map(ending ->
                                        messages.say(language, "payment.difference.ending." + ending, it.amount()))
                                .orElse(""),
                        it.endings().stream()
                                .map(ending -> new DifferenceView.Choice(
                                        ending.name(),
                                        messages.say(language, "payment.difference.ending." + ending, it.amount())))
                                .toList(),
                        it.history().stream()
                                .map(one -> new DifferenceView.Happened(
                                        messages.say(language, "payment.difference.event." + one.event()),
                                        VietnamTime.moment(one.at()),
                                        one.name(),
                                        one.said()))
                                .toList(),
                        it.decides(),
                        wrong,
                        field,
                        typed),
                status);
    }

    private DifferenceView.Line line(DifferenceDesk.Line it, Language language) {
        return new DifferenceView.Line(
                it.id().toString(),
                VietnamTime.moment(it.at()),
                units.unit(it.unit()).map(unit -> unit.name(language)).orElse(""),
                messages.say(language, "payment.channel." + it.channel()),
                it.transaction(),
                it.known().toString(),
                it.told().map(Dong::toString).orElseGet(() -> messages.say(language, "payment.difference.none")),
                messages.say(language, "payment.difference.state." + it.state()),
                switch (it.state()) {
                    case EXPLAINED, SURPLUS, CAME -> "good";
                    case WAITING, PROPOSED, SHORT -> "warn";
                });
    }

    private static UUID difference(String id) {
        return Ids.of(id).orElseThrow(() -> new Refused(AccessRefusal.NOT_THERE));
    }
}
