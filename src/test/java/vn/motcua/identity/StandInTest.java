package vn.motcua.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.motcua.dossier.Act;
import vn.motcua.dossier.LeaderDesk;
import vn.motcua.identity.SignedIn.OfficerAt;
import vn.motcua.shared.Ids;
import vn.motcua.shared.Refused;
import vn.motcua.shared.VietnamTime;
import vn.motcua.support.TaVan;
import vn.motcua.support.TestClock;
import vn.motcua.support.Visit;
import vn.motcua.support.WholeProgram;

/** Somebody fills the leader's position for a time: they may what the leader may, in their own name and in that place. */
@WholeProgram
class StandInTest {

    private static final String OWNER = "Nguyễn Văn Quân";
    private static final String LEADER = "Vũ Đức Thành";
    private static final String CLERK = "Lù Thị Hiền";
    private static final String SPECIALIST = "Phạm Quốc Việt";
    private static final String RECEIVER = "Trần Thu Hà";
    private static final String LEADER_ELSEWHERE = "Vũ Thị Phương Thủy";

    private final StandIns standIns;
    private final LeaderDesk desk;
    private final TaVan taVan;
    private final TestClock clock;
    private final String address;

    @Autowired
    StandInTest(StandIns standIns, LeaderDesk desk, TaVan taVan, TestClock clock, @LocalServerPort int port) {
        this.standIns = standIns;
        this.desk = desk;
        this.taVan = taVan;
        this.clock = clock;
        this.address = "http://localhost:" + port;
        clock.set("2026-11-23T08:00");
    }

    @Test
    void aStandInDecidesInTheLeadersPlaceAndItSaysSo() {
        var life = taVan.birth(OWNER).received().appraised();
        assertThatThrownBy(() -> approves(CLERK, life)).isInstanceOf(Refused.class);

        var standIn = standsIn(CLERK, 0);
        try {
            approves(CLERK, life);
        } finally {
            ends(standIn);
        }

        assertThat(new Visit(address)
                        .as(RECEIVER)
                        .get("/desk/dossiers/" + life.ref.id())
                        .body())
                .contains(CLERK + ", ", "thay mặt " + LEADER);
        assertThat(new Visit(address).as(OWNER).get(life.path()).body()).contains(CLERK + ", thay mặt " + LEADER);
        var next = taVan.birth(OWNER).received().appraised();
        assertThatThrownBy(() -> approves(CLERK, next)).isInstanceOf(Refused.class);
    }

    @Test
    void nobodyApprovesWhatTheyAppraisedNotEvenAsAStandIn() {
        var life = taVan.birth(OWNER).received().appraised();
        var standIn = standsIn(SPECIALIST, 0);
        try {
            assertThatThrownBy(() -> approves(SPECIALIST, life))
                    .isInstanceOfSatisfying(
                            Refused.class,
                            it -> assertThat(it.code()).isEqualTo(Decision.Reason.APPRAISED_IT_YOURSELF));
        } finally {
            ends(standIn);
        }
    }

    @Test
    void beforeItsFirstDayAStandInMayNothing() {
        var life = taVan.birth(OWNER).received().appraised();
        var standIn = standsIn(CLERK, 1);
        try {
            assertThatThrownBy(() -> approves(CLERK, life)).isInstanceOf(Refused.class);
        } finally {
            ends(standIn);
        }
    }

    @Test
    void whoLeadsAnotherUnitArrangesNothingHere() {
        var elsewhere = taVan.named(LEADER_ELSEWHERE);

        assertThatThrownBy(() -> elsewhere.scope().run(() -> standIns.arrange(elsewhere, wanted(CLERK, 0))))
                .isInstanceOfSatisfying(
                        Refused.class, it -> assertThat(it.code()).isEqualTo(AccessRefusal.NOT_THERE));
        assertThatThrownBy(() -> standsIn(LEADER, 0))
                .isInstanceOfSatisfying(
                        Refused.class, it -> assertThat(it.code()).isEqualTo(StandInRefusal.FOR_THEMSELVES));
        assertThatThrownBy(() -> standsIn(CLERK, -1))
                .isInstanceOfSatisfying(
                        Refused.class, it -> assertThat(it.code()).isEqualTo(StandInRefusal.DAYS_WRONG));
    }

    private void approves(String who, TaVan.Life life) {
        desk.approve(
                new Act(Ids.next(), taVan.named(who), life.seen().version(), clock.instant()),
                life.ref.id(),
                "decision",
                "");
    }

    private PositionId standsIn(String who, int days) {
        var wanted = wanted(who, days);
        var leader = taVan.named(LEADER);
        leader.scope().run(() -> standIns.arrange(leader, wanted));
        return wanted.id();
    }

    private void ends(PositionId standIn) {
        var leader = taVan.named(LEADER);
        leader.scope().run(() -> standIns.end(leader, standIn));
    }

    private StandIns.Wanted wanted(String who, int days) {
        var leads = ((OfficerAt) taVan.named(LEADER)).positions().getFirst();
        var officer = ((OfficerAt) taVan.named(who)).officer();
        var from = VietnamTime.dayOf(clock.instant()).plusDays(days);
        return new StandIns.Wanted(new PositionId(UUID.randomUUID()), leads.id(), officer, from, from.plusDays(3));
    }
}
