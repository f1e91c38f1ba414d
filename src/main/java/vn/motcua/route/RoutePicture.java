package vn.motcua.route;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import vn.motcua.shared.Language;

/** A route as people see it: three doors for the applicant, every step for the officer, a drawing for the documents. */
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

    /** The graph as a Mermaid flowchart, for the documents. */
    public String mermaid(Language language) {
        var drawing = new StringBuilder("flowchart TD\n");
        for (var node : route.nodes()) {
            drawing.append("    ")
                    .append(name(node))
                    .append(shape(node, language))
                    .append('\n');
        }
        for (var node : route.nodes()) {
            arrows(node, drawing);
        }
        return drawing.toString();
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

    private static String shape(Node node, Language language) {
        return switch (node) {
            case Node.Start _ -> "((\" \"))";
            case Node.End _ -> "(((\" \")))";
            case OfficerStep it -> "[\"" + quoted(it.name().in(language)) + "<br>" + quoted(it.role()) + "\"]";
            case Node.Choice _ -> "{\"?\"}";
            case Node.Split _, Node.Join _ -> "{{\"+\"}}";
        };
    }

    private static void arrows(Node node, StringBuilder drawing) {
        switch (node) {
            case Node.Choice it -> {
                for (var branch : it.branches()) {
                    arrow(it, " -->|\"" + quoted(branch.when()) + "\"| ", branch.then(), drawing);
                }
                arrow(it, " --> ", it.otherwise(), drawing);
            }
            case Node.Start _, Node.Split _, Node.Join _, OfficerStep _, Node.End _ ->
                node.next().forEach(target -> arrow(node, " --> ", target, drawing));
        }
    }

    private static void arrow(Node from, String line, String target, StringBuilder drawing) {
        drawing.append("    ")
                .append(name(from))
                .append(line)
                .append(name(target))
                .append('\n');
    }

    private static String name(Node node) {
        return name(node.id());
    }

    /** Mermaid keeps the word "end" for itself. */
    private static String name(String id) {
        return "n_" + id.replace('-', '_');
    }

    private static String quoted(String text) {
        return text.codePoints()
                .mapToObj(it -> switch (it) {
                    case '"', '<', '>', '#', '&', ';', '|', '`' -> "#" + it + ";";
                    default -> Character.toString(it);
                })
                .collect(Collectors.joining());
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
