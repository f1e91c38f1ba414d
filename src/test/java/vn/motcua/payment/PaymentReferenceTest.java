package vn.motcua.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import vn.motcua.shared.Ids;

/** The word by which a transfer is recognised. */
class PaymentReferenceTest {

    @Test
    void isFoundHoweverTheBankWritesIt() {
        var it = PaymentReference.of(new UUID(7, 11));

        assertThat(PaymentReference.in(it.value())).contains(it);
        assertThat(PaymentReference.in("CT DEN:099 " + it.value().toLowerCase(java.util.Locale.ROOT) + " GD 123"))
                .contains(it);
        assertThat(PaymentReference.in("MBVCB.123." + it.value() + ".CT tu 0011"))
                .contains(it);
        assertThat(PaymentReference.in(
                        it.value().substring(0, 6) + "\n" + it.value().substring(6)))
                .contains(it);
        assertThat(PaymentReference.in("nop le phi khai sinh")).isEmpty();
        assertThat(PaymentReference.in("")).isEmpty();
    }

    @Test
    void fitsIntoAPurposeAndDiffersForOrdersOfOneMoment() {
        var all = new HashSet<PaymentReference>();
        for (int i = 0; i < 10_000; i++) {
            all.add(PaymentReference.of(Ids.next()));
        }

        assertThat(all).hasSize(10_000);
        assertThat(all).allSatisfy(it -> assertThat(it.value()).hasSizeLessThanOrEqualTo(VietQr.LONGEST_TEXT));
    }

    @Property(tries = 300)
    void oneWrongLetterIsNoOtherPayment(
            @ForAll long a, @ForAll long b, @ForAll @IntRange(max = 11) int at, @ForAll @IntRange(max = 31) int to) {
        var word = PaymentReference.of(new UUID(a, b)).value();
        var letter = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ".charAt(to);
        var changed = word.substring(0, 2 + at) + letter + word.substring(3 + at);

        assertThat(changed.equals(word) || PaymentReference.in(changed).isEmpty())
                .isTrue();
    }
}
