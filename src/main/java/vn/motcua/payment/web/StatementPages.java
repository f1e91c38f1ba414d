package vn.motcua.payment.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import vn.motcua.identity.AccessRefusal;
import vn.motcua.identity.Door;
import vn.motcua.identity.Door.Who;
import vn.motcua.identity.SignedIn.OfficerAt;
import vn.motcua.organization.UnitId;
import vn.motcua.organization.Units;
import vn.motcua.payment.PaymentChannel;
import vn.motcua.payment.PaymentRefusal;
import vn.motcua.payment.Reconciliation;
import vn.motcua.shared.Dong;
import vn.motcua.shared.Ids;
import vn.motcua.shared.Language;
import vn.motcua.shared.Languages;
import vn.motcua.shared.Messages;
import vn.motcua.shared.Pages;
import vn.motcua.shared.Refused;
import vn.motcua.shared.VietnamTime;

/** Where statements are held against what is known. */
@Controller
class StatementPages {

    private static final String HERE = "/desk/money/statements";

    private final Reconciliation statements;
    private final Units units;
    private final Messages messages;

    StatementPages(Reconciliation statements, Units units, Messages messages) {
        this.statements = statements;
        this.units = units;
        this.messages = messages;
    }

    @Door(Who.OFFICER)
    @GetMapping(HERE)
    ModelAndView all(OfficerAt who, HttpServletRequest request) {
        return page(who, Ids.next().toString(), "", "", "", HttpStatus.OK, Languages.of(request));
    }

    @Door(Who.OFFICER)
    @PostMapping(HERE)
    ModelAndView take(
            OfficerAt who,
            @RequestParam UUID command,
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(defaultValue = "") String way,
            @RequestParam(required = false) @Nullable MultipartFile file,
            HttpServletRequest request)
            throws IOException {
        var of = Ids.of(unit).map(UnitId::new).orElseThrow(StatementPages::notThere);
        var channel = way.equals("gateway") ? PaymentChannel.GATEWAY : PaymentChannel.VIETQR;
        try {
            statements.take(
                    who, command, of, channel, file == null ? "" : new String(file.getBytes(), StandardCharsets.UTF_8));
        } catch (Refused refused) {
            if (!(refused.code() instanceof PaymentRefusal)) {
                throw refused;
            }
            return page(
                    who,
                    command.toString(),
                    unit,
                    way,
                    messages.say(Languages.of(request), refused),
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    Languages.of(request));
        }
        return new ModelAndView("redirect:" + HERE + "/" + command);
    }

    /** One of another agency, one that is not there and what is no id answer alike. */
    @Door(Who.OFFICER)
    @GetMapping(HERE + "/{id}")
    ModelAndView one(@PathVariable String id, OfficerAt who, HttpServletRequest request) {
        var language = Languages.of(request);
        var lines = statements.lines(who, Ids.of(id).orElseThrow(StatementPages::notThere));
        return Pages.show(
                "payment/statement",
                new MoneyView.Found(lines.stream().map(it -> line(it, language)).toList(), (int) lines.stream()
                        .filter(it -> !it.verdict().equals("KNOWN"))
                        .count()));
    }

    private MoneyView.FoundLine line(Reconciliation.Line it, Language language) {
        return new MoneyView.FoundLine(
                VietnamTime.moment(it.at()),
                it.transaction(),
                it.amount().toString(),
                messages.say(language, "payment.verdict." + it.verdict()),
                switch (it.verdict()) {
                    case "KNOWN", "PAID" -> "good";
                    default -> "warn";
                },
                it.known().map(Dong::toString).orElse(""));
    }

    private ModelAndView page(
            OfficerAt who,
            String command,
            String unit,
            String way,
            String wrong,
            HttpStatus status,
            Language language) {
        List<MoneyView.Unit> taking = statements.takingFor(who).stream()
                .map(it -> new MoneyView.Unit(it.toString(), name(it, language)))
                .toList();
        return Pages.show(
                "payment/statements",
                new MoneyView.Statements(
                        taking,
                        command,
                        unit,
                        way,
                        wrong,
                        statements.last(who).stream()
                                .map(it -> new MoneyView.Taken(
                                        it.id().toString(),
                                        name(it.unit(), language),
                                        messages.say(language, "payment.channel." + it.channel()),
                                        VietnamTime.moment(it.at()),
                                        it.itself() ? messages.say(language, "payment.statements.itself") : "",
                                        it.lines(),
                                        it.differences()))
                                .toList(),
                        statements.unread(who).stream()
                                .map(it -> new MoneyView.Unread(
                                        name(it.unit(), language),
                                        it.name(),
                                        VietnamTime.moment(it.at()),
                                        messages.say(language, it.why())))
                                .toList()),
                status);
    }

    private String name(UnitId id, Language language) {
        return units.unit(id).map(it -> it.name(language)).orElse("");
    }

    private static Refused notThere() {
        return new Refused(AccessRefusal.NOT_THERE);
    }
}
