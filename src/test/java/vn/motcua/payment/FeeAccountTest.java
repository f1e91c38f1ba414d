package vn.motcua.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import vn.motcua.catalogue.FeeDue;
import vn.motcua.catalogue.FeeLine;
import vn.motcua.catalogue.FeeRule;
import vn.motcua.form.Words;
import vn.motcua.shared.Dong;

/** What is owed before the reception, of what is due at different moments. */
class FeeAccountTest {

    @Test
    void whatIsPaidIsForWhatIsDueFirstWhateverTheOrderOfTheLines() {
        var lines = List.of(line(8_000, FeeDue.RESULT), line(50_000, FeeDue.FILING), line(20_000, FeeDue.RECEPTION));

        assertThat(account(lines, 0, true).owedBeforeReception()).isEqualTo(new Dong(70_000));
        assertThat(account(lines, 50_000, true).owedBeforeReception()).isEqualTo(new Dong(20_000));
        assertThat(account(lines, 70_000, true).owedBeforeReception()).isEqualTo(Dong.ZERO);
        assertThat(account(lines, 70_000, true).owed()).isEqualTo(new Dong(8_000));
        assertThat(account(lines, 0, false).owedBeforeReception()).isEqualTo(Dong.ZERO);
        assertThat(account(List.of(line(8_000, FeeDue.RESULT)), 0, true).owedBeforeReception())
                .isEqualTo(Dong.ZERO);
    }

    /** Never more than is owed at all, never less than nothing. */
    @Property(tries = 500)
    void itIsAPartOfWhatIsOwed(
            @ForAll List<@IntRange(max = 90_000) Integer> amounts, @ForAll @IntRange(max = 400_000) int paid) {
        var lines = amounts.stream()
                .map(it -> line(it, it % 3 == 0 ? FeeDue.FILING : it % 3 == 1 ? FeeDue.RECEPTION : FeeDue.RESULT))
                .toList();
        var account = account(lines, paid, true);

        assertThat(account.owedBeforeReception().amount())
                .isBetween(0L, account.owed().amount());
    }

    private static FeeAccount account(List<FeeLine> lines, long paid, boolean living) {
        var payments = paid == 0
                ? List.<Payment>of()
                : List.of(new Payment(
                        1, new Dong(paid), PaymentChannel.CASH, "Trần Thu Hà", Instant.EPOCH, "", Optional.empty()));
        return new FeeAccount(lines, List.of(), payments, living);
    }

    private static FeeLine line(long amount, FeeDue due) {
        return new FeeLine("rule", new Words("Phí", "Fee"), FeeRule.Kind.FEE, new Dong(amount), "", due);
    }
}
