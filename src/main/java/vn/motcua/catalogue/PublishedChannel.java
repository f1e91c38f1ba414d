package vn.motcua.catalogue;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * One way of filing as the record publishes it.
 *
 * @param method how one files
 * @param time the published time for settling; empty when the record gives none
 * @param fee the published amount; empty when the record gives none
 */
public record PublishedChannel(Channel method, Optional<Time> time, Optional<Fee> fee) {

    /**
     * A time as published: the figure and its unit. Records contain halves of days and figures without a unit.
     *
     * @param amount how many
     * @param unit of what
     */
    public record Time(BigDecimal amount, Unit unit) {}

    /** The units that records use. */
    public enum Unit {
        WORKING_DAY,
        DAY,
        HOUR,
        MONTH,
        /** The record gives a figure without saying of what. */
        UNSPECIFIED
    }

    /**
     * An amount as published. A zero may mean "free" or "see the circular": records do not tell them apart.
     *
     * @param amount how much
     * @param currency ISO 4217, e.g. {@code VND}
     */
    public record Fee(BigDecimal amount, String currency) {}
}
