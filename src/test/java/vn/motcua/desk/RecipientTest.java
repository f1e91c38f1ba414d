package vn.motcua.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who may take a result at the counter. */
class RecipientTest {

    private static final Recipient.Owner MAY = new Recipient.Owner("Lý Thị Mẩy", Optional.of("010198999001"), false);
    private static final Recipient.Owner COMPANY =
            new Recipient.Owner("Công ty TNHH Mường Hoa", Optional.of("5300123456"), true);
    private static final String SINH = "010095999002||Giàng A Sình|02111995|Nam|Tả Van|15032022";

    @Test
    void theApplicantsOwnCardIsEnough() {
        assertThat(Recipient.checked(MAY, "010198999001", "", "", false).written())
                .isEqualTo("Lý Thị Mẩy (số trên thẻ khớp)");
    }

    @Test
    void somebodyElsesCardNeedsAPaper() {
        assertThatThrownBy(() -> Recipient.checked(MAY, SINH, "", "", true))
                .hasMessageContaining("SOMEBODY_ELSE_WITHOUT_PAPER");
        assertThat(Recipient.checked(MAY, SINH, "", "giấy ủy quyền ngày 20/11/2026", false)
                        .written())
                .isEqualTo("Giàng A Sình, giấy ủy quyền ngày 20/11/2026");
    }

    @Test
    void withoutACardTheOfficerSaysThatTheyCompared() {
        assertThatThrownBy(() -> Recipient.checked(MAY, "", "Lý Thị Mẩy", "", false))
                .hasMessageContaining("IDENTITY_NOT_CONFIRMED");
        assertThat(Recipient.checked(MAY, "", "Lý Thị Mẩy", "", true).written()).isEqualTo("Lý Thị Mẩy");
    }

    @Test
    void aCodeThatIsNoCardIsNotTakenForANumber() {
        assertThatThrownBy(() -> Recipient.checked(MAY, "010198999001|", "", "", true))
                .hasMessageContaining("CARD_UNREADABLE");
    }

    @Test
    void whoeverCarriesTheApplicantsCardIsNotTheApplicant() {
        assertThatThrownBy(() -> Recipient.checked(MAY, "010198999001", "Giàng A Sình", "", true))
                .hasMessageContaining("SOMEBODY_ELSE_WITHOUT_PAPER");
        var carried = Recipient.checked(MAY, "010198999001", "Giàng A Sình", "giấy ủy quyền", false);
        assertThat(carried.written()).isEqualTo("Giàng A Sình, giấy ủy quyền");
        assertThat(carried.compared()).isFalse();
        assertThat(Recipient.checked(MAY, "010198999001", "lý  thị mẩy", "", false)
                        .written())
                .as("the same name, typed in a hurry")
                .isEqualTo("Lý Thị Mẩy (số trên thẻ khớp)");
    }

    @Test
    void anotherNameNeedsAPaperThoughTheOfficerCompared() {
        assertThatThrownBy(() -> Recipient.checked(MAY, "", "Giàng A Sình", "", true))
                .hasMessageContaining("SOMEBODY_ELSE_WITHOUT_PAPER");
        assertThatThrownBy(() -> Recipient.checked(MAY, "", "Lý Thị Mây", "", true))
                .as("marks tell people apart")
                .hasMessageContaining("SOMEBODY_ELSE_WITHOUT_PAPER");
        assertThat(Recipient.checked(MAY, "", "Giàng A Sình", "giấy ủy quyền", true)
                        .written())
                .isEqualTo("Giàng A Sình, giấy ủy quyền");
    }

    @Test
    void whereAToneIsWrittenTellsNobodyApart() {
        var hoa = new Recipient.Owner("Lê Thị Hoà", Optional.empty(), false);
        assertThat(Recipient.checked(hoa, "", "Lê Thị Hòa", "", true).written()).isEqualTo("Lê Thị Hòa");
        assertThatThrownBy(() -> Recipient.checked(hoa, "", "Lê Thị Hoa", "", true))
                .hasMessageContaining("SOMEBODY_ELSE_WITHOUT_PAPER");
    }

    @Test
    void forAnOrganisationSomebodyComesWithAPaper() {
        for (var who : new String[] {"", "Công ty TNHH Mường Hoa"}) {
            assertThatThrownBy(() -> Recipient.checked(COMPANY, "", who, "giấy giới thiệu", true))
                    .hasMessageContaining("ORGANISATION_WITHOUT_REPRESENTATIVE");
        }
        assertThatThrownBy(() -> Recipient.checked(COMPANY, "5300123456", "Giàng A Sình", "", true))
                .as("a tax code is nobody's card")
                .hasMessageContaining("ORGANISATION_WITHOUT_REPRESENTATIVE");
        assertThatThrownBy(() -> Recipient.checked(COMPANY, "", "Giàng A Sình", "giấy giới thiệu", false))
                .hasMessageContaining("IDENTITY_NOT_CONFIRMED");
        assertThat(Recipient.checked(COMPANY, SINH, "", "giấy giới thiệu số 12", false)
                        .written())
                .isEqualTo("Giàng A Sình, giấy giới thiệu số 12");
    }
}
