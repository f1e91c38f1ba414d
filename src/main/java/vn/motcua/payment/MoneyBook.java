package vn.motcua.payment;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.organization.UnitId;
import vn.motcua.shared.Dong;
import vn.motcua.shared.Scope;
import vn.motcua.shared.VietnamTime;

/** What was collected in the current tenant, read from the receipts and, to hold against them, from the ledger. */
@Repository
@Transactional(propagation = Propagation.MANDATORY, readOnly = true)
class MoneyBook {

    private static final String OF_UNIT = """
            from receipt r
            join fee_payment p on p.tenant_id = r.tenant_id and p.dossier = r.dossier and p.no = r.payment_no
            where r.tenant_id = :tenant and r.unit = :unit and r.issued_at >= :from and r.issued_at < :to
            """;

    private final JdbcClient db;

    MoneyBook(JdbcClient db) {
        this.db = db;
    }

    /** A receipt as a line of the daily book. */
    record Line(Instant at, ReceiptNumber number, UUID dossier, String cashier, PaymentChannel channel, Dong amount) {}

    /** A sum under a name: of a cashier, a channel, a kind. */
    record Sum(String name, int receipts, Dong amount) {}

    /**
     * A line of the report, from both sides.
     *
     * @param receipts what the receipts say
     * @param ledger what the ledger says
     */
    record Balance(UnitId unit, LedgerAccount account, PaymentChannel channel, Dong receipts, Dong ledger) {}

    /** The receipts of a unit in a period, the newest first, given one by one. */
    void lines(UnitId unit, LocalDate from, LocalDate to, int most, Consumer<Line> lines) {
        period(
                        db.sql(
                                "select r.issued_at, r.symbol, r.year, r.no, r.dossier, p.taker_name, r.channel, r.amount "
                                        + OF_UNIT
                                        + " order by r.issued_at desc, r.symbol, r.year, r.no desc limit :most"),
                        from,
                        to)
                .param("unit", unit.value())
                .param("most", most)
                .query((row, _) -> new Line(
                        row.getObject("issued_at", OffsetDateTime.class).toInstant(),
                        new ReceiptNumber(row.getString("symbol"), row.getInt("year"), row.getInt("no")),
                        row.getObject("dossier", UUID.class),
                        row.getString("taker_name"),
                        PaymentChannel.valueOf(row.getString("channel")),
                        new Dong(row.getLong("amount"))))
                .list()
                .forEach(lines);
    }

    /** What each cashier took; what came online stands under an empty name. */
    List<Sum> byCashier(UnitId unit, LocalDate from, LocalDate to) {
        return sums("p.taker_name", OF_UNIT, "count(*)", "sum(r.amount)", unit, from, to);
    }

    /** What came by each way, and so to each account. */
    List<Sum> byChannel(UnitId unit, LocalDate from, LocalDate to) {
        return sums("r.channel", OF_UNIT, "count(*)", "sum(r.amount)", unit, from, to);
    }

    /** What was collected of each kind. */
    List<Sum> byKind(UnitId unit, LocalDate from, LocalDate to) {
        var lines = OF_UNIT.replace("where", "cross join lateral jsonb_array_elements(r.lines) as l (line)\nwhere");
        return sums(
                "l.line ->> 'kind'",
                lines,
                "count(distinct (r.symbol, r.year, r.no))",
                "sum((l.line ->> 'amount')::bigint)",
                unit,
                from,
                to);
    }

    private List<Sum> sums(
            String name, String from, String count, String sum, UnitId unit, LocalDate first, LocalDate last) {
        return period(
                        db.sql("select " + name + " as name, " + count + "::int as receipts, " + sum
                                + "::bigint as amount " + from + " group by 1 order by 1"),
                        first,
                        last)
                .param("unit", unit.value())
                .query((row, _) ->
                        new Sum(row.getString("name"), row.getInt("receipts"), new Dong(row.getLong("amount"))))
                .list();
    }

    /** Receipts against ledger, by unit, kind and channel, in a period. */
    List<Balance> report(List<UnitId> units, LocalDate from, LocalDate to) {
        return period(db.sql("""
                        with receipts as (
                            select r.unit, case l.line ->> 'kind' when 'FEE' then 'FEES' when 'CHARGE' then 'CHARGES' else 'DUTIES' end
                                as account, r.channel, sum((l.line ->> 'amount')::bigint)::bigint as amount
                            from receipt r cross join lateral jsonb_array_elements(r.lines) as l (line)
                            where r.tenant_id = :tenant and r.issued_at >= :from and r.issued_at < :to and r.unit in (:units)
                            group by 1, 2, 3),
                        ledger as (
                            select e.unit, e.credit as account, e.channel, sum(e.amount)::bigint as amount from ledger_entry e
                            where e.tenant_id = :tenant and e.occasion = 'COLLECTED' and e.at >= :from and e.at < :to
                                and e.unit in (:units)
                            group by 1, 2, 3)
                        select unit, account, channel, coalesce(r.amount, 0) as receipts, coalesce(e.amount, 0) as ledger
                        from receipts r full join ledger e using (unit, account, channel)
                        order by unit, account, channel
                        """), from, to)
                .param("units", units.stream().map(UnitId::value).toList())
                .query((row, _) -> new Balance(
                        new UnitId(row.getObject("unit", UUID.class)),
                        LedgerAccount.valueOf(row.getString("account")),
                        PaymentChannel.valueOf(row.getString("channel")),
                        new Dong(row.getLong("receipts")),
                        new Dong(row.getLong("ledger"))))
                .list();
    }

    /** What stands on each account of the whole tenant now; the sum is zero. */
    Map<LedgerAccount, Long> balances() {
        var balances = new EnumMap<LedgerAccount, Long>(LedgerAccount.class);
        db.sql("""
                        select v.account, sum(v.amount)::bigint as amount from ledger_entry e,
                            lateral (values (e.debit, e.amount), (e.credit, -e.amount)) as v (account, amount)
                        where e.tenant_id = :tenant group by 1
                        """)
                .param("tenant", Scope.current().tenant().value())
                .query((row, _) -> balances.put(LedgerAccount.valueOf(row.getString("account")), row.getLong("amount")))
                .list();
        return balances;
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
