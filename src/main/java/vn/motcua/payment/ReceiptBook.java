package vn.motcua.payment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.motcua.dossier.DossierId;
import vn.motcua.organization.UnitId;
import vn.motcua.shared.Dong;
import vn.motcua.shared.Scope;
import vn.motcua.shared.VietnamTime;

/** The receipts of the current tenant. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class ReceiptBook {

    private static final TypeReference<List<ReceiptLine>> LINES = new TypeReference<>() {};

    private static final String RECEIPT = """
            select r.symbol, r.year, r.no, r.dossier, r.unit, r.lines, r.amount, r.channel, p.taker_name, r.issued_at, r.kind,
                r.of_symbol, r.of_year, r.of_no, o.issued_at as of_issued_at, r.refund, c.cancelled_at, s.sheet,
                n.sheet as noticed, n.lines as noticed_lines
            from receipt r
            join fee_payment p on p.tenant_id = r.tenant_id and p.dossier = r.dossier and p.no = r.payment_no
            left join receipt_cancellation c on c.tenant_id = r.tenant_id and c.symbol = r.symbol and c.year = r.year and c.no = r.no
            left join receipt o on o.tenant_id = r.tenant_id and o.symbol = r.of_symbol and o.year = r.of_year and o.no = r.of_no
            left join receipt_sheet s on s.tenant_id = r.tenant_id and s.symbol = r.symbol and s.year = r.year and s.no = r.no
            left join lateral (
                select k.sheet, k.lines from receipt_correction k
                where k.tenant_id = r.tenant_id and k.symbol = r.symbol and k.year = r.year and k.receipt_no = r.no
                    and k.state = 'DONE' and k.way = 'NOTICE'
                order by k.no desc limit 1) n on true
            where r.tenant_id = :tenant and r.dossier = :dossier
            """;

    private final JdbcClient db;
    private final JsonMapper json;
    private final ReceiptFiles files;
    private final ReceiptPapers papers;

    ReceiptBook(JdbcClient db, JsonMapper json, ReceiptFiles files, ReceiptPapers papers) {
        this.db = db;
        this.json = json;
        this.files = files;
        this.papers = papers;
    }

    /**
     * Gives a payment its receipt. The number comes from a row that stays locked until the transaction ends, and goes back if it fails:
     * the last thing that a transaction does.
     */
    ReceiptNumber issue(Issued it, Instant at) {
        var amount = new Dong(it.lines().stream().mapToLong(ReceiptLine::amount).sum());
        var sheet = it.says().apply(papers.sheet(it.dossier(), it.unit(), it.channel(), it.cashier(), amount, at));
        int year = VietnamTime.dayOf(at).getYear();
        int no = db.sql("""
                        insert into receipt_series as s (tenant_id, symbol, year, last) values (:tenant, :symbol, :year, 1)
                        on conflict (tenant_id, symbol, year) do update set last = s.last + 1
                        returning s.last
                        """)
                .param("tenant", tenant())
                .param("symbol", it.symbol())
                .param("year", year)
                .query(Integer.class)
                .single();
        db.sql("""
                        insert into receipt (tenant_id, symbol, year, no, dossier, payment_no, unit, lines, amount, channel, issued_at,
                            kind, of_symbol, of_year, of_no, refund, correction)
                        values (:tenant, :symbol, :year, :no, :dossier, :payment, :unit, cast(:lines as jsonb), :amount, :channel, :at,
                            :kind, :ofSymbol, :ofYear, :ofNo, :refund, :correction)
                        """)
                .param("tenant", tenant())
                .param("symbol", it.symbol())
                .param("year", year)
                .param("no", no)
                .param("dossier", it.dossier().value())
                .param("payment", it.payment())
                .param("unit", it.unit().value())
                .param("lines", json.writeValueAsString(it.lines()))
                .param("amount", amount.amount())
                .param("channel", it.channel().name())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("kind", it.kind().name())
                .param("ofSymbol", it.of().map(ReceiptNumber::symbol).orElse(null))
                .param("ofYear", it.of().map(ReceiptNumber::year).orElse(null))
                .param("ofNo", it.of().map(ReceiptNumber::no).orElse(null))
                .param("refund", it.refund().orElse(null))
                .param("correction", it.correction().orElse(null))
                .update();
        var number = new ReceiptNumber(it.symbol(), year, no);
        keep(number, sheet);
        files.ask(number, false);
        return number;
    }

    /**
     * A receipt to be issued.
     *
     * @param payment of the dossier
     * @param cashier who took the money; empty for what came online
     * @param of which it adjusts or replaces
     * @param refund by which it does
     * @param correction by which it does
     * @param says what it says, of what a receipt would say that is written from today's data
     */
    record Issued(
            String symbol,
            DossierId dossier,
            int payment,
            UnitId unit,
            List<ReceiptLine> lines,
            PaymentChannel channel,
            String cashier,
            Receipt.Kind kind,
            Optional<ReceiptNumber> of,
            Optional<UUID> refund,
            Optional<UUID> correction,
            UnaryOperator<ReceiptSheet> says) {}

    private void keep(ReceiptNumber number, ReceiptSheet sheet) {
        db.sql("""
                        insert into receipt_sheet (tenant_id, symbol, year, no, sheet)
                        values (:tenant, :symbol, :year, :no, cast(:sheet as jsonb))
                        """)
                .param("tenant", tenant())
                .param("symbol", number.symbol())
                .param("year", number.year())
                .param("no", number.no())
                .param("sheet", json.writeValueAsString(sheet))
                .update();
    }

    /** The first receipt of a payment. */
    Receipt original(DossierId dossier, int payment) {
        return ofPayment(dossier, payment).getFirst();
    }

    /**
     * Adjusts, cancels or replaces the receipt of what a refund gives up; the new number is of the same series.
     *
     * @param before what of the same payment was given up before
     */
    void change(RefundStore.Stored refund, Dong before, ReceiptChange.Rule rule, Instant at) {
        var all = ofPayment(refund.dossier(), refund.payment().orElseThrow());
        var standing = all.stream().filter(Receipt::stands).findFirst().orElseThrow();
        var lines = ReceiptChange.named(all.getFirst().lines(), standing.correctLines());
        var adjusted = all.stream().anyMatch(it -> it.kind() == Receipt.Kind.ADJUSTMENT);
        var replaced = all.stream()
                .anyMatch(it ->
                        it.kind() == Receipt.Kind.REPLACEMENT && it.refund().isPresent());
        // What was begun in one way goes on in it, whatever the configuration says by now.
        var now = adjusted ? ReceiptChange.Rule.ADJUST : replaced ? ReceiptChange.Rule.REPLACE : rule;
        switch (ReceiptChange.of(now, lines, before, refund.refund().amount())) {
            case ReceiptChange.Cancel _ ->
                cancel(standing.number(), Optional.of(refund.refund().id()), Optional.empty(), at);
            case ReceiptChange.Adjust(var less) -> issue(changing(refund, standing, less, Receipt.Kind.ADJUSTMENT), at);
            case ReceiptChange.Replace(var rest) -> {
                cancel(standing.number(), Optional.of(refund.refund().id()), Optional.empty(), at);
                issue(changing(refund, standing, rest, Receipt.Kind.REPLACEMENT), at);
            }
        }
    }

    private static Issued changing(
            RefundStore.Stored refund, Receipt standing, List<ReceiptLine> lines, Receipt.Kind kind) {
        return new Issued(
                standing.number().symbol(),
                standing.dossier(),
                refund.payment().orElseThrow(),
                standing.unit(),
                lines,
                standing.channel(),
                standing.cashier(),
                kind,
                Optional.of(standing.number()),
                Optional.of(refund.refund().id()),
                Optional.empty(),
                drawn ->
                        standing.noticed().or(standing::sheet).map(drawn::about).orElse(drawn));
    }

    /**
     * Cancels a wrong one and issues another one in its place, over the same amount; the new number is of the same series.
     *
     * @param sheet what it should have said
     * @param lines the same with other names
     */
    ReceiptNumber replace(
            Receipt wrong, int payment, UUID correction, ReceiptSheet sheet, List<ReceiptLine> lines, Instant at) {
        cancel(wrong.number(), Optional.empty(), Optional.of(correction), at);
        return issue(
                new Issued(
                        wrong.number().symbol(),
                        wrong.dossier(),
                        payment,
                        wrong.unit(),
                        lines,
                        wrong.channel(),
                        wrong.cashier(),
                        Receipt.Kind.REPLACEMENT,
                        Optional.of(wrong.number()),
                        Optional.empty(),
                        Optional.of(correction),
                        drawn -> drawn.corrected(sheet)),
                at);
    }

    /** Of which payment of its dossier a receipt is. */
    int payment(Receipt it) {
        return db.sql("""
                        select r.payment_no from receipt r
                        where r.tenant_id = :tenant and r.symbol = :symbol and r.year = :year and r.no = :no
                        """)
                .param("tenant", tenant())
                .param("symbol", it.number().symbol())
                .param("year", it.number().year())
                .param("no", it.number().no())
                .query(Integer.class)
                .single();
    }

    private void cancel(ReceiptNumber it, Optional<UUID> refund, Optional<UUID> correction, Instant at) {
        db.sql("""
                        insert into receipt_cancellation (tenant_id, symbol, year, no, refund, correction, cancelled_at)
                        values (:tenant, :symbol, :year, :no, :refund, :correction, :at)
                        """)
                .param("tenant", tenant())
                .param("symbol", it.symbol())
                .param("year", it.year())
                .param("no", it.no())
                .param("refund", refund.orElse(null))
                .param("correction", correction.orElse(null))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
        files.ask(it, true);
    }

    /** Those of a dossier, first to last. */
    List<Receipt> of(DossierId dossier) {
        return db.sql(RECEIPT + " order by r.payment_no, r.issued_at, r.year, r.no")
                .param("tenant", tenant())
                .param("dossier", dossier.value())
                .query((row, _) -> receipt(row))
                .list();
    }

    private List<Receipt> ofPayment(DossierId dossier, int payment) {
        return db.sql(RECEIPT + " and r.payment_no = :payment order by r.kind <> 'ORIGINAL', r.issued_at, r.year, r.no")
                .param("tenant", tenant())
                .param("dossier", dossier.value())
                .param("payment", payment)
                .query((row, _) -> receipt(row))
                .list();
    }

    /** That of a dossier; empty when it has none of that number. */
    Optional<Receipt> of(DossierId dossier, ReceiptNumber number) {
        return of(dossier).stream().filter(it -> it.number().equals(number)).findFirst();
    }

    private Receipt receipt(ResultSet row) throws SQLException {
        return new Receipt(
                new ReceiptNumber(row.getString("symbol"), row.getInt("year"), row.getInt("no")),
                new DossierId(row.getObject("dossier", UUID.class)),
                new UnitId(row.getObject("unit", UUID.class)),
                json.readValue(row.getString("lines"), LINES),
                new Dong(row.getLong("amount")),
                PaymentChannel.valueOf(row.getString("channel")),
                row.getString("taker_name"),
                row.getObject("issued_at", OffsetDateTime.class).toInstant(),
                Receipt.Kind.valueOf(row.getString("kind")),
                another(row),
                moment(row, "of_issued_at").map(VietnamTime::dayOf),
                Optional.ofNullable(row.getObject("refund", UUID.class)),
                moment(row, "cancelled_at"),
                sheet(row, "sheet"),
                sheet(row, "noticed"),
                json.readValue(
                        Optional.ofNullable(row.getString("noticed_lines")).orElse(row.getString("lines")), LINES));
    }

    private Optional<ReceiptSheet> sheet(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column)).map(it -> json.readValue(it, ReceiptSheet.class));
    }

    private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    private static Optional<ReceiptNumber> another(ResultSet row) throws SQLException {
        var symbol = row.getString("of_symbol");
        return symbol == null
                ? Optional.empty()
                : Optional.of(new ReceiptNumber(symbol, row.getInt("of_year"), row.getInt("of_no")));
    }

    private static int tenant() {
        return Scope.current().tenant().value();
    }
}
