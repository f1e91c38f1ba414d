package vn.motcua.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.motcua.payment.StatementFile.Line;
import vn.motcua.shared.Dong;
import vn.motcua.shared.Refused;

/** Statements as CSV. */
class StatementFileTest {

    @Test
    void columnsAreFoundByTheirHeadings() {
        assertThat(StatementFile.read("""
                \uFEFFText;Amount;Transaction;At;Balance
                "MBVCB.1; ""MC"" chuyen";105.000;FT1;23/11/2026 08:00;1

                nop;8000;FT-2;2026-11-23T08:00:05;2
                """))
                .containsExactly(
                        new Line(
                                Instant.parse("2026-11-23T01:00:00Z"),
                                "FT1",
                                new Dong(105_000),
                                "MBVCB.1; \"MC\" chuyen"),
                        new Line(Instant.parse("2026-11-23T01:00:05Z"), "FT-2", new Dong(8_000), "nop"));
    }

    @Test
    void nothingIsLeftOutSilently() {
        refused("", PaymentRefusal.STATEMENT_EMPTY);
        refused("at,transaction,amount,text\n", PaymentRefusal.STATEMENT_EMPTY);
        refused("at,transaction,amount\n", PaymentRefusal.STATEMENT_HEADING, "text");
        refused(
                "at,transaction,amount,text\n23/11/2026 08:00,FT1,1000,a\n23/11/2026 08:00,FT2,-1000,a\n",
                PaymentRefusal.STATEMENT_LINE,
                3);
        refused("at,transaction,amount,text\nhom qua,FT1,1000,a\n", PaymentRefusal.STATEMENT_LINE, 2);
        refused("at,transaction,amount,text\n23/11/2026 08:00,FT1\n", PaymentRefusal.STATEMENT_LINE, 2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "16000 | 16000",
                "16000.00 | 16000",
                "16000,00 | 16000",
                "16.000 | 16000",
                "16,000 | 16000",
                "16 000 | 16000",
                "16,000.00 | 16000",
                "16.000,00 | 16000",
                "16 000,00 | 16000",
                "1.234.567 | 1234567",
                "1,234,567.00 | 1234567",
                "105.00 | 105",
                "16,00 | 16",
                "999999999999999 | 999999999999999"
            })
    void anAmountIsWholeDongHoweverABankWritesIt(String said, long amount) {
        assertThat(StatementFile.read("at;transaction;amount;text\n23/11/2026 08:00;FT1;" + said + ";a\n"))
                .singleElement()
                .satisfies(it -> assertThat(it.amount()).isEqualTo(new Dong(amount)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "16.5",
                "16000.5",
                "16000.50",
                "16,000.50",
                "16.00.00",
                "16.000.00",
                "16,000,00",
                "1600.000",
                "0016000",
                "1.234,567",
                "1,23,456",
                "16.000.",
                ".000",
                "0",
                "0.00",
                "-16000",
                "+16000",
                "1e5",
                "1000000000000000"
            })
    void whatCouldBeAnotherAmountIsRefusedWithItsLine(String said) {
        var file = "at;transaction;amount;text\n23/11/2026 08:00;FT1;1000;a\n23/11/2026 08:00;FT2;" + said + ";a\n";
        refused(file, PaymentRefusal.STATEMENT_LINE, 3);
    }

    /** Between commas an amount with a comma needs its quotes: without them it would be another one, and the text would be lost. */
    @Test
    void anAmountThatFallsApartIsRefused() {
        var heading = "at,transaction,amount,text\n";
        refused(heading + "23/11/2026 08:00,FT1,16,000,MC2\n", PaymentRefusal.STATEMENT_LINE, 2);
        assertThat(StatementFile.read(heading + "23/11/2026 08:00,FT1,\"16,000.00\",\"a, b\"\n"))
                .containsExactly(new Line(Instant.parse("2026-11-23T01:00:00Z"), "FT1", new Dong(16_000), "a, b"));
    }

    private static void refused(String file, PaymentRefusal code, Object... arguments) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> StatementFile.read(file))
                .satisfies(it -> assertThat(it.code()).isEqualTo(code))
                .satisfies(it -> assertThat(it.arguments()).containsExactly(arguments));
    }
}
