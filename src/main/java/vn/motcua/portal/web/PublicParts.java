package vn.motcua.portal.web;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.motcua.dossier.TrackingView;
import vn.motcua.dossier.TrackingView.Tracked;
import vn.motcua.linked.Branch;
import vn.motcua.linked.Whole;

/**
 * The parts of a filing for everybody who has its code: how far each is, and for one that is not a dossier yet which parts it
 * waits for. Procedures, agencies and days are for those who sign in, and how a part ended is, too: one that will never be
 * opened is finished like any other. Pure.
 */
final class PublicParts {

    private PublicParts() {}

    /**
     * One part.
     *
     * @param place which it is, from 1
     * @param state of its dossier; empty when it is none
     * @param waitsFor the places of the parts that it waits for; none when it waits for nothing any more
     */
    record Part(int place, Optional<PublicState> state, List<Integer> waitsFor) {

        /** Whether nothing more will happen to it. */
        boolean finished() {
            return state.map(PublicState::finished).orElse(waitsFor.isEmpty());
        }
    }

    /** All of them, in their order. What the own system of a part says counts more than what the plan heard of it. */
    static List<Part> of(TrackingView filing, Optional<Whole> whole) {
        var open = filing.dossiers().stream().collect(Collectors.toMap(Tracked::place, Function.identity()));
        return Stream.concat(
                        open.values().stream()
                                .map(it -> new Part(it.place(), Optional.of(PublicState.of(it)), List.of())),
                        whole.stream()
                                .flatMap(it -> it.branches().stream()
                                        .filter(branch -> !open.containsKey(branch.place()))
                                        .map(branch ->
                                                new Part(branch.place(), Optional.empty(), waitsFor(branch, it)))))
                .sorted(Comparator.comparingInt(Part::place))
                .toList();
    }

    private static List<Integer> waitsFor(Branch branch, Whole whole) {
        Map<String, Integer> places = whole.branches().stream()
                .collect(Collectors.toMap(it -> it.part().id(), Branch::place));
        return switch (branch.state()) {
            case Branch.State.Waiting _ ->
                branch.part().after().stream()
                        .flatMap(it -> Optional.ofNullable(places.get(it)).stream())
                        .toList();
            case Branch.State.Open _, Branch.State.NotOpened _, Branch.State.Left _ -> List.of();
        };
    }
}
