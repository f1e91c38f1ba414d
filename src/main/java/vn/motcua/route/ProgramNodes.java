package vn.motcua.route;

import java.util.List;

/** What an author says of a node that the program does, and what is wrong with it. */
final class ProgramNodes {

    private final List<Fault> faults;

    ProgramNodes(List<Fault> faults) {
        this.faults = faults;
    }

    /** What the program does there; nobody works on it, so nothing is said of anybody. */
    ByProgram of(NodeKind kind, RouteDefinition.Item item) {
        notHere(!item.actions().isEmpty(), "actions", item);
        notHere(!item.role().isEmpty(), "role", item);
        notHere(!item.otherThan().isEmpty(), "other-than", item);
        notHere(!item.enter().isEmpty(), "enter", item);
        notHere(kind != NodeKind.TIMER && item.hours().isPresent(), "hours", item);
        notHere(kind != NodeKind.MESSAGE && item.own().writes(), "letter", item);
        notHere(kind != NodeKind.AUTOMATIC && !item.own().check().isEmpty(), "check", item);
        return switch (kind) {
            case MESSAGE -> letter(item);
            case TIMER -> pause(item);
            case AUTOMATIC -> check(item);
            case STEP, CHOICE, SPLIT, JOIN, CONSULTATION, LINKED -> throw new IllegalStateException(kind.word());
        };
    }

    /** Says so where a node that somebody else does has what only the program has. */
    void nothing(RouteDefinition.Item item) {
        notHere(item.own().writes(), "letter", item);
        notHere(!item.own().check().isEmpty(), "check", item);
    }

    /** A dossier ends with its last officer, whatever the program still had to do. */
    void somebodyAfter(OfficerStep step, Graph graph) {
        var ahead = graph.ahead(step.id());
        if (step.program().isPresent()
                && graph.steps().stream().noneMatch(it -> it.program().isEmpty() && ahead.contains(it.id()))) {
            faults.add(Fault.of(Fault.Kind.NOBODY_AFTER, step.id()));
        }
    }

    private ByProgram letter(RouteDefinition.Item item) {
        var own = item.own();
        if (own.titleVi().isEmpty() || own.textVi().isEmpty()) {
            faults.add(Fault.of(Fault.Kind.NO_LETTER, item.place()));
        }
        return new ByProgram.Letter(
                RouteCompiler.name(own.titleVi(), own.titleEn()), RouteCompiler.name(own.textVi(), own.textEn()));
    }

    private ByProgram pause(RouteDefinition.Item item) {
        if (item.hours().filter(it -> it.signum() > 0).isEmpty()) {
            faults.add(Fault.of(Fault.Kind.NO_TIME_TO_WAIT, item.place()));
        }
        return new ByProgram.Pause();
    }

    private ByProgram check(RouteDefinition.Item item) {
        var check = ProgramCheck.of(item.own().check());
        if (check.isEmpty()) {
            faults.add(Fault.of(
                    Fault.Kind.UNKNOWN_CHECK, item.place(), item.own().check(), ProgramCheck.FEES_SETTLED.word()));
        }
        return new ByProgram.Check(check.orElse(ProgramCheck.FEES_SETTLED));
    }

    private void notHere(boolean written, String key, RouteDefinition.Item item) {
        if (written) {
            faults.add(Fault.of(Fault.Kind.NOT_FOR_THIS_KIND, item.place(), key, item.kind()));
        }
    }
}
