package vn.motcua.route;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A route as people see it: three doors for the applicant, every step for the officer. A drawing is {@link RouteDrawing}. */
public final class RoutePicture {

    private final Route route;

    /** @param route what is pictured */
    public RoutePicture(Route route) {
        this.route = route;
    }

    /** The applicant's path. The first door behind which something lies open is where the dossier is now. */
    public List<DoorOnPath> doors(Tokens tokens) {
        var now = tokens.openSteps().stream().map(it -> Door.of(route.step(it))).min(Door::compareTo);
        return Arrays.stream(Door.values())
                .map(door -> new DoorOnPath(
                        door, now.map(it -> progress(door, it)).orElseGet(() -> leftBehind(door, tokens))))
                .toList();
    }

    /** The officer's list, in the author's order: what is done, what is open, what can still come, what was passed by. */
    public List<StepOnPath> steps(Tokens tokens) {
        var ahead = new HashSet<String>();
        tokens.openSteps().forEach(it -> ahead.addAll(route.ahead(it)));
        return route.steps().stream()
                .map(it -> {
                    var visits = tokens.all().stream()
                            .filter(visit -> visit.node().equals(it.id()))
                            .toList();
                    return new StepOnPath(it, progress(it.id(), tokens, visits, ahead), visits);
                })
                .toList();
    }

    private static Progress progress(Door door, Door now) {
        int order = door.compareTo(now);
        return order == 0 ? Progress.NOW : order < 0 ? Progress.DONE : Progress.NEXT;
    }

    /** Nothing is open: the route is ended, or was left. */
    private Progress leftBehind(Door door, Tokens tokens) {
        return tokens.finished()
                        || tokens.in(Token.State.DONE).stream()
                                .map(it -> route.graph().node(it.node()))
                                .anyMatch(it -> it instanceof OfficerStep step
                                        && Door.of(step) == door
                                        && !stoppedAt(door, tokens))
                ? Progress.DONE
                : Progress.PASSED_BY;
    }

    private boolean stoppedAt(Door door, Tokens tokens) {
        return tokens.in(Token.State.STOPPED).stream()
                .map(it -> route.graph().node(it.node()))
                .anyMatch(it -> it instanceof OfficerStep step && Door.of(step) == door);
    }

    private static Progress progress(String id, Tokens tokens, List<Token> visits, Set<String> ahead) {
        if (tokens.isAt(id)) {
            return Progress.NOW;
        }
        if (ahead.contains(id) && visits.stream().noneMatch(it -> it.state() == Token.State.DONE)) {
            return Progress.NEXT;
        }
        return visits.stream().anyMatch(it -> it.state() == Token.State.DONE) ? Progress.DONE : Progress.PASSED_BY;
    }

    /** The three doors that a dossier goes through. */
    public enum Door {
        /** Tiếp nhận. */
        RECEPTION,
        /** Thẩm định và quyết định. */
        DECISION,
        /** Trả kết quả. */
        HAND_OVER;

        /** Behind which door the step lies. */
        public static Door of(OfficerStep step) {
            if (step.allows(DeskAct.RECEIVE)) {
                return RECEPTION;
            }
            return step.allows(DeskAct.HAND_OVER) ? HAND_OVER : DECISION;
        }

        /** The key of its name in the messages. */
        public String key() {
            return "route.door." + name();
        }
    }

    /** How far a door or a step is. */
    public enum Progress {
        /** Behind the dossier. */
        DONE,
        /** Where it is. */
        NOW,
        /** May still come. */
        NEXT,
        /** A choice, a turning away or a halt left it out. */
        PASSED_BY;

        /** The key of its name in the messages. */
        public String key() {
            return "route.progress." + name();
        }
    }

    /** A door and how far it is. */
    public record DoorOnPath(Door door, Progress progress) {}

    /** A step, how far it is, and the visits to it, first to last; who and when stands in the dossier's history. */
    public record StepOnPath(OfficerStep step, Progress progress, List<Token> visits) {}
}
