package vn.motcua.route;

import java.util.List;

/**
 * One visit of a dossier to a node; plain values, one row in the dossier's tables. A visit is numbered, never reused,
 * and names the visits that it came from, so that a step can be undone with exactly what followed from it.
 *
 * @param no 1, 2, 3 … in the dossier
 * @param node the step, the join or the end
 * @param from the node through which it came; a join counts by it
 * @param causes numbers of the visits whose completion opened this one; empty at the beginning
 * @param state what became of it
 */
public record Token(int no, String node, String from, List<Integer> causes, State state) {

    /** Copies what it is given. */
    public Token {
        causes = List.copyOf(causes);
    }

    Token as(State other) {
        return new Token(no, node, from, causes, other);
    }

    /** What became of a visit. */
    public enum State {
        /** On somebody's desk. */
        OPEN,
        /** At a join, until the other branches arrive. */
        WAITING,
        /** Completed. */
        DONE,
        /** Undone: the dossier was sent back to a step before it, or to this step, which then is open as a new visit. */
        TAKEN_BACK,
        /** Broken off: turned away, withdrawn, halted. */
        STOPPED,
        /** At the end of the route. */
        ENDED
    }
}
