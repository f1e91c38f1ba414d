package vn.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.catalogue.Catalogue;
import vn.motcua.identity.Accounts;
import vn.motcua.identity.Personas;
import vn.motcua.identity.SignedIn.OfficerAt;
import vn.motcua.organization.Territory;
import vn.motcua.organization.Unit;
import vn.motcua.organization.UnitId;
import vn.motcua.organization.Units;
import vn.motcua.route.OfficerStep;
import vn.motcua.shared.Ids;
import vn.motcua.shared.Language;
import vn.motcua.shared.Refused;
import vn.motcua.shared.Scope;
import vn.motcua.support.Postgres;
import vn.motcua.support.TestClock;

/** The whole space: each procedure, at each one-stop that receives it, for each commune that takes part. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ActiveProfiles("demo")
@Import({Postgres.class, TestClock.class})
class EveryStepHasItsUnitTest {

    private static final List<String> COMMUNES = List.of("03006", "03037", "20242", "20410");
    private static final String HAI_VAN = "20194";

    @Autowired
    Places places;

    @Autowired
    Catalogue catalogue;

    @Autowired
    Units units;

    @Autowired
    Accounts accounts;

    @Autowired
    Personas personas;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void everyStepOfEveryRouteIsDoneByOneUnitThatHasSomebodyForIt() {
        var officers = officers();
        var asked = new ArrayList<String>();
        for (var procedure : catalogue.runnable()) {
            var route = procedure.runnableContent().route();
            for (var oneStop : receiving(procedure.runnableContent().receivedBy())) {
                for (var place : served(oneStop)) {
                    var found = places.demand(route, oneStop.id(), place);
                    assertThat(found)
                            .isEqualTo(places.of(
                                    route, oneStop.id(), place, LocalDate.now(vn.motcua.shared.VietnamTime.ZONE)));
                    var worked = route.steps().stream()
                            .filter(it -> it.program().isEmpty())
                            .toList();
                    for (var step : worked) {
                        var there = found.get(step.id());
                        var where = procedure.code() + " " + step.id() + " " + oneStop.name() + " " + place;
                        asked.add(where);
                        assertThat(officers)
                                .as(where)
                                .anyMatch(it -> works(it, step, java.util.Objects.requireNonNull(there, where)));
                    }
                }
            }
        }
        assertThat(asked).hasSizeGreaterThan(19 * 4 * 4);
    }

    @Test
    void whereNobodyIsCompetentItIsSaidWhenSomebodyFiles() {
        var land = catalogue.get("1.013831").runnableContent().route();
        var oneStop = oneStopOfDaNang();

        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> places.demand(land, oneStop.id(), Optional.of(HAI_VAN)))
                .matches(it -> it.code() == DossierRefusal.NOBODY_COMPETENT_FOR_STEP)
                .satisfies(it ->
                        assertThat(it.arguments()).containsExactly("Thuế cơ sở", "Phường Hải Vân", oneStop.name()));
    }

    @Test
    void whereTwoUnitsAreCompetentNobodyIsChosenByChance() {
        var land = catalogue.get("1.013831").runnableContent().route();
        var second = another("tax-office", "20242");
        save(second, Optional.empty());
        try {
            assertThatExceptionOfType(Refused.class)
                    .isThrownBy(() -> places.demand(land, oneStopOfDaNang().id(), Optional.of("20242")))
                    .matches(it -> it.code() == DossierRefusal.SEVERAL_COMPETENT_FOR_STEP);
        } finally {
            save(second, Optional.of(LocalDate.of(2025, 7, 2)));
        }
    }

    private Unit oneStopOfDaNang() {
        return receiving("provincial-one-stop").stream()
                .filter(it -> it.tenant().value() == 48)
                .findFirst()
                .orElseThrow();
    }

    private List<Unit> receiving(String kind) {
        return units.tree().all().stream().filter(it -> it.kind().equals(kind)).toList();
    }

    /** The communes for which one can file there; a counter that serves one alone need not be told it. */
    private List<Optional<String>> served(Unit oneStop) {
        var served = new ArrayList<Optional<String>>();
        COMMUNES.stream()
                .filter(it -> units.covers(oneStop, it))
                .map(Optional::of)
                .forEach(served::add);
        if (oneStop.territory() instanceof Territory.Wards) {
            served.add(Optional.empty());
        }
        return served;
    }

    private static boolean works(OfficerAt officer, OfficerStep step, UnitId unit) {
        return officer.positions().stream()
                .anyMatch(it -> it.unit().equals(unit) && it.role().equals(step.role()));
    }

    private List<OfficerAt> officers() {
        return personas.groups(Language.VI).stream()
                .flatMap(it -> it.cards().stream())
                .flatMap(it -> personas.account(it.account()).stream())
                .flatMap(it -> accounts.signedIn(it).stream())
                .filter(OfficerAt.class::isInstance)
                .map(OfficerAt.class::cast)
                .toList();
    }

    private Unit another(String kind, String ward) {
        var like = units.covering(new vn.motcua.shared.TenantId(48), kind, ward).getFirst();
        return new Unit(
                like.tenant(),
                new UnitId(Ids.next()),
                like.parent(),
                kind,
                "Thuế cơ sở thứ hai",
                like.nameEn(),
                like.agencyCode(),
                like.numberPattern(),
                like.openingHours(),
                like.address(),
                like.territory(),
                like.from(),
                Optional.empty());
    }

    private void save(Unit it, Optional<LocalDate> to) {
        var until = new Unit(
                it.tenant(),
                it.id(),
                it.parent(),
                it.kind(),
                it.name(),
                it.nameEn(),
                it.agencyCode(),
                it.numberPattern(),
                it.openingHours(),
                it.address(),
                it.territory(),
                it.from(),
                to);
        Scope.of(it.tenant()).run(() -> transaction.executeWithoutResult(_ -> units.save(List.of(until))));
    }
}
