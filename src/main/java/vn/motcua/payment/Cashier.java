package vn.motcua.payment;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.audit.Fields;
import vn.motcua.audit.Look;
import vn.motcua.audit.Purpose;
import vn.motcua.audit.Trail;
import vn.motcua.dossier.Act;
import vn.motcua.dossier.DossierId;
import vn.motcua.dossier.FeeClearance;
import vn.motcua.dossier.PaymentWait;
import vn.motcua.identity.Access;
import vn.motcua.identity.DeskAct;
import vn.motcua.identity.Subject;
import vn.motcua.shared.Dong;
import vn.motcua.shared.Phrase;
import vn.motcua.shared.Refused;
import vn.motcua.shared.Scope;
import vn.motcua.shared.Text;
import vn.motcua.shared.VietnamTime;

/**
 * Takes fees and charges at the counter. What is due follows from the procedure's revision, the dossier's answers and the
 * circumstances under which it was filed: the same computation that the applicant saw before filing.
 */
@Service
public class Cashier implements FeeClearance {

    private static final int LONGEST_SLIP = 40;

    private final JdbcClient db;
    private final FeeAccounts accounts;
    private final Collecting collecting;
    private final ReceiptBook receipts;
    private final PaymentOrders orders;
    private final Access access;
    private final Trail trail;
    private final PaymentWait waiting;

    Cashier(
            JdbcClient db,
            FeeAccounts accounts,
            Collecting collecting,
            ReceiptBook receipts,
            PaymentOrders orders,
            Access access,
            Trail trail,
            PaymentWait waiting) {
        this.db = db;
        this.accounts = accounts;
        this.collecting = collecting;
        this.receipts = receipts;
        this.orders = orders;
        this.access = access;
        this.trail = trail;
        this.waiting = waiting;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY, readOnly = true)
    public Answer of(DossierId dossier) {
        var account = accounts.of(dossier);
        if (account.unpaid().equals(Dong.ZERO)) {
            return new Answer.Settled();
        }
        return account.living() ? new Answer.Owed(account.unpaid()) : new Answer.NoLongerOwed(account.unpaid());
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY, readOnly = true)
    public Answer beforeReception(DossierId dossier) {
        var owed = accounts.of(dossier).owedBeforeReception();
        return owed.equals(Dong.ZERO) ? new Answer.Settled() : new Answer.Owed(owed);
    }

    /** What is due for a dossier of the current scope, and what was paid. */
    @Transactional(readOnly = true)
    public FeeAccount account(DossierId dossier) {
        return accounts.of(dossier);
    }

    /** All receipts for what was paid, those that adjust, replace or were cancelled too. */
    @Transactional(readOnly = true)
    public List<Receipt> receipts(DossierId dossier) {
        return receipts.of(dossier);
    }

    /**
     * Records that all that is owed was taken in cash; a dossier that waits for it goes on. The same command again changes nothing.
     *
     * @param subject the dossier as the question of rights sees it
     * @param seen how many payments the page showed: money is not taken twice by two officers at once
     */
    @Transactional
    public void takeCash(Act act, DossierId dossier, Subject subject, int seen) {
        take(act, dossier, subject, seen, PaymentChannel.CASH, "");
    }

    /**
     * The same by a card at the counter's terminal, which has moved the money.
     *
     * @param slip the number that the terminal printed
     */
    @Transactional
    public void takeCard(Act act, DossierId dossier, Subject subject, int seen, String slip) {
        var number = Text.clean(slip);
        if (number.isEmpty() || number.length() > LONGEST_SLIP) {
            throw new Refused(PaymentRefusal.CARD_SLIP);
        }
        take(act, dossier, subject, seen, PaymentChannel.CARD, number);
    }

    private void take(Act act, DossierId dossier, Subject subject, int seen, PaymentChannel channel, String slip) {
        accounts.lock(dossier);
        if (recorded(act, dossier)) {
            return;
        }
        var position = access.may(act.by(), DeskAct.TAKE_FEE, subject)
                .orRefuse()
                .orElseThrow(() -> new IllegalStateException("taken without a position"));
        var account = accounts.of(dossier);
        if (account.payments().size() != seen) {
            throw meanwhile(account);
        }
        if (account.owed().equals(Dong.ZERO)) {
            throw new Refused(PaymentRefusal.NOTHING_OWED);
        }
        var receipt = collecting.take(
                new Collecting.Taking(
                        dossier,
                        act.command(),
                        channel,
                        account.owed(),
                        act.now(),
                        Optional.of(new Collecting.Taker(
                                act.by().account().value(),
                                act.by().name(),
                                position.id().value())),
                        slip,
                        Optional.empty()),
                account);
        orders.notWanted(dossier, act.now());
        waiting.over(act, dossier, position);
        trail.leave(new Look(
                act.by().account().value(),
                Optional.of(position.id().value()),
                Optional.of(position.role()),
                Purpose.SETTLE,
                dossier.value(),
                "fee-taken",
                Fields.of(Fields.HISTORY)));
        receipt.run();
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

    private static Refused meanwhile(FeeAccount account) {
        var last = Optional.of(account.payments()).filter(it -> !it.isEmpty()).map(List::getLast);
        return new Refused(
                PaymentRefusal.PAID_MEANWHILE,
                last.<Object>map(Cashier::who).orElse(""),
                last.map(it -> it.amount().toString()).orElse(""),
                last.map(it -> VietnamTime.moment(it.at())).orElse(""));
    }

    /** Who took it, or by which way it came by itself. */
    private static Object who(Payment it) {
        return it.by().isEmpty() ? Phrase.of("payment.channel." + it.channel()) : it.by();
    }

    private static int tenant() {
        return Scope.current().tenant().value();
    }
}
