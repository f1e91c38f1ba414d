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
import vn.motcua.payment.PaymentChannel;
import vn.motcua.payment.PaymentRefusal;
import vn.motcua.payment.RefundDesk;
import vn.motcua.payment.RefundState;
import vn.motcua.shared.Ids;
import vn.motcua.shared.Language;
import vn.motcua.shared.Languages;
import vn.motcua.shared.Messages;
import vn.motcua.shared.Pages;
import vn.motcua.shared.Refused;
import vn.motcua.shared.VietnamTime;

/** Where refunds are asked for, agreed to by a second person, and paid out. */
@Controller
class RefundPages {

    private static final String HERE = "/desk/money/refunds";

    private final RefundDesk desk;
    private final Units units;
    private final Messages messages;

    RefundPages(RefundDesk desk, Units units, Messages messages) {
        this.desk = desk;
        this.units = units;
        this.messages = messages;
    }

    /** What can go back for a dossier. */
    @Door(Who.OFFICER)
    @GetMapping("/desk/dossiers/{id}/refund")
    ModelAndView form(@PathVariable String id, OfficerAt who, HttpServletRequest request) {
        return form(
                who,
                dossier(id),
                Map.of("command", Ids.next().toString()),
                "",
                "",
                HttpStatus.OK,
                Languages.of(request));
    }

    @Door(Who.OFFICER)
    @PostMapping("/desk/dossiers/{id}/refund")
    ModelAndView propose(
            @PathVariable String id,
            @RequestParam UUID command,
            @RequestParam Map<String, String> typed,
            OfficerAt who,
            HttpServletRequest request) {
        var dossier = dossier(id);
        try {
            desk.propose(
                    who,
                    command,
                    dossier,
                    new RefundDesk.Proposal(
                            typed.getOrDefault("source", ""),
                            typed.getOrDefault("amount", ""),
                            typed.getOrDefault("way", ""),
                            typed.getOrDefault("account", ""),
                            typed.getOrDefault("reason", "")));
        } catch (Refused refused) {
            if (!(refused.code() instanceof PaymentRefusal code)) {
                throw refused;
            }
            var language = Languages.of(request);
            return form(
                    who,
                    dossier,
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
            case REFUND_OF_WHAT -> "source";
            case REFUND_TOO_MUCH -> "amount";
            case REFUND_WAY -> "way";
            case REFUND_ACCOUNT -> "account";
            default -> "reason";
        };
    }

    private ModelAndView form(
            OfficerAt who,
            DossierId dossier,
            Map<String, String> typed,
            String wrong,
            String field,
            HttpStatus status,
            Language language) {
        var asked = desk.sources(who, dossier);
        var sources = asked.orElse(List.of());
        var ways = sources.stream()
                .flatMap(it -> it.ways().stream())
                .distinct()
                .sorted()
                .toList();
        return Pages.show(
                "payment/refund-form",
                new RefundView.Form(
                        "/desk/dossiers/" + dossier,
                        typed.getOrDefault("command", ""),
                        sources.stream()
                                .map(it -> new RefundView.Choice(
                                        it.key(),
                                        messages.say(
                                                language,
                                                it.collected() ? "payment.refund.collected" : "payment.refund.strayed",
                                                it.amount(),
                                                messages.say(language, "payment.channel." + it.channel()),
                                                it.left())))
                                .toList(),
                        ways.stream()
                                .map(it -> new RefundView.Choice(
                                        it.name(), messages.say(language, "payment.refund.way." + it)))
                                .toList(),
                        typed.getOrDefault(
                                "source",
                                sources.size() == 1 ? sources.getFirst().key() : ""),
                        typed.getOrDefault("amount", ""),
                        typed.getOrDefault("way", ""),
                        typed.getOrDefault("account", ""),
                        typed.getOrDefault("reason", ""),
                        wrong,
                        field,
                        asked.isPresent(),
                        desk.elsewhere(who, dossier).stream()
                                .map(it -> new RefundView.Elsewhere(
                                        messages.say(language, "payment.refund.together", it.amount(), it.together()),
                                        "/desk/dossiers/" + it.with() + "/refund"))
                                .toList()),
                status);
    }

    @Door(Who.OFFICER)
    @GetMapping(HERE)
    ModelAndView all(OfficerAt who, HttpServletRequest request) {
        var language = Languages.of(request);
        return Pages.show(
                "payment/refunds",
                new RefundView.All(desk.all(who).stream()
                        .map(it -> new RefundView.Line(
                                it.id().toString(),
                                VietnamTime.moment(it.proposedAt()),
                                name(it.unit(), language),
                                it.amount().toString(),
                                messages.say(language, "payment.refund.way." + it.way()),
                                messages.say(language, "payment.refund.state." + it.state()),
                                tone(it.state())))
                        .toList()));
    }

    /** One of another agency, one that is not there and what is no id answer alike. */
    @Door(Who.OFFICER)
    @GetMapping(HERE + "/{id}")
    ModelAndView one(@PathVariable String id, OfficerAt who, HttpServletRequest request) {
        return one(who, refund(id), "", "", HttpStatus.OK, Languages.of(request));
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
        var refund = refund(id);
        try {
            desk.decide(who, refund, decision.equals("approve"), answer);
        } catch (Refused refused) {
            if (refused.code() != PaymentRefusal.REFUND_REASON) {
                throw refused;
            }
            var language = Languages.of(request);
            return one(
                    who,
                    refund,
                    answer,
                    messages.say(language, "payment.refund.whyNot"),
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    language);
        }
        return new ModelAndView("redirect:" + HERE + "/" + refund);
    }

    /** A cashier paid it back. */
    @Door(Who.OFFICER)
    @PostMapping(HERE + "/{id}/paid")
    ModelAndView paid(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String way,
            @RequestParam(defaultValue = "") String proof,
            OfficerAt who) {
        var refund = refund(id);
        desk.paidOut(
                who,
                refund,
                switch (way) {
                    case "CASH" -> PaymentChannel.CASH;
                    case "CARD" -> PaymentChannel.CARD;
                    default -> PaymentChannel.VIETQR;
                },
                proof);
        return new ModelAndView("redirect:" + HERE + "/" + refund);
    }

    private ModelAndView one(
            OfficerAt who, UUID id, String answer, String wrong, HttpStatus status, Language language) {
        var it = desk.one(who, id);
        return Pages.show(
                "payment/refund",
                new RefundView.One(
                        it.id().toString(),
                        "/desk/dossiers/" + it.dossier(),
                        messages.say(language, "payment.refund.state." + it.state()),
                        tone(it.state()),
                        facts(it, language),
                        it.decides(),
                        it.pays(),
                        it.channel() == PaymentChannel.CARD
                                ? List.of("CARD", "CASH", "VIETQR")
                                : List.of("CASH", "VIETQR"),
                        it.way() == PaymentChannel.GATEWAY ? "VIETQR" : it.way().name(),
                        answer,
                        wrong),
                status);
    }

    private List<RefundView.Choice> facts(RefundDesk.Shown it, Language language) {
        var facts = new ArrayList<RefundView.Choice>();
        add(facts, language, "amount", it.amount().toString());
        add(
                facts,
                language,
                "of",
                messages.say(
                        language,
                        it.collected() ? "payment.refund.of.collected" : "payment.refund.of.strayed",
                        messages.say(language, "payment.channel." + it.channel())));
        add(facts, language, "way", messages.say(language, "payment.refund.way." + it.way()));
        add(facts, language, "account", it.account());
        add(facts, language, "reason", it.reason());
        add(facts, language, "proposer", said(it.proposer(), VietnamTime.moment(it.proposedAt())));
        it.decidedAt().ifPresent(at -> add(facts, language, "decider", said(it.decider(), VietnamTime.moment(at))));
        add(facts, language, "answer", it.answer());
        it.paidAt().ifPresent(at -> add(facts, language, "paid", said(it.payer(), VietnamTime.moment(at))));
        add(facts, language, "proof", it.proof());
        return facts;
    }

    private void add(List<RefundView.Choice> facts, Language language, String what, String value) {
        if (!value.isEmpty()) {
            facts.add(new RefundView.Choice(messages.say(language, "payment.refund.fact." + what), value));
        }
    }

    private static String said(String name, String at) {
        return name.isEmpty() ? at : name + ", " + at;
    }

    private static String tone(RefundState state) {
        return switch (state) {
            case PAID_BACK -> "good";
            case REFUSED -> "";
            case PROPOSED, APPROVED, SENT, FAILED -> "warn";
        };
    }

    private String name(UnitId id, Language language) {
        return units.unit(id).map(it -> it.name(language)).orElse("");
    }

    private static DossierId dossier(String id) {
        return Ids.of(id).map(DossierId::new).orElseThrow(RefundPages::notThere);
    }

    private static UUID refund(String id) {
        return Ids.of(id).orElseThrow(RefundPages::notThere);
    }

    private static Refused notThere() {
        return new Refused(AccessRefusal.NOT_THERE);
    }
}
