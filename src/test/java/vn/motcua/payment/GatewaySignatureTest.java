package vn.motcua.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.motcua.payment.GatewaySignature.Algorithm;

/** The vectors of RFC 4231, and how parameters become what is signed. */
class GatewaySignatureTest {

    private static final GatewaySignature SIGNATURE = new GatewaySignature(Algorithm.SHA512, "secret");
    private static final Map<String, String> PARAMETERS =
            Map.of("order", "MC123", "amount", "105000", "info", "Lệ phí & phí", "empty", "");

    @Test
    void theSecondTestCaseOfTheStandard() {
        var text = "what do ya want for nothing?";

        assertThat(new GatewaySignature(Algorithm.SHA256, "Jefe").of(text))
                .isEqualTo("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
        assertThat(new GatewaySignature(Algorithm.SHA512, "Jefe").of(text))
                .isEqualTo("164b7a7bfcf819e2e395fbe73b56e0a387bd64222e831fd610270cd7ea250554"
                        + "9758bf75c05a994a6d034f65f8f0e6fdcaeab1a34d4a6b4b636e070a38bce737");
    }

    @Test
    void parametersAreSortedWrittenAsInAnAddressAndLeaveOutWhatIsEmpty() {
        assertThat(GatewaySignature.canonical(PARAMETERS))
                .isEqualTo("amount=105000&info=L%E1%BB%87+ph%C3%AD+%26+ph%C3%AD&order=MC123");
    }

    @Test
    void whatWasSignedIsBelievedAndWhatWasChangedIsNot() {
        var sent = new HashMap<>(PARAMETERS);
        sent.put(GatewaySignature.PARAMETER, SIGNATURE.of(PARAMETERS));
        assertThat(SIGNATURE.signed(sent)).isTrue();

        sent.put("amount", "5000");
        assertThat(SIGNATURE.signed(sent)).isFalse();

        sent.put("amount", "105000");
        assertThat(new GatewaySignature(Algorithm.SHA512, "another").signed(sent))
                .isFalse();
        assertThat(new GatewaySignature(Algorithm.SHA256, "secret").signed(sent))
                .isFalse();
        assertThat(SIGNATURE.signed(PARAMETERS)).isFalse();
    }

    @Test
    void withoutASecretNothingIsSigned() {
        assertThatIllegalArgumentException().isThrownBy(() -> new GatewaySignature(Algorithm.SHA256, ""));
        assertThat(SIGNATURE.toString()).doesNotContain("secret");
    }
}
