package vn.motcua.dossier;

import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.organization.UnitId;
import vn.motcua.organization.Units;
import vn.motcua.shared.Scope;

/**
 * Gives dossiers their numbers. The counter's row stays locked until the transaction ends, so it is taken when nothing
 * but the writing is left to do. A reception that fails gives its number back; numbers are unique, and may still skip
 * where a later rule makes them: gap-free numbering is for books and receipts.
 */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class Numbers {

    private final JdbcClient db;
    private final Units units;

    Numbers(JdbcClient db, Units units) {
        this.db = db;
        this.units = units;
    }

    /** The next number of the agency to which the receiving unit belongs, on that day. */
    DossierNumber next(UnitId receiving, LocalDate day) {
        var agency = units.agencyOf(receiving)
                .orElseThrow(
                        () -> new IllegalStateException("unit " + receiving + " belongs to no agency with a code"));
        var pattern = agency.numberPattern().map(NumberPattern::parse).orElse(NumberPattern.USUAL);
        var code = agency.agencyCode().orElseThrow();
        return pattern.number(code, day, serial(code, pattern.period(day)));
    }

    int serial(String series, String period) {
        return db.sql("""
                        insert into number_counter as c (tenant_id, series, period, last)
                        values (:tenant, :series, :period, 1)
                        on conflict (tenant_id, series, period) do update set last = c.last + 1
                        returning last
                        """)
                .param("tenant", Scope.current().tenant().value())
                .param("series", series)
                .param("period", period)
                .query(Integer.class)
                .single();
    }
}
