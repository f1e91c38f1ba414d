package vn.motcua.administration;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.motcua.identity.OfficerId;
import vn.motcua.identity.PositionId;
import vn.motcua.identity.SignedIn.Administrator;
import vn.motcua.identity.StandIns;
import vn.motcua.organization.Kinds;
import vn.motcua.organization.UnitId;
import vn.motcua.organization.Units;
import vn.motcua.shared.Language;
import vn.motcua.shared.Phrase;
import vn.motcua.shared.VietnamTime;

/** Somebody stands in for a leader, an inspector or a supervisor once a second administrator has confirmed it. */
@Component
class StandInEffect implements Effect {

    private final StandIns standIns;
    private final Kinds kinds;
    private final Units units;

    StandInEffect(StandIns standIns, Kinds kinds, Units units) {
        this.standIns = standIns;
        this.kinds = kinds;
        this.units = units;
    }

    @Override
    public Set<ChangeRequest.Kind> kinds() {
        return Set.of(ChangeRequest.Kind.STAND_IN);
    }

    @Override
    public void confirm(Administrator who, ChangeRequest change) {
        standIns.confirmed(
                who,
                new StandIns.Wanted(
                        new PositionId(change.id()),
                        new PositionId(UUID.fromString(change.part("position"))),
                        new OfficerId(change.about()),
                        LocalDate.parse(change.part("first")),
                        LocalDate.parse(change.part("last"))));
    }

    @Override
    public List<Phrase> said(ChangeRequest change) {
        return List.of(Phrase.of(
                "administration.change.STAND_IN",
                change.part("name"),
                change.part("holder"),
                kinds.roleName(change.part("positionRole"), Language.VI),
                units.unit(UnitId.of(change.part("positionUnit")))
                        .map(it -> it.name(Language.VI))
                        .orElse(""),
                VietnamTime.day(LocalDate.parse(change.part("first"))),
                VietnamTime.day(LocalDate.parse(change.part("last")))));
    }
}
