package vn.motcua.catalogue;

import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.motcua.deadline.WorkingCalendar;
import vn.motcua.form.Facts;
import vn.motcua.form.Places;
import vn.motcua.organization.AdministrativeUnit;
import vn.motcua.organization.AdministrativeUnits;
import vn.motcua.organization.Unit;
import vn.motcua.organization.Units;
import vn.motcua.shared.VietnamTime;

/**
 * What expressions may know besides the answers. The wizard, the counter, the cashier, the route, the due moment and the
 * papers all ask here, so that none of them can come to another fee, document or way than the others.
 */
@Component
public class KnownFacts {

    private final ProvinceSettings settings;
    private final Units units;
    private final AdministrativeUnits administrative;
    private final Places places;
    private final WorkingCalendar calendar = WorkingCalendar.national();

    KnownFacts(ProvinceSettings settings, Units units, AdministrativeUnits administrative, Places places) {
        this.settings = settings;
        this.units = units;
        this.administrative = administrative;
        this.places = places;
    }

    /** The facts under these circumstances. */
    public Facts of(Circumstances it) {
        var day = VietnamTime.dayOf(it.at());
        return Facts.of(it.channel().name(), VietnamTime.local(it.at()))
                .withPlaces(places)
                .withWorkingDays(calendar::workingDaysBetween)
                .withParameters(settings.of(province(it), it.procedure(), day))
                .withData(it.available()::contains);
    }

    /** The province whose rules hold: of the unit that receives it, else of the place; empty where neither is known. */
    public String province(Circumstances it) {
        var day = VietnamTime.dayOf(it.at());
        var place =
                it.receiving().flatMap(units::unit).flatMap(KnownFacts::place).orElse(it.place());
        return place.length() <= 2
                ? place
                : administrative
                        .ward(place, day)
                        .map(AdministrativeUnit::province)
                        .orElse("");
    }

    private static Optional<String> place(Unit unit) {
        return unit.territory().places().stream().findFirst();
    }
}
