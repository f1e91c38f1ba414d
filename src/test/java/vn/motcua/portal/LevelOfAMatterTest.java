package vn.motcua.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.motcua.catalogue.Catalogue;
import vn.motcua.catalogue.Channel;
import vn.motcua.dossier.Act;
import vn.motcua.dossier.Applicant;
import vn.motcua.dossier.FilingDesk;
import vn.motcua.dossier.FilingRequest;
import vn.motcua.dossier.HandOver;
import vn.motcua.identity.SignedIn;
import vn.motcua.organization.Units;
import vn.motcua.shared.Ids;
import vn.motcua.shared.TenantId;
import vn.motcua.support.TaVan;
import vn.motcua.support.TestClock;
import vn.motcua.support.Visit;
import vn.motcua.support.WholeProgram;

/** A procedure that asks for level 2 asks for it not while filing alone: also when something is done with the dossier later. */
@WholeProgram
class LevelOfAMatterTest {

    private static final String OWNER = "Hoàng Thị Thanh Huyền";
    private static final String LEVEL_TWO = "3.000333";
    private static final TenantId POLICE = new TenantId(1001);

    private final FilingDesk filing;
    private final Catalogue catalogue;
    private final TaVan taVan;
    private final Units units;
    private final TestClock clock;
    private final String address;

    @Autowired
    LevelOfAMatterTest(
            FilingDesk filing,
            Catalogue catalogue,
            TaVan taVan,
            Units units,
            TestClock clock,
            @LocalServerPort int port) {
        this.filing = filing;
        this.catalogue = catalogue;
        this.taVan = taVan;
        this.units = units;
        this.clock = clock;
        this.address = "http://localhost:" + port;
        clock.set("2026-11-23T08:00");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/withdraw", "/supplement", "/supplement/form/child"})
    void whoHasProvedLessIsAskedToProveMoreAndComesBack(String act) {
        var path = "/my/" + filed(LEVEL_TWO, POLICE, "provincial-police");
        var visit = new Visit(address).as(OWNER);

        assertThat(visit.get(path).statusCode()).as("looking").isEqualTo(200);
        var asked = visit.get(path + act);
        assertThat(asked.statusCode()).isEqualTo(302);
        assertThat(visit.local(asked)).startsWith("/sign-in/level/2?to=");
        var sent = visit.fill(
                path, path + "/withdraw", Map.of("command", Ids.next().toString(), "version", "1"));
        assertThat(visit.local(sent)).as("nothing is done").startsWith("/sign-in/level/2?to=");
        assertThat(visit.get(path).body()).doesNotContain("Đã rút hồ sơ");
    }

    @Test
    void aProcedureOfLevelOneDoesNot() {
        var path = "/my/" + filed("1.001193", TaVan.LAO_CAI, "commune-one-stop");

        assertThat(new Visit(address).as(OWNER).get(path + "/withdraw").statusCode())
                .isEqualTo(200);
    }

    private String filed(String procedure, TenantId tenant, String receivedBy) {
        var who = (SignedIn.Citizen) taVan.named(OWNER);
        return filing.file(
                        new Act(Ids.next(), who, 0, clock.instant()),
                        new FilingRequest(
                                tenant,
                                Channel.ONLINE,
                                new Applicant(
                                        Optional.of(who.person()),
                                        Optional.empty(),
                                        OWNER,
                                        Optional.of("010303999004"),
                                        "0990000004",
                                        ""),
                                HandOver.How.COUNTER,
                                "",
                                List.of(new FilingRequest.Requested(
                                        catalogue.get(procedure).id(),
                                        units.competent(receivedBy, "03037")
                                                .orElseThrow()
                                                .id(),
                                        Map.of(),
                                        List.of()))))
                .code()
                .value();
    }
}
