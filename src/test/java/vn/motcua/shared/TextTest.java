package vn.motcua.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import org.junit.jupiter.api.Test;

class TextTest {

    @Test
    void decomposedLettersOfAnIphoneAreStoredComposed() {
        var typed = Normalizer.normalize("Nguyễn Thị Ước", Normalizer.Form.NFD);

        assertThat(Text.clean(typed)).isEqualTo("Nguyễn Thị Ước");
    }

    @Test
    void marksThatTurnTheReadingDirectionAreTakenOutAndEmojiStay() {
        assertThat(Text.clean("Lan\u202E 😀\u200B ")).isEqualTo("Lan 😀");
    }

    @Test
    void searchingIgnoresMarksAndCase() {
        assertThat(Text.fold("Đăng ký KHAI SINH")).isEqualTo("dang ky khai sinh");
    }
}
