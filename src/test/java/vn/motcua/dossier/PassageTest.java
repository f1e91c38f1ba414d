package vn.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static vn.motcua.dossier.DossierDatabase.HA;
import static vn.motcua.dossier.DossierDatabase.LAN;
import static vn.motcua.dossier.DossierDatabase.MAI;
import static vn.motcua.dossier.DossierDatabase.MINH;
import static vn.motcua.dossier.DossierDatabase.act;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.support.TestClock;

/** Who had a dossier when, out of its history. */
@SpringBootTest(webEnvironment = WebEnvironment.NONE)
@Import(DossierDatabase.class)
class PassageTest {

    @Autowired
    private FilingDesk filing;

    @Autowired
    private OneStopDesk oneStop;

    @Autowired
    private SpecialistDesk specialist;

    @Autowired
    private LeaderDesk leader;

    @Autowired
    private ReadingDesk reading;

    @Autowired
    private Dossiers dossiers;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private TestClock clock;

    @Test
    void eachHandGivesToTheNextWithTheMinute() {
        clock.set("2026-11-23T08:00");
        var eight = clock.instant();
        var id = filing.file(act(MAI, 0, clock.instant()), DossierDatabase.request())
                .dossiers()
                .getFirst()
                .id();
        clock.advance(Duration.ofMinutes(10));
        oneStop.receive(act(LAN, 1, clock.instant()), id);
        clock.advance(Duration.ofMinutes(5));
        specialist.claim(act(HA, 3, clock.instant()), id, "appraisal");
        clock.advance(Duration.ofMinutes(30));
        specialist.complete(act(HA, 4, clock.instant()), id, "appraisal", "");
        specialist.sendBack(act(MINH, 5, clock.instant()), id, "approval", "appraisal", "Thiếu chữ ký");

        assertThat(Passage.of(reading.open(LAN, id, clock.instant())))
                .extracting(Passage::step, Passage::giver, Passage::receiver)
                .containsExactly(
                        tuple("reception", "Nguyễn Thị Mai", "Vàng Thị Lan"),
                        tuple("appraisal", "Vàng Thị Lan", "Trần Thu Hà"),
                        tuple("approval", "Trần Thu Hà", "Nguyễn Văn Minh"),
                        tuple("appraisal", "Nguyễn Văn Minh", ""));
        var stays = Passage.of(reading.open(LAN, id, clock.instant()));
        assertThat(stays.get(1).gave()).isEqualTo(eight.plus(Duration.ofMinutes(10)));
        assertThat(stays.get(1).received()).contains(eight.plus(Duration.ofMinutes(15)));
        assertThat(stays.get(1).done()).contains(eight.plus(Duration.ofMinutes(45)));
        assertThat(stays.get(3).received()).isEqualTo(Optional.empty());
    }

    @Test
    void whatWasDoneWithoutBeingTakenWasReceivedWhenItCame() {
        clock.set("2026-11-23T08:00");
        var id = filing.file(act(MAI, 0, clock.instant()), DossierDatabase.request())
                .dossiers()
                .getFirst()
                .id();
        oneStop.receive(act(LAN, 1, clock.instant()), id);
        clock.advance(Duration.ofMinutes(20));
        specialist.complete(act(HA, 3, clock.instant()), id, "appraisal", "");
        leader.approve(act(MINH, 4, clock.instant()), id, "approval", "");

        var stays = Passage.of(reading.open(LAN, id, clock.instant()));
        assertThat(stays)
                .extracting(Passage::step, Passage::receiver)
                .startsWith(
                        tuple("reception", "Vàng Thị Lan"),
                        tuple("appraisal", "Trần Thu Hà"),
                        tuple("approval", "Nguyễn Văn Minh"));
        assertThat(stays.get(1).received()).contains(stays.get(1).gave());
    }

    @Test
    void whoGotItFromAnAbsentColleagueReceivedItThen() {
        clock.set("2026-11-23T08:00");
        var id = filing.file(act(MAI, 0, clock.instant()), DossierDatabase.request())
                .dossiers()
                .getFirst()
                .id();
        oneStop.receive(act(LAN, 1, clock.instant()), id);
        specialist.claim(act(HA, 3, clock.instant()), id, "appraisal");
        clock.advance(Duration.ofMinutes(30));
        save(
                id,
                it -> Housekeeping.assigned(
                        it,
                        "appraisal",
                        new Housekeeping.Assignee(HA.officer(), HA.name()),
                        Optional.of(new Housekeeping.Assignee(LAN.officer(), LAN.name())),
                        Optional.empty(),
                        clock.instant()));

        var stays = Passage.of(reading.open(LAN, id, clock.instant()));
        assertThat(stays)
                .extracting(Passage::step, Passage::giver, Passage::receiver)
                .containsExactly(
                        tuple("reception", "Nguyễn Thị Mai", "Vàng Thị Lan"),
                        tuple("appraisal", "Vàng Thị Lan", "Trần Thu Hà"),
                        tuple("appraisal", "Trần Thu Hà", "Vàng Thị Lan"));
        assertThat(stays.get(1).done()).contains(clock.instant());
        assertThat(stays.get(2).received()).contains(clock.instant());
    }

    @Test
    void whatAUnitTookOverLiesThereFromThen() {
        clock.set("2026-11-23T08:00");
        var id = filing.file(act(MAI, 0, clock.instant()), DossierDatabase.request())
                .dossiers()
                .getFirst()
                .id();
        oneStop.receive(act(LAN, 1, clock.instant()), id);
        clock.advance(Duration.ofMinutes(30));
        save(
                id,
                it -> Housekeeping.moved(
                        it,
                        List.of(new DossierEvent.MovedStep(
                                "appraisal",
                                DossierFixture.COMMITTEE,
                                "Phòng cũ",
                                DossierFixture.ONE_STOP,
                                "Phòng mới")),
                        List.of(it.seat("appraisal").at(DossierFixture.ONE_STOP)),
                        "Quyết định số 12",
                        clock.instant()));

        var stays = Passage.of(reading.open(LAN, id, clock.instant()));
        assertThat(stays)
                .extracting(Passage::step, Passage::unit, Passage::giver, Passage::receiver)
                .containsExactly(
                        tuple("reception", DossierFixture.ONE_STOP, "Nguyễn Thị Mai", "Vàng Thị Lan"),
                        tuple("appraisal", DossierFixture.COMMITTEE, "Vàng Thị Lan", ""),
                        tuple("appraisal", DossierFixture.ONE_STOP, "Phòng cũ", ""));
        assertThat(stays.get(1).done()).contains(clock.instant());
        assertThat(stays.get(2).done()).isEmpty();
    }

    @Test
    void whatWasGivenBackToTheTrayWasReceivedByWhoTookItThen() {
        clock.set("2026-11-23T08:00");
        var id = filing.file(act(MAI, 0, clock.instant()), DossierDatabase.request())
                .dossiers()
                .getFirst()
                .id();
        oneStop.receive(act(LAN, 1, clock.instant()), id);
        specialist.claim(act(HA, 3, clock.instant()), id, "appraisal");
        specialist.release(act(HA, 4, clock.instant()), id, "appraisal");

        assertThat(Passage.of(reading.open(LAN, id, clock.instant())).getLast().receiver())
                .isEmpty();
    }

    private void save(DossierId id, Function<Dossier, Change> rule) {
        DossierDatabase.SCOPE.run(() -> transactions.executeWithoutResult(_ -> {
            var change =
                    rule.apply(dossiers.find(id, new UUID(0, 0)).orElseThrow().dossier());
            var signed = new Signed(act(LAN, change.expectedVersion(), clock.instant()), Optional.empty());
            assertThat(dossiers.save(change, signed, Content.NONE)).isTrue();
        }));
    }
}
