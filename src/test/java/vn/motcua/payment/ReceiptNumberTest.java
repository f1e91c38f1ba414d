package vn.motcua.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

/** The number of a receipt. */
class ReceiptNumberTest {

    @Test
    void isPrintedWithEightDigitsAndItsSeries() {
        var number = new ReceiptNumber("BL-TV", 2026, 7);

        assertThat(number.digits()).isEqualTo("00000007");
        assertThat(number.series()).isEqualTo("BL-TV/26E");
        assertThat(number.word()).isEqualTo("BL-TV-2026-00000007");
        assertThat(ReceiptNumber.of(number.word())).contains(number);
    }

    @Test
    void hasAtMostEightDigits() {
        assertThatIllegalArgumentException().isThrownBy(() -> new ReceiptNumber("BL", 2026, ReceiptNumber.LAST + 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new ReceiptNumber("BL", 2026, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new ReceiptNumber("bl", 2026, 1));
    }

    @Test
    void otherWordsAreNone() {
        assertThat(ReceiptNumber.of("")).isEmpty();
        assertThat(ReceiptNumber.of("BL-2026-1")).isEmpty();
        assertThat(ReceiptNumber.of("BL-2026-00000000")).isEmpty();
        assertThat(ReceiptNumber.of("BL-1026-00000001")).isEmpty();
        assertThat(ReceiptNumber.of("../2026-00000001")).isEmpty();
    }
}
