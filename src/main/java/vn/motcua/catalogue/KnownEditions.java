package vn.motcua.catalogue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.motcua.catalogue.Phase.Published;
import vn.motcua.catalogue.Phase.Replaced;

/**
 * The editions of a procedure together with what came into force without one: with the program, by an import. Each of those
 * gets the next number, so that every revision that a dossier may have has its page.
 *
 * @param fresh editions that nobody kept until now
 * @param ended kept ones that something else replaced
 */
record KnownEditions(List<Edition> kept, List<Edition> fresh, List<Edition.Step> ended) {

    /** A revision that was in force or is. */
    record Content(RevisionId id, String agency, String name, Instant since) {}

    /**
     * What has to be added and ended so that the editions say the same as the catalogue.
     *
     * @param contents every revision of the procedure, the earliest first
     * @param current the one in force; empty for a procedure that was abolished
     */
    static KnownEditions of(
            String code, List<Edition> kept, List<Content> contents, Optional<RevisionId> current, Instant now) {
        var known = kept.stream().flatMap(it -> it.revision().stream()).collect(Collectors.toSet());
        var inForce = kept.stream()
                .filter(it -> it.phase() instanceof Published)
                .flatMap(it -> it.revision().stream())
                .collect(Collectors.toSet());
        var fresh = new ArrayList<Edition>();
        int no = kept.stream().mapToInt(Edition::no).max().orElse(0);
        for (int i = 0; i < contents.size(); i++) {
            var it = contents.get(i);
            boolean holds = current.filter(it.id()::equals).isPresent();
            if (holds ? inForce.contains(it.id()) : known.contains(it.id())) {
                continue;
            }
            var until = i + 1 < contents.size() ? contents.get(i + 1).since() : now;
            var phase = holds
                    ? new Published(Optional.empty(), it.since(), Optional.empty())
                    : new Replaced(Optional.empty(), it.since(), until);
            no++;
            fresh.add(Edition.known(code, no, it.agency(), it.name(), it.id(), phase, it.since()));
        }
        int last = no;
        var ended = kept.stream()
                .filter(it -> it.phase() instanceof Published && !it.revision().equals(current))
                .map(it -> it.replaced(last, now))
                .toList();
        return new KnownEditions(kept, List.copyOf(fresh), ended);
    }

    /** All of them as they stand now, the latest first. */
    List<Edition> all() {
        var all = new ArrayList<>(kept);
        ended.forEach(step -> all.replaceAll(it -> it.no() == step.after().no() ? step.after() : it));
        all.addAll(fresh);
        all.sort(Comparator.comparingInt(Edition::no).reversed());
        return List.copyOf(all);
    }
}
