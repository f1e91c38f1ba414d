package vn.motcua.audit;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A tree of hashes over lines in order, as RFC 6962 section 2.1 builds it: whoever knows its root can be shown that a
 * line is in it with a handful of other hashes, and cannot be shown one that is not.
 */
final class HashTree {

    private static final byte[] LEAF = {0};
    private static final byte[] NODE = {1};

    private HashTree() {}

    /** What one line weighs in the tree. */
    static Hash leaf(String line) {
        return Hash.sum(LEAF, line.getBytes(StandardCharsets.UTF_8));
    }

    /** The root over these leaves, of which there is at least one. */
    static Hash root(List<Hash> leaves) {
        if (leaves.size() == 1) {
            return leaves.getFirst();
        }
        int split = split(leaves.size());
        return node(root(leaves.subList(0, split)), root(leaves.subList(split, leaves.size())));
    }

    /** What proves, with the leaf at that index, the root over these leaves: the neighbours from below. */
    static List<Hash> path(List<Hash> leaves, int index) {
        if (leaves.size() == 1) {
            return List.of();
        }
        int split = split(leaves.size());
        var left = leaves.subList(0, split);
        var right = leaves.subList(split, leaves.size());
        var path = new ArrayList<>(index < split ? path(left, index) : path(right, index - split));
        path.add(index < split ? root(right) : root(left));
        return path;
    }

    /** The root to which a leaf at that index among so many leads by its path. */
    static Hash climb(Hash leaf, int index, int size, List<Hash> path) {
        if (index < 0 || index >= size || path.size() != height(index, size)) {
            throw new IllegalArgumentException("no path of a tree with " + size + " leaves");
        }
        if (size == 1) {
            return leaf;
        }
        int split = split(size);
        var below = path.subList(0, path.size() - 1);
        var beside = path.getLast();
        return index < split
                ? node(climb(leaf, index, split, below), beside)
                : node(beside, climb(leaf, index - split, size - split, below));
    }

    private static int height(int index, int size) {
        if (size == 1) {
            return 0;
        }
        int split = split(size);
        return 1 + (index < split ? height(index, split) : height(index - split, size - split));
    }

    /** The largest power of two below the size. */
    private static int split(int size) {
        return Integer.highestOneBit(size - 1);
    }

    private static Hash node(Hash left, Hash right) {
        return Hash.sum(NODE, left.bytes(), right.bytes());
    }
}
