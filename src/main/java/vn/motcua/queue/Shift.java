package vn.motcua.queue;

import java.time.Instant;
import java.util.List;
import vn.motcua.shared.Dong;
import vn.motcua.shared.Refused;
import vn.motcua.shared.Text;

/**
 * What an officer did at the counter on a day (ca làm việc).
 *
 * @param officer the name
 * @param tickets numbers served
 * @param received dossiers received
 * @param handedOver results handed over
 * @param taken cash taken, as it was recorded
 */
public record Shift(String officer, int tickets, int received, int handedOver, Dong taken) {

    static final int LONGEST_REASON = 500;

    /**
     * The same, settled: what lay in the drawer against what was recorded (đối chiếu cuối ca).
     *
     * @param counted what lay in the drawer
     * @param reason why the two differ; empty when they do not
     */
    public record Closed(Shift shift, Dong counted, String reason, Instant at) {

        /** What was too much in the drawer, in đồng; negative when some was missing. */
        public long difference() {
            return counted.amount() - shift.taken().amount();
        }
    }

    /** What is left to settle when that was settled; nothing is less than nothing. */
    Shift without(List<Closed> settled) {
        int tickets = this.tickets;
        int received = this.received;
        int handedOver = this.handedOver;
        long taken = this.taken.amount();
        for (var it : settled) {
            tickets -= it.shift().tickets();
            received -= it.shift().received();
            handedOver -= it.shift().handedOver();
            taken -= it.shift().taken().amount();
        }
        return new Shift(
                officer,
                Math.max(0, tickets),
                Math.max(0, received),
                Math.max(0, handedOver),
                new Dong(Math.max(0, taken)));
    }

    /** Settles it; a difference needs a reason. */
    Closed close(Dong counted, String typed, Instant now) {
        var reason = Text.clean(typed);
        if (reason.length() > LONGEST_REASON) {
            throw new Refused(QueueRefusal.SHIFT_REASON_TOO_LONG, LONGEST_REASON);
        }
        if (!counted.equals(taken) && reason.isEmpty()) {
            throw new Refused(QueueRefusal.SHIFT_DIFFERENCE_WITHOUT_REASON, taken.toString(), counted.toString());
        }
        return new Closed(this, counted, counted.equals(taken) ? "" : reason, now);
    }
}
