package vn.motcua.support;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.test.context.TestComponent;
import vn.motcua.catalogue.Catalogue;
import vn.motcua.catalogue.Channel;
import vn.motcua.dossier.Act;
import vn.motcua.dossier.Applicant;
import vn.motcua.dossier.Confirmation;
import vn.motcua.dossier.FilingDesk;
import vn.motcua.dossier.FilingRequest;
import vn.motcua.dossier.HandOver;
import vn.motcua.identity.SignedIn;
import vn.motcua.organization.Units;
import vn.motcua.shared.Ids;

/** The province's one-stop, which nobody of the demonstration leads. */
@TestComponent
public final class UnledOffice {

    private final FilingDesk filing;
    private final Catalogue catalogue;
    private final Units units;
    private final TestClock clock;

    UnledOffice(FilingDesk filing, Catalogue catalogue, Units units, TestClock clock) {
        this.filing = filing;
        this.catalogue = catalogue;
        this.units = units;
        this.clock = clock;
    }

    /** Somebody files there. */
    public Confirmation filed(SignedIn.Citizen by) {
        return filing.file(
                new Act(Ids.next(), by, 0, clock.instant()),
                new FilingRequest(
                        TaVan.LAO_CAI,
                        Channel.ONLINE,
                        new Applicant(
                                Optional.of(by.person()),
                                Optional.empty(),
                                by.name(),
                                Optional.of("010198999001"),
                                "0990000001",
                                ""),
                        HandOver.How.COUNTER,
                        "",
                        List.of(new FilingRequest.Requested(
                                catalogue.get("2.001583").id(),
                                units.competent("provincial-one-stop", "15")
                                        .orElseThrow()
                                        .id(),
                                Map.of(),
                                List.of()))));
    }
}
