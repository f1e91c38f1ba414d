package vn.motcua.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** The tree of hashes. */
class HashTreeTest {

    @Test
    void theRootIsTheOneOfRfc6962() {
        // The first three leaves of the reference tree of Certificate Transparency: "", 0x00, 0x10
        var leaves = List.of(HashTree.leaf(""), HashTree.leaf("\u0000"), HashTree.leaf("\u0010"));

        assertThat(leaves.getFirst()).hasToString("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
        assertThat(HashTree.root(leaves.subList(0, 2)))
                .hasToString("fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125");
        assertThat(HashTree.root(leaves))
                .hasToString("aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77");
    }

    @Property(tries = 500)
    void everyLineIsProvenByItsPath(
            @ForAll @IntRange(min = 1, max = 300) int size, @ForAll @IntRange(max = 299) int at) {
        var leaves = leaves(size);
        int index = at % size;

        assertThat(HashTree.climb(leaves.get(index), index, size, HashTree.path(leaves, index)))
                .isEqualTo(HashTree.root(leaves));
    }

    @Property(tries = 500)
    void noOtherLineIsProvenByIt(@ForAll @IntRange(min = 2, max = 300) int size, @ForAll @IntRange(max = 299) int at) {
        var leaves = leaves(size);
        int index = at % size;
        var path = HashTree.path(leaves, index);

        assertThat(HashTree.climb(HashTree.leaf("another"), index, size, path)).isNotEqualTo(HashTree.root(leaves));
        assertThatThrownBy(() -> HashTree.climb(leaves.get(index), index, size, path.subList(1, path.size())))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static List<Hash> leaves(int size) {
        return IntStream.range(0, size)
                .mapToObj(it -> HashTree.leaf("line " + it))
                .toList();
    }
}
