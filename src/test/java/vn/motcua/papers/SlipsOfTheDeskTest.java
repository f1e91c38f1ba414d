package vn.motcua.papers;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.support.TaVan.LAO_CAI;

import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.brand.Brand;
import vn.motcua.brand.BrandPlace;
import vn.motcua.brand.Brands;
import vn.motcua.dossier.SupplementRequest.Line;
import vn.motcua.organization.Units;
import vn.motcua.shared.Ids;
import vn.motcua.shared.Scope;
import vn.motcua.support.PdfText;
import vn.motcua.support.TaVan;
import vn.motcua.support.TestClock;
import vn.motcua.support.Visit;
import vn.motcua.support.WholeProgram;

/** What the slips of the one-stop say, printed by an officer at the dossier's page. */
@WholeProgram
class SlipsOfTheDeskTest {

    private static final String FATHER = "Nguyễn Văn Quân";

    private final TaVan taVan;
    private final TestClock clock;
    private final Brands brands;
    private final Units units;
    private final TransactionTemplate transaction;
    private final Visit ha;

    SlipsOfTheDeskTest(
            @Autowired TaVan taVan,
            @Autowired TestClock clock,
            @Autowired Brands brands,
            @Autowired Units units,
            @Autowired PlatformTransactionManager transactions,
            @LocalServerPort int port) {
        this.taVan = taVan;
        this.clock = clock;
        this.brands = brands;
        this.units = units;
        this.transaction = new TransactionTemplate(transactions);
        this.ha = new Visit("http://localhost:" + port).as("Trần Thu Hà");
    }

    @BeforeEach
    void theOneStopSaysWhereItIsReached() {
        clock.set("2026-11-23T08:00");
        publish(new Brand("", "", "", "", "Thôn Tả Van Giáy 1", "0214 3 871 000", "", "", Optional.empty()));
    }

    @AfterEach
    void asBefore() {
        publish(Brand.NONE);
    }

    @Test
    void theSupplementSlipNamesItsLastDayAndWhomToCall() {
        var life = taVan.birth(FATHER).askedAtIntake(new Line("Giấy chứng sinh", "Ảnh mờ"));
        var until =
                life.seen().slips().supplement().orElseThrow().written().until().orElseThrow();

        assertThat(print("/desk/dossiers/" + life.ref.id() + "/print/supplement"))
                .contains("Thời hạn bổ sung, hoàn thiện hồ sơ: hết ngày %02d tháng %02d năm %d"
                        .formatted(until.getDayOfMonth(), until.getMonthValue(), until.getYear()))
                .contains("xin liên hệ: Trần Thu Hà, Thôn Tả Van Giáy 1 · 0214 3 871 000");
    }

    @Test
    void theRefusalSaysWhomToCall() {
        var life = taVan.birth(FATHER).turnedAway("Không thuộc xã Tả Van");

        assertThat(print("/desk/dossiers/" + life.ref.id() + "/print/turn-away"))
                .contains("Nếu cần biết thêm, xin liên hệ: Trần Thu Hà, Thôn Tả Van Giáy 1 · 0214 3 871 000");
    }

    @Test
    void eachOfTwoSupplementSlipsIsPrintedAgainAsItWas() {
        var life = taVan.birth(FATHER).askedAtIntake(new Line("Giấy chứng sinh", "Ảnh mờ"));
        var path = "/desk/dossiers/" + life.ref.id();
        var asked = print(path + "/print/supplement");
        life.answered("Đã chụp lại").received().askedInProcess(new Line("Văn bản của người làm chứng", "Còn thiếu"));

        var links = java.util.regex.Pattern.compile("/print/supplement\\?version=\\d+")
                .matcher(ha.get(path).body())
                .results()
                .map(java.util.regex.MatchResult::group)
                .toList();

        assertThat(links).hasSize(2);
        assertThat(print(path + links.getFirst())).isEqualTo(asked).contains("Ảnh mờ");
        assertThat(print(path + links.getLast()))
                .isEqualTo(print(path + "/print/supplement"))
                .contains("Còn thiếu")
                .doesNotContain("Ảnh mờ");
        assertThat(ha.get(path + "/print/supplement?version=1").statusCode()).isEqualTo(404);
        assertThat(ha.get(path + "/print/supplement?version=x").statusCode()).isEqualTo(404);
    }

    private String print(String path) {
        return PdfText.of(ha.bytes(path)).replaceAll("\\s+", " ");
    }

    private void publish(Brand brand) {
        var unit = units.competent("commune-one-stop", "03037").orElseThrow().id();
        Scope.of(LAO_CAI)
                .run(() -> transaction.executeWithoutResult(_ -> brands.publish(
                        new BrandPlace(LAO_CAI, Optional.of(unit)), brand, Ids.next(), clock.instant())));
    }
}
