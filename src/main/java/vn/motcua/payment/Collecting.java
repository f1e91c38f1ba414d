package vn.motcua.payment;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;
import vn.motcua.dossier.DossierId;
import vn.motcua.shared.Dong;
import vn.motcua.shared.Scope;

/**
 * What happens whenever money for a dossier is taken, by whichever way: the payment, its lines in the ledger and its receipt come into being
 * together, at the time of collecting (NĐ 254/2026/NĐ-CP Điều 24).
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Collecting {

    private final JdbcClient db;
    private final JsonMapper json;
    private final FeeAccounts accounts;
    private final LedgerBook ledger;
    private final ReceiptBook receipts;
    private final Collectors collectors;

    Collecting(
            JdbcClient db,
            JsonMapper json,
            FeeAccounts accounts,
            LedgerBook ledger,
            ReceiptBook receipts,
            Collectors collectors) {
        this.db = db;
        this.json = json;
        this.accounts = accounts;
        this.ledger = ledger;
        this.receipts = receipts;
        this.collectors = collectors;
    }

    /**
     * What is taken.
     *
     * @param command once for each taking
     * @param by the officer; empty for what came online
     * @param slip of the terminal, for a card; else empty
     * @param order by which it came; empty for what is taken at the counter
     */
    record Taking(
            DossierId dossier,
            UUID command,
            PaymentChannel channel,
            Dong amount,
            Instant at,
            Optional<Taker> by,
            String slip,
            Optional<UUID> order) {}

    /** The officer who takes it. */
    record Taker(UUID account, String name, UUID position) {}

    /**
     * Takes that amount of what is owed; the dossier is locked by {@link FeeAccounts#lock}. The receipt is issued by the
     * answer, which is called last in the transaction.
     */
    Runnable take(Taking it, FeeAccount account) {
        if (it.amount().amount() > account.owed().amount()) {
            throw new IllegalStateException("more than is owed: " + it.amount() + " of " + account.owed());
        }
        int no = account.payments().size() + 1;
        var unit = accounts.unit(it.dossier());
        var lines = Bookkeeping.part(Bookkeeping.open(account.lines(), account.paid()), it.amount());
        db.sql("""
                        insert into fee_payment (tenant_id, dossier, no, command, amount, lines, means, taken_at,
                            taken_by, taker_name, position, unit, slip, payment_order)
                        values (:tenant, :dossier, :no, :command, :amount, cast(:lines as jsonb), :means, :at,
                            :by, :name, :position, :unit, :slip, :order)
                        """)
                .param("tenant", Scope.current().tenant().value())
                .param("dossier", it.dossier().value())
                .param("no", no)
                .param("command", it.command())
                .param("amount", it.amount().amount())
                .param(
                        "lines",
                        json.writeValueAsString(
                                account.lines().stream().map(ReceiptLine::of).toList()))
                .param("means", it.channel().name())
                .param("at", it.at().atOffset(ZoneOffset.UTC))
                .param("by", it.by().map(Taker::account).orElse(null))
                .param("name", it.by().map(Taker::name).orElse(""))
                .param("position", it.by().map(Taker::position).orElse(null))
                .param("unit", unit.value())
                .param("slip", it.slip())
                .param("order", it.order().orElse(null))
                .update();
        ledger.add(
                LedgerBook.Occasion.COLLECTED,
                it.dossier(),
                unit,
                it.channel(),
                Bookkeeping.collected(it.channel(), lines),
                it.at());
        return () -> receipts.issue(
                new ReceiptBook.Issued(
                        collectors.symbol(unit),
                        it.dossier(),
                        no,
                        unit,
                        lines.stream().map(ReceiptLine::of).toList(),
                        it.channel(),
                        it.by().map(Taker::name).orElse(""),
                        Receipt.Kind.ORIGINAL,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        UnaryOperator.identity()),
                it.at());
    }
}
