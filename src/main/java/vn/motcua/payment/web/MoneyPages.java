package vn.motcua.payment.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.motcua.identity.AccessRefusal;
import vn.motcua.identity.Door;
import vn.motcua.identity.Door.Who;
import vn.motcua.identity.SignedIn.OfficerAt;
import vn.motcua.organization.UnitId;
import vn.motcua.organization.Units;
import vn.motcua.payment.Balance;
import vn.motcua.payment.MoneyDesk;
import vn.motcua.shared.Ids;
import vn.motcua.shared.Language;
import vn.motcua.shared.Languages;
import vn.motcua.shared.Messages;
import vn.motcua.shared.Pages;
import vn.motcua.shared.Refused;
import vn.motcua.shared.VietnamTime;

/** What a unit collected: the daily book, its spreadsheet, the report of receipts against the ledger. */
@Controller
class MoneyPages {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final MoneyDesk desk;
    private final Units units;
    private final Messages messages;
    private final Clock clock;

    MoneyPages(MoneyDesk desk, Units units, Messages messages, Clock clock) {
        this.desk = desk;
        this.units = units;
        this.messages = messages;
        this.clock = clock;
    }

    @Door(Who.OFFICER)
    @GetMapping("/desk/money")
    ModelAndView book(
            OfficerAt who,
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            HttpServletRequest request) {
        var language = Languages.of(request);
        var asked = asked(who, unit, from, to);
        var own = desk.units(who).stream()
                .map(it -> new MoneyView.Unit(it.toString(), name(it, language)))
                .toList();
        return Pages.show(
                "payment/money",
                asked.map(it -> shown(who, it, own, language))
                        .orElseGet(() -> new MoneyView(
                                own,
                                unit,
                                from,
                                to,
                                own.isEmpty() ? "" : messages.say(language, "payment.money.period"),
                                List.of(),
                                List.of(),
                                List.of(),
                                List.of(),
                                "",
                                false,
                                "")));
    }

    @Door(Who.OFFICER)
    @GetMapping("/desk/money.xlsx")
    void spreadsheet(
            OfficerAt who,
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            HttpServletResponse response)
            throws IOException {
        var asked = asked(who, unit, from, to).orElseThrow(() -> new Refused(AccessRefusal.NOT_THERE));
        response.setContentType(XLSX);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename("so-thu-%s-%s.xlsx".formatted(asked.from(), asked.to()))
                        .build()
                        .toString());
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        desk.write(who, asked.unit(), asked.from(), asked.to(), response.getOutputStream());
    }

    @Door(Who.OFFICER)
    @GetMapping("/desk/money/report")
    ModelAndView report(
            OfficerAt who,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            HttpServletRequest request) {
        var language = Languages.of(request);
        var first = day(from, VietnamTime.dayOf(clock.instant()).withDayOfMonth(1));
        var last = day(to, VietnamTime.dayOf(clock.instant()));
        if (first.isEmpty() || last.isEmpty() || first.get().isAfter(last.get())) {
            return Pages.show(
                    "payment/report", MoneyView.Report.wrong(from, to, messages.say(language, "payment.money.period")));
        }
        var lines = desk.report(who, first.get(), last.get());
        var standings = desk.standings(who, last.get());
        var back = desk.toPayBack(who, last.get());
        var sum = standings.stream()
                .map(MoneyDesk.Standing::ledger)
                .reduce(Balance::plus)
                .orElse(new Balance(0));
        return Pages.show(
                "payment/report",
                new MoneyView.Report(
                        first.get().toString(),
                        last.get().toString(),
                        "",
                        lines.stream()
                                .map(it -> new MoneyView.Balance(
                                        name(it.unit(), language),
                                        messages.say(language, "payment.account." + it.account()),
                                        messages.say(language, "payment.channel." + it.channel()),
                                        it.receipts().toString(),
                                        it.ledger().toString(),
                                        it.agrees()))
                                .toList(),
                        lines.stream()
                                .map(MoneyDesk.Compared::receipts)
                                .reduce(Balance::plus)
                                .map(Balance::toString)
                                .orElse(""),
                        lines.stream()
                                .map(MoneyDesk.Compared::ledger)
                                .reduce(Balance::plus)
                                .map(Balance::toString)
                                .orElse(""),
                        lines.stream().allMatch(MoneyDesk.Compared::agrees),
                        standings.stream()
                                .map(it -> new MoneyView.Standing(
                                        messages.say(language, "payment.account." + it.account()),
                                        it.ledger().toString(),
                                        it.papers().toString(),
                                        it.agrees()))
                                .toList(),
                        back(back, language),
                        back.filter(it -> it.differences() > 0)
                                .map(it -> messages.say(language, "payment.back.differences", it.differences()))
                                .orElse(""),
                        sum.toString(),
                        sum.amount() == 0 && standings.stream().allMatch(MoneyDesk.Standing::agrees)));
    }

    private List<MoneyView.Back> back(Optional<MoneyDesk.ToPayBack> it, Language language) {
        return it.stream()
                .flatMap(parts -> Stream.of(
                        back("MISPLACED", parts.misplaced(), "/desk/money/refunds", language),
                        back("REFUNDS", parts.refunds(), "/desk/money/refunds", language),
                        back("TRANSFERS", parts.transfers(), "/desk/money/unidentified", language)))
                .toList();
    }

    private MoneyView.Back back(String what, Balance amount, String path, Language language) {
        return new MoneyView.Back(messages.say(language, "payment.back." + what), amount.toString(), path);
    }

    /** What was asked for and can be shown. */
    private record Asked(UnitId unit, LocalDate from, LocalDate to) {}

    /** Today at the first unit unless something else is said; empty for a unit that is not theirs and for no period. */
    private Optional<Asked> asked(OfficerAt who, String unit, String from, String to) {
        var own = desk.units(who);
        var chosen = unit.isEmpty()
                ? own.stream().findFirst()
                : Ids.of(unit).map(UnitId::new).filter(own::contains);
        var today = VietnamTime.dayOf(clock.instant());
        var first = day(from, today);
        var last = day(to, today);
        return chosen.isEmpty()
                        || first.isEmpty()
                        || last.isEmpty()
                        || first.get().isAfter(last.get())
                ? Optional.empty()
                : Optional.of(new Asked(chosen.get(), first.get(), last.get()));
    }

    private MoneyView shown(OfficerAt who, Asked it, List<MoneyView.Unit> own, Language language) {
        var book = desk.book(who, it.unit(), it.from(), it.to());
        var same = "?unit=%s&from=%s&to=%s".formatted(encoded(it.unit().toString()), it.from(), it.to());
        var receipts =
                book.byChannel().stream().mapToInt(MoneyDesk.Sum::receipts).sum();
        return new MoneyView(
                own,
                it.unit().toString(),
                it.from().toString(),
                it.to().toString(),
                "",
                book.lines().stream()
                        .map(line -> new MoneyView.Line(
                                line.at(),
                                line.number(),
                                "/desk/dossiers/" + line.dossier(),
                                messages.say(language, "payment.channel." + line.channel()),
                                line.cashier(),
                                what(line, language),
                                line.amount().toString()))
                        .toList(),
                sums(book.byCashier(), name -> name.isEmpty() ? messages.say(language, "payment.money.online") : name),
                sums(book.byChannel(), name -> messages.say(language, "payment.channel." + name)),
                sums(book.byKind(), name -> messages.say(language, "payment.kind." + name)),
                book.total().toString(),
                receipts > book.lines().size(),
                "/desk/money.xlsx" + same);
    }

    /** What it is besides a receipt for money that was taken; nothing for one of those. */
    private String what(MoneyDesk.Line it, Language language) {
        return it.what().equals("ORIGINAL")
                ? ""
                : messages.say(
                        language, "payment.receipt." + it.what() + (it.of().isEmpty() ? "" : ".of"), it.of());
    }

    private static List<MoneyView.Sum> sums(List<MoneyDesk.Sum> sums, UnaryOperator<String> words) {
        return sums.stream()
                .map(it -> new MoneyView.Sum(
                        words.apply(it.name()), it.receipts(), it.amount().toString()))
                .toList();
    }

    private String name(UnitId id, Language language) {
        return units.unit(id).map(it -> it.name(language)).orElse("");
    }

    private static Optional<LocalDate> day(String typed, LocalDate otherwise) {
        if (typed.isEmpty()) {
            return Optional.of(otherwise);
        }
        try {
            return Optional.of(LocalDate.parse(typed)).filter(it -> it.getYear() > 1900 && it.getYear() < 3000);
        } catch (DateTimeParseException none) {
            return Optional.empty();
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
