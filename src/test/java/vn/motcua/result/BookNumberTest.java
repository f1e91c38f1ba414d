package vn.motcua.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BookNumberTest {

    @ParameterizedTest
    @CsvSource({
        "128/2026, 1.001193, 2026, 128",
        "0128/2026, 1.001193, 2026, 128",
        "' 128 / 2026 ', 1.001193, 2026, 128",
        "128/2025, 1.001193, 2025, 128",
        "128, 1.001193, 2026, 128",
        "15/QĐ-UBND, QĐ-UBND, 2026, 15",
        "15/qđ-ubnd, QĐ-UBND, 2026, 15",
        "15/2025/GP-UBND, GP-UBND, 2025, 15",
        "15/GP-UBND/2025, GP-UBND, 2025, 15",
        "CT08-15, 1.001193, 2026, CT08-15",
        "ct08-15, 1.001193, 2026, CT08-15",
        "128a/2026, 1.001193, 2026, 128A/2026"
    })
    void aNumberBelongsToABookAndAYear(String typed, String book, int year, String number) {
        var it = BookNumber.of(typed, "1.001193", 2026);

        assertThat(it.book()).isEqualTo(book);
        assertThat(it.year()).isEqualTo(year);
        assertThat(it.number()).isEqualTo(number);
    }

    @Test
    void whatIsNoNumberHasNoNextOne() {
        assertThat(BookNumber.of("CT08-15", "1.001193", 2026).ordinal()).isEmpty();
        assertThat(BookNumber.of("99999999999/2026", "1.001193", 2026).ordinal())
                .isEmpty();
        assertThat(BookNumber.of("07/2026", "1.001193", 2026).ordinal()).isEqualTo(OptionalInt.of(7));
    }

    @Test
    void theNextOneLooksLikeTheLast() {
        assertThat(BookNumber.text(129, "/2026", 2026, 2026)).isEqualTo("129/2026");
        assertThat(BookNumber.text(1, "/2026/GP-UBND", 2026, 2027)).isEqualTo("1/2027/GP-UBND");
        assertThat(BookNumber.text(16, "/QĐ-UBND", 2026, 2027)).isEqualTo("16/QĐ-UBND");
    }
}
