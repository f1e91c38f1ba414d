package vn.motcua.dossier;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.organization.Unit;
import vn.motcua.organization.UnitId;
import vn.motcua.organization.Units;
import vn.motcua.shared.Refused;
import vn.motcua.shared.Scope;

/**
 * Gives dossiers their numbers. The counter's row stays locked until the transaction ends, so it is taken when nothing
 * but the writing is left to do. A reception that fails gives its number back; numbers are unique, and may still skip
 * where a later rule makes them: gap-free numbering is for books and receipts.
 */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class Numbers implements Numbering {

    /** Letters without marks, digits and what stands between them in numbers of agencies; at least one digit. */
    private static final Pattern FOREIGN = Pattern.compile("(?=.*\\d)[A-Za-z0-9][A-Za-z0-9./_-]{3,58}[A-Za-z0-9]");

    private final JdbcClient db;
    private final Units units;

    Numbers(JdbcClient db, Units units) {
        this.db = db;
        this.units = units;
    }

    /** The next number of the agency to which the receiving unit belongs, on that day. */
    @Override
    public DossierNumber next(UnitId receiving, LocalDate day) {
        var agency = units.living(receiving, Optional.empty())
                .flatMap(it -> units.agencyOf(it.id()))
                .or(() -> units.agencyOf(receiving))
                .orElseThrow(
                        () -> new IllegalStateException("unit " + receiving + " belongs to no agency with a code"));
        var code = agency.agencyCode().orElseThrow();
        var pattern = pattern(agency);
        return pattern.number(code, day, serial(code, pattern.period(day)));
    }

    /**
     * A number that the dossier already has in another system, unchanged. Refuses what has not the shape of a number, and
     * one that another dossier of the tenant has. Where our own pattern could make it, the counter goes past it.
     */
    @Override
    public DossierNumber foreign(String typed) {
        var text = typed.strip();
        if (!FOREIGN.matcher(text).matches()) {
            throw new Refused(DossierRefusal.FOREIGN_NUMBER_SHAPE);
        }
        var number = new DossierNumber(text);
        if (taken(number)) {
            throw new Refused(DossierRefusal.FOREIGN_NUMBER_TAKEN, text);
        }
        for (var agency : units.of(Scope.current().tenant())) {
            agency.agencyCode()
                    .ifPresent(code ->
                            pattern(agency).given(code, number).ifPresent(it -> past(code, it.period(), it.serial())));
        }
        return number;
    }

    /** Asks under a lock of that number, so that of two who bring it at once the second is told. */
    private boolean taken(DossierNumber number) {
        db.sql("select cast(pg_advisory_xact_lock(:tenant, hashtext(:number)) as text)")
                .param("tenant", Scope.current().tenant().value())
                .param("number", number.value())
                .query()
                .listOfRows();
        return db.sql("select exists (select 1 from dossier where tenant_id = :tenant and number = :number)")
                .param("tenant", Scope.current().tenant().value())
                .param("number", number.value())
                .query(Boolean.class)
                .single();
    }

    private void past(String series, String period, int serial) {
        db.sql("""
                        insert into number_counter as c (tenant_id, series, period, last)
                        values (:tenant, :series, :period, :serial)
                        on conflict (tenant_id, series, period) do update set last = greatest(c.last, :serial)
                        """)
                .param("tenant", Scope.current().tenant().value())
                .param("series", series)
                .param("period", period)
                .param("serial", Math.max(serial, 1))
                .update();
    }

    private static NumberPattern pattern(Unit agency) {
        return agency.numberPattern().map(NumberPattern::parse).orElse(NumberPattern.USUAL);
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
