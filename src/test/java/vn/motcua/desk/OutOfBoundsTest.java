package vn.motcua.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.motcua.catalogue.Channel;
import vn.motcua.support.FreshDatabase;
import vn.motcua.support.TestClock;
import vn.motcua.support.Visit;
import vn.motcua.support.WholeProgram;

/** Receiving for the competent one-stop: only what is on a published list, as the package says. */
@WholeProgram
class OutOfBoundsTest extends AtTheDesk {

    private static final String BOX = "name=\"received\" value=\"yes\"";

    OutOfBoundsTest(
            @Autowired Commune commune,
            @Autowired TestClock clock,
            @Autowired FreshDatabase database,
            @LocalServerPort int port) {
        super(commune, clock, database, port);
    }

    @Test
    void itIsOfferedAndDoneOnlyForAProcedureThatIsOnTheList() {
        var ha = officer(Commune.RECEIVER);
        assertThat(ha.page(commune.birth("Giàng Thị Mỷ"))).contains(BOX);

        var copies = commune.file(
                "2.000635", "Giàng Thị Mỷ", Map.of("requester.fullName", "Giàng Thị Mỷ"), List.of(), Channel.DIRECT);
        var page = ha.page(copies);
        assertThat(page).contains("id=\"transfer-unit\"").doesNotContain(BOX);
        var other = Visit.first(page, "(?s)id=\"transfer-unit\".*?<option value=\"([0-9a-f-]{36})\"");
        var refused = ha.does("transfer", copies, Map.of("unit", other, "received", "yes", "reason", "Ở nơi khác"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("không thuộc danh mục tiếp nhận không phụ thuộc địa giới");
    }
}
