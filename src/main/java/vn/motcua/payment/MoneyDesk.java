package vn.motcua.payment;

import java.io.OutputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.audit.Fields;
import vn.motcua.audit.Look;
import vn.motcua.audit.Purpose;
import vn.motcua.audit.Trail;
import vn.motcua.document.Spreadsheet;
import vn.motcua.dossier.BookOfDossiers;
import vn.motcua.identity.AccessRefusal;
import vn.motcua.identity.Position;
import vn.motcua.identity.SignedIn.OfficerAt;
import vn.motcua.organization.UnitId;
import vn.motcua.shared.Language;
import vn.motcua.shared.Messages;
import vn.motcua.shared.Refused;
import vn.motcua.shared.VietnamTime;

/** The money of the units whose books an officer keeps or leads: the daily book, its spreadsheet, the report. */
@Service
public class MoneyDesk {

    /** How many receipts a page shows; a spreadsheet has all of them. */
    public static final int SHOWN = 200;

    private static final int WRITTEN = 1_000_000;

    private final MoneyBook money;
    private final Standings standings;
    private final OwedBack owedBack;
    private final BookOfDossiers books;
    private final Messages messages;
    private final Trail trail;
    private final Clock clock;

    MoneyDesk(
            MoneyBook money,
            Standings standings,
            OwedBack owedBack,
            BookOfDossiers books,
            Messages messages,
            Trail trail,
            Clock clock) {
        this.money = money;
        this.standings = standings;
        this.owedBack = owedBack;
        this.books = books;
        this.messages = messages;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * A receipt as a line of the book, as it was issued or cancelled.
     *
     * @param what a kind of receipt, {@code CANCELLED} or {@code NOTICED}
     * @param of the receipt that this one adjusts or replaces; empty for none
     */
    public record Line(
            String at,
            String number,
            String dossier,
            String cashier,
            PaymentChannel channel,
            String what,
            String of,
            Balance amount) {}

    /** A sum under a name: of a cashier, a channel, a kind. */
    public record Sum(String name, int receipts, Balance amount) {}

    /** The book of a unit in a period; its sums are over all receipts, its lines are the newest. */
    public record Book(List<Line> lines, List<Sum> byCashier, List<Sum> byChannel, List<Sum> byKind, Balance total) {

        /** Keeps its own copies. */
        public Book {
            lines = List.copyOf(lines);
            byCashier = List.copyOf(byCashier);
            byChannel = List.copyOf(byChannel);
            byKind = List.copyOf(byKind);
        }
    }

    /** A line of the report: what the receipts say and what the ledger says. */
    public record Compared(
            UnitId unit, LedgerAccount account, PaymentChannel channel, Balance receipts, Balance ledger) {

        /** Whether both say the same. */
        public boolean agrees() {
            return receipts.equals(ledger);
        }
    }

    /**
     * An account at the end of a day.
     *
     * @param ledger what stands there; less than nothing for what was collected or is owed to somebody
     * @param papers what should, by receipts, transfers that belong nowhere and refunds
     */
    public record Standing(LedgerAccount account, Balance ledger, Balance papers) {

        /** Whether both say the same. */
        public boolean agrees() {
            return ledger.equals(papers);
        }
    }

    /**
     * Of what the account of money to be paid back consists, and what else is left to be done.
     *
     * @param misplaced money that came and does not belong here
     * @param refunds that were agreed to and not paid
     * @param transfers money of nobody known that goes back to who sent it
     * @param differences of statements that nobody has settled
     */
    public record ToPayBack(Balance misplaced, Balance refunds, Balance transfers, int differences) {}

    /** The units whose money this officer sees. */
    public List<UnitId> units(OfficerAt who) {
        return books.units(who);
    }

    /** The book of one unit; of one that is not theirs it is not there. */
    @Transactional
    public Book book(OfficerAt who, UnitId unit, LocalDate from, LocalDate to) {
        mayRead(who, unit, "listed-money");
        var lines = new ArrayList<Line>();
        money.lines(unit, from, to, SHOWN, it -> lines.add(line(it)));
        var channels = money.byChannel(unit, from, to);
        return new Book(
                lines,
                sums(money.byCashier(unit, from, to)),
                sums(channels),
                sums(money.byKind(unit, from, to)),
                channels.stream().map(MoneyBook.Sum::amount).reduce(Balance.ZERO, Balance::plus));
    }

    /** The same with every receipt, as a spreadsheet; the caller closes the stream. */
    @Transactional
    public void write(OfficerAt who, UnitId unit, LocalDate from, LocalDate to, OutputStream out) {
        mayRead(who, unit, "exported-money");
        Spreadsheet.write(
                "Sổ thu phí, lệ phí",
                List.of(
                        "Thời điểm thu",
                        "Ký hiệu",
                        "Số biên lai",
                        "Loại",
                        "Cho biên lai",
                        "Hình thức",
                        "Số giao dịch thẻ",
                        "Người thu",
                        "Số tiền (đồng)"),
                rows -> money.lines(
                        unit,
                        from,
                        to,
                        WRITTEN,
                        it -> rows.accept(List.of(
                                VietnamTime.local(it.at()),
                                it.number().series(),
                                it.number().digits(),
                                messages.say(Language.VI, "payment.receipt." + it.what()),
                                it.of().map(MoneyDesk::number).orElse(""),
                                messages.say(Language.VI, "payment.channel." + it.channel()),
                                it.slip(),
                                it.cashier(),
                                it.amount().amount()))),
                out);
    }

    /** Receipts against ledger for all units of theirs. */
    @Transactional(readOnly = true)
    public List<Compared> report(OfficerAt who, LocalDate from, LocalDate to) {
        var units = units(who);
        return units.isEmpty()
                ? List.of()
                : money.report(units, from, to).stream()
                        .map(it -> new Compared(it.unit(), it.account(), it.channel(), it.receipts(), it.ledger()))
                        .toList();
    }

    /** What stands on each account of all units of theirs at the end of that day. */
    @Transactional(readOnly = true)
    public List<Standing> standings(OfficerAt who, LocalDate day) {
        var units = units(who);
        return units.isEmpty()
                ? List.of()
                : standings.of(units, day).stream()
                        .map(it -> new Standing(it.account(), it.ledger(), it.papers()))
                        .toList();
    }

    /** What is to be paid back by all units of theirs at the end of that day; empty for who has none. */
    @Transactional(readOnly = true)
    public Optional<ToPayBack> toPayBack(OfficerAt who, LocalDate day) {
        var units = units(who);
        return Optional.of(units).filter(it -> !it.isEmpty()).map(it -> {
            var parts = owedBack.of(it, day);
            return new ToPayBack(parts.misplaced(), parts.refunds(), parts.transfers(), owedBack.differences(it));
        });
    }

    private void mayRead(OfficerAt who, UnitId unit, String act) {
        if (!units(who).contains(unit)) {
            throw new Refused(AccessRefusal.NOT_THERE);
        }
        var as = who.positionsOn(VietnamTime.dayOf(clock.instant())).stream().findFirst();
        trail.leave(new Look(
                who.account().value(),
                as.map(it -> it.id().value()),
                as.map(Position::role),
                Purpose.SETTLE,
                unit.value(),
                act,
                Fields.of(Fields.HISTORY)));
    }

    private static Line line(MoneyBook.Line it) {
        return new Line(
                VietnamTime.moment(it.at()),
                number(it.number()),
                it.dossier().toString(),
                it.cashier(),
                it.channel(),
                it.what(),
                it.of().map(MoneyDesk::number).orElse(""),
                it.amount());
    }

    private static String number(ReceiptNumber it) {
        return it.series() + " " + it.digits();
    }

    private static List<Sum> sums(List<MoneyBook.Sum> sums) {
        return sums.stream()
                .map(it -> new Sum(it.name(), it.receipts(), it.amount()))
                .toList();
    }
}
