package vn.motcua.payment;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.audit.Fields;
import vn.motcua.audit.Look;
import vn.motcua.audit.Purpose;
import vn.motcua.audit.Trail;
import vn.motcua.dossier.DossierId;
import vn.motcua.dossier.ReadingDesk;
import vn.motcua.identity.Access;
import vn.motcua.identity.AccessRefusal;
import vn.motcua.identity.Decision;
import vn.motcua.identity.DeskAct;
import vn.motcua.identity.Position;
import vn.motcua.identity.SignedIn.OfficerAt;
import vn.motcua.organization.UnitId;
import vn.motcua.payment.ReceiptCorrection.Way;
import vn.motcua.payment.ReceiptCorrection.Words;
import vn.motcua.payment.ReceiptCorrectionStore.Stored;
import vn.motcua.shared.Refused;
import vn.motcua.shared.Text;

/**
 * Where a receipt that says something wrong is corrected: an officer of the counter that collected says what it should say, whoever leads there agrees
 * or not. No money moves. Each method is one transaction.
 */
@Service
public class ReceiptDesk {

    private static final int LISTED = 200;
    private static final int LONGEST = 300;

    private final ReceiptBook book;
    private final ReceiptPapers papers;
    private final ReceiptCorrectionStore store;
    private final FeeAccounts accounts;
    private final MoneyDesk books;
    private final Collectors collectors;
    private final ReadingDesk reading;
    private final Access access;
    private final Trail trail;
    private final Clock clock;

    ReceiptDesk(
            ReceiptBook book,
            ReceiptPapers papers,
            ReceiptCorrectionStore store,
            FeeAccounts accounts,
            MoneyDesk books,
            Collectors collectors,
            ReadingDesk reading,
            Access access,
            Trail trail,
            Clock clock) {
        this.book = book;
        this.papers = papers;
        this.store = store;
        this.accounts = accounts;
        this.books = books;
        this.collectors = collectors;
        this.reading = reading;
        this.access = access;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * What can be corrected on a receipt.
     *
     * @param ways by which
     * @param open whether somebody has proposed to correct it already
     * @param may whether who looks can propose it
     */
    public record Correctable(
            ReceiptNumber number,
            ReceiptSheet sheet,
            List<ReceiptLine> lines,
            List<String> ways,
            boolean stands,
            boolean open,
            boolean may) {

        /** Keeps its own copies. */
        public Correctable {
            lines = List.copyOf(lines);
            ways = List.copyOf(ways);
        }
    }

    /** Something that is corrected: what it is, or the name of which line; what stood there and what should. */
    public record Changed(Optional<ReceiptSheet.Part> part, String before, String after) {}

    /**
     * A correction as it is shown.
     *
     * @param way {@code NOTICE} or {@code REPLACE}
     * @param by the receipt that replaces it
     * @param decides whether who looks can agree to it or refuse it now
     */
    public record Shown(
            UUID id,
            DossierId dossier,
            UnitId unit,
            ReceiptNumber receipt,
            String way,
            List<Changed> changes,
            String reason,
            String state,
            String proposer,
            Instant proposedAt,
            String decider,
            Optional<Instant> decidedAt,
            String answer,
            Optional<ReceiptNumber> by,
            boolean decides) {

        /** Keeps its own copy. */
        public Shown {
            changes = List.copyOf(changes);
        }
    }

    /** What can be corrected on that receipt; one that is not of that dossier is not there. */
    @Transactional
    public Correctable correctable(OfficerAt who, DossierId dossier, String number) {
        var may = may(who, DeskAct.REFUND, dossier).permitted();
        var receipt = receipt(dossier, number);
        var words = says(receipt);
        return new Correctable(
                receipt.number(),
                words.sheet(),
                words.lines(),
                collectors.correction().ways().stream().map(Enum::name).toList(),
                receipt.stands(),
                store.open(receipt.number()),
                may);
    }

    /**
     * Says what a receipt should say; the same command again changes nothing.
     *
     * @param way the name of a way
     * @param typed by the words of the parts, {@code line.0} … and {@code legal.0} … for the lines
     */
    @Transactional
    public void propose(
            OfficerAt who,
            UUID command,
            DossierId dossier,
            String number,
            String way,
            Map<String, String> typed,
            String reason) {
        var may = may(who, DeskAct.REFUND, dossier);
        var there = receipt(dossier, number);
        var position = may.orRefuse();
        accounts.lock(dossier);
        var before = store.find(command);
        if (before.isPresent()) {
            if (!before.get().dossier().equals(dossier)) {
                throw new Refused(PaymentRefusal.PAYMENT_COMMAND_REUSED);
            }
            return;
        }
        var receipt = receipt(dossier, there.number().word());
        if (!receipt.stands()) {
            throw new Refused(PaymentRefusal.CORRECTION_GONE);
        }
        if (store.open(receipt.number())) {
            throw new Refused(PaymentRefusal.CORRECTION_OPEN);
        }
        var says = says(receipt);
        var should = should(says, typed);
        var it = ReceiptCorrection.proposed(
                command, way(way), who.account().value(), says, should, collectors.correction());
        var why = Text.clean(reason);
        if (why.isEmpty()) {
            throw new Refused(PaymentRefusal.CORRECTION_REASON);
        }
        store.add(it, new ReceiptCorrectionStore.New(receipt, says, should, why, who.name()), clock.instant());
        leave(who, position, dossier, "receipt-correction-proposed");
    }

    /**
     * A second person agrees to it or refuses it; saying the same again changes nothing. Where a refund has cancelled the receipt meanwhile there is
     * nothing to agree to any more.
     */
    @Transactional
    public void decide(OfficerAt who, UUID id, boolean agreed, String answer) {
        accounts.lock(theirs(who, id).dossier());
        var it = store.find(id).orElseThrow();
        var position = may(who, DeskAct.DECIDE_REFUND, it.dossier()).orRefuse();
        if (it.decidedBy().filter(who.account().value()::equals).isPresent()
                && agreed == (it.correction().state() == ReceiptCorrection.State.DONE)) {
            return;
        }
        var after = it.correction().decided(who.account().value(), agreed);
        var why = Text.clean(answer);
        if (!agreed && why.isEmpty()) {
            throw new Refused(PaymentRefusal.CORRECTION_REASON);
        }
        var receipt = book.of(it.dossier(), it.receipt()).orElseThrow();
        if (agreed && !receipt.stands()) {
            throw new Refused(PaymentRefusal.CORRECTION_GONE);
        }
        var now = clock.instant();
        store.decided(after, who.account().value(), who.name(), why, now);
        leave(who, position, it.dossier(), agreed ? "receipt-correction-agreed" : "receipt-correction-refused");
        if (agreed && after.way() == Way.REPLACE) {
            var should = it.should();
            book.replace(receipt, book.payment(receipt), id, should.sheet(), should.lines(), now);
        }
    }

    /** Those of the units whose books this officer sees, what waits for somebody first. */
    @Transactional(readOnly = true)
    public List<Shown> all(OfficerAt who) {
        var units = books.units(who);
        return units.isEmpty()
                ? List.of()
                : store.of(units, LISTED).stream().map(it -> shown(it, false)).toList();
    }

    /** One of them; one of another unit is not there. */
    @Transactional
    public Shown one(OfficerAt who, UUID id) {
        var it = theirs(who, id);
        // Whoever sees it sees who the payer is: the dossier is opened, and its log says so.
        var may = may(who, DeskAct.DECIDE_REFUND, it.dossier()).permitted();
        var decides = may
                && it.correction().state() == ReceiptCorrection.State.PROPOSED
                && !it.correction().proposer().equals(who.account().value());
        return shown(it, decides);
    }

    private Stored theirs(OfficerAt who, UUID id) {
        return store.find(id)
                .filter(it -> books.units(who).contains(it.unit()))
                .orElseThrow(() -> new Refused(AccessRefusal.NOT_THERE));
    }

    private Receipt receipt(DossierId dossier, String number) {
        return ReceiptNumber.of(number)
                .flatMap(it -> book.of(dossier, it))
                .orElseThrow(() -> new Refused(AccessRefusal.NOT_THERE));
    }

    /** What it says: with what its payer was told of it, so that it can be corrected once more. */
    private Words says(Receipt it) {
        return new Words(it.noticed().orElseGet(() -> papers.sheet(it)), it.correctLines());
    }

    private static Way way(String typed) {
        return switch (typed) {
            case "NOTICE" -> Way.NOTICE;
            case "REPLACE" -> Way.REPLACE;
            default -> throw new Refused(PaymentRefusal.CORRECTION_WAY);
        };
    }

    private static Words should(Words says, Map<String, String> typed) {
        var sheet = says.sheet();
        var lines = IntStream.range(0, says.lines().size())
                .mapToObj(it -> {
                    var line = says.lines().get(it);
                    return line.named(word(typed, "line." + it, line.name()), word(typed, "legal." + it, line.legal()));
                })
                .toList();
        return new Words(
                sheet.saying(
                        word(typed, "PAYER", sheet.payer()),
                        word(typed, "ADDRESS", sheet.address()),
                        word(typed, "SUBJECT", sheet.subject()),
                        word(typed, "COLLECTOR", sheet.collector()),
                        word(typed, "TAX_CODE", sheet.taxCode())),
                lines);
    }

    private static String word(Map<String, String> typed, String name, String now) {
        var clean = Text.clean(typed.getOrDefault(name, now));
        return clean.substring(0, Math.min(clean.length(), LONGEST));
    }

    private static List<Changed> changes(Words said, Words should) {
        var changes = new ArrayList<Changed>();
        said.sheet()
                .differences(should.sheet())
                .forEach(it -> changes.add(new Changed(Optional.of(it.part()), it.before(), it.after())));
        for (int at = 0; at < said.lines().size(); at++) {
            var before = said.lines().get(at);
            var after = should.lines().get(at);
            if (!before.equals(after)) {
                changes.add(new Changed(Optional.empty(), before.said(), after.said()));
            }
        }
        return changes;
    }

    private static Shown shown(Stored it, boolean decides) {
        return new Shown(
                it.correction().id(),
                it.dossier(),
                it.unit(),
                it.receipt(),
                it.correction().way().name(),
                changes(it.said(), it.should()),
                it.reason(),
                it.correction().state().name(),
                it.proposer(),
                it.proposedAt(),
                it.decider(),
                it.decidedAt(),
                it.answer(),
                it.by(),
                decides);
    }

    private Decision may(OfficerAt who, DeskAct act, DossierId dossier) {
        return access.may(who, act, reading.open(who, dossier, clock.instant()).subject());
    }

    private void leave(OfficerAt who, Optional<Position> as, DossierId dossier, String act) {
        trail.leave(new Look(
                who.account().value(),
                as.map(it -> it.id().value()),
                as.map(Position::role),
                Purpose.SETTLE,
                dossier.value(),
                act,
                Fields.of(Fields.IDENTITY, Fields.HISTORY)));
    }
}
