package vn.motcua.filing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The square code of a citizen card, as a scanner types it. All numbers are invented. */
class CardTextTest {

    private static final String CARD =
            "010095999002|060999002|Giàng A Sình|02111995|Nam|Thôn Tả Van Giáy 1, Tả Van, Lào Cai|15032022";

    @Test
    void aCardIsRead() {
        assertThat(CardText.read(CARD))
                .contains(new CardText(
                        "010095999002",
                        "Giàng A Sình",
                        LocalDate.of(1995, 11, 2),
                        "Thôn Tả Van Giáy 1, Tả Van, Lào Cai"));
    }

    @Test
    void aNameThatCameDecomposedIsComposed() {
        var decomposed = java.text.Normalizer.normalize(CARD, java.text.Normalizer.Form.NFD);

        assertThat(CardText.read(decomposed).map(CardText::name)).contains("Giàng A Sình");
    }

    @Test
    void furtherFieldsOfNewerCardsAreNotRead() {
        assertThat(CardText.read(CARD.replace("060999002", "") + "||||")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "010095999002",
                "01009599900|060999002|Giàng A Sình|02111995|Nam|Tả Van|15032022",
                "010095999002|06099|Giàng A Sình|02111995|Nam|Tả Van|15032022",
                "010095999002|060999002|<b>Sình</b>|02111995|Nam|Tả Van|15032022",
                "010095999002|060999002|Giàng A Sình|31021995|Nam|Tả Van|15032022",
                "010095999002|060999002|Giàng A Sình|1995-11-02|Nam|Tả Van|15032022",
                "010095999002|060999002|Giàng A Sình|02111995|Khac|Tả Van|15032022",
                "010095999002|060999002|Giàng A Sình|02111995|Nam|Tả Van|",
                "010095999002|060999002|Giàng A Sình|02111995|Nam|Tả Van",
                "010095999002|060999002|Giàng A Sình|02111995|Nam|Tả Van|15032022|a|b|c|d|e"
            })
    void whatIsNoCardIsRefusedAsAWhole(String text) {
        assertThat(CardText.read(text)).isEmpty();
    }

    @Property(tries = 500)
    void noTextBreaksIt(@ForAll String text) {
        CardText.read(text);
        CardText.read(text + "|" + text + "|" + text + "|" + text + "|" + text + "|" + text + "|" + text);
    }
}
