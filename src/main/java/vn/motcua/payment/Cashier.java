package vn.motcua.payment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;
import vn.motcua.audit.Fields;
import vn.motcua.audit.Look;
import vn.motcua.audit.Purpose;
import vn.motcua.audit.Trail;
import vn.motcua.catalogue.Catalogue;
import vn.motcua.catalogue.FeeLine;
import vn.motcua.catalogue.FeeRule;
import vn.motcua.catalogue.KnownFacts;
import vn.motcua.dossier.Act;
import vn.motcua.dossier.DossierId;
import vn.motcua.dossier.FeeClearance;
import vn.motcua.dossier.Obligation;
import vn.motcua.dossier.PaymentWait;
import vn.motcua.dossier.ReadingDesk;
import vn.motcua.form.Words;
import vn.motcua.identity.Access;
import vn.motcua.identity.DeskAct;
import vn.motcua.identity.Position;
import vn.motcua.identity.Subject;
import vn.motcua.shared.Dong;
import vn.motcua.shared.Language;
import vn.motcua.shared.Refused;
import vn.motcua.shared.Scope;
import vn.motcua.shared.VietnamTime;

/**
 * Takes fees and charges at the counter. What is due follows from the procedure's revision, the dossier's answers and the
 * circumstances under which it was filed: the same computation that the applicant saw before filing.
 */
@Service
public class Cashier implements FeeClearance {

    /** The rule of what is paid by a notice. */
    private static final String NOTICE = "notice";

    private final JdbcClient db;
    private final JsonMapper json;
    private final ReadingDesk dossiers;
    private final Catalogue catalogue;
    private final KnownFacts known;
    private final Access access;
    private final Trail trail;
    private final PaymentWait waiting;

    Cashier(
            JdbcClient db,
            JsonMapper json,
            ReadingDesk dossiers,
            Catalogue catalogue,
            KnownFacts known,
            Access access,
            Trail trail,
            PaymentWait waiting) {
        this.db = db;
        this.json = json;
        this.dossiers = dossiers;
        this.catalogue = catalogue;
        this.known = known;
        this.access = access;
        this.trail = trail;
        this.waiting = waiting;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY, readOnly = true)
    public Answer of(DossierId dossier) {
        var owed = read(dossier).owed();
        return owed.equals(Dong.ZERO) ? new Answer.Settled() : new Answer.Owed(owed);
    }

    /** What is due for a dossier of the current scope, and what was paid. */
    @Transactional(readOnly = true)
    public FeeAccount account(DossierId dossier) {
        return read(dossier);
    }

    /**
     * Records that all that is owed was taken in cash; a dossier that waits for it goes on. The same command again changes nothing.
     *
     * @param subject the dossier as the question of rights sees it
     * @param seen how many payments the page showed: money is not taken twice by two officers at once
     */
    @Transactional
    public void takeCash(Act act, DossierId dossier, Subject subject, int seen) {
        if (recorded(act, dossier)) {
            return;
        }
        var position = access.may(act.by(), DeskAct.TAKE_FEE, subject)
                .orRefuse()
                .orElseThrow(() -> new IllegalStateException("taken without a position"));
        var account = read(dossier);
        if (account.payments().size() != seen) {
            throw meanwhile(account);
        }
        if (account.owed().equals(Dong.ZERO)) {
            throw new Refused(PaymentRefusal.NOTHING_OWED);
        }
        if (!add(act, dossier, seen + 1, account, position) && !recorded(act, dossier)) {
            throw meanwhile(read(dossier));
        }
        waiting.over(act, dossier, position);
        trail.leave(new Look(
                act.by().account().value(),
                Optional.of(position.id().value()),
                Optional.of(position.role()),
                Purpose.SETTLE,
                dossier.value(),
                "fee-taken",
                Fields.of(Fields.HISTORY)));
    }

    private FeeAccount read(DossierId dossier) {
        var contents = dossiers.contents(dossier);
        var procedure = catalogue.revision(contents.revision()).runnableContent();
        var due = procedure.fees(contents.answers(), known.of(contents.filed()));
        var all = new ArrayList<>(due);
        contents.obligations().forEach(it -> all.add(notice(it)));
        return new FeeAccount(all, payments(dossier));
    }

    /** What an officer wrote down to be paid by a notice. */
    private static FeeLine notice(Obligation it) {
        return new FeeLine(NOTICE, new Words(it.what(), it.what()), FeeRule.Kind.TAX, it.amount(), "");
    }

    private List<Payment> payments(DossierId dossier) {
        return db.sql("""
                        select p.no, p.amount, p.taker_name, p.taken_at from fee_payment p
                        where p.tenant_id = :tenant and p.dossier = :dossier order by p.no
                        """)
                .param("tenant", tenant())
                .param("dossier", dossier.value())
                .query((row, _) -> payment(row))
                .list();
    }

    private boolean recorded(Act act, DossierId dossier) {
        var found = db.sql("select p.dossier from fee_payment p where p.tenant_id = :tenant and p.command = :command")
                .param("tenant", tenant())
                .param("command", act.command())
                .query(UUID.class)
                .optional();
        if (found.filter(it -> !it.equals(dossier.value())).isPresent()) {
            throw new Refused(PaymentRefusal.PAYMENT_COMMAND_REUSED);
        }
        return found.isPresent();
    }

    private boolean add(Act act, DossierId dossier, int no, FeeAccount account, Position position) {
        return db.sql("""
                                insert into fee_payment (tenant_id, dossier, no, command, amount, lines, means, taken_at,
                                    taken_by, taker_name, position)
                                values (:tenant, :dossier, :no, :command, :amount, cast(:lines as jsonb), 'CASH', :at,
                                    :by, :name, :position)
                                on conflict do nothing
                                """)
                        .param("tenant", tenant())
                        .param("dossier", dossier.value())
                        .param("no", no)
                        .param("command", act.command())
                        .param("amount", account.owed().amount())
                        .param(
                                "lines",
                                json.writeValueAsString(account.lines().stream()
                                        .map(Cashier::line)
                                        .toList()))
                        .param("at", act.now().atOffset(ZoneOffset.UTC))
                        .param("by", act.by().account().value())
                        .param("name", act.by().name())
                        .param("position", position.id().value())
                        .update()
                == 1;
    }

    private static Refused meanwhile(FeeAccount account) {
        var last = Optional.of(account.payments()).filter(it -> !it.isEmpty()).map(List::getLast);
        return new Refused(
                PaymentRefusal.PAID_MEANWHILE,
                last.map(Payment::by).orElse(""),
                last.map(it -> it.amount().toString()).orElse(""),
                last.map(it -> VietnamTime.moment(it.at())).orElse(""));
    }

    private static StoredLine line(FeeLine line) {
        return new StoredLine(
                line.rule(), line.name().in(Language.VI), line.amount().amount());
    }

    private static Payment payment(ResultSet row) throws SQLException {
        return new Payment(
                row.getInt("no"),
                new Dong(row.getLong("amount")),
                row.getString("taker_name"),
                row.getObject("taken_at", OffsetDateTime.class).toInstant());
    }

    private static int tenant() {
        return Scope.current().tenant().value();
    }

    /** What was due when it was paid. */
    private record StoredLine(String rule, String name, long amount) {}
}
