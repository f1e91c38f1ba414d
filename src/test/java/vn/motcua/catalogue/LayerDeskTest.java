package vn.motcua.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import vn.motcua.catalogue.RevisionDesk.Wanted;
import vn.motcua.catalogue.RevisionDesk.Which;
import vn.motcua.identity.AccessRefusal;
import vn.motcua.identity.SignedIn.OfficerAt;
import vn.motcua.shared.Ids;
import vn.motcua.shared.Refused;
import vn.motcua.support.TaVan;
import vn.motcua.support.TestClock;
import vn.motcua.support.WholeProgram;

/** What a province lays over a national procedure holds there, and survives what the nation changes elsewhere. */
@WholeProgram
@TestPropertySource(properties = "motcua.test.apart=revisions")
class LayerDeskTest {

    private static final String MARRIAGE = "1.000894";
    private static final String LAYER = MARRIAGE + "@15";
    private static final String THREE = "changes:\n  - {at: steps.appraisal.hours, was: %s, is: 3}\n";

    @Autowired
    RevisionDesk desk;

    @Autowired
    LayerDesk layers;

    @Autowired
    PublicationRounds rounds;

    @Autowired
    Catalogue catalogue;

    @Autowired
    TaVan taVan;

    @Autowired
    TestClock clock;

    @BeforeEach
    void mondayMorning() {
        clock.set("2026-11-23T08:00");
    }

    @Test
    void itHoldsThereAndSurvivesAndWhatDoesNotFitIsSaidUntilItIsSettled() {
        var laid = lay(THREE.formatted("4"));
        publish(laid, "Tráng Thị Sua", "Đào Việt Hùng");
        assertThat(hours("15")).isEqualTo(3);
        assertThat(hours("48")).isEqualTo(4);
        assertThat(catalogue.provinces(MARRIAGE)).containsExactly("15");

        national("procedure.yaml", "\"lấy vợ\"", "\"cưới vợ\"");
        assertThat(hours("15")).as("kept").isEqualTo(3);
        assertThat(there("15").record().keywords())
                .as("and the nation's change too")
                .contains("cưới vợ");

        var coming = draft("route.yaml", "hours: 4", "hours: 5");
        assertThat(layers.conflicts(
                        officer("Phan Thế Hiển"), desk.get(officer("Phan Thế Hiển"), MARRIAGE, coming.no())))
                .as("said before it is published")
                .singleElement()
                .satisfies(it -> assertThat(it.code()).isEqualTo(new LayerCode(MARRIAGE, "15")));
        publish(coming, "Nguyễn Hoài Phương", "Phan Thế Hiển");
        assertThat(hours("15")).as("until it is settled the nation's").isEqualTo(5);
        var author = officer("Tráng Thị Sua");
        assertThat(layers.conflicts(author, desk.get(author, LAYER, laid.no()))).hasSize(1);

        var again = new Which(LAYER, desk.copy(author, Ids.next(), LAYER), 1);
        assertThat(desk.problems(desk.get(author, LAYER, again.no())))
                .singleElement()
                .satisfies(it -> assertThat(it.words().key()).isEqualTo("catalogue.problem.layer.changed"));
        assertThatThrownBy(() -> desk.handIn(author, Ids.next(), again))
                .isInstanceOfSatisfying(
                        Refused.class, no -> assertThat(no.code()).isEqualTo(CatalogueRefusal.PACKAGE_HAS_PROBLEMS));
        desk.change(author, Ids.next(), again, Map.of("layer.yaml", THREE.formatted("5")));
        publish(again, "Tráng Thị Sua", "Đào Việt Hùng");
        assertThat(hours("15")).isEqualTo(3);
        assertThat(layers.conflicts(author, desk.get(author, LAYER, again.no())))
                .isEmpty();
    }

    @Test
    void nobodyLaysAnythingOverForAnotherProvinceOrInTheNationalPart() {
        var author = officer("Tráng Thị Sua");
        for (var code : new String[] {MARRIAGE + "@48", "9.999999@15", MARRIAGE}) {
            assertThatThrownBy(() -> desk.copy(author, Ids.next(), code))
                    .isInstanceOfSatisfying(
                            Refused.class, no -> assertThat(no.code()).isEqualTo(AccessRefusal.NOT_THERE));
        }
        assertThatThrownBy(() -> desk.copy(officer("Nguyễn Hoài Phương"), Ids.next(), LAYER))
                .isInstanceOf(Refused.class);
        var which = lay("changes: []\n");
        assertThatThrownBy(() -> desk.change(author, Ids.next(), now(which, author), Map.of("form.yaml", "a: b")))
                .isInstanceOfSatisfying(
                        Refused.class, no -> assertThat(no.code()).isEqualTo(CatalogueRefusal.PACKAGE_FILE_UNKNOWN));
    }

    private Which lay(String text) {
        var author = officer("Tráng Thị Sua");
        var which = new Which(LAYER, desk.copy(author, Ids.next(), LAYER), 1);
        desk.change(author, Ids.next(), which, Map.of("layer.yaml", text));
        return which;
    }

    private void national(String file, String from, String to) {
        publish(draft(file, from, to), "Nguyễn Hoài Phương", "Phan Thế Hiển");
    }

    private Which draft(String file, String from, String to) {
        var author = officer("Nguyễn Hoài Phương");
        var which = new Which(MARRIAGE, desk.copy(author, Ids.next(), MARRIAGE), 1);
        var text = desk.get(author, MARRIAGE, which.no()).files().getOrDefault(file, "");
        assertThat(text).contains(from);
        desk.change(author, Ids.next(), which, Map.of(file, text.replace(from, to)));
        return which;
    }

    private void publish(Which which, String author, String reviewer) {
        desk.handIn(officer(author), Ids.next(), now(which, officer(author)));
        var today = LocalDate.of(2026, 11, 23);
        desk.approve(
                officer(reviewer),
                Ids.next(),
                now(which, officer(reviewer)),
                new Wanted(
                        new PublishingDecision("77/QĐ-UBND", today, "Chủ tịch"),
                        LeadTimes.Track.PROVINCE,
                        today.plusDays(5),
                        today));
        rounds.go();
    }

    private Which now(Which which, OfficerAt who) {
        return new Which(
                which.code(),
                which.no(),
                desk.get(who, which.code(), which.no()).version());
    }

    private ProcedureRevision there(String province) {
        return catalogue.inProvince(catalogue.get(MARRIAGE), province);
    }

    private int hours(String province) {
        return there(province)
                .runnableContent()
                .route()
                .step("appraisal")
                .hours()
                .map(BigDecimal::intValue)
                .orElse(0);
    }

    private OfficerAt officer(String name) {
        return (OfficerAt) taVan.named(name);
    }
}
