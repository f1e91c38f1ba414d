package vn.motcua.desk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.motcua.support.PdfText;
import vn.motcua.support.TaVan;
import vn.motcua.support.TestClock;
import vn.motcua.support.Visit;
import vn.motcua.support.WholeProgram;

/** What was numbered in one unit's book keeps that unit's head, whoever has the dossier now. */
@WholeProgram
class PassedOnPapersTest {

    @Autowired
    private TaVan taVan;

    @Autowired
    private TestClock clock;

    @LocalServerPort
    private int port;

    @Test
    void theAcknowledgementKeepsTheHeadOfTheUnitThatNumberedIt() {
        clock.set("2026-11-23T08:00");
        var life = taVan.birth("Giàng A Sình").received();
        var before = headOf(life);
        assertThat(before).contains("tả van");
        life.passedOn();

        assertThat(headOf(life)).isEqualTo(before);
        assertThat(printed("Phạm Quốc Việt", "/desk/dossiers/" + life.ref.id() + "/print/acknowledgement"))
                .startsWith(before);
    }

    /** What stands above the title. */
    private String headOf(TaVan.Life life) {
        var text = printed("Giàng A Sình", life.path() + "/acknowledgement");
        return text.substring(0, text.indexOf("giấy tiếp nhận"));
    }

    private String printed(String who, String path) {
        var visit = new Visit("http://localhost:" + port).as(who);
        return PdfText.of(visit.bytes(path)).toLowerCase(java.util.Locale.ROOT);
    }
}
