package vn.motcua.audit;

import java.util.List;
import java.util.Optional;

/**
 * A line of the log with what proves that it stands there: its way up to the root of its segment, and that one's to the
 * signed root of the day. Needs nothing else to be checked.
 *
 * @param line the line, see {@link AuditRecord#line()}
 * @param segment the segment's line, empty as long as it is not sealed
 * @param way from the line to the segment's root
 * @param dayWay from the segment to the root of the day
 * @param day the signed day, empty as long as the day is not over
 */
public record Proof(
        String line, Optional<String> segment, Optional<Way> way, Optional<Way> dayWay, Optional<SignedDay> day) {

    /**
     * A way up a {@link HashTree}.
     *
     * @param index which leaf
     * @param size of how many
     * @param beside the neighbours from below
     */
    public record Way(int index, int size, List<Hash> beside) {

        /** Keeps its own copy. */
        public Way {
            beside = List.copyOf(beside);
        }

        static Way through(List<Hash> leaves, int index) {
            return new Way(index, leaves.size(), HashTree.path(leaves, index));
        }

        boolean leads(Hash leaf, Hash root) {
            try {
                return HashTree.climb(leaf, index, size, beside).equals(root);
            } catch (IllegalArgumentException e) {
                return false;
            }
        }
    }

    /** How far the proof reaches. */
    public enum Strength {
        /** Something in it does not hold. */
        BROKEN,
        /** Not sealed yet. */
        FRESH,
        /** Sealed; its day is not over. */
        SEALED,
        /** Under the signed root of a day. */
        SIGNED,
        /** And that was stamped by an authority. */
        STAMPED
    }

    /** The line, read. */
    public AuditRecord record() {
        return AuditRecord.of(line);
    }

    /** How far it reaches, after checking all of it. */
    public Strength strength() {
        if (segment.isEmpty() || way.isEmpty()) {
            return Strength.FRESH;
        }
        var sealed = Segment.of(segment.get());
        if (!way.get().leads(HashTree.leaf(line), sealed.root())) {
            return Strength.BROKEN;
        }
        if (day.isEmpty() || dayWay.isEmpty()) {
            return Strength.SEALED;
        }
        var signed = day.get();
        if (!dayWay.get().leads(sealed.hash(), signed.root().root()) || !Seal.isIntact(signed)) {
            return Strength.BROKEN;
        }
        return signed.stamp()
                .map(it -> TimeStamp.of(it, signed.signature()).isPresent() ? Strength.STAMPED : Strength.BROKEN)
                .orElse(Strength.SIGNED);
    }
}
