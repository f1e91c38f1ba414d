package vn.motcua.desk.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.motcua.catalogue.Catalogue;
import vn.motcua.desk.BookSheet;
import vn.motcua.document.Printing;
import vn.motcua.dossier.BookLine;
import vn.motcua.dossier.BookOfDossiers;
import vn.motcua.dossier.BookPage;
import vn.motcua.dossier.BookQuery;
import vn.motcua.dossier.BookQuery.Which;
import vn.motcua.identity.AccessRefusal;
import vn.motcua.identity.Door;
import vn.motcua.identity.SignedIn.OfficerAt;
import vn.motcua.organization.Unit;
import vn.motcua.organization.UnitId;
import vn.motcua.organization.Units;
import vn.motcua.shared.Languages;
import vn.motcua.shared.Messages;
import vn.motcua.shared.Pages;
import vn.motcua.shared.Refused;
import vn.motcua.shared.VietnamTime;

/** The book of dossiers (sổ theo dõi hồ sơ, Mẫu 07): on the screen, as a spreadsheet, on paper. */
@Controller
public class BookPages {

    private static final int ROWS = 50;
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final BookOfDossiers book;
    private final BookSheet sheet;
    private final Printing printing;
    private final Catalogue catalogue;
    private final Units units;
    private final Messages messages;
    private final Clock clock;

    BookPages(
            BookOfDossiers book,
            BookSheet sheet,
            Printing printing,
            Catalogue catalogue,
            Units units,
            Messages messages,
            Clock clock) {
        this.book = book;
        this.sheet = sheet;
        this.printing = printing;
        this.catalogue = catalogue;
        this.units = units;
        this.messages = messages;
        this.clock = clock;
    }

    @Door(Door.Who.OFFICER)
    @GetMapping("/desk/book")
    ModelAndView page(
            OfficerAt who,
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String procedure,
            @RequestParam(defaultValue = "") String which,
            @RequestParam(defaultValue = "") String after,
            HttpServletRequest request) {
        var speech = new Speech(messages, Languages.of(request));
        var asked = new Asked(unit, from, to, procedure, which);
        var query = query(who, asked);
        var page = query.map(it ->
                        book.page(who, BookQuery.Cursor.of(after).map(it::after).orElse(it)))
                .orElse(new BookPage(List.of(), Optional.empty()));
        return Pages.show("desk/book", view(who, asked, query, page, speech));
    }

    @Door(Door.Who.OFFICER)
    @GetMapping("/desk/book.xlsx")
    void spreadsheet(
            OfficerAt who,
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String procedure,
            @RequestParam(defaultValue = "") String which,
            HttpServletResponse response)
            throws IOException {
        var query = found(who, new Asked(unit, from, to, procedure, which));
        response.setContentType(XLSX);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, attached(query, "xlsx"));
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        sheet.write(who, query, response.getOutputStream());
    }

    @Door(Door.Who.OFFICER)
    @GetMapping("/desk/book.pdf")
    ResponseEntity<byte[]> paper(
            OfficerAt who,
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String procedure,
            @RequestParam(defaultValue = "") String which) {
        var query = found(who, new Asked(unit, from, to, procedure, which));
        var period = "Từ ngày %s đến ngày %s".formatted(VietnamTime.day(query.from()), VietnamTime.day(query.to()));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, attached(query, "pdf"))
                .header("X-Content-Type-Options", "nosniff")
                .cacheControl(CacheControl.noStore())
                .body(printing.print(sheet.paper(who, query, period, clock.instant())));
    }

    private static String attached(BookQuery query, String kind) {
        return ContentDisposition.attachment()
                .filename("so-theo-doi-ho-so-%s-%s.%s".formatted(query.from(), query.to(), kind))
                .build()
                .toString();
    }

    /** What was asked for, as it stood in the address. */
    private record Asked(String unit, String from, String to, String procedure, String which) {

        Which whichOne() {
            return Arrays.stream(Which.values())
                    .filter(it -> word(it).equals(which))
                    .findFirst()
                    .orElse(Which.ALL);
        }

        static String word(Which which) {
            return which.name().toLowerCase(Locale.ROOT);
        }
    }

    private BookQuery found(OfficerAt who, Asked asked) {
        return query(who, asked).orElseThrow(() -> new Refused(AccessRefusal.NOT_THERE));
    }

    /** The query; empty when the officer keeps no such book, or the period is none. */
    private Optional<BookQuery> query(OfficerAt who, Asked asked) {
        var own = book.units(who);
        var unit = asked.unit().isEmpty()
                ? own.stream().findFirst()
                : own.stream().filter(it -> it.toString().equals(asked.unit())).findFirst();
        var from = from(asked);
        var to = to(asked);
        return unit.isEmpty() || from.isEmpty() || to.isEmpty() || from.get().isAfter(to.get())
                ? Optional.empty()
                : Optional.of(new BookQuery(
                        unit.get(), from.get(), to.get(), asked.procedure(), asked.whichOne(), Optional.empty(), ROWS));
    }

    /** Without a day, the beginning of this month. */
    private Optional<LocalDate> from(Asked asked) {
        return asked.from().isEmpty()
                ? Optional.of(VietnamTime.dayOf(clock.instant()).withDayOfMonth(1))
                : day(asked.from());
    }

    private Optional<LocalDate> to(Asked asked) {
        return asked.to().isEmpty() ? Optional.of(VietnamTime.dayOf(clock.instant())) : day(asked.to());
    }

    private static Optional<LocalDate> day(String typed) {
        try {
            return Optional.of(LocalDate.parse(typed)).filter(it -> it.getYear() > 1900 && it.getYear() < 3000);
        } catch (DateTimeParseException none) {
            return Optional.empty();
        }
    }

    private BookView view(OfficerAt who, Asked asked, Optional<BookQuery> query, BookPage page, Speech speech) {
        var own = book.units(who);
        var from = query.map(it -> it.from().toString()).orElse(asked.from());
        var to = query.map(it -> it.to().toString()).orElse(asked.to());
        var unit = query.map(it -> it.unit().toString()).orElse(asked.unit());
        var same = "?unit=%s&from=%s&to=%s&procedure=%s&which=%s"
                .formatted(
                        encoded(unit), encoded(from), encoded(to), encoded(asked.procedure()), encoded(asked.which()));
        return new BookView(
                own.stream().map(it -> new Choice(it.toString(), name(it))).toList(),
                unit,
                from,
                to,
                procedures(speech),
                asked.procedure(),
                Arrays.stream(Which.values())
                        .map(it -> new Choice(Asked.word(it), speech.t("desk.book.which." + Asked.word(it))))
                        .toList(),
                Asked.word(asked.whichOne()),
                own.isEmpty() || query.isPresent() ? null : speech.t("desk.book.period.wrong"),
                page.lines().stream().map(it -> line(it, speech)).toList(),
                page.next()
                        .map(it -> "/desk/book" + same + "&after=" + encoded(it.toString()))
                        .orElse(null),
                "/desk/book.xlsx" + same,
                "/desk/book.pdf" + same);
    }

    private List<Choice> procedures(Speech speech) {
        return Stream.concat(
                        Stream.of(new Choice("", speech.t("desk.book.procedure.all"))),
                        catalogue.runnable().stream().map(it -> new Choice(it.code(), it.shortName(speech.language()))))
                .toList();
    }

    private BookView.Line line(BookLine it, Speech speech) {
        return new BookView.Line(
                "/desk/dossiers/" + it.dossier(),
                it.booked().line(),
                it.number().value(),
                catalogue.revision(it.revision()).shortName(speech.language()),
                it.applicant(),
                VietnamTime.moment(it.received()),
                VietnamTime.moment(it.due()),
                it.issued().map(VietnamTime::moment).orElse(""),
                it.handedOver().map(VietnamTime::moment).orElse(""),
                it.handedTo().orElse(""));
    }

    private String name(UnitId id) {
        return units.unit(id).map(Unit::name).orElse("");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
