package vn.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.dossier.DossierDatabase.LAO_CAI;
import static vn.motcua.dossier.DossierDatabase.SCOPE;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.deadline.OpeningHours;
import vn.motcua.organization.Territory;
import vn.motcua.organization.Unit;
import vn.motcua.organization.UnitId;
import vn.motcua.organization.Units;
import vn.motcua.shared.Ids;

/** When a unit is open that has not said it itself, on a real PostgreSQL. */
@SpringBootTest(webEnvironment = WebEnvironment.NONE)
@Import(DossierDatabase.class)
class AgencyHoursTest {

    private static final String SHORT = "08:00-12:00 13:00-16:00";

    @Autowired
    private AgencyCalendars calendars;

    @Autowired
    private Units units;

    @Autowired
    private TransactionTemplate transactions;

    @Test
    void aUnitWithoutHoursHasThoseOfTheNearestUnitAbove() {
        var agency = new UnitId(Ids.next());
        var division = new UnitId(Ids.next());
        var desk = new UnitId(Ids.next());
        var alone = new UnitId(Ids.next());
        SCOPE.run(() -> transactions.executeWithoutResult(_ -> units.save(List.of(
                unit(agency, Optional.empty(), Optional.of(SHORT)),
                unit(division, Optional.of(agency), Optional.empty()),
                unit(desk, Optional.of(division), Optional.empty()),
                unit(alone, Optional.empty(), Optional.empty())))));

        assertThat(calendars.hours(desk)).isEqualTo(OpeningHours.parse(SHORT));
        assertThat(calendars.hours(alone)).isEqualTo(OpeningHours.usual());
        SCOPE.run(() -> transactions.executeWithoutResult(_ -> units.open(division, "07:00-11:00")));
        assertThat(calendars.hours(desk)).isEqualTo(OpeningHours.parse("07:00-11:00"));
        assertThat(calendars.hours(agency)).isEqualTo(OpeningHours.parse(SHORT));
    }

    @Test
    void oneDayIsOpenAtHoursOfItsOwnForAUnitAndThoseBelow() {
        var agency = new UnitId(Ids.next());
        var desk = new UnitId(Ids.next());
        var noon = LocalDate.of(2026, 12, 30);
        var saturday = LocalDate.of(2027, 1, 16);
        SCOPE.run(() -> transactions.executeWithoutResult(_ -> {
            units.save(List.of(
                    unit(agency, Optional.empty(), Optional.of(SHORT)),
                    unit(desk, Optional.of(agency), Optional.empty())));
            calendars.save(List.of(
                    own(agency, noon, AgencyDay.Kind.OWN_HOURS, "07:30-11:30"),
                    own(agency, saturday, AgencyDay.Kind.WORKED, "08:00-11:00 13:00-15:00")));
        }));

        var calendar = calendars.of(desk);
        assertThat(calendar.rests(saturday)).isFalse();
        assertThat(calendars.hours(desk).on(noon, calendar)).hasToString("[07:30-11:30]");
        assertThat(calendars.hours(desk).on(saturday, calendar)).hasToString("[08:00-11:00, 13:00-15:00]");
        assertThat(calendars.hours(desk).on(noon.plusDays(1), calendar)).hasToString("[08:00-12:00, 13:00-16:00]");
    }

    private static AgencyDay own(UnitId unit, LocalDate day, AgencyDay.Kind kind, String hours) {
        return new AgencyDay(unit, day, kind, "theo thông báo", "1/TB", OpeningHours.sessionsOf(hours));
    }

    private static Unit unit(UnitId id, Optional<UnitId> above, Optional<String> hours) {
        return new Unit(
                LAO_CAI,
                id,
                above,
                "division",
                "Phòng thử giờ",
                "Division",
                Optional.empty(),
                Optional.empty(),
                hours,
                "Tả Van",
                Territory.of(List.of("03999")),
                LocalDate.of(2025, 7, 1),
                Optional.empty());
    }
}
