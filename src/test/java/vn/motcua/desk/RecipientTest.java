package vn.motcua.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who may take a result at the counter. */
class RecipientTest {

    private static final Optional<String> MAY = Optional.of("010198999001");
    private static final String SINH = "010095999002||Giàng A Sình|02111995|Nam|Tả Van|15032022";

    @Test
    void theApplicantsOwnCardIsEnough() {
        assertThat(Recipient.checked("Lý Thị Mẩy", MAY, "010198999001", "", "", false)
                        .written())
                .isEqualTo("Lý Thị Mẩy (số trên thẻ khớp)");
    }

    @Test
    void somebodyElsesCardNeedsAPaper() {
        assertThatThrownBy(() -> Recipient.checked("Lý Thị Mẩy", MAY, SINH, "", "", true))
                .hasMessageContaining("SOMEBODY_ELSE_WITHOUT_PAPER");
        assertThat(Recipient.checked("Lý Thị Mẩy", MAY, SINH, "", "giấy ủy quyền ngày 20/11/2026", false)
                        .written())
                .isEqualTo("Giàng A Sình, giấy ủy quyền ngày 20/11/2026");
    }

    @Test
    void withoutACardTheOfficerSaysThatTheyCompared() {
        assertThatThrownBy(() -> Recipient.checked("Lý Thị Mẩy", MAY, "", "Lý Thị Mẩy", "", false))
                .hasMessageContaining("IDENTITY_NOT_CONFIRMED");
        assertThat(Recipient.checked("Lý Thị Mẩy", MAY, "", "Lý Thị Mẩy", "", true)
                        .written())
                .isEqualTo("Lý Thị Mẩy");
    }

    @Test
    void aCodeThatIsNoCardIsNotTakenForANumber() {
        assertThatThrownBy(() -> Recipient.checked("Lý Thị Mẩy", MAY, "010198999001|", "", "", true))
                .hasMessageContaining("CARD_UNREADABLE");
    }
}
