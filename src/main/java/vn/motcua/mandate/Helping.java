package vn.motcua.mandate;

import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.motcua.identity.Access;
import vn.motcua.identity.Position;
import vn.motcua.identity.SignedIn;
import vn.motcua.organization.Unit;
import vn.motcua.organization.Units;
import vn.motcua.shared.VietnamTime;

/** Who may help people as a trusted helper just now: whom a unit has named, and whoever receives at a one-stop. */
@Component
class Helping {

    private final Helpers helpers;
    private final Access access;
    private final Units units;
    private final Clock clock;

    Helping(Helpers helpers, Access access, Units units, Clock clock) {
        this.helpers = helpers;
        this.access = access;
        this.units = units;
        this.clock = clock;
    }

    /** To which body they belong, in words; empty for who is none. */
    Optional<String> body(SignedIn.Hand who) {
        return switch (who) {
            case SignedIn.Citizen it ->
                helpers.of(it.account(), VietnamTime.dayOf(clock.instant())).map(HelperAppointment::body);
            case SignedIn.OfficerAt it ->
                access.mayHelp(it) instanceof vn.motcua.identity.Decision.Permitted(var as)
                        ? as.map(Position::unit).flatMap(units::unit).map(Unit::name)
                        : Optional.empty();
        };
    }
}
