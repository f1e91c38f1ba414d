package vn.motcua.dossier;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.motcua.deadline.Deadlines;
import vn.motcua.organization.UnitId;

/** By when a step of a dossier should be done, over the days and hours of the unit where it lies. */
@Component
public class StepDues {

    private final AgencyCalendars calendars;

    StepDues(AgencyCalendars calendars) {
        this.calendars = calendars;
    }

    /**
     * By when a step should be done, or should have been: its hours on the route, inside the dossier's time; empty where the route
     * names none.
     *
     * @param unit where it lies or lay
     * @param since when the dossier came there
     * @param now this moment, until which a wait goes on
     */
    public Optional<Instant> of(Opened dossier, String step, UnitId unit, Instant since, Instant now) {
        return StepDue.of(
                dossier.route().step(step),
                since,
                StepDue.stopped(dossier.waits(), dossier.stage(), now),
                dossier.stage().received().map(it -> it.due().at()),
                calendars.hours(unit),
                calendars.of(unit));
    }

    /**
     * By when the one-stop has to forward what it has received (NĐ 61/2018 Đ18, NĐ 118/2025 Đ18 k2): the same day, after 15:00 the
     * next morning; empty before the reception and once it is forwarded.
     */
    public Optional<Instant> forwardBy(Opened dossier) {
        var unit = dossier.filed().unit();
        return dossier.stage() instanceof Stage.Received it
                ? Optional.of(Deadlines.forwardBy(it.since(), calendars.hours(unit), calendars.of(unit)))
                : Optional.empty();
    }

    /**
     * Until when an examined dossier that is not eligible goes back with what has to be supplemented (NĐ 61/2018 Đ19 k4), counted
     * anew after a supplement; empty before the reception and where it cannot be asked for.
     */
    public Optional<Instant> returnBy(Opened dossier) {
        var unit = dossier.filed().unit();
        var supplemented = dossier.waits().stream()
                .filter(it -> it.in() == StageKind.SUPPLEMENT_IN_PROCESS && !it.unanswered())
                .map(Wait::until)
                .max(Comparator.naturalOrder());
        return dossier.stage() instanceof Stage.InProcess it
                ? Optional.of(Deadlines.returnBy(
                        supplemented.orElse(it.reception().at()), calendars.hours(unit), calendars.of(unit)))
                : Optional.empty();
    }
}
