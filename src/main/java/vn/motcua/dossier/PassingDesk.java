package vn.motcua.dossier;

import java.util.Optional;
import org.springframework.stereotype.Service;
import vn.motcua.identity.DeskAct;
import vn.motcua.organization.UnitId;
import vn.motcua.shared.Refused;
import vn.motcua.shared.TenantId;

/** Giving what was received to the unit that is competent for it (chuyển đến cơ quan có thẩm quyền). Each method is one transaction. */
@Service
public class PassingDesk {

    private final Commands commands;
    private final OtherDoors doors;
    private final DueMoments dues;

    PassingDesk(Commands commands, OtherDoors doors, DueMoments dues) {
        this.commands = commands;
        this.doors = doors;
        this.dues = dues;
    }

    /**
     * Whoever has it gives it to the one-stop of another unit of this agency. Refuses where nobody there is competent for a
     * step, and once it waits for the applicant or is decided.
     *
     * @param to one of {@link Opened#elsewhere}
     * @param reason as the applicant reads it
     */
    public Done within(Act act, DossierId id, String step, Optional<UnitId> to, String reason) {
        return commands.atDesk(id, act, DeskAct.HANDLE, step, work -> {
            var there = doors.of(work).stream()
                    .filter(it -> to.equals(Optional.of(it.unit())))
                    .findFirst()
                    .orElseThrow(() -> new Refused(DossierRefusal.TRANSFER_NOWHERE));
            return work.dossier()
                    .passings()
                    .on(
                            step,
                            work.officer(),
                            doors.here(work),
                            there,
                            reason,
                            dues.passedOn(work, there.unit()),
                            work.path(),
                            doors.path(work, there),
                            work.now());
        });
    }

    /**
     * Whoever has it gives it to another agency: it ends here, and a dossier of the same filing and number is opened there.
     *
     * @param agency one of {@link Opened#agencies}
     * @param name what the competent one-stop is called, or a part of it
     * @param reason as the applicant reads it
     */
    public Done across(Act act, DossierId id, String step, TenantId agency, String name, String reason) {
        return commands.atDesk(id, act, DeskAct.HANDLE, step, work -> {
            if (work.found().link().isPresent()) {
                throw new Refused(DossierRefusal.PASSING_LINKED);
            }
            work.dossier().permit(DossierEvent.DossierPassedAcross.class);
            return work.dossier()
                    .passings()
                    .across(
                            step,
                            work.officer(),
                            doors.here(work),
                            agency,
                            doors.across(work, agency, name),
                            reason,
                            work.now());
        });
    }
}
