package vn.motcua.dossier;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import vn.motcua.organization.UnitId;
import vn.motcua.route.Asking;
import vn.motcua.route.OfficerStep;
import vn.motcua.shared.Ids;
import vn.motcua.shared.Language;

/** What the routes of dossiers ask other units (lấy ý kiến), for the module that asks; and going on when they have answered. */
@Service
public class RouteQuestions {

    private final Commands commands;
    private final Folders folders;

    RouteQuestions(Commands commands, Folders folders) {
        this.commands = commands;
        this.folders = folders;
    }

    /**
     * A consultation that a dossier has reached.
     *
     * @param visit the number of the visit: each is asked once
     * @param unit where the answers are gathered
     * @param units the units to be asked, by kind
     * @param papers the ids of the papers that they may see
     */
    public record Reached(
            DossierId dossier,
            int visit,
            String step,
            UnitId unit,
            String procedure,
            String number,
            Asking asking,
            Map<String, UnitId> units,
            List<UUID> papers) {

        /** Keeps its own copies. */
        public Reached {
            units = Map.copyOf(units);
            papers = List.copyOf(papers);
        }
    }

    /** The consultations at which that dossier is now; none for most. */
    public List<Reached> of(DossierRef ref, Instant now) {
        var program = ByItself.in(ref.tenant());
        return commands.inTenant(ref.tenant(), program, () -> {
            var work = commands.unasked(ref, program, now);
            var route = work.procedure().route();
            return work.dossier().desk().seats().stream()
                    .flatMap(seat -> route.step(seat.step()).asking().stream()
                            .map(it -> reached(work, seat, route.step(seat.step()), it)))
                    .toList();
        });
    }

    /** All have answered, or their silence counts: the dossier goes on by itself. Says whether it did. */
    public boolean answered(DossierRef ref, String step, int visit, Instant now) {
        return commands.byItself(
                ref,
                Ids.once(ref.id() + " " + visit + " consulted"),
                now,
                work -> Housekeeping.consulted(work.dossier(), step, visit, work.path(), now));
    }

    private Reached reached(Work work, Desk.Seat seat, OfficerStep step, Asking asking) {
        var units = new LinkedHashMap<String, UnitId>();
        asking.unitKinds().forEach(it -> units.put(it, work.path().unit(step, it)));
        return new Reached(
                work.dossier().id(),
                seat.visit(),
                step.id(),
                seat.unit(),
                work.procedure().name(Language.VI),
                work.dossier().stage().received().map(it -> it.number().value()).orElse(""),
                asking,
                units,
                folders.of(work.dossier().id()).papers().stream()
                        .filter(it -> asking.documents().contains(it.document()))
                        .map(Paper::id)
                        .toList());
    }
}
