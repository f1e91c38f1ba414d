package vn.motcua.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.motcua.catalogue.FeeDue;
import vn.motcua.catalogue.FeeLine;
import vn.motcua.catalogue.FeeRule;
import vn.motcua.form.Words;
import vn.motcua.portal.WholeFees.Part;
import vn.motcua.portal.WholeFees.When;
import vn.motcua.shared.Dong;

/** One sum for a linked filing, without a database. */
class WholeFeesTest {

    @Test
    void whatIsOpenIsOwedNowAndWhatWaitsLater() {
        var fees = of(part(1, When.NOW, 16_000, 8_000), part(2, When.LATER, 10_000, 10_000), part(3, When.NOW, 0, 0));

        assertThat(fees.owed()).isEqualTo(new Dong(16_000));
        assertThat(fees.later()).isEqualTo(new Dong(10_000));
        assertThat(fees.paid()).isEqualTo(new Dong(8_000));
        assertThat(fees.shown()).extracting(Part::place).containsExactly(1, 2);
    }

    @Test
    void aPartThatCameToNothingBeforeItWasPaidDropsOut() {
        var fees = of(part(1, When.NOW, 8_000, 0), part(2, When.DROPPED, 10_000, 0));

        assertThat(fees.owed()).isEqualTo(new Dong(8_000));
        assertThat(fees.shown()).extracting(Part::place).containsExactly(1);
    }

    @Test
    void whatWasPaidForItStaysToldAndNothingMoreIsAsked() {
        var fees = of(part(2, When.DROPPED, 4_000, 6_000));

        assertThat(fees.owed()).isEqualTo(Dong.ZERO);
        assertThat(fees.paid()).isEqualTo(new Dong(6_000));
        assertThat(fees.shown()).hasSize(1);
    }

    private static WholeFees of(Part... parts) {
        return new WholeFees(Arrays.asList(parts));
    }

    private static Part part(int place, When when, long owed, long paid) {
        var line = new FeeLine(
                "f", new Words("Lệ phí", "Charge"), FeeRule.Kind.CHARGE, new Dong(owed + paid), "", FeeDue.RESULT);
        return new Part(place, "x", "y", List.of(line), new Dong(owed), when);
    }
}
