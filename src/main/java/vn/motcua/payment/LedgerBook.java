package vn.motcua.payment;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.dossier.DossierId;
import vn.motcua.organization.UnitId;
import vn.motcua.shared.Ids;
import vn.motcua.shared.Scope;

/** The ledger of the current tenant; only added to. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class LedgerBook {

    private final JdbcClient db;

    LedgerBook(JdbcClient db) {
        this.db = db;
    }

    /** What gave rise to an entry. */
    enum Occasion {
        COLLECTED,
        MISPLACED,
        GIVEN_UP,
        PAID_BACK,
        /** Money on a statement is for no order. */
        UNIDENTIFIED,
        /** It is for one after all. */
        IDENTIFIED,
        /** It is to go back to who sent it. */
        TO_GIVE_BACK,
        /** It went back. */
        GIVEN_BACK,
        /** It is kept as another income. */
        OTHER_INCOME,
        /** What is recorded did not come, or not all of it. */
        SHORT,
        /** It came after all. */
        MADE_UP
    }

    /** Writes what happened to the money of a dossier. */
    void add(
            Occasion occasion,
            DossierId dossier,
            UnitId unit,
            PaymentChannel channel,
            List<LedgerEntry> entries,
            Instant at) {
        add(occasion, Optional.of(dossier), unit, channel, entries, at);
    }

    /** Writes what happened to money that is for no dossier. */
    void add(Occasion occasion, UnitId unit, PaymentChannel channel, List<LedgerEntry> entries, Instant at) {
        add(occasion, Optional.empty(), unit, channel, entries, at);
    }

    private void add(
            Occasion occasion,
            Optional<DossierId> dossier,
            UnitId unit,
            PaymentChannel channel,
            List<LedgerEntry> entries,
            Instant at) {
        for (var entry : entries) {
            db.sql("""
                            insert into ledger_entry (tenant_id, id, occasion, dossier, unit, channel, debit, credit, amount, at)
                            values (:tenant, :id, :occasion, :dossier, :unit, :channel, :debit, :credit, :amount, :at)
                            """)
                    .param("tenant", Scope.current().tenant().value())
                    .param("id", Ids.next())
                    .param("occasion", occasion.name())
                    .param("dossier", dossier.map(DossierId::value).orElse(null))
                    .param("unit", unit.value())
                    .param("channel", channel.name())
                    .param("debit", entry.debit().name())
                    .param("credit", entry.credit().name())
                    .param("amount", entry.amount().amount())
                    .param("at", at.atOffset(ZoneOffset.UTC))
                    .update();
        }
    }
}
