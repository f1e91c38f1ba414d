package vn.motcua.desk;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.motcua.form.Places;
import vn.motcua.organization.AdministrativeUnit;
import vn.motcua.organization.AdministrativeUnits;
import vn.motcua.shared.VietnamTime;

/** The names of the provinces and communes that stand in answers. */
@Component
public class PlaceNames implements Places {

    private final AdministrativeUnits register;
    private final Clock clock;

    PlaceNames(AdministrativeUnits register, Clock clock) {
        this.register = register;
        this.clock = clock;
    }

    @Override
    public List<Place> provinces() {
        return places(register.provinces(VietnamTime.dayOf(clock.instant())));
    }

    @Override
    public List<Place> wardsOf(String provinceCode) {
        return places(register.wards(provinceCode, VietnamTime.dayOf(clock.instant())));
    }

    @Override
    public Optional<String> name(String code) {
        return register.name(code, VietnamTime.dayOf(clock.instant()));
    }

    private static List<Place> places(List<AdministrativeUnit> units) {
        return units.stream().map(it -> new Place(it.code(), it.fullName())).toList();
    }
}
