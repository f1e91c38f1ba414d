package vn.motcua.payment;

import java.util.List;
import vn.motcua.catalogue.FeeExplanation;
import vn.motcua.catalogue.FeeLine;
import vn.motcua.shared.Dong;

/**
 * What is due for a dossier and what was paid.
 *
 * @param lines what is due; empty when nothing is
 * @param explained how what is due by the procedure came about, also what came to nothing
 * @param payments what was taken, first to last
 * @param living whether what the dossier asks for may still be given
 */
public record FeeAccount(List<FeeLine> lines, List<FeeExplanation> explained, List<Payment> payments, boolean living) {

    /** Keeps its own copies. */
    public FeeAccount {
        lines = List.copyOf(lines);
        explained = List.copyOf(explained);
        payments = List.copyOf(payments);
    }

    /** All that is due. */
    public Dong due() {
        return lines.stream().map(FeeLine::amount).reduce(Dong.ZERO, Dong::plus);
    }

    /** All that was taken. */
    public Dong paid() {
        return payments.stream().map(Payment::amount).reduce(Dong.ZERO, Dong::plus);
    }

    /**
     * What of it was never paid. Where a correction made less due than was paid, nothing was: that is a refund. What was
     * paid back is not asked for again.
     */
    public Dong unpaid() {
        return new Dong(Math.max(0, due().amount() - paid().amount()));
    }

    /**
     * What is still to be paid before the dossier is received. What was paid is held to be for that first, whatever the order of the
     * lines.
     */
    public Dong owedBeforeReception() {
        long first = lines.stream()
                .filter(it -> it.due().beforeReception())
                .mapToLong(it -> it.amount().amount())
                .sum();
        return living ? new Dong(Math.max(0, first - paid().amount())) : Dong.ZERO;
    }

    /** What is still to be paid: nothing for a dossier that has ended without what it asked for. */
    public Dong owed() {
        return living ? unpaid() : Dong.ZERO;
    }
}
