package vn.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static vn.motcua.dossier.DossierDatabase.HA;
import static vn.motcua.dossier.DossierDatabase.HUNG;
import static vn.motcua.dossier.DossierDatabase.LAN;
import static vn.motcua.dossier.DossierDatabase.LAO_CAI;
import static vn.motcua.dossier.DossierDatabase.MAI;
import static vn.motcua.dossier.DossierDatabase.MINH;
import static vn.motcua.dossier.DossierDatabase.SCOPE;
import static vn.motcua.dossier.DossierDatabase.act;

import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.identity.AccessRefusal;
import vn.motcua.identity.Decision;
import vn.motcua.identity.SignedIn;
import vn.motcua.shared.Language;
import vn.motcua.shared.RefusalCode;
import vn.motcua.shared.Refused;
import vn.motcua.support.TestClock;

/** Withdrawing a received dossier and halting one, on a real PostgreSQL. */
@SpringBootTest(webEnvironment = WebEnvironment.NONE)
@Import(DossierDatabase.class)
class EndingsDesksTest {

    @Autowired
    private FilingDesk filing;

    @Autowired
    private OneStopDesk oneStop;

    @Autowired
    private SpecialistDesk specialist;

    @Autowired
    private LeaderDesk leader;

    @Autowired
    private ApplicantDesk applicant;

    @Autowired
    private Dossiers dossiers;

    @Autowired
    private Folders folders;

    @Autowired
    private ReadingDesk reading;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private TestClock clock;

    @BeforeEach
    void mondayMorning() {
        clock.set("2026-11-23T08:00");
    }

    @Test
    void theOfficerWhoHasItLetsItGoAndTwiceIsOnce() {
        var id = received();
        var ref = new DossierRef(LAO_CAI, id);
        var ask = now(MAI, 3);
        assertThat(applicant.withdraw(ask, ref, "Không cần nữa"))
                .isEqualTo(applicant.withdraw(ask, ref, "Không cần nữa"));
        assertThat(applicant.open(MAI, ref, Language.VI).leaving()).isPresent();
        assertThat(applicant.open(MAI, ref, Language.VI).mayWithdraw()).isFalse();
        assertThat(offers(HA, id)).contains(DeskAction.LET_GO, DeskAction.REFUSE_WITHDRAWAL);

        refuses(Decision.Reason.NOT_YOUR_ROLE, () -> specialist.letGo(now(LAN, 4), id, "appraisal"));
        refuses(AccessRefusal.NOT_THERE, () -> specialist.letGo(now(MAI, 4), id, "appraisal"));
        refuses(DossierRefusal.CHANGED_BY_SOMEONE_ELSE, () -> specialist.letGo(now(HA, 3), id, "appraisal"));
        var letGo = now(HA, 4);
        assertThat(specialist.letGo(letGo, id, "appraisal")).isEqualTo(specialist.letGo(letGo, id, "appraisal"));

        assertThat(load(id).stage()).isInstanceOf(Stage.Withdrawn.class);
        assertThat(load(id).stage().received()).as("its number stays").isPresent();
        assertThat(folded(id)).isEqualTo(load(id));
        assertThat(offers(HA, id)).isEmpty();
    }

    @Test
    void theLeaderIsToldWhyNothingCanBeDecidedNow() {
        var id = received();
        specialist.complete(now(HA, 3), id, "appraisal", "");
        applicant.withdraw(now(MAI, 4), new DossierRef(LAO_CAI, id), "Không cần nữa");

        assertThat(offers(MINH, id)).doesNotContain(DeskAction.APPROVE, DeskAction.DENY);
        assertThat(reading.open(MINH, id, clock.instant()).withheld())
                .extracting(Refused::code)
                .contains(DossierRefusal.WITHDRAWAL_UNANSWERED);
        specialist.refuseWithdrawal(now(MINH, 5), id, "approval", "Giấy đã in");
        assertThat(offers(MINH, id)).contains(DeskAction.APPROVE, DeskAction.DENY);
        assertThat(folded(id)).isEqualTo(load(id));
    }

    @Test
    void theLeaderHaltsOnTheOfficersProposal() {
        var id = received();
        refuses(
                Decision.Reason.NOT_YOUR_ROLE,
                () -> specialist.proposeHalt(now(LAN, 3), id, "appraisal", "vì sao", ""));
        specialist.proposeHalt(now(HA, 3), id, "appraisal", "Thửa đất đang tranh chấp", "01 giấy chứng sinh bản chính");
        refuses(Decision.Reason.NOT_YOUR_ROLE, () -> leader.confirm(now(HUNG, 4), id));
        var confirm = now(MINH, 4);
        assertThat(leader.confirm(confirm, id)).isEqualTo(leader.confirm(confirm, id));

        assertThat(load(id).stage()).isInstanceOfSatisfying(Stage.Halted.class, it -> {
            assertThat(it.reason()).isEqualTo("Thửa đất đang tranh chấp");
            assertThat(it.returned()).isEqualTo("01 giấy chứng sinh bản chính");
        });
        assertThat(ExchangedStatus.of(load(id).stage().kind()).number()).isEqualTo(8);
        assertThat(folded(id)).isEqualTo(load(id));
        assertThat(applicant
                        .open(MAI, new DossierRef(LAO_CAI, id), Language.VI)
                        .slips()
                        .halt())
                .hasValueSatisfying(it -> assertThat(it.officer()).isEqualTo(MINH.name()));
    }

    @Test
    void whatTheLeaderDoesNotConfirmGoesOn() {
        var id = received();
        specialist.proposeHalt(now(HA, 3), id, "appraisal", "Chưa rõ", "");
        leader.refuseProposal(now(MINH, 4), id, "Hỏi lại người nộp");

        assertThat(load(id).proposal()).isEmpty();
        assertThat(offers(HA, id)).contains(DeskAction.COMPLETE, DeskAction.PROPOSE_HALT);
        assertThat(applicant.open(MAI, new DossierRef(LAO_CAI, id), Language.VI).history())
                .as("the applicant hears nothing of it")
                .extracting(HistoryLine::kind)
                .doesNotContain("halt-proposed", "proposal-refused");
    }

    private DossierId received() {
        var id = filing.file(now(MAI, 0), DossierDatabase.request())
                .dossiers()
                .getFirst()
                .id();
        oneStop.receive(now(LAN, 1), id);
        return id;
    }

    private Act now(SignedIn by, int version) {
        return act(by, version, clock.instant());
    }

    private List<DeskAction> offers(SignedIn who, DossierId id) {
        return reading.open((SignedIn.OfficerAt) who, id, clock.instant()).actions().stream()
                .map(AllowedAction::action)
                .toList();
    }

    private Dossier load(DossierId id) {
        return SCOPE.call(() -> transactions.execute(
                        _ -> dossiers.find(id, UUID.randomUUID()).orElseThrow()))
                .dossier();
    }

    private Dossier folded(DossierId id) {
        var history = SCOPE.call(() -> transactions.execute(_ -> folders.of(id).history()));
        var first = history.getFirst();
        var dossier = Dossier.begin(id, (DossierEvent.DossierFiled) first.event(), first.effectiveAt());
        for (var line : history.subList(1, history.size())) {
            dossier = dossier.apply(line.event(), line.effectiveAt());
        }
        return dossier;
    }

    private static void refuses(RefusalCode code, ThrowingCallable command) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(command)
                .satisfies(it -> assertThat(it.code()).isEqualTo(code));
    }
}
