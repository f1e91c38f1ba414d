package vn.motcua.catalogue;

import java.math.BigDecimal;
import java.util.List;

/**
 * One way of filing as the record publishes it.
 *
 * @param method how one files
 * @param times the published times for settling, each with its condition; empty when the record gives none
 * @param notUnderstood texts of the record about its time that say nothing this program can count with; shown as they are
 * @param fees what the record publishes as due; empty when it gives nothing
 * @param note what else the record says about filing so; may be empty
 */
public record PublishedChannel(
        Channel method, List<PublishedTime> times, List<String> notUnderstood, List<Fee> fees, String note) {

    /** Keeps its own copies. */
    public PublishedChannel {
        times = List.copyOf(times);
        notUnderstood = List.copyOf(notUnderstood);
        fees = List.copyOf(fees);
    }

    /**
     * An amount as published. A zero may mean "free" or "see the circular": records do not tell them apart.
     *
     * @param name what is paid, e.g. Lệ phí; may be empty
     * @param amount how much
     * @param currency ISO 4217, e.g. {@code VND}
     * @param condition when, in the record's words; may be empty
     */
    public record Fee(String name, BigDecimal amount, String currency, String condition) {}
}
