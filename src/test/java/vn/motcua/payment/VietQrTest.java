package vn.motcua.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import vn.motcua.shared.Dong;
import vn.motcua.shared.Refused;

/** The examples that NAPAS prints, and what a code may not be. */
class VietQrTest {

    private static final String TO_ACCOUNT = "0010A00000072701270006970403011300110123456780208QRIBFTTA";
    private static final String TO_CARD = "0010A00000072701300006970403011697040311012345670208QRIBFTTC";
    private static final String ORDER = "530370454061800005802VN62340107NPS68690819thanh toan don hang6304";
    private static final String ACCOUNT_WITH_AMOUNT = "0002010102123857" + TO_ACCOUNT + ORDER + "2E2E";
    private static final String CARD_WITH_AMOUNT = "0002010102123860" + TO_CARD + ORDER + "A203";
    private static final String CARD_PLAIN = "0002010102113860" + TO_CARD + "53037045802VN63044F52";

    @Test
    void theChecksumIsThatOfTheKnownCheckString() {
        assertThat(Crc16.of("123456789")).isEqualTo("29B1");
        assertThat(Crc16.of("")).isEqualTo("FFFF");
    }

    @Test
    void theExamplesOfNapasAreReadAndWrittenLetterForLetter() {
        var transfer = VietQr.read(ACCOUNT_WITH_AMOUNT);

        assertThat(transfer)
                .isEqualTo(new VietQr(
                        VietQr.Way.ACCOUNT,
                        "970403",
                        "0011012345678",
                        Optional.of(new Dong(180_000)),
                        Optional.of("NPS6869"),
                        Optional.of("thanh toan don hang")));
        assertThat(transfer.payload()).isEqualTo(ACCOUNT_WITH_AMOUNT);
        assertThat(VietQr.read(CARD_WITH_AMOUNT).payload()).isEqualTo(CARD_WITH_AMOUNT);
        assertThat(VietQr.read(CARD_PLAIN).payload()).isEqualTo(CARD_PLAIN);
    }

    /** Its account of 13 digits says that it has 12; the checksum is right all the same. */
    @Test
    void theExampleThatIsPrintedWithAWrongLengthIsRefusedForIt() {
        var printed = "00020101021138570010A00000072701270006970403011200110123456780208QRIBFTTA53037045802VN6304F4E5";

        refused(printed, QrRefusal.QR_NO_FIELD, "38.01.8");

        var right = printed.replace("970403011200110", "970403011300110").replace("F4E5", "9E6F");
        assertThat(VietQr.read(right).account()).isEqualTo("0011012345678");
        assertThat(VietQr.read(right).payload()).isEqualTo(right);
    }

    @Test
    void whatIsWrongIsSaidWithItsField() {
        refused(ACCOUNT_WITH_AMOUNT.replace("2E2E", "2E2F"), QrRefusal.QR_CHECKSUM);
        refused(ACCOUNT_WITH_AMOUNT.replace("180000", "190000"), QrRefusal.QR_CHECKSUM);
        refused("", QrRefusal.QR_FIELD_MISSING, "00");
        refused("hello", QrRefusal.QR_NO_FIELD, "hell");
        refused("000201", QrRefusal.QR_FIELD_MISSING, "63");
        refused("000202", QrRefusal.QR_FIELD_WRONG, "00", "02");
        refused("00020100", QrRefusal.QR_NO_FIELD, "00");
        refused("000201000201", QrRefusal.QR_FIELD_TWICE, "00");
        refused("000301", QrRefusal.QR_LENGTH, "00", 3, 2);
        refused(sealed("0002010102123857" + TO_ACCOUNT + "53038405802VN6304"), QrRefusal.QR_FIELD_WRONG, "53", "840");
        refused(sealed("0002010102123857" + TO_ACCOUNT + "53037045802TH6304"), QrRefusal.QR_FIELD_WRONG, "58", "TH");
        refused(sealed("00020101021253037045802VN6304"), QrRefusal.QR_FIELD_MISSING, "38");
        refused(
                sealed("0002010102123857" + TO_ACCOUNT + "53037045403-105802VN6304"),
                QrRefusal.QR_FIELD_WRONG,
                "54",
                "-10");
        refused(
                sealed("0002010102123857" + TO_ACCOUNT.replace("QRIBFTTA", "QRIBFTTX") + "53037045802VN6304"),
                QrRefusal.QR_FIELD_WRONG,
                "38.02",
                "QRIBFTTX");
    }

    @Property(tries = 200)
    void whatIsWrittenIsReadTheSame(
            @ForAll @NumericChars @StringLength(min = 6, max = 19) String account,
            @ForAll @LongRange(min = 1, max = 9_999_999_999_999L) long amount,
            @ForAll long id) {
        var qr = VietQr.transfer(
                "970436",
                account,
                new Dong(amount),
                PaymentReference.of(new java.util.UUID(id, id * 31)).value());

        assertThat(VietQr.read(qr.payload())).isEqualTo(qr);
    }

    @Property(tries = 200)
    void noSingleWrongLetterIsOverlooked(
            @ForAll @IntRange(max = 140) int at, @ForAll @IntRange(min = 1, max = 9) int by) {
        int place = at % ACCOUNT_WITH_AMOUNT.length();
        var letter = ACCOUNT_WITH_AMOUNT.charAt(place);
        var other = Character.isDigit(letter) ? (char) ('0' + (letter - '0' + by) % 10) : (char) (letter + by);
        var changed = ACCOUNT_WITH_AMOUNT.substring(0, place) + other + ACCOUNT_WITH_AMOUNT.substring(place + 1);

        assertThatExceptionOfType(Refused.class).isThrownBy(() -> VietQr.read(changed));
    }

    private static String sealed(String open) {
        return open + Crc16.of(open);
    }

    private static void refused(String payload, QrRefusal code, Object... arguments) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> VietQr.read(payload))
                .satisfies(it -> assertThat(it.code()).isEqualTo(code))
                .satisfies(it -> assertThat(it.arguments()).containsExactly(arguments));
    }
}
