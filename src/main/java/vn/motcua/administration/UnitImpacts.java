package vn.motcua.administration;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.administration.UnitImpact.Moved;
import vn.motcua.administration.UnitImpact.Work;
import vn.motcua.dossier.OfficeWork;
import vn.motcua.identity.IdentityRefusal;
import vn.motcua.identity.PositionMoves;
import vn.motcua.organization.Areas;
import vn.motcua.organization.Kinds;
import vn.motcua.organization.Reorganisation;
import vn.motcua.organization.Unit;
import vn.motcua.organization.UnitChange;
import vn.motcua.organization.UnitId;
import vn.motcua.organization.UnitTree;
import vn.motcua.shared.Language;
import vn.motcua.shared.Phrase;
import vn.motcua.shared.Refused;

/** What a change of units does to positions and open work, and in words. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class UnitImpacts {

    private final Kinds kinds;
    private final PositionMoves positions;
    private final OfficeWork work;
    private final Successors successors;

    UnitImpacts(Kinds kinds, PositionMoves positions, OfficeWork work, Successors successors) {
        this.successors = successors;
        this.kinds = kinds;
        this.positions = positions;
        this.work = work;
    }

    /** What the change would do to that tree. */
    UnitImpact impact(UnitTree tree, Reorganisation.Outcome outcome, UnitOrder order) {
        var day = order.day();
        var after = tree.after(outcome);
        var ended = ended(after, order.change().of(), day);
        var held = positions.in(ended, day);
        return new UnitImpact(
                what(after, order, day),
                day,
                held.stream()
                        .map(it -> new Moved(
                                it.name(),
                                it.position().role(),
                                name(tree, it.position().unit()),
                                successors
                                        .of(after, order, it, day)
                                        .map(unit -> name(after, unit))
                                        .orElse("")))
                        .toList(),
                work(tree, after, order, ended),
                work.dossiers(ended),
                (int) held.stream().map(PositionMoves.Held::officer).distinct().count(),
                (int) held.stream()
                        .filter(it -> it.position().standsInFor().isPresent())
                        .count(),
                successors.undecided(after, order, ended, Language.VI).stream()
                        .map(it -> new UnitImpact.Undecided(
                                it.dossier().value(),
                                it.number(),
                                it.procedure(),
                                it.place().orElse("")))
                        .toList(),
                outcome.former().stream()
                        .map(it -> it.unit())
                        .filter(it -> !order.change().of().contains(it.id()))
                        .map(Unit::name)
                        .toList());
    }

    /** The open steps by role and by where they come from and go to; each dossier by itself where the place decides. */
    private List<Work> work(UnitTree tree, UnitTree after, UnitOrder order, List<UnitId> ended) {
        var day = order.day();
        if (ended.stream().noneMatch(it -> Areas.split(after, it))) {
            return work.open(ended).stream()
                    .map(it -> new Work(
                            it.role(),
                            name(tree, it.unit()),
                            to(after, it.unit(), it.role(), day),
                            it.steps(),
                            it.claimed()))
                    .toList();
        }
        var next = successors.of(after, order, day);
        var all = new TreeMap<String, Work>();
        for (var dossier : work.openDossiers(ended, Language.VI)) {
            for (var it : dossier.steps()) {
                var to = next.of(dossier.dossier(), dossier.place(), dossier.receiving(), it.unit(), it.role())
                        .map(Unit::name)
                        .orElse("");
                all.merge(
                        it.role() + " " + it.unit() + " " + to,
                        new Work(it.role(), name(tree, it.unit()), to, 1, it.claimed()),
                        (one, more) -> new Work(
                                one.role(),
                                one.from(),
                                one.to(),
                                one.steps() + more.steps(),
                                one.claimed() + more.claimed()));
            }
        }
        return List.copyOf(all.values());
    }

    /** Refuses kinds of units that there are not. */
    void refuseUnknownKinds(UnitChange change) {
        var named = switch (change) {
            case UnitChange.Merge it
            when it.into() instanceof UnitChange.Into.Founded founded -> List.of(founded.kind());
            case UnitChange.Split it ->
                it.parts().stream().map(UnitChange.Part::kind).toList();
            case UnitChange.Merge _, UnitChange.Rename _, UnitChange.End _ -> List.<String>of();
        };
        if (!kinds.units().keySet().containsAll(named)) {
            throw new Refused(IdentityRefusal.KIND_UNKNOWN);
        }
    }

    /** Refuses to end a unit with open work when nobody takes over. */
    void refuseLostWork(UnitTree after, List<UnitId> ended, LocalDate day) {
        var lost = ended.stream()
                .filter(it -> after.living(it, Optional.empty(), day).isEmpty())
                .toList();
        var dossiers = lost.isEmpty() ? 0 : work.dossiers(lost);
        if (dossiers > 0) {
            throw new Refused(AdministrationRefusal.WORK_WITHOUT_SUCCESSOR, dossiers);
        }
    }

    /** Which of these units have ended on that day. */
    static List<UnitId> ended(UnitTree tree, List<UnitId> of, LocalDate day) {
        return of.stream()
                .filter(id -> tree.unit(id)
                        .flatMap(Unit::to)
                        .map(to -> to.isBefore(day))
                        .orElse(false))
                .toList();
    }

    /** In a sentence, with the names of the day before. */
    static Phrase what(UnitTree tree, UnitOrder order, LocalDate day) {
        if (order.fields().getOrDefault("kind", "").equals("found")) {
            return Phrase.of("administration.units.founded", name(tree, new UnitId(order.id())));
        }
        return switch (order.change()) {
            case UnitChange.Rename it ->
                Phrase.of("administration.units.renamed", before(tree, it.unit(), day), it.name());
            case UnitChange.End it ->
                it.successor()
                        .map(next -> Phrase.of(
                                "administration.units.endedFor", before(tree, it.unit(), day), name(tree, next)))
                        .orElseGet(() -> Phrase.of("administration.units.ended", before(tree, it.unit(), day)));
            case UnitChange.Merge it ->
                Phrase.of(
                        "administration.units.merged",
                        String.join(
                                ", ",
                                it.units().stream()
                                        .map(unit -> before(tree, unit, day))
                                        .toList()),
                        switch (it.into()) {
                            case UnitChange.Into.Existing(var id) -> name(tree, id);
                            case UnitChange.Into.Founded founded -> founded.name();
                        });
            case UnitChange.Split it ->
                Phrase.of(
                        "administration.units.split",
                        before(tree, it.unit(), day),
                        String.join(
                                ", ",
                                it.parts().stream().map(UnitChange.Part::name).toList()));
        };
    }

    private static String before(UnitTree tree, UnitId id, LocalDate day) {
        return tree.unitOn(id, day.minusDays(1)).map(Unit::name).orElse("");
    }

    private static String name(UnitTree tree, UnitId id) {
        return tree.unit(id).map(Unit::name).orElse("");
    }

    private static String to(UnitTree after, UnitId unit, String role, LocalDate day) {
        return after.living(unit, Optional.of(role), day).map(Unit::name).orElse("");
    }
}
