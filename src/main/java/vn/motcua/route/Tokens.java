package vn.motcua.route;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Where a dossier stands on its route: every visit so far. Immutable; {@link Route} makes the next one. */
public record Tokens(List<Token> all) {

    /** In the order of the numbers, whatever order the rows came in. */
    public Tokens {
        all = all.stream().sorted(Comparator.comparingInt(Token::no)).toList();
    }

    /** The steps that lie on a desk now, in the order in which they were opened. */
    public List<String> openSteps() {
        return in(Token.State.OPEN).stream().map(Token::node).toList();
    }

    /** Whether the step lies on a desk now. */
    public boolean isAt(String stepId) {
        return openAt(stepId).isPresent();
    }

    /** The open visit to the step; a sound route has at most one. */
    public Optional<Token> openAt(String stepId) {
        return in(Token.State.OPEN).stream()
                .filter(it -> it.node().equals(stepId))
                .findFirst();
    }

    /** Whether the end is reached; nothing is open then. */
    public boolean finished() {
        return !in(Token.State.ENDED).isEmpty();
    }

    /** Whether the dossier left the route before its end. */
    public boolean stopped() {
        return !in(Token.State.STOPPED).isEmpty();
    }

    /** All that is open or waits is broken off: turned away, withdrawn, halted. Done once, it changes nothing more. */
    public Tokens stop() {
        return new Tokens(all.stream()
                .map(it -> switch (it.state()) {
                    case OPEN, WAITING -> it.as(Token.State.STOPPED);
                    case DONE, TAKEN_BACK, STOPPED, ENDED -> it;
                })
                .toList());
    }

    /**
     * As they were at an earlier moment: what was opened since is taken back, and its numbers are not used again.
     *
     * @param earlier the visits of then
     */
    public Tokens asAt(Tokens earlier) {
        var since = all.stream()
                .filter(it -> earlier.all.stream().noneMatch(then -> then.no() == it.no()))
                .map(it -> it.as(Token.State.TAKEN_BACK));
        return new Tokens(Stream.concat(earlier.all.stream(), since).toList());
    }

    /** The rows to write after a move: visits that are new or whose state changed; none is ever removed. */
    public List<Token> changedSince(Tokens before) {
        var known = new HashSet<>(before.all);
        return all.stream().filter(it -> !known.contains(it)).toList();
    }

    List<Token> in(Token.State state) {
        return all.stream().filter(it -> it.state() == state).toList();
    }

    Token numbered(int no) {
        return all.stream()
                .filter(it -> it.no() == no)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no visit " + no));
    }

    /** The completed visits that led to this one, latest first. */
    List<Token> past(Token visit) {
        var found = new TreeSet<Integer>(Comparator.reverseOrder());
        var open = new ArrayList<>(visit.causes());
        while (!open.isEmpty()) {
            var no = open.removeLast();
            if (found.add(no)) {
                open.addAll(numbered(no).causes());
            }
        }
        return found.stream().map(this::numbered).toList();
    }

    /** The visit and all that followed from it. */
    Set<Integer> future(Token visit) {
        var found = new HashSet<Integer>();
        found.add(visit.no());
        for (var later : all) {
            if (later.causes().stream().anyMatch(found::contains)) {
                found.add(later.no());
            }
        }
        return found;
    }
}
