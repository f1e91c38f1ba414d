package vn.motcua.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.motcua.support.LinkedBirth;
import vn.motcua.support.TaVan;
import vn.motcua.support.TestClock;
import vn.motcua.support.Visit;
import vn.motcua.support.WholeProgram;

/** What anybody with a tracking code may see, and what a guesser learns. */
@WholeProgram
class TrackingTest {

    private final TaVan taVan;
    private final LinkedBirth births;
    private final TestClock clock;
    private final Visit nobody;
    private final Visit english;

    @Autowired
    TrackingTest(TaVan taVan, LinkedBirth births, TestClock clock, @LocalServerPort int port) {
        this.taVan = taVan;
        this.births = births;
        this.clock = clock;
        this.nobody = new Visit("http://localhost:" + port);
        this.english = new Visit("http://localhost:" + port + "/en");
    }

    @BeforeEach
    void afterWhoeverHasGuessed() {
        clock.set(clock.instant().plus(TrackingThrottle.WINDOW));
    }

    @Test
    void onlyTheNumberAndHowFarItIsAreShown() {
        var life = taVan.birth("Lý Thị Mẩy").received().claimed();
        var number = life.seen().number().orElseThrow().value();

        var page = nobody.get("/track?code=" + life.code.value());

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains(number, "Hồ sơ đang ở cửa 2 trên 3")
                .doesNotContain("Lý Thị Mẩy", "Giàng", "khai sinh", "Phạm Quốc Việt", "Tả Van", "Hẹn trả");
        assertThat(english.get("/track?code=" + life.code.value()).body()).contains("door 2 of 3");
        assertThat(page.headers().firstValue("Cache-Control"))
                .hasValueSatisfying(it -> assertThat(it).contains("no-store"));
    }

    @Test
    void everyPartIsListedWithWhatItWaitsForAndNotWhatItIs() {
        var birth = births.filed();
        var code = birth.code.value();

        assertThat(nobody.get("/track?code=" + code).body())
                .contains("Phần 1: ", "Phần 2", "Phần 3", "Chưa mở. Chờ kết quả của phần 1.")
                .doesNotContain("khai sinh", "thường trú", "Công an", "Lý Thị Mẩy");
        assertThat(nobody.get("/api/v1/dossiers/" + code).body())
                .contains("{\"part\":2,\"number\":null,\"door\":0,\"doors\":3,\"finished\":false,\"waitsFor\":[1]}");

        birth.birthReceived().birthApproved().birthIssued().told().told();
        assertThat(nobody.get("/track?code=" + code).body())
                .contains("Phần 2: ", "Phần 3: ")
                .doesNotContain("Chưa mở");
    }

    @Test
    void aPartThatWillNotBeOpenedIsFinishedLikeAnyOther() {
        var birth = births.filed();
        birth.birthReceived().birthDenied("Không đủ căn cứ").told();

        assertThat(nobody.get("/track?code=" + birth.code.value()).body())
                .contains("Phần này đã kết thúc")
                .doesNotContain("Chưa mở", "Không mở được");
    }

    @Test
    void howItEndedIsNotShown() {
        var turnedAway = taVan.birth("Lý Thị Mẩy").turnedAway("Không thuộc xã Tả Van");

        assertThat(nobody.get("/track?code=" + turnedAway.code.value()).body())
                .contains("Hồ sơ đã kết thúc", "Chưa có mã hồ sơ")
                .doesNotContain("Không thuộc xã", "tiếp nhận</h3>", "không được");
    }

    @Test
    void theCodeMayBeTypedAsPeopleTypeIt() {
        var life = taVan.birth("Lý Thị Mẩy");

        for (var typed : List.of(
                life.code.value().toLowerCase(Locale.ROOT),
                life.code.grouped().replace(" ", "+"),
                life.code.grouped().replace(" ", "-"),
                "+" + life.code.value() + "+")) {
            assertThat(nobody.get("/track?code=" + typed).statusCode())
                    .as(typed)
                    .isEqualTo(200);
        }
    }

    @Test
    void anUnknownCodeAndOneThatCannotBeAreToldTheSame() {
        var unknown = nobody.get("/track?code=2222333344445555");
        var impossible = nobody.get("/track?code=0000");

        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(impossible.statusCode()).isEqualTo(404);
        assertThat(unknown.body().replace("2222333344445555", ""))
                .isEqualTo(impossible.body().replace("0000", ""));
        assertThat(unknown.body()).contains("Không có hồ sơ nào với mã này", "href=\"#code\"");
    }

    @Test
    void withoutACodeThereIsAFormAndAnEmptyOneIsExplained() {
        assertThat(nobody.get("/track").statusCode()).isEqualTo(200);
        var empty = nobody.get("/track?code=+");
        assertThat(empty.statusCode()).isEqualTo(422);
        assertThat(empty.body()).contains("Nhập mã tra cứu");
    }

    @Test
    void whatIsTypedCannotBecomePartOfThePage() {
        assertThat(nobody.get("/track?code=%3Cscript%3Ealert(1)%3C/script%3E").body())
                .doesNotContain("<script>alert");
    }

    @Test
    void whoGuessesHasToWaitEvenWithARightCode() {
        var life = taVan.birth("Lý Thị Mẩy");
        for (int i = 0; i < TrackingThrottle.MISSES; i++) {
            assertThat(nobody.get("/track?code=2222333344445555").statusCode()).isEqualTo(404);
        }

        var page = nobody.get("/track?code=" + life.code.value());
        var api = nobody.get("/api/v1/dossiers/" + life.code.value());

        assertThat(page.statusCode()).isEqualTo(429);
        assertThat(page.headers().firstValue("Retry-After")).contains("600");
        assertThat(page.body()).contains("Hãy thử lại sau 10 phút");
        assertThat(api.statusCode()).isEqualTo(429);
        assertThat(api.body()).contains("TOO_MANY_TRIES");
        clock.advance(TrackingThrottle.WINDOW);
        assertThat(nobody.get("/track?code=" + life.code.value()).statusCode()).isEqualTo(200);
    }

    @Test
    void programsReadTheSame() {
        var life = taVan.birth("Lý Thị Mẩy").received();
        var number = life.seen().number().orElseThrow().value();

        var found = nobody.get("/api/v1/dossiers/" + life.code.value());
        assertThat(found.body())
                .isEqualTo(
                        "{\"dossiers\":[{\"part\":1,\"number\":\"%s\",\"door\":2,\"doors\":3,\"finished\":false,\"waitsFor\":[]}]}"
                                .formatted(number));

        var unknown = nobody.get("/api/v1/dossiers/2222333344445555");
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(unknown.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(unknown.body()).contains("NO_SUCH_TRACKING_CODE");
        assertThat(nobody.get("/api/v1/openapi.json").body()).contains("/api/v1/dossiers/{trackingCode}");
    }
}
