package vn.motcua.dossier;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.motcua.catalogue.Channel;
import vn.motcua.catalogue.CourseCheck.Stuck;
import vn.motcua.catalogue.RevisionId;
import vn.motcua.identity.OfficerId;
import vn.motcua.organization.UnitId;
import vn.motcua.route.Route;
import vn.motcua.route.RouteRefusal;
import vn.motcua.route.Token;
import vn.motcua.shared.Ids;
import vn.motcua.shared.Phrase;
import vn.motcua.shared.Refused;

/** Every state that a dossier comes to on a route when nobody asks back: the acts that lead on, tried on the rules themselves. */
final class CourseSearch {

    /** More states than a route that a person can follow has; beyond them nothing is claimed. */
    private static final int STATES_MAX = 5_000;

    private static final UnitId ANYWHERE = new UnitId(new UUID(0, 0));
    private static final List<DeskAction> ONWARD = List.of(
            DeskAction.RECEIVE,
            DeskAction.FORWARD,
            DeskAction.COMPLETE,
            DeskAction.APPROVE,
            DeskAction.ISSUE,
            DeskAction.HAND_OVER);

    private final Path path;

    CourseSearch(Route route, Map<String, Object> facts) {
        this.path = new Path(
                route,
                facts,
                route.steps().stream()
                        .flatMap(it -> Path.Spot.of(it).stream())
                        .collect(Collectors.toMap(Path.Spot::word, _ -> ANYWHERE)));
    }

    /** Where it stands when nothing leads on and the result is not handed over; each state once. */
    List<Stuck> stuck() {
        var seen = new HashSet<Set<String>>();
        var open = new ArrayDeque<Dossier>();
        var found = new ArrayList<Stuck>();
        open.add(Dossier.file(new DossierId(new UUID(0, 0)), filed(), path).after());
        while (!open.isEmpty() && seen.size() < STATES_MAX) {
            var dossier = open.poll();
            if (!seen.add(key(dossier)) || dossier.stage() instanceof Stage.HandedOver) {
                continue;
            }
            var next = next(dossier);
            if (next.isEmpty()) {
                found.add(stuck(dossier));
            }
            open.addAll(next);
        }
        return found;
    }

    private static Dossier.Filed filed() {
        return new Dossier.Filed(
                new FilingId(new UUID(0, 0)),
                new RevisionId(new UUID(0, 0)),
                "",
                ANYWHERE,
                Optional.empty(),
                Channel.ONLINE,
                Instant.EPOCH);
    }

    private List<Dossier> next(Dossier dossier) {
        return dossier.desk().seats().stream()
                .flatMap(seat -> next(dossier, seat))
                .toList();
    }

    private Stream<Dossier> next(Dossier dossier, Desk.Seat seat) {
        var step = path.route().step(seat.step());
        if (step.program().isPresent()) {
            return byItself(() -> Housekeeping.byProgram(dossier, seat.step(), seat.visit(), path, Instant.EPOCH));
        }
        return step.asking().isPresent()
                ? byItself(() -> Housekeeping.consulted(dossier, seat.step(), seat.visit(), path, Instant.EPOCH))
                : worked(dossier, seat.step());
    }

    /** Each step has an officer of its own: who may not do two steps needs a colleague, whom an agency has. */
    private Stream<Dossier> worked(Dossier dossier, String step) {
        var by = new OfficerId(Ids.once("course " + step));
        var tried = new AllowedActions(dossier, path, by, Instant.EPOCH, (_, _) -> true, Instant.EPOCH, true);
        return ONWARD.stream()
                .filter(it -> tried.refusal(it, step).isEmpty())
                .map(it -> tried.tried(it, step).after());
    }

    private static Stream<Dossier> byItself(Supplier<Change> rule) {
        try {
            return Stream.of(rule.get().after());
        } catch (Refused refused) {
            return Stream.of();
        }
    }

    private Stuck stuck(Dossier dossier) {
        var stage = Phrase.of("dossier.stage." + dossier.stage().kind());
        var seats = dossier.desk().seats();
        if (seats.isEmpty()) {
            var last = dossier.desk().finished().getLast().step();
            return new Stuck(last, Phrase.of("catalogue.problem.course.noHandOver", stage));
        }
        var step = path.route().step(seats.getFirst().step());
        return new Stuck(
                step.id(),
                Phrase.of(
                        "catalogue.problem.course.stuck",
                        stage,
                        step.actions().stream()
                                .sorted()
                                .map(it -> Phrase.of(it.key()))
                                .findFirst()
                                .orElseThrow(() -> new Refused(RouteRefusal.STEP_NOT_OPEN, step.id()))));
    }

    /** Where its tokens lie and what is decided; how it came there makes no difference to what leads on. */
    private static Set<String> key(Dossier dossier) {
        var key = dossier.desk().tokens().all().stream()
                .filter(it -> it.state() == Token.State.OPEN || it.state() == Token.State.WAITING)
                .map(it -> it.node() + "<" + it.from() + " " + it.state())
                .collect(Collectors.toCollection(HashSet::new));
        key.add(dossier.stage().kind().name());
        key.add(dossier.stage() instanceof Stage.Resolved it && it.result().isPresent() ? "issued" : "not issued");
        return key;
    }
}
