package vn.motcua.dossier;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import vn.motcua.catalogue.RevisionId;
import vn.motcua.catalogue.WaitKind;
import vn.motcua.identity.DeskAct;
import vn.motcua.identity.Position;
import vn.motcua.identity.SignedIn.OfficerAt;
import vn.motcua.organization.Unit;
import vn.motcua.organization.UnitId;
import vn.motcua.organization.Units;
import vn.motcua.shared.Language;
import vn.motcua.shared.Refused;
import vn.motcua.shared.VietnamTime;

/**
 * Where a result needs the decision of a unit above (trình cấp trên quyết định): the dossier goes there, and comes back with
 * the answer. Silence decides nothing: it is shown as late. Each method is one transaction.
 */
@Service
public class HigherUnits {

    private final Commands commands;
    private final DueMoments dues;
    private final Procedures procedures;
    private final Units units;
    private final JdbcClient db;

    HigherUnits(Commands commands, DueMoments dues, Procedures procedures, Units units, JdbcClient db) {
        this.commands = commands;
        this.dues = dues;
        this.procedures = procedures;
        this.units = units;
        this.db = db;
    }

    /**
     * A dossier that waits for a unit of the officer who asks.
     *
     * @param from the unit that asks
     * @param what it asks
     * @param until by when it wants the answer; empty where it said no day
     */
    public record Asked(
            DossierId dossier,
            String number,
            String procedure,
            String from,
            String what,
            Instant since,
            Optional<LocalDate> until) {

        /** Whether its day has passed. */
        public boolean late(Instant now) {
            return until.filter(VietnamTime.dayOf(now)::isAfter).isPresent();
        }
    }

    /** The units of the agency whose territory holds that of the unit which has it, and more. */
    List<Elsewhere> of(Work work) {
        return work.dossier().desk().seats().stream()
                .findFirst()
                .flatMap(it -> units.unit(it.unit()))
                .map(here -> units.today(work.tenant()).stream()
                        .filter(it -> wider(it, here))
                        .sorted(Comparator.comparing(Unit::name))
                        .map(it -> new Elsewhere(it.id(), it.name()))
                        .toList())
                .orElse(List.of());
    }

    private boolean wider(Unit one, Unit here) {
        var mine = here.territory().places();
        var theirs = one.territory().places();
        return !mine.isEmpty()
                && mine.stream().allMatch(it -> units.covers(one, it))
                && (theirs.isEmpty() || !theirs.stream().allMatch(it -> units.covers(here, it)));
    }

    /**
     * Whoever has it asks a unit above to decide.
     *
     * @param to one of {@link Opened#above}
     * @param what is asked, as the applicant reads it too
     * @param until by when; the procedure's own day comes first
     */
    public Done sendUp(
            Act act, DossierId id, String step, Optional<UnitId> to, String what, Optional<LocalDate> until) {
        return commands.atDesk(id, act, DeskAct.HANDLE, step, work -> {
            var above = of(work).stream()
                    .filter(it -> to.equals(Optional.of(it.unit())))
                    .findFirst()
                    .orElseThrow(() -> new Refused(DossierRefusal.HIGHER_UNIT_MISSING));
            var wait = dues.waitingFor(work, WaitKind.HIGHER_UNIT, what, Optional.empty(), until);
            return work.dossier()
                    .waitings()
                    .await(
                            step,
                            work.officer(),
                            new WaitingFor(
                                    wait.kind(),
                                    wait.what(),
                                    wait.amount(),
                                    wait.until(),
                                    wait.stops(),
                                    Optional.of(above)),
                            work.now());
        });
    }

    /** A leader of the unit above agrees, or sends it back with the reason. */
    public Done answer(Act act, DossierId id, boolean agreed, String note) {
        return commands.atDesk(
                id,
                act,
                DeskAct.ANSWER_ABOVE,
                it -> it.dossier().waitings().answered(agreed, note, dues.afterWaiting(it), it.now()));
    }

    /** What waits for the officer's units, longest first. */
    public List<Asked> asked(OfficerAt who, Instant now, Language language) {
        var here = who.positionsOn(VietnamTime.dayOf(now)).stream()
                .map(Position::unit)
                .map(it -> it.value().toString())
                .distinct()
                .toArray(String[]::new);
        return commands.inTenant(
                who.tenant(),
                who,
                () -> db.sql("""
                        select d.id, d.number, d.revision, d.unit, d.stage_since, d.waiting_for from dossier d
                        where d.tenant_id = :tenant and d.stage = 'AWAITING_ANSWER'
                            and d.waiting_for #>> '{above,unit}' = any(:units)
                        order by d.stage_since, d.id limit 200
                        """)
                        .param("tenant", who.tenant().value())
                        .param("units", here)
                        .query((row, _) -> {
                            var wait = EventJson.MAPPER.readValue(row.getString("waiting_for"), WaitingFor.class);
                            return new Asked(
                                    new DossierId(row.getObject("id", UUID.class)),
                                    row.getString("number"),
                                    procedures
                                            .of(new RevisionId(row.getObject("revision", UUID.class)))
                                            .name(language),
                                    units.unit(new UnitId(row.getObject("unit", UUID.class)))
                                            .map(it -> it.name(language))
                                            .orElse(""),
                                    wait.what(),
                                    DossierRow.moment(row, "stage_since").orElseThrow(),
                                    wait.until());
                        })
                        .list());
    }
}
