package vn.motcua.payment.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.motcua.dossier.DossierId;
import vn.motcua.identity.AccessRefusal;
import vn.motcua.identity.Door;
import vn.motcua.identity.Door.Who;
import vn.motcua.identity.SignedIn.OfficerAt;
import vn.motcua.organization.UnitId;
import vn.motcua.organization.Units;
import vn.motcua.payment.PaymentRefusal;
import vn.motcua.payment.ReceiptDesk;
import vn.motcua.payment.ReceiptNumber;
import vn.motcua.payment.ReceiptSheet;
import vn.motcua.shared.Ids;
import vn.motcua.shared.Language;
import vn.motcua.shared.Languages;
import vn.motcua.shared.Messages;
import vn.motcua.shared.Pages;
import vn.motcua.shared.Refused;
import vn.motcua.shared.VietnamTime;

/** Where receipts that say something wrong are corrected. */
@Controller
class WrongReceiptPages {

    private static final String HERE = "/desk/money/corrections";
    private static final String FORM = "/desk/dossiers/{id}/receipts/{no}/correct";

    private final ReceiptDesk desk;
    private final Units units;
    private final Messages messages;

    WrongReceiptPages(ReceiptDesk desk, Units units, Messages messages) {
        this.desk = desk;
        this.units = units;
        this.messages = messages;
    }

    /** What stands on a receipt, to be corrected. */
    @Door(Who.OFFICER)
    @GetMapping(FORM)
    ModelAndView form(@PathVariable String id, @PathVariable String no, OfficerAt who, HttpServletRequest request) {
        return form(
                who,
                dossier(id),
                no,
                Map.of("command", Ids.next().toString()),
                "",
                "",
                HttpStatus.OK,
                Languages.of(request));
    }

    @Door(Who.OFFICER)
    @PostMapping(FORM)
    ModelAndView propose(
            @PathVariable String id,
            @PathVariable String no,
            @RequestParam UUID command,
            @RequestParam Map<String, String> typed,
            OfficerAt who,
            HttpServletRequest request) {
        var dossier = dossier(id);
        try {
            desk.propose(
                    who, command, dossier, no, typed.getOrDefault("way", ""), typed, typed.getOrDefault("reason", ""));
        } catch (Refused refused) {
            if (!(refused.code() instanceof PaymentRefusal code)) {
                throw refused;
            }
            var language = Languages.of(request);
            return form(
                    who,
                    dossier,
                    no,
                    typed,
                    messages.say(language, refused),
                    field(code),
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    language);
        }
        return new ModelAndView("redirect:" + HERE + "/" + command);
    }

    private static String field(PaymentRefusal code) {
        return switch (code) {
            case CORRECTION_WAY, CORRECTION_TAX_CODE -> "way";
            case CORRECTION_EMPTY, CORRECTION_NOTHING -> ReceiptSheet.Part.PAYER.name();
            default -> "reason";
        };
    }

    private ModelAndView form(
            OfficerAt who,
            DossierId dossier,
            String no,
            Map<String, String> typed,
            String wrong,
            String field,
            HttpStatus status,
            Language language) {
        var it = desk.correctable(who, dossier, no);
        var problem = !it.may() ? "counter" : !it.stands() ? "gone" : it.open() ? "open" : "";
        return Pages.show(
                "payment/correction-form",
                new CorrectionView.Form(
                        "/desk/dossiers/" + dossier,
                        number(it.number()),
                        "/desk/dossiers/" + dossier + "/receipts/" + it.number().word() + "/correct",
                        typed.getOrDefault("command", ""),
                        inputs(it, typed, language),
                        it.ways().stream()
                                .map(way -> new CorrectionView.Choice(
                                        way, messages.say(language, "payment.correction.way." + way + ".long")))
                                .toList(),
                        typed.getOrDefault("way", it.ways().getFirst()),
                        typed.getOrDefault("reason", ""),
                        problem.isEmpty() ? "" : messages.say(language, "payment.correction." + problem),
                        wrong,
                        field),
                status);
    }

    private List<CorrectionView.Input> inputs(
            ReceiptDesk.Correctable it, Map<String, String> typed, Language language) {
        var inputs = new ArrayList<CorrectionView.Input>();
        for (var part : ReceiptSheet.Part.values()) {
            inputs.add(new CorrectionView.Input(
                    part.name(),
                    messages.say(language, "payment.correction.part." + part),
                    typed.getOrDefault(part.name(), it.sheet().at(part))));
        }
        for (int at = 0; at < it.lines().size(); at++) {
            var line = it.lines().get(at);
            inputs.add(new CorrectionView.Input(
                    "line." + at,
                    messages.say(language, "payment.correction.line", at + 1),
                    typed.getOrDefault("line." + at, line.name())));
            inputs.add(new CorrectionView.Input(
                    "legal." + at,
                    messages.say(language, "payment.correction.legal", at + 1),
                    typed.getOrDefault("legal." + at, line.legal())));
        }
        return inputs;
    }

    @Door(Who.OFFICER)
    @GetMapping(HERE)
    ModelAndView all(OfficerAt who, HttpServletRequest request) {
        var language = Languages.of(request);
        return Pages.show(
                "payment/corrections",
                new CorrectionView.All(desk.all(who).stream()
                        .map(it -> new CorrectionView.Line(
                                it.id().toString(),
                                VietnamTime.moment(it.proposedAt()),
                                name(it.unit(), language),
                                number(it.receipt()),
                                messages.say(language, "payment.correction.way." + it.way()),
                                messages.say(language, "payment.correction.state." + it.state()),
                                tone(it.state())))
                        .toList()));
    }

    /** One of another agency, one that is not there and what is no id answer alike. */
    @Door(Who.OFFICER)
    @GetMapping(HERE + "/{id}")
    ModelAndView one(@PathVariable String id, OfficerAt who, HttpServletRequest request) {
        return one(who, correction(id), "", "", HttpStatus.OK, Languages.of(request));
    }

    /** The second person's word. */
    @Door(Who.OFFICER)
    @PostMapping(HERE + "/{id}/decide")
    ModelAndView decide(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String decision,
            @RequestParam(defaultValue = "") String answer,
            OfficerAt who,
            HttpServletRequest request) {
        var correction = correction(id);
        try {
            desk.decide(who, correction, decision.equals("approve"), answer);
        } catch (Refused refused) {
            if (refused.code() != PaymentRefusal.CORRECTION_REASON
                    && refused.code() != PaymentRefusal.CORRECTION_GONE) {
                throw refused;
            }
            var language = Languages.of(request);
            return one(
                    who,
                    correction,
                    answer,
                    messages.say(language, refused),
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    language);
        }
        return new ModelAndView("redirect:" + HERE + "/" + correction);
    }

    private ModelAndView one(
            OfficerAt who, UUID id, String answer, String wrong, HttpStatus status, Language language) {
        var it = desk.one(who, id);
        return Pages.show(
                "payment/correction",
                new CorrectionView.One(
                        it.id().toString(),
                        "/desk/dossiers/" + it.dossier(),
                        messages.say(language, "payment.correction.state." + it.state()),
                        tone(it.state()),
                        it.changes().stream()
                                .map(one -> new CorrectionView.Change(
                                        one.part()
                                                .map(part -> messages.say(language, "payment.correction.part." + part))
                                                .orElseGet(() -> messages.say(language, "payment.correction.aLine")),
                                        one.before(),
                                        one.after()))
                                .toList(),
                        facts(it, language),
                        it.decides(),
                        answer,
                        wrong),
                status);
    }

    private List<CorrectionView.Fact> facts(ReceiptDesk.Shown it, Language language) {
        var facts = new ArrayList<CorrectionView.Fact>();
        add(facts, language, "receipt", number(it.receipt()));
        add(facts, language, "way", messages.say(language, "payment.correction.way." + it.way()));
        it.by().ifPresent(by -> add(facts, language, "by", number(by)));
        add(facts, language, "reason", it.reason());
        add(facts, language, "proposer", it.proposer() + ", " + VietnamTime.moment(it.proposedAt()));
        it.decidedAt().ifPresent(at -> add(facts, language, "decider", it.decider() + ", " + VietnamTime.moment(at)));
        add(facts, language, "answer", it.answer());
        return facts;
    }

    private void add(List<CorrectionView.Fact> facts, Language language, String what, String value) {
        if (!value.isEmpty()) {
            facts.add(new CorrectionView.Fact(messages.say(language, "payment.correction.fact." + what), value));
        }
    }

    private static String tone(String state) {
        return switch (state) {
            case "DONE" -> "good";
            case "REFUSED" -> "";
            default -> "warn";
        };
    }

    private static String number(ReceiptNumber it) {
        return it.series() + " " + it.digits();
    }

    private String name(UnitId id, Language language) {
        return units.unit(id).map(it -> it.name(language)).orElse("");
    }

    private static DossierId dossier(String id) {
        return Ids.of(id).map(DossierId::new).orElseThrow(WrongReceiptPages::notThere);
    }

    private static UUID correction(String id) {
        return Ids.of(id).orElseThrow(WrongReceiptPages::notThere);
    }

    private static Refused notThere() {
        return new Refused(AccessRefusal.NOT_THERE);
    }
}
