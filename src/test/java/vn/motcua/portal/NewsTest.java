package vn.motcua.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.motcua.dossier.SupplementRequest;
import vn.motcua.outbox.Happening;
import vn.motcua.outbox.Listener;
import vn.motcua.outbox.Relay;
import vn.motcua.shared.Ids;
import vn.motcua.support.TaVan;
import vn.motcua.support.TestClock;
import vn.motcua.support.Visit;
import vn.motcua.support.WholeProgram;

/** What applicants are told in their account, and what is cleared away behind them, from the outbox. */
@WholeProgram
class NewsTest {

    private static final SupplementRequest.Line NAME =
            new SupplementRequest.Line("Tên cháu bé", "Viết khác giấy chứng sinh");

    private final TaVan taVan;
    private final TestClock clock;
    private final Relay relay;
    private final List<Listener> listeners;
    private final SupplementDesk supplements;
    private final String address;

    @Autowired
    NewsTest(
            TaVan taVan,
            TestClock clock,
            Relay relay,
            List<Listener> listeners,
            SupplementDesk supplements,
            @LocalServerPort int port) {
        this.taVan = taVan;
        this.clock = clock;
        this.relay = relay;
        this.listeners = listeners;
        this.supplements = supplements;
        this.address = "http://localhost:" + port;
    }

    @BeforeEach
    void mondayMorning() {
        clock.set("2026-11-23T08:00");
    }

    @Test
    void whatTheAgencyDidIsToldOnceAndReadOnce() {
        var life = taVan.birth("Đặng Thị Hương").received().appraised().approved();
        relay.handOn();
        heardAgain(life, 2, "received");
        var visit = visitor("Đặng Thị Hương");

        var page = visit.get("/my").body();
        var number = life.seen().number().orElseThrow().value();
        assertThat(page)
                .contains("Thông báo", "2 chưa đọc")
                .containsOnlyOnce("hồ sơ đã được tiếp nhận. Mã hồ sơ " + number + ", hẹn trả kết quả 17:00, 23/11/2026")
                .contains("hồ sơ được chấp thuận")
                .doesNotContain("{0}");
        assertThat(visit.get("/en/my").body()).contains("News", "2 unread", "the dossier has been received");

        var until = java.util.regex.Pattern.compile("name=\"until\" value=\"([^\"]+)\"")
                .matcher(page);
        assertThat(until.find()).isTrue();
        life.issued();
        clock.set("2026-11-23T09:00");
        life.handedOver();
        relay.handOn();
        assertThat(visit.send("/my/news", Map.of("_csrf", Visit.token(page), "until", until.group(1)))
                        .statusCode())
                .isEqualTo(302);
        assertThat(visit.get("/my").body()).contains("1 chưa đọc", "kết quả đã được trả");
        assertThat(visitor("Phan Đình Phước").get("/my").body()).doesNotContain(number);
    }

    @Test
    void whatTheApplicantDidThemselvesIsNotNews() {
        taVan.birth("Võ Thị Thu Thảo");
        relay.handOn();

        assertThat(visitor("Võ Thị Thu Thảo").get("/my").body()).doesNotContain("Thông báo");
    }

    @Test
    void whatOthersHadPutTogetherForASupplementIsClearedAwayWhenItIsAnsweredAndNotBefore() {
        var life = taVan.birth("Lý Thị Mẩy").askedAtIntake(NAME);
        var other = taVan.named("Giàng A Sình");
        supplements.note(life.who, life.seen(), List.of("của tôi"));
        supplements.note(other, life.seen(), List.of("của người khác"));
        relay.handOn();
        heardAgain(life, 2, "supplement-provided");
        assertThat(drafts(life)).as("it still waits").isEqualTo(2);

        supplements.send(act(life), life.seen(), supplements.draft(life.who, life.seen()));
        assertThat(drafts(life)).isEqualTo(1);
        relay.handOn();
        assertThat(drafts(life)).isZero();
    }

    private vn.motcua.dossier.Act act(TaVan.Life life) {
        return new vn.motcua.dossier.Act(Ids.next(), life.who, life.seen().version(), clock.instant());
    }

    /** A thing comes a second time, as after a stop in the middle. */
    private void heardAgain(TaVan.Life life, int version, String kind) {
        var again = new Happening(UUID.randomUUID(), life.ref, version, kind, Instant.EPOCH, false, 2);
        vn.motcua.shared.Scope.of(TaVan.LAO_CAI).run(() -> listeners.forEach(it -> it.hear(again)));
    }

    private long drafts(TaVan.Life life) {
        return java.util.stream.Stream.of(life.who, taVan.named("Giàng A Sình"))
                .filter(it -> !supplements.draft(it, life.seen()).notes().isEmpty())
                .count();
    }

    private Visit visitor(String name) {
        return new Visit(address).as(name);
    }
}
