package vn.motcua.desk;

import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import vn.motcua.catalogue.Catalogue;
import vn.motcua.document.BookPaper;
import vn.motcua.document.PaperWords;
import vn.motcua.document.Printing;
import vn.motcua.document.Spreadsheet;
import vn.motcua.dossier.BookLine;
import vn.motcua.dossier.BookOfDossiers;
import vn.motcua.dossier.BookQuery;
import vn.motcua.dossier.HandOver;
import vn.motcua.form.PersonalNumber;
import vn.motcua.identity.SignedIn.OfficerAt;
import vn.motcua.organization.Unit;
import vn.motcua.organization.Units;
import vn.motcua.papers.Acknowledgements;
import vn.motcua.shared.Language;
import vn.motcua.shared.Refused;
import vn.motcua.shared.VietnamTime;

/**
 * The book of dossiers with the columns of Mẫu 07, as a spreadsheet and on paper. A cell is text or a moment, never a
 * formula, whatever somebody is called; personal numbers that people wrote into other fields are masked.
 */
@Component
public class BookSheet {

    /** How many lines go on paper at once; a longer book is printed by shorter periods. */
    public static final int MOST_ON_PAPER = 1_000;

    private static final Pattern PERSONAL_NUMBER = Pattern.compile("(?<!\\d)\\d{12}(?!\\d)");
    private static final String TITLE = "Sổ theo dõi hồ sơ";

    private final BookOfDossiers book;
    private final Catalogue catalogue;
    private final Units units;
    private final Acknowledgements papers;
    private final Printing printing;

    BookSheet(BookOfDossiers book, Catalogue catalogue, Units units, Acknowledgements papers, Printing printing) {
        this.book = book;
        this.catalogue = catalogue;
        this.units = units;
        this.papers = papers;
        this.printing = printing;
    }

    /** Writes what is asked for as a spreadsheet, line by line as it is read; the caller closes the stream. */
    public void write(OfficerAt who, BookQuery query, OutputStream out) {
        Spreadsheet.write(
                TITLE,
                printing.bookHeadings(),
                rows -> book.export(who, query, line -> rows.accept(cells(line, of(line)))),
                out);
    }

    /**
     * The same on paper, PDF/A.
     *
     * @param period in words
     */
    public BookPaper paper(OfficerAt who, BookQuery query, String period, Instant now) {
        var rows = new ArrayList<List<String>>();
        book.export(who, query, line -> {
            if (rows.size() == MOST_ON_PAPER) {
                throw new Refused(DeskRefusal.BOOK_TOO_LONG_FOR_PAPER, MOST_ON_PAPER);
            }
            rows.add(cells(line, of(line)).stream().map(BookSheet::onPaper).toList());
        });
        return new BookPaper(papers.head(query.unit(), "", now), period, rows);
    }

    private static String onPaper(Object cell) {
        return cell instanceof LocalDateTime moment
                ? VietnamTime.moment(moment.atZone(VietnamTime.ZONE).toInstant())
                : cell.toString();
    }

    /**
     * What is known of a line besides.
     *
     * @param lead the agency that settles it
     * @param sets how many sets of papers the procedure asks for
     */
    record Besides(String procedure, String lead, int sets) {}

    static List<Object> cells(BookLine line, Besides besides) {
        return List.of(
                line.booked().line(),
                line.number().value(),
                besides.procedure(),
                PaperWords.two(besides.sets()),
                masked(line.applicant()),
                masked(line.phone().isEmpty() ? line.address() : line.address() + "; " + line.phone()),
                besides.lead(),
                VietnamTime.local(line.received()),
                VietnamTime.local(line.due()),
                moment(line.forwarded()),
                moment(line.issued()),
                moment(line.handedOver()),
                how(line.handedHow().orElse(line.receiveBy())),
                masked(line.handedTo().orElse("")),
                line.end().map(BookSheet::remark).orElse(""));
    }

    private static String remark(BookLine.End end) {
        return switch (end) {
            case BookLine.End.Withdrawn _ -> "Người nộp rút hồ sơ";
            case BookLine.End.Halted _ -> "Dừng giải quyết";
            case BookLine.End.PassedOn it -> "Chuyển đến " + it.to();
        };
    }

    private static Object moment(Optional<Instant> at) {
        return at.<Object>map(VietnamTime::local).orElse("");
    }

    private static String masked(String text) {
        return PERSONAL_NUMBER.matcher(text).replaceAll(it -> PersonalNumber.masked(it.group()));
    }

    private static String how(HandOver.How how) {
        return switch (how) {
            case COUNTER -> "Trực tiếp";
            case POST -> "Bưu chính";
            case DIGITAL -> "Trực tuyến";
        };
    }

    private Besides of(BookLine line) {
        var revision = catalogue.revision(line.revision());
        return new Besides(
                revision.name(Language.VI),
                units.unit(line.lead()).map(Unit::name).orElse(""),
                revision.runnableContent().sets());
    }
}
