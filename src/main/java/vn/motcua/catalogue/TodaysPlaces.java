package vn.motcua.catalogue;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.motcua.form.Places;
import vn.motcua.organization.AdministrativeUnit;
import vn.motcua.organization.AdministrativeUnits;
import vn.motcua.shared.VietnamTime;

/** The provinces and communes of today: the one that every form, address and answer asks. */
@Component
class TodaysPlaces implements Places {

    private final AdministrativeUnits units;
    private final Clock clock;

    TodaysPlaces(AdministrativeUnits units, Clock clock) {
        this.units = units;
        this.clock = clock;
    }

    @Override
    public List<Place> provinces() {
        return units.provinces(today()).stream().map(TodaysPlaces::place).toList();
    }

    @Override
    public List<Place> wardsOf(String provinceCode) {
        return units.wards(provinceCode, today()).stream()
                .map(TodaysPlaces::place)
                .toList();
    }

    @Override
    public Optional<String> name(String code) {
        return units.name(code, today());
    }

    private static Place place(AdministrativeUnit unit) {
        return new Place(unit.code(), unit.fullName());
    }

    private LocalDate today() {
        return VietnamTime.dayOf(clock.instant());
    }
}
