package vn.motcua.result;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.dossier.DossierId;
import vn.motcua.organization.UnitId;
import vn.motcua.shared.Scope;
import vn.motcua.shared.VietnamTime;

/** Which numbers of the current tenant's books are taken. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class NumberStore {

    private final JdbcClient db;

    NumberStore(JdbcClient db) {
        this.db = db;
    }

    /** Whose it is: nobody's, or a dossier's. */
    Optional<DossierId> holder(UnitId issuer, BookNumber number) {
        return db.sql("""
                        select dossier from result_number
                        where tenant_id = :tenant and issuer = :issuer and book = :book and year = :year and number = :number
                        """)
                .param("tenant", tenant())
                .param("issuer", issuer.value())
                .param("book", number.book())
                .param("year", number.year())
                .param("number", number.number())
                .query((row, _) -> new DossierId(row.getObject("dossier", UUID.class)))
                .optional();
    }

    /** Takes it for that dossier; says no when another dossier has it. Who comes at the same moment waits for the first. */
    boolean take(UnitId issuer, BookNumber number, String procedure, DossierId dossier, Instant now) {
        db.sql("""
                        insert into result_number (tenant_id, issuer, book, year, number, ordinal, rest, procedure, dossier, taken_at)
                        values (:tenant, :issuer, :book, :year, :number, :ordinal, :rest, :procedure, :dossier, :now)
                        on conflict do nothing
                        """)
                .param("tenant", tenant())
                .param("issuer", issuer.value())
                .param("book", number.book())
                .param("year", number.year())
                .param("number", number.number())
                .param("ordinal", ordinal(number))
                .param("rest", number.rest())
                .param("procedure", procedure)
                .param("dossier", dossier.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        return holder(issuer, number).filter(dossier::equals).isPresent();
    }

    /** Gives back what the dossier of that result took, unless something of it waits or came to be issued. */
    void giveBack(UUID result) {
        db.sql("""
                        delete from result_number n using result g
                        where g.tenant_id = :tenant and g.id = :result and n.tenant_id = :tenant and n.dossier = g.dossier
                            and not exists (select 1 from result r where r.tenant_id = :tenant and r.dossier = g.dossier
                                and (r.state <> 'REVOKED' or r.issued_at is not null))
                        """).param("tenant", tenant()).param("result", result).update();
    }

    /** The number after the last one of the book in which that procedure's results are numbered; empty before the first. */
    Optional<String> next(UnitId issuer, String procedure, Instant now) {
        var year = VietnamTime.dayOf(now).getYear();
        return db.sql("""
                        select last.rest, last.year,
                            (select max(n.ordinal) from result_number n
                             where n.tenant_id = :tenant and n.issuer = :issuer and n.book = last.book and n.year = :year) as most
                        from result_number last
                        where last.tenant_id = :tenant and last.issuer = :issuer and last.procedure = :procedure
                            and last.ordinal is not null
                        order by last.taken_at desc limit 1
                        """)
                .param("tenant", tenant())
                .param("issuer", issuer.value())
                .param("procedure", procedure)
                .param("year", year)
                .query((row, _) ->
                        BookNumber.text(row.getInt("most") + 1, row.getString("rest"), row.getInt("year"), year))
                .optional();
    }

    /** The number after the last one of that book. */
    String next(UnitId issuer, BookNumber taken) {
        var most = db.sql("""
                        select coalesce(max(ordinal), 0) from result_number
                        where tenant_id = :tenant and issuer = :issuer and book = :book and year = :year
                        """)
                .param("tenant", tenant())
                .param("issuer", issuer.value())
                .param("book", taken.book())
                .param("year", taken.year())
                .query(Integer.class)
                .single();
        return BookNumber.text(most + 1, taken.rest(), taken.year(), taken.year());
    }

    private static @Nullable Integer ordinal(BookNumber number) {
        return number.ordinal().isPresent() ? number.ordinal().getAsInt() : null;
    }

    private static int tenant() {
        return Scope.current().tenant().value();
    }
}
