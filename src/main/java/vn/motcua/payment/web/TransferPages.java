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
import vn.motcua.payment.PaymentRefusal;
import vn.motcua.payment.TransferDesk;
import vn.motcua.shared.Ids;
import vn.motcua.shared.Language;
import vn.motcua.shared.Languages;
import vn.motcua.shared.Messages;
import vn.motcua.shared.Pages;
import vn.motcua.shared.Refused;
import vn.motcua.shared.VietnamTime;

/** Where money on statements that belongs to no order is worked with. */
@Controller
class TransferPages {

    private static final String HERE = "/desk/money/unidentified";

    private final TransferDesk desk;
    private final Units units;
    private final Messages messages;

    TransferPages(TransferDesk desk, Units units, Messages messages) {
        this.desk = desk;
        this.units = units;
        this.messages = messages;
    }

    @Door(Who.OFFICER)
    @GetMapping(HERE)
    ModelAndView all(
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String q,
            OfficerAt who,
            HttpServletRequest request) {
        var language = Languages.of(request);
        var settled = state.equals("settled");
        var lines = desk.all(who, settled, q);
        return Pages.show(
                "payment/transfers",
                new TransferView.All(
                        lines.stream().map(it -> line(it, language)).toList(),
                        settled,
                        q,
                        lines.size() < TransferDesk.LISTED ? "" : Integer.toString(TransferDesk.LISTED)));
    }

    /** One of another agency, one that is not there and what is no id answer alike. */
    @Door(Who.OFFICER)
    @GetMapping(HERE + "/{id}")
    ModelAndView one(@PathVariable String id, OfficerAt who, HttpServletRequest request) {
        return one(who, transfer(id), "", "", Map.of(), HttpStatus.OK, Languages.of(request));
    }

    /** It pays that order. */
    @Door(Who.OFFICER)
    @PostMapping(HERE + "/{id}/assign")
    ModelAndView assign(
            @PathVariable String id,
            @RequestParam Map<String, String> typed,
            OfficerAt who,
            HttpServletRequest request) {
        var written = typed.getOrDefault("reference", "");
        var order = written.isBlank() ? typed.getOrDefault("order", "") : written;
        return done(who, transfer(id), "reference", typed, request, it -> desk.assign(who, it, order));
    }

    /** It ends without an order, if a second person agrees. */
    @Door(Who.OFFICER)
    @PostMapping(HERE + "/{id}/propose")
    ModelAndView propose(
            @PathVariable String id,
            @RequestParam Map<String, String> typed,
            OfficerAt who,
            HttpServletRequest request) {
        return done(
                who,
                transfer(id),
                "reason",
                typed,
                request,
                it -> desk.propose(who, it, typed.getOrDefault("ending", ""), typed.getOrDefault("reason", "")));
    }

    /** The second person's word. */
    @Door(Who.OFFICER)
    @PostMapping(HERE + "/{id}/decide")
    ModelAndView decide(
            @PathVariable String id,
            @RequestParam Map<String, String> typed,
            OfficerAt who,
            HttpServletRequest request) {
        return done(
                who,
                transfer(id),
                "answer",
                typed,
                request,
                it -> desk.decide(
                        who, it, typed.getOrDefault("decision", "").equals("agree"), typed.getOrDefault("answer", "")));
    }

    /** It went back. */
    @Door(Who.OFFICER)
    @PostMapping(HERE + "/{id}/paid")
    ModelAndView paid(@PathVariable String id, @RequestParam(defaultValue = "") String voucher, OfficerAt who) {
        var transfer = transfer(id);
        desk.givenBack(who, transfer, voucher);
        return new ModelAndView("redirect:" + HERE + "/" + transfer);
    }

    @FunctionalInterface
    private interface Doing {
        void to(UUID id);
    }

    private ModelAndView done(
            OfficerAt who, UUID id, String field, Map<String, String> typed, HttpServletRequest request, Doing doing) {
        try {
            doing.to(id);
        } catch (Refused refused) {
            if (!(refused.code() instanceof PaymentRefusal code)) {
                throw refused;
            }
            return switch (code) {
                case TRANSFER_ORDER, TRANSFER_REASON -> again(who, id, field, typed, refused, request);
                case TRANSFER_ENDING -> again(who, id, "ending", typed, refused, request);
                default -> throw refused;
            };
        }
        return new ModelAndView("redirect:" + HERE + "/" + id);
    }

    private ModelAndView again(
            OfficerAt who,
            UUID id,
            String field,
            Map<String, String> typed,
            Refused refused,
            HttpServletRequest request) {
        var language = Languages.of(request);
        return one(who, id, messages.say(language, refused), field, typed, HttpStatus.UNPROCESSABLE_CONTENT, language);
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
                "payment/transfer",
                new TransferView.One(
                        line(it.line(), language),
                        it.dossier().map(dossier -> "/desk/dossiers/" + dossier).orElse(""),
                        it.wanted()
                                .map(ending -> messages.say(language, "payment.transfer.ending." + ending))
                                .orElse(""),
                        it.candidates().stream()
                                .map(one -> new TransferView.Candidate(
                                        one.reference(),
                                        VietnamTime.moment(one.until()),
                                        "/desk/dossiers/" + one.dossier()))
                                .toList(),
                        it.history().stream()
                                .map(one -> new TransferView.Happened(
                                        messages.say(language, "payment.transfer.event." + one.event()),
                                        VietnamTime.moment(one.at()),
                                        one.name(),
                                        one.said()))
                                .toList(),
                        it.assigns(),
                        it.proposes(),
                        it.decides(),
                        it.pays(),
                        wrong,
                        field,
                        typed),
                status);
    }

    private TransferView.Line line(TransferDesk.Line it, Language language) {
        return new TransferView.Line(
                it.id().toString(),
                VietnamTime.moment(it.at()),
                units.unit(it.unit()).map(unit -> unit.name(language)).orElse(""),
                it.amount().toString(),
                it.words(),
                messages.say(
                        language,
                        it.account().isEmpty() ? "payment.transfer.gateway" : "payment.transfer.account",
                        it.account(),
                        it.transaction()),
                messages.say(language, "payment.transfer.state." + it.state()),
                switch (it.state()) {
                    case ASSIGNED, GIVEN_BACK, OTHER_INCOME -> "good";
                    case WAITING, PROPOSED, TO_GIVE_BACK -> "warn";
                });
    }

    private static UUID transfer(String id) {
        return Ids.of(id).orElseThrow(() -> new Refused(AccessRefusal.NOT_THERE));
    }
}
