package vn.motcua.audit;

import java.time.Instant;
import java.time.LocalDate;
import vn.motcua.shared.TenantId;

/**
 * A sealed piece of a tenant's log.
 *
 * @param no counted from 1
 * @param day the day in Vietnam on which it was sealed
 * @param from the lines of this transaction and later ones
 * @param until and before this one
 * @param records how many lines
 * @param root over the lines in the order of transaction and id, see {@link HashTree}
 * @param previous the hash of the segment before, {@link Hash#NOTHING} for the first
 * @param sealedAt when
 */
record Segment(
        TenantId tenant,
        int no,
        LocalDate day,
        long from,
        long until,
        int records,
        Hash root,
        Hash previous,
        Instant sealedAt) {

    String line() {
        return Line.write(
                tenant.toString(),
                Integer.toString(no),
                day.toString(),
                Long.toUnsignedString(from),
                Long.toUnsignedString(until),
                Integer.toString(records),
                root.hex(),
                previous.hex(),
                Long.toString(sealedAt.toEpochMilli()));
    }

    static Segment of(String line) {
        var part = Line.read(line, 9);
        return new Segment(
                new TenantId(Integer.parseInt(part.text(0))),
                Integer.parseInt(part.text(1)),
                LocalDate.parse(part.text(2)),
                Long.parseUnsignedLong(part.text(3)),
                Long.parseUnsignedLong(part.text(4)),
                Integer.parseInt(part.text(5)),
                new Hash(part.text(6)),
                new Hash(part.text(7)),
                Instant.ofEpochMilli(Long.parseLong(part.text(8))));
    }

    /** What the next one refers to, and a leaf of the day's tree. */
    Hash hash() {
        return HashTree.leaf(line());
    }
}
