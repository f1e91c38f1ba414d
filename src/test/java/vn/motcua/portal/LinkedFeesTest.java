package vn.motcua.portal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.motcua.linked.LinkedFilings;
import vn.motcua.shared.Dong;
import vn.motcua.shared.Language;
import vn.motcua.support.LinkedBirth;
import vn.motcua.support.LinkedBirth.Life;
import vn.motcua.support.TestClock;
import vn.motcua.support.Visit;
import vn.motcua.support.WholeProgram;

/** What a linked birth costs in all, as its parts open, are refused or taken back. */
@WholeProgram
class LinkedFeesTest {

    private final LinkedBirth births;
    private final LinkedFilings linked;
    private final WholeFeesDesk desk;
    private final TestClock clock;
    private final String address;

    @Autowired
    LinkedFeesTest(
            LinkedBirth births, LinkedFilings linked, WholeFeesDesk desk, TestClock clock, @LocalServerPort int port) {
        this.births = births;
        this.linked = linked;
        this.desk = desk;
        this.clock = clock;
        this.address = "http://localhost:" + port;
    }

    @BeforeEach
    void mondayMorning() {
        clock.set("2026-11-16T08:00");
    }

    @Test
    void aWaitingPartIsPaidOnceItIsOpenAndNotWhenItIsRefused() {
        var birth = births.filed();
        assertThat(fees(birth).owed()).isEqualTo(Dong.ZERO);
        assertThat(fees(birth).later()).isEqualTo(new Dong(10_000));
        assertThat(page(birth)).contains("Sẽ phải nộp khi các phần chưa mở được mở", "Công an xã Tả Van thu");

        birth.birthReceived().birthApproved().birthIssued().told();
        assertThat(fees(birth).owed()).isEqualTo(new Dong(10_000));
        assertThat(fees(birth).later()).isEqualTo(Dong.ZERO);

        birth.residenceReceived().residenceDenied("Chủ hộ không thường trú ở địa chỉ này");
        assertThat(fees(birth).owed()).isEqualTo(Dong.ZERO);
        assertThat(page(birth)).doesNotContain("Phí, lệ phí của cả nhóm");
    }

    @Test
    void aPartTakenBackCostsNothing() {
        var birth = births.filed();
        linked.leave(birth.code, "residence");

        assertThat(fees(birth).shown()).isEmpty();
    }

    private WholeFees fees(Life birth) {
        return desk.of(birth.who, birth.whole(), Language.VI);
    }

    private String page(Life birth) {
        return new Visit(address).as("Lý Thị Mẩy").get(birth.path()).body();
    }
}
