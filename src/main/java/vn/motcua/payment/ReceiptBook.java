package vn.motcua.payment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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

    private final JdbcClient db;
    private final JsonMapper json;

    ReceiptBook(JdbcClient db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    /**
     * Gives a payment its receipt. The number comes from a row that stays locked until the transaction ends, and goes back if it fails:
     * the last thing that a transaction does.
     */
    ReceiptNumber issue(
            String symbol,
            DossierId dossier,
            int payment,
            UnitId unit,
            List<ReceiptLine> lines,
            Dong amount,
            PaymentChannel channel,
            Instant at) {
        int year = VietnamTime.dayOf(at).getYear();
        int no = db.sql("""
                        insert into receipt_series as s (tenant_id, symbol, year, last) values (:tenant, :symbol, :year, 1)
                        on conflict (tenant_id, symbol, year) do update set last = s.last + 1
                        returning s.last
                        """)
                .param("tenant", tenant())
                .param("symbol", symbol)
                .param("year", year)
                .query(Integer.class)
                .single();
        db.sql("""
                        insert into receipt (tenant_id, symbol, year, no, dossier, payment_no, unit, lines, amount, channel, issued_at)
                        values (:tenant, :symbol, :year, :no, :dossier, :payment, :unit, cast(:lines as jsonb), :amount, :channel, :at)
                        """)
                .param("tenant", tenant())
                .param("symbol", symbol)
                .param("year", year)
                .param("no", no)
                .param("dossier", dossier.value())
                .param("payment", payment)
                .param("unit", unit.value())
                .param("lines", json.writeValueAsString(lines))
                .param("amount", amount.amount())
                .param("channel", channel.name())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
        return new ReceiptNumber(symbol, year, no);
    }

    /** Those of a dossier, first to last. */
    List<Receipt> of(DossierId dossier) {
        return db.sql("""
                        select r.symbol, r.year, r.no, r.dossier, r.unit, r.lines, r.amount, r.channel, p.taker_name, r.issued_at
                        from receipt r
                        join fee_payment p on p.tenant_id = r.tenant_id and p.dossier = r.dossier and p.no = r.payment_no
                        where r.tenant_id = :tenant and r.dossier = :dossier order by r.payment_no
                        """)
                .param("tenant", tenant())
                .param("dossier", dossier.value())
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
                row.getObject("issued_at", OffsetDateTime.class).toInstant());
    }

    private static int tenant() {
        return Scope.current().tenant().value();
    }
}
