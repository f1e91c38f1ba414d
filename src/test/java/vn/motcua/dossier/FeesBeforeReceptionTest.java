package vn.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static vn.motcua.dossier.DossierDatabase.LAN;
import static vn.motcua.dossier.DossierDatabase.LAO_CAI;
import static vn.motcua.dossier.DossierDatabase.MAI;
import static vn.motcua.dossier.DossierDatabase.OWED_FIRST;
import static vn.motcua.dossier.DossierDatabase.act;

import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import vn.motcua.shared.Dong;
import vn.motcua.shared.Language;
import vn.motcua.shared.Refused;
import vn.motcua.support.TestClock;

/** What is due at filing or at reception holds the reception back, and nothing before it. */
@SpringBootTest(webEnvironment = WebEnvironment.NONE)
@Import(DossierDatabase.class)
class FeesBeforeReceptionTest {

    private static final Dong PRICE = new Dong(150_000);

    @Autowired
    private FilingDesk filing;

    @Autowired
    private OneStopDesk oneStop;

    @Autowired
    private ApplicantDesk applicant;

    @Autowired
    private TestClock clock;

    @BeforeEach
    void mondayMorning() {
        clock.set("2026-11-23T08:00");
    }

    @Test
    void whatIsNotPaidIsFiledAndNotReceivedAndTakesNoNumber() {
        var before = received(filed(), "");
        var id = filed();
        OWED_FIRST.put(id, PRICE);

        refuses(() -> oneStop.receive(act(LAN, 1, clock.instant()), id));
        refuses(() -> oneStop.receiveAndKeep(act(LAN, 1, clock.instant()), id, Optional.empty(), "  "));
        assertThat(seen(id).stage()).isInstanceOf(Stage.Submitted.class);
        assertThat(seen(id).due()).isEmpty();

        OWED_FIRST.remove(id);
        received(id, "");
        assertThat(serial(id)).isEqualTo(serial(before) + 1);
        assertThat(seen(id).history()).noneMatch(it -> it.remark().contains("nộp sau"));
    }

    @Test
    void byAgreementItIsPaidLaterForAReasonThatTheApplicantReads() {
        var id = filed();
        OWED_FIRST.put(id, PRICE);

        received(id, " Máy thu hỏng ");

        assertThat(seen(id).stage().received()).isPresent();
        assertThat(seen(id).history()).anyMatch(it -> it.remark().equals(PRICE + " phí, lệ phí nộp sau: Máy thu hỏng"));
    }

    private DossierId filed() {
        return filing.file(act(MAI, 0, clock.instant()), DossierDatabase.request())
                .dossiers()
                .getFirst()
                .id();
    }

    private DossierId received(DossierId id, String feeLater) {
        oneStop.receive(act(LAN, 1, clock.instant()), id, Optional.empty(), feeLater);
        return id;
    }

    private ApplicantView seen(DossierId id) {
        return applicant.open(MAI, new DossierRef(LAO_CAI, id), Language.VI);
    }

    private int serial(DossierId id) {
        var number = seen(id).number().orElseThrow().value();
        return Integer.parseInt(number.substring(number.lastIndexOf('-') + 1));
    }

    private static void refuses(ThrowingCallable command) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(command)
                .satisfies(it -> assertThat(it.code()).isEqualTo(DossierRefusal.FEE_BEFORE_RECEPTION));
    }
}
