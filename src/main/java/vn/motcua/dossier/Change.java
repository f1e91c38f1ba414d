package vn.motcua.dossier;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import vn.motcua.route.Token;
import vn.motcua.route.Tokens;

/**
 * A new state of a dossier together with the events that explain it; each event is one version. The state is made by
 * applying the events, so a state without its history cannot be written down, and {@link Dossiers} saves nothing else.
 */
final class Change {

    private final Optional<Dossier> before;
    private final Dossier after;
    private final List<DossierEvent> events;
    private final Instant at;

    private Change(Optional<Dossier> before, Dossier after, List<DossierEvent> events, Instant at) {
        this.before = before;
        this.after = after;
        this.events = List.copyOf(events);
        this.at = at;
    }

    /** The beginning of a dossier. */
    static Change begin(DossierId id, DossierEvent.DossierFiled filed, Instant at) {
        return new Change(Optional.empty(), Dossier.begin(id, filed, at), List.of(filed), at);
    }

    /** What the events make of the dossier; refused when the graph has no such way. */
    static Change of(Dossier before, Instant at, DossierEvent... events) {
        var after = before;
        for (var event : events) {
            after = after.apply(event, at);
        }
        return new Change(Optional.of(before), after, List.of(events), at);
    }

    /** This change and then another on its result, saved as one. */
    Change then(Function<Dossier, Change> rule) {
        var next = rule.apply(after);
        var all = new ArrayList<>(events);
        all.addAll(next.events);
        return new Change(before, next.after, all, next.at);
    }

    /** The visits that are new or whose state changed, and all that are open. */
    List<Token> visits() {
        var known = before.map(it -> it.desk().tokens()).orElseGet(() -> new Tokens(List.of()));
        return Stream.concat(
                        after.desk().tokens().changedSince(known).stream(),
                        after.desk().tokens().all().stream().filter(it -> it.state() == Token.State.OPEN))
                .distinct()
                .toList();
    }

    /** Whether a wait that was going on is over. */
    boolean endsAWait() {
        return before.map(it -> it.waits().size() < after.waits().size()).orElse(false);
    }

    /** Whether a wait begins that was not going on. */
    boolean beginsAWait() {
        return before.map(it -> it.stage().kind() != after.stage().kind()).orElse(false);
    }

    /** The dossier as it is then. */
    Dossier after() {
        return after;
    }

    /** What happened, in order; never empty. */
    List<DossierEvent> events() {
        return events;
    }

    /** When it takes legal effect. */
    Instant at() {
        return at;
    }

    /** The version on which it was decided; 0 for a dossier that did not exist. */
    int expectedVersion() {
        return after.version() - events.size();
    }

    /** The last event of that type, if the change has one. */
    <E extends DossierEvent> Optional<E> event(Class<E> type) {
        return events.reversed().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst();
    }
}
