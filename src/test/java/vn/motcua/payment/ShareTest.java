package vn.motcua.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.motcua.dossier.DossierId;
import vn.motcua.organization.UnitId;
import vn.motcua.shared.Dong;

/** What one payment for several dossiers is for each of them. */
class ShareTest {

    private static final UnitId UNIT = new UnitId(new UUID(9, 9));

    /** The first owes as much as its share, the second what the line says. */
    @ParameterizedTest
    @CsvSource({
        "16000, 8000, both paid",
        "16000, 9000, both paid",
        "16000, 7999, first paid and second back",
        "16000, 0, first paid and second back",
        "0, 8000, second paid and first back",
        "0, 0, nothing paid and both back"
    })
    void aShareIsTakenWhereAllOfItIsOwed(long first, long second, String what) {
        var shares = List.of(share(1, 16_000), share(2, 8_000));

        var settled = Share.settle(
                shares,
                Map.of(shares.get(0).dossier(), new Dong(first), shares.get(1).dossier(), new Dong(second)));

        assertThat(what).isEqualTo(said(settled));
    }

    private static String said(Share.Settled it) {
        if (it.strayed().isEmpty()) {
            return "both paid";
        }
        if (it.collected().isEmpty()) {
            return "nothing paid and both back";
        }
        return it.collected().getFirst().equals(share(1, 16_000))
                ? "first paid and second back"
                : "second paid and first back";
    }

    @Test
    void aDossierOfWhichNothingIsKnownOwesNothing() {
        var settled = Share.settle(List.of(share(1, 16_000)), Map.of());

        assertThat(settled.collected()).isEmpty();
        assertThat(settled.strayed()).containsExactly(share(1, 16_000));
    }

    /** Each đồng is collected or goes back; no dossier pays more than it owes; none is there twice. */
    @Property(tries = 1000)
    void everyDongIsSomewhere(
            @ForAll("amounts") @Size(min = 1, max = 8) List<Long> amounts, @ForAll("owed") List<Long> owed) {
        var shares = new ArrayList<Share>();
        var debts = new HashMap<DossierId, Dong>();
        for (int at = 0; at < amounts.size(); at++) {
            var share = share(at, amounts.get(at));
            shares.add(share);
            if (at < owed.size()) {
                debts.put(share.dossier(), new Dong(owed.get(at)));
            }
        }

        var settled = Share.settle(shares, debts);

        assertThat(Share.sum(settled.collected()).plus(Share.sum(settled.strayed())))
                .isEqualTo(Share.sum(shares));
        for (var share : settled.collected()) {
            assertThat(share.amount().amount())
                    .isLessThanOrEqualTo(
                            debts.getOrDefault(share.dossier(), Dong.ZERO).amount());
        }
        var all = new ArrayList<>(settled.collected());
        all.addAll(settled.strayed());
        assertThat(new HashSet<>(all)).hasSameSizeAs(shares).containsExactlyInAnyOrderElementsOf(shares);
    }

    @Provide
    Arbitrary<List<Long>> amounts() {
        return Arbitraries.longs().between(1, 1_000_000).list().ofMinSize(1).ofMaxSize(8);
    }

    @Provide
    Arbitrary<List<Long>> owed() {
        return Arbitraries.longs().between(0, 1_000_000).list().ofMaxSize(8);
    }

    private static Share share(int dossier, long amount) {
        return new Share(new DossierId(new UUID(0, dossier)), UNIT, new Dong(amount));
    }
}
