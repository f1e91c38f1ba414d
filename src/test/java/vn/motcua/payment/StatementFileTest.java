package vn.motcua.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import org.junit.jupiter.api.Test;
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

    private static void refused(String file, PaymentRefusal code, Object... arguments) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> StatementFile.read(file))
                .satisfies(it -> assertThat(it.code()).isEqualTo(code))
                .satisfies(it -> assertThat(it.arguments()).containsExactly(arguments));
    }
}
