package vn.motcua.payment;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.organization.UnitId;
import vn.motcua.shared.Scope;
import vn.motcua.shared.VietnamTime;

/** What was collected in the current tenant, read from the receipts and, to hold against them, from the ledger. */
@Repository
@Transactional(propagation = Propagation.MANDATORY, readOnly = true)
class MoneyBook {

    /**
     * Receipts when they were issued, and again, with less before them, when they were cancelled. Beside them those of which it was told that they
     * say something wrong, which moves nothing.
     */
    private static final String MOVED = """
            with moved as (
                select r.issued_at as at, r.symbol, r.year, r.no, r.dossier, r.payment_no, r.unit, r.channel, r.lines, r.kind as what,
                    case r.kind when 'ADJUSTMENT' then -1 else 1 end as sign, r.amount, r.of_symbol, r.of_year, r.of_no
                from receipt r
                where r.tenant_id = :tenant and r.unit in (:units) and r.issued_at >= :from and r.issued_at < :to
                union all
                select c.cancelled_at, r.symbol, r.year, r.no, r.dossier, r.payment_no, r.unit, r.channel, r.lines, 'CANCELLED',
                    -1, r.amount, r.of_symbol, r.of_year, r.of_no
                from receipt_cancellation c
                join receipt r on r.tenant_id = c.tenant_id and r.symbol = c.symbol and r.year = c.year and r.no = c.no
                where c.tenant_id = :tenant and r.unit in (:units) and c.cancelled_at >= :from and c.cancelled_at < :to),
            told as (
                select k.decided_at as at, r.symbol, r.year, r.no, r.dossier, r.payment_no, r.unit, r.channel, r.lines, 'NOTICED' as what,
                    0 as sign, r.amount, null as of_symbol, null::int as of_year, null::int as of_no
                from receipt_correction k
                join receipt r on r.tenant_id = k.tenant_id and r.symbol = k.symbol and r.year = k.year and r.no = k.receipt_no
                where k.tenant_id = :tenant and k.unit in (:units) and k.way = 'NOTICE' and k.state = 'DONE'
                    and k.decided_at >= :from and k.decided_at < :to)
            """;

    private static final String OF_UNIT = """
            from moved m
            join fee_payment p on p.tenant_id = :tenant and p.dossier = m.dossier and p.no = m.payment_no
            """;

    private final JdbcClient db;

    MoneyBook(JdbcClient db) {
        this.db = db;
    }

    /**
     * A line of the daily book.
     *
     * @param slip of the terminal, for a card; else empty
     * @param what a kind of receipt, {@code CANCELLED} or {@code NOTICED}
     * @param of the receipt that this one adjusts or replaces
     */
    record Line(
            Instant at,
            ReceiptNumber number,
            UUID dossier,
            String cashier,
            PaymentChannel channel,
            String slip,
            String what,
            Optional<ReceiptNumber> of,
            Balance amount) {}

    /** A sum under a name: of a cashier, a channel, a kind. */
    record Sum(String name, int receipts, Balance amount) {}

    /**
     * A line of the report, from both sides.
     *
     * @param receipts what the receipts say
     * @param ledger what the ledger says
     */
    record Compared(UnitId unit, LedgerAccount account, PaymentChannel channel, Balance receipts, Balance ledger) {}

    /** What happened to the receipts of a unit in a period, the newest first, given one by one. */
    void lines(UnitId unit, LocalDate from, LocalDate to, int most, Consumer<Line> lines) {
        period(db.sql(MOVED + """
                        select m.at, m.symbol, m.year, m.no, m.dossier, p.taker_name, m.channel, p.slip, m.what, m.of_symbol, m.of_year, m.of_no,
                            m.sign * m.amount as amount
                        from (select * from moved union all select * from told) m
                        join fee_payment p on p.tenant_id = :tenant and p.dossier = m.dossier and p.no = m.payment_no
                        """ + " order by m.at desc, m.symbol, m.year, m.no desc limit :most"), from, to)
                .param("units", List.of(unit.value()))
                .param("most", most)
                .query((row, _) -> new Line(
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        new ReceiptNumber(row.getString("symbol"), row.getInt("year"), row.getInt("no")),
                        row.getObject("dossier", UUID.class),
                        row.getString("taker_name"),
                        PaymentChannel.valueOf(row.getString("channel")),
                        row.getString("slip"),
                        row.getString("what"),
                        row.getString("of_symbol") == null
                                ? Optional.empty()
                                : Optional.of(new ReceiptNumber(
                                        row.getString("of_symbol"), row.getInt("of_year"), row.getInt("of_no"))),
                        new Balance(row.getLong("amount"))))
                .list()
                .forEach(lines);
    }

    /**
     * What each cashier took; what came online stands under an empty name. A cashier is an account: two of one name are two, and one
     * whose name was changed is one, under the last name.
     */
    List<Sum> byCashier(UnitId unit, LocalDate from, LocalDate to) {
        return sums(
                new Under("(array_agg(p.taker_name order by p.taken_at desc))[1]", "p.taken_by"),
                OF_UNIT,
                "count(*)",
                "sum(m.sign * m.amount)",
                unit,
                from,
                to);
    }

    /** What came by each way, and so to each account. */
    List<Sum> byChannel(UnitId unit, LocalDate from, LocalDate to) {
        return sums(new Under("m.channel", "m.channel"), OF_UNIT, "count(*)", "sum(m.sign * m.amount)", unit, from, to);
    }

    /** What was collected of each kind. */
    List<Sum> byKind(UnitId unit, LocalDate from, LocalDate to) {
        return sums(
                new Under("l.line ->> 'kind'", "l.line ->> 'kind'"),
                OF_UNIT + "cross join lateral jsonb_array_elements(m.lines) as l (line)",
                "count(distinct (m.symbol, m.year, m.no, m.what))",
                "sum(m.sign * (l.line ->> 'amount')::bigint)",
                unit,
                from,
                to);
    }

    /** How a sum is called, and what is one sum. */
    private record Under(String name, String key) {}

    private List<Sum> sums(
            Under under, String from, String count, String sum, UnitId unit, LocalDate first, LocalDate last) {
        return period(
                        db.sql(MOVED + "select " + under.name() + " as name, " + count + "::int as receipts, " + sum
                                + "::bigint as amount " + from + " group by " + under.key() + " order by 1, "
                                + under.key()),
                        first,
                        last)
                .param("units", List.of(unit.value()))
                .query((row, _) ->
                        new Sum(row.getString("name"), row.getInt("receipts"), new Balance(row.getLong("amount"))))
                .list();
    }

    /** Receipts against ledger, by unit, kind and channel, in a period. */
    List<Compared> report(List<UnitId> units, LocalDate from, LocalDate to) {
        return period(db.sql(MOVED + """
                        , receipts as (
                            select m.unit, case l.line ->> 'kind' when 'FEE' then 'FEES' when 'CHARGE' then 'CHARGES' else 'DUTIES' end
                                as account, m.channel, sum(m.sign * (l.line ->> 'amount')::bigint)::bigint as amount
                            from moved m cross join lateral jsonb_array_elements(m.lines) as l (line)
                            group by 1, 2, 3),
                        ledger as (
                            select e.unit, case e.occasion when 'COLLECTED' then e.credit else e.debit end as account, e.channel,
                                sum(case e.occasion when 'COLLECTED' then e.amount else -e.amount end)::bigint as amount
                            from ledger_entry e
                            where e.tenant_id = :tenant and e.occasion in ('COLLECTED', 'GIVEN_UP') and e.at >= :from and e.at < :to
                                and e.unit in (:units)
                            group by 1, 2, 3)
                        select unit, account, channel, coalesce(r.amount, 0) as receipts, coalesce(e.amount, 0) as ledger
                        from receipts r full join ledger e using (unit, account, channel)
                        order by unit, account, channel
                        """), from, to)
                .param("units", units.stream().map(UnitId::value).toList())
                .query((row, _) -> new Compared(
                        new UnitId(row.getObject("unit", UUID.class)),
                        LedgerAccount.valueOf(row.getString("account")),
                        PaymentChannel.valueOf(row.getString("channel")),
                        new Balance(row.getLong("receipts")),
                        new Balance(row.getLong("ledger"))))
                .list();
    }

    private static JdbcClient.StatementSpec period(JdbcClient.StatementSpec sql, LocalDate from, LocalDate to) {
        return sql.param("tenant", Scope.current().tenant().value())
                .param("from", start(from))
                .param("to", start(to.plusDays(1)));
    }

    private static OffsetDateTime start(LocalDate day) {
        return day.atStartOfDay(VietnamTime.ZONE).toInstant().atOffset(ZoneOffset.UTC);
    }
}
