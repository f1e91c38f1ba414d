package vn.motcua.filing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SignedContentTest {

    @Test
    void answersAreTheSameHoweverTheyWereKeptMeanwhile() {
        assertThat(SignedContent.answers(Map.of("area", new BigDecimal("1.50"), "copies", 2L, "who", List.of("Mẩy"))))
                .isEqualTo(SignedContent.answers(Map.of("who", List.of("Mẩy"), "copies", 2, "area", 1.5)));
    }

    @Test
    void anotherAnswerIsAnotherContent() {
        assertThat(SignedContent.answers(Map.of("name", "Lý Thị Mẩy")))
                .isNotEqualTo(SignedContent.answers(Map.of("name", "Lý Thị Mây")))
                .isNotEqualTo(SignedContent.answers(Map.of("name", "Lý Thị Mẩy", "copies", 1)));
    }
}
