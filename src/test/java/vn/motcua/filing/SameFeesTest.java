package vn.motcua.filing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.motcua.catalogue.Catalogue;
import vn.motcua.catalogue.Channel;
import vn.motcua.catalogue.Circumstances;
import vn.motcua.catalogue.KnownFacts;
import vn.motcua.dossier.Act;
import vn.motcua.dossier.Applicant;
import vn.motcua.dossier.FilingDesk;
import vn.motcua.dossier.FilingRequest;
import vn.motcua.dossier.HandOver;
import vn.motcua.payment.Cashier;
import vn.motcua.shared.Dong;
import vn.motcua.shared.Ids;
import vn.motcua.shared.Scope;
import vn.motcua.support.TestClock;
import vn.motcua.support.WholeProgram;

/** What the wizard says is due is what the counter takes, also where it hangs on what the province has set. */
@WholeProgram
class SameFeesTest {

    /** A building permit; Lào Cai waives the charge online in this test, Đà Nẵng does not. */
    private static final String PERMIT = "1.013225";

    private final DraftDesk desk;
    private final FilingDesk filing;
    private final Cashier cashier;
    private final Catalogue catalogue;
    private final KnownFacts known;
    private final Cast cast;
    private final TestClock clock;

    @Autowired
    SameFeesTest(
            DraftDesk desk,
            FilingDesk filing,
            Cashier cashier,
            Catalogue catalogue,
            KnownFacts known,
            Cast cast,
            TestClock clock) {
        this.desk = desk;
        this.filing = filing;
        this.cashier = cashier;
        this.catalogue = catalogue;
        this.known = known;
        this.cast = cast;
        this.clock = clock;
    }

    @Test
    void theWaiverOfTheProvinceHoldsInTheWizardAndAtTheCounter() {
        var wizard = draft(new Place("15", "03037"));

        assertThat(wizard.draft().unit()).isPresent();
        assertThat(wizard.total()).isEqualTo(Dong.ZERO);
        assertThat(atTheCounter(wizard)).isEqualTo(Dong.ZERO);
    }

    @Test
    void aProvinceThatHasSetNothingTakesWhatTheFormSays() {
        var wizard = draft(new Place("48", "20242"));

        assertThat(wizard.total().amount()).isPositive();
        assertThat(atTheCounter(wizard)).isEqualTo(wizard.total());
    }

    @Test
    void aWaiverHoldsFromItsFirstDay() {
        var before = new Circumstances(
                PERMIT,
                Channel.ONLINE,
                java.time.Instant.parse("2025-12-31T16:59:59Z"),
                Optional.empty(),
                "15",
                java.util.Set.of());
        var procedure = catalogue.get(PERMIT).runnableContent();

        assertThat(procedure.fees(procedure.form().begin(), known.of(before))).isNotEmpty();
    }

    private Case draft(Place place) {
        var may = cast.may();
        var id = may.scope().call(() -> desk.start(may, PERMIT));
        return may.scope().call(() -> desk.place(may, id, place));
    }

    private Dong atTheCounter(Case wizard) {
        var may = cast.may();
        var draft = wizard.draft();
        var unit = may.scope()
                .call(() -> desk.competent(wizard.revision(), draft.place()))
                .orElseThrow();
        var request = new FilingRequest(
                unit.tenant(),
                Channel.ONLINE,
                new Applicant(Optional.of(may.person()), Optional.empty(), may.name(), Optional.empty(), "", ""),
                HandOver.How.COUNTER,
                "",
                List.of(new FilingRequest.Requested(wizard.revision().id(), unit.id(), wizard.kept(), List.of())));
        var dossier = filing.file(new Act(Ids.next(), may, 0, clock.instant()), request)
                .dossiers()
                .getFirst();
        return new Scope(unit.tenant(), may.scope().account())
                .call(() -> cashier.account(dossier.id()).due());
    }
}
