package vn.motcua.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import vn.motcua.shared.Ids;
import vn.motcua.support.Authenticator;
import vn.motcua.support.Person;
import vn.motcua.support.TaVan;
import vn.motcua.support.TestClock;
import vn.motcua.support.Visit;
import vn.motcua.support.WholeProgram;

/**
 * The one-stops of two communes become one: one administrator proposes it, another confirms it. The officers find their
 * work in the common unit, the dossier goes its way to the end, and whoever filed it follows it as before.
 */
@WholeProgram
@TestPropertySource(properties = "motcua.test.apart=units")
class UnitMergeWalkTest {

    private static final String FIRST = "Vũ Thị Thu Trang";
    private static final String PASSWORD = "một câu đủ dài để nhớ";
    private static final String TA_VAN = "Trung tâm Phục vụ hành chính công xã Tả Van";
    private static final String SA_PA = "Trung tâm Phục vụ hành chính công phường Sa Pa";
    private static final String COMMON = "Trung tâm Phục vụ hành chính công liên xã Sa Pa – Tả Van";

    private final TaVan taVan;
    private final TestClock clock;
    private final String address;

    @Autowired
    UnitMergeWalkTest(TaVan taVan, TestClock clock, @LocalServerPort int port) {
        this.taVan = taVan;
        this.clock = clock;
        this.address = "http://localhost:" + port;
    }

    @BeforeEach
    void mondayMorning() {
        clock.set("2026-11-23T08:00");
    }

    @Test
    void twoOneStopsMergeAndNobodyLosesAnything() {
        var life = taVan.birth("Lý Thị Mẩy");
        var second = "quan-tri-hai-" + Ids.next().toString().substring(0, 8);
        addSecond(second);

        as(FIRST, it -> proposes(it));
        as("Trần Thu Hà", it -> assertThat(it.open("/desk").reads()).contains("Lý Thị Mẩy"));
        confirms(second);

        as(FIRST, it -> {
            it.open("/admin/units");
            assertThat(it.reads()).contains(COMMON, "Trước đây:", "Đã thực hiện");
            assertThat(it.page().locator("main ul").first().innerText()).doesNotContain("công xã Tả Van\n");
            it.open("/admin/units?day=2026-11-22");
            assertThat(it.page().locator("main ul").first().innerText()).contains(TA_VAN, SA_PA);
        });
        as("Trần Thu Hà", it -> {
            it.open("/desk").press("tbody a[href^='/desk/dossiers/" + life.ref.id() + "']");
            assertThat(it.reads()).contains("Sắp xếp đơn vị", TA_VAN, COMMON, "12/QĐ-UBND");
        });
        as(
                "Bùi Quốc Trung",
                it -> assertThat(it.open("/desk").reads())
                        .as("the colleague of the other commune works there too")
                        .contains("Lý Thị Mẩy"));
        try (var anybody = new Person(address, 360, false)) {
            anybody.open("/track?code=" + life.code.value());
            assertThat(anybody.status()).isEqualTo(200);
            assertThat(anybody.reads()).contains("cửa 1");
        }
        as("Lý Thị Mẩy", it -> assertThat(it.open(life.path()).reads()).contains(COMMON));

        life.received().appraised().approved().issued().handedOver();
        assertThat(life.seen().number()).isPresent();
        assertThat(life.seen().stage().kind().name()).isEqualTo("HANDED_OVER");
    }

    private void addSecond(String userName) {
        var answer = new Visit(address)
                .as(FIRST)
                .fill(
                        "/admin/administrators/new",
                        "/admin/administrators",
                        Map.of(
                                "command",
                                Ids.next().toString(),
                                "name",
                                "Quản Trị Hai",
                                "userName",
                                userName,
                                "password",
                                PASSWORD));
        assertThat(answer.statusCode()).isEqualTo(302);
    }

    private void proposes(Person it) {
        it.open("/admin/units").press("main a[href*='kind=merge']");
        for (var name : java.util.List.of(TA_VAN, SA_PA)) {
            it.page()
                    .getByLabel(name, new com.microsoft.playwright.Page.GetByLabelOptions().setExact(true))
                    .check();
        }
        it.press("button[value=preview]");
        assertThat(it.status()).isEqualTo(422);
        it.type("name", COMMON);
        it.page().selectOption("#unitKind", "commune-one-stop");
        it.type("day", "2026-11-23").type("decision", "12/QĐ-UBND").type("decisionDay", "2026-11-20");
        it.press("button[value=preview]");
        assertThat(it.status()).isEqualTo(200);
        assertThat(it.reads()).contains("4 cán bộ với 8 vị trí", "1 hồ sơ đang mở với 1 bước", "Trần Thu Hà");
        it.press("button[value=propose]");
        assertThat(it.path()).isEqualTo("/admin/changes");
        assertThat(it.reads()).contains(COMMON, "Người khác phải xác nhận");
    }

    private void confirms(String userName) {
        try (var second = new Person(address, 1280, true)) {
            second.open("/sign-in?to=/admin/changes").unfold("#userName").type("userName", userName);
            second.type("password", PASSWORD).press("form[action$='/sign-in'] .button");
            var secret = Authenticator.secret(second.page().content());
            second.type("code", Authenticator.code(secret, clock.instant())).press("main form .button");
            second.open("/admin/changes");
            assertThat(second.reads()).contains(COMMON, "1 hồ sơ đang mở");
            second.press("form[action$='/confirm'] button");
            assertThat(second.status()).isEqualTo(200);
            assertThat(second.reads()).contains("Không có thay đổi nào chờ xác nhận");
            assertThat(second.complaints()).isEmpty();
        }
    }

    private void as(String name, Consumer<Person> does) {
        try (var person = new Person(address, 1280, true).as(name)) {
            does.accept(person);
            assertThat(person.complaints()).isEmpty();
        }
    }
}
