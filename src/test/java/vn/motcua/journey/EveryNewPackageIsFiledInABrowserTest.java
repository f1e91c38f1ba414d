package vn.motcua.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.motcua.catalogue.Catalogue;
import vn.motcua.catalogue.Channel;
import vn.motcua.catalogue.ProcedureRevision;
import vn.motcua.dossier.Tracking;
import vn.motcua.dossier.TrackingCode;
import vn.motcua.form.Facts;
import vn.motcua.form.Places;
import vn.motcua.shared.VietnamTime;
import vn.motcua.support.Person;
import vn.motcua.support.WholeProgram;

/**
 * Each of the ten newest procedures that can be filed online is filed on a phone, page by page, from the public page of the
 * procedure to the receipt; the officers bring it to its end, and who filed it sees that on the same phone.
 */
@WholeProgram
class EveryNewPackageIsFiledInABrowserTest {

    private static final String MONDAY_AT_EIGHT = "2026-11-23T08:00";
    private static final List<String> NEW = List.of(
            "1.010041",
            "1.010039",
            "1.010038",
            "1.003677",
            "1.004837",
            "2.000884",
            "2.000720",
            "1.014027",
            "1.014028",
            "1.001699");
    private static final Map<String, EveryPackageIsWalkedTest.Plan> PLANS = EveryPackageIsWalkedTest.plans();

    private final Stations on;
    private final Catalogue catalogue;
    private final Tracking tracking;
    private final Places places;
    private final String address;

    @Autowired
    EveryNewPackageIsFiledInABrowserTest(
            Stations on,
            Catalogue catalogue,
            Tracking tracking,
            ObjectProvider<Places> places,
            @LocalServerPort int port) {
        this.on = on;
        this.catalogue = catalogue;
        this.tracking = tracking;
        this.places = places.stream().findFirst().orElseThrow();
        this.address = "http://localhost:" + port;
    }

    @Test
    void theConfirmationOfResidenceIsFiledOnAPhone() {
        isFiledAndSeenToItsEnd("1.010041");
    }

    @Tag("long")
    @TestFactory
    Stream<DynamicTest> soAreTheOthers() {
        return NEW.stream()
                .skip(1)
                .filter(it -> catalogue.get(it).online())
                .map(it -> DynamicTest.dynamicTest(it, () -> isFiledAndSeenToItsEnd(it)));
    }

    /** Signatures are made before the officer: its record knows no other way. */
    @Test
    void oneOfThemIsFiledAtTheCounterOnly() {
        assertThat(NEW.stream().filter(it -> !catalogue.get(it).online())).containsExactly("2.000884");
        try (var may = may()) {
            may.open("/procedures/2.000884");
            assertThat(may.page().locator("a[href$='/start']").count()).isZero();
        }
    }

    private void isFiledAndSeenToItsEnd(String code) {
        on.clock().set(MONDAY_AT_EIGHT);
        var revision = catalogue.get(code);
        var plan = Objects.requireNonNull(PLANS.get(code));
        try (var may = may()) {
            may.open("/procedures/" + code);
            var tracked = new FilingByHand(
                            may,
                            revision.runnableContent().form().definition(),
                            answers(revision, plan.answers().orElse(Map.of())))
                    .file();
            assertThat(may.reads()).contains("Đã nộp hồ sơ").contains(revision.shortName(vn.motcua.shared.Language.VI));

            var dossier =
                    tracking.dossiers(TrackingCode.typed(tracked).orElseThrow()).getFirst();
            new Walk(on, dossier, plan.entered().orElse(Map.of())).toTheEnd();
            may.open("/my/" + tracked);
            assertThat(may.reads()).contains("Đã trả kết quả");
            assertThat(may.complaints()).isEmpty();
        }
    }

    private Map<String, Object> answers(ProcedureRevision revision, Map<String, Object> given) {
        var facts = Facts.of(Channel.ONLINE.name(), VietnamTime.local(on.clock().instant()))
                .withPlaces(places)
                .withData(it -> it.equals("identity") || it.equals("residence"));
        return new Answers(revision.runnableContent().form(), facts).with(given);
    }

    private Person may() {
        return new Person(address, 360, false).as(on.may().name());
    }
}
