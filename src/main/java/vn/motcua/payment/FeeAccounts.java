package vn.motcua.payment;

import static java.util.Comparator.comparing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.catalogue.Catalogue;
import vn.motcua.catalogue.FeeDue;
import vn.motcua.catalogue.FeeExplanation;
import vn.motcua.catalogue.FeeLine;
import vn.motcua.catalogue.FeeRule;
import vn.motcua.catalogue.KnownFacts;
import vn.motcua.dossier.DossierId;
import vn.motcua.dossier.Obligation;
import vn.motcua.dossier.ReadingDesk;
import vn.motcua.form.Words;
import vn.motcua.organization.UnitId;
import vn.motcua.shared.Dong;
import vn.motcua.shared.Scope;

/**
 * What is due for the current tenant's dossiers and what was paid. What is due follows from the procedure's revision, the dossier's
 * answers and the circumstances under which it was filed: the same computation that the applicant saw before filing.
 */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class FeeAccounts {

    /** The rule of what is paid by a notice. */
    private static final String NOTICE = "notice";

    private final JdbcClient db;
    private final ReadingDesk dossiers;
    private final Catalogue catalogue;
    private final KnownFacts known;

    FeeAccounts(JdbcClient db, ReadingDesk dossiers, Catalogue catalogue, KnownFacts known) {
        this.db = db;
        this.dossiers = dossiers;
        this.catalogue = catalogue;
        this.known = known;
    }

    /** Of one dossier. */
    FeeAccount of(DossierId dossier) {
        var contents = dossiers.contents(dossier);
        var procedure = catalogue.revision(contents.revision()).runnableContent();
        var explained = procedure.explainedFees(contents.answers(), known.of(contents.filed()));
        var notices = contents.obligations().stream().map(FeeAccounts::notice);
        return new FeeAccount(
                Stream.concat(FeeExplanation.lines(explained), notices).toList(),
                explained,
                payments(dossier),
                contents.living());
    }

    /** The unit that receives it, whose money it is. */
    UnitId unit(DossierId dossier) {
        return dossiers.contents(dossier)
                .filed()
                .receiving()
                .orElseThrow(() -> new IllegalStateException("received nowhere: " + dossier));
    }

    /** Until this transaction ends nobody else takes money for that dossier: of two at once, the second sees the first. */
    void lock(DossierId dossier) {
        db.sql("select cast(pg_advisory_xact_lock(hashtextextended(:key, 0)) as text)")
                .param("key", "fee " + tenant() + " " + dossier.value())
                .query()
                .listOfRows();
    }

    /** The same for several; always in the same order, so that no two wait for each other. */
    void lock(Collection<DossierId> dossiers) {
        dossiers.stream().distinct().sorted(comparing(DossierId::toString)).forEach(this::lock);
    }

    /** What an officer wrote down to be paid by a notice. */
    private static FeeLine notice(Obligation it) {
        return new FeeLine(NOTICE, new Words(it.what(), it.what()), FeeRule.Kind.TAX, it.amount(), "", FeeDue.RESULT);
    }

    private List<Payment> payments(DossierId dossier) {
        return db.sql("""
                        select p.no, p.amount, p.means, p.taker_name, p.taken_at, p.slip, r.symbol, r.year, r.no as receipt
                        from fee_payment p
                        left join receipt r on r.tenant_id = p.tenant_id and r.dossier = p.dossier and r.payment_no = p.no
                            and r.kind = 'ORIGINAL'
                        where p.tenant_id = :tenant and p.dossier = :dossier order by p.no
                        """)
                .param("tenant", tenant())
                .param("dossier", dossier.value())
                .query((row, _) -> payment(row))
                .list();
    }

    private static Payment payment(ResultSet row) throws SQLException {
        return new Payment(
                row.getInt("no"),
                new Dong(row.getLong("amount")),
                PaymentChannel.valueOf(row.getString("means")),
                row.getString("taker_name"),
                row.getObject("taken_at", OffsetDateTime.class).toInstant(),
                row.getString("slip"),
                receipt(row));
    }

    private static Optional<ReceiptNumber> receipt(ResultSet row) throws SQLException {
        var symbol = row.getString("symbol");
        return symbol == null
                ? Optional.empty()
                : Optional.of(new ReceiptNumber(symbol, row.getInt("year"), row.getInt("receipt")));
    }

    private static int tenant() {
        return Scope.current().tenant().value();
    }
}
