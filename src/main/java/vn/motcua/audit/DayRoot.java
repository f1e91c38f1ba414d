package vn.motcua.audit;

import java.time.LocalDate;
import java.util.List;
import vn.motcua.shared.TenantId;

/**
 * What is signed and published of a tenant's day. It contains no personal data and covers all that was logged.
 *
 * @param first number of the day's first segment
 * @param last number of its last
 * @param records how many lines these hold
 * @param previous hash of the segment before the first, so that days hang together, too
 * @param head hash of the last segment
 * @param root over the hashes of its segments, see {@link HashTree}
 */
record DayRoot(TenantId tenant, LocalDate day, int first, int last, int records, Hash previous, Hash head, Hash root) {

    /** Over a day's segments, of which there is at least one. */
    static DayRoot over(List<Segment> segments) {
        var first = segments.getFirst();
        var last = segments.getLast();
        return new DayRoot(
                first.tenant(),
                first.day(),
                first.no(),
                last.no(),
                segments.stream().mapToInt(Segment::records).sum(),
                first.previous(),
                last.hash(),
                HashTree.root(segments.stream().map(Segment::hash).toList()));
    }

    /** The text that is signed. */
    String line() {
        return Line.write(
                "motcua-day/1",
                tenant.toString(),
                day.toString(),
                Integer.toString(first),
                Integer.toString(last),
                Integer.toString(records),
                previous.hex(),
                head.hex(),
                root.hex());
    }

    static DayRoot of(String line) {
        var part = Line.read(line, 9);
        if (!part.text(0).equals("motcua-day/1")) {
            throw new IllegalArgumentException("not a day of a log: " + line);
        }
        return new DayRoot(
                new TenantId(Integer.parseInt(part.text(1))),
                LocalDate.parse(part.text(2)),
                Integer.parseInt(part.text(3)),
                Integer.parseInt(part.text(4)),
                Integer.parseInt(part.text(5)),
                new Hash(part.text(6)),
                new Hash(part.text(7)),
                new Hash(part.text(8)));
    }
}
