package vn.motcua.route;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Predicate;

/**
 * What there is to draw of a route: its nodes and the arrows between them. Made of a definition, so that a route with
 * faults is drawn too; arrows to nodes that do not exist are left out.
 */
record RouteSketch(List<Spot> spots, List<Arrow> arrows) {

    RouteSketch {
        spots = List.copyOf(spots);
        arrows = List.copyOf(arrows);
    }

    /** What is drawn for a node. */
    enum Shape {
        START(36, 36),
        STEP(150, 80),
        CONSULTATION(150, 80),
        MESSAGE(150, 80),
        AUTOMATIC(150, 80),
        TIMER(150, 80),
        CHOICE(50, 50),
        SPLIT(50, 50),
        JOIN(50, 50),
        /** Brings ways together of which one comes; a route needs none, but in BPMN a parallel gateway would wait for all. */
        MERGE(50, 50),
        END(36, 36);

        private final int width;
        private final int height;

        Shape(int width, int height) {
            this.width = width;
            this.height = height;
        }

        int width() {
            return width;
        }

        int height() {
            return height;
        }

        private static Shape of(String kind) {
            return switch (NodeKind.of(kind).orElse(NodeKind.STEP)) {
                case CHOICE -> CHOICE;
                case SPLIT -> SPLIT;
                case JOIN -> JOIN;
                case CONSULTATION -> CONSULTATION;
                case MESSAGE -> MESSAGE;
                case AUTOMATIC -> AUTOMATIC;
                case TIMER -> TIMER;
                case STEP, LINKED -> STEP;
            };
        }
    }

    /** A node. */
    record Spot(String id, Shape shape) {}

    /**
     * An arrow.
     *
     * @param way which way out of a choice: 1, 2 … for its branches, {@link #OTHERWISE} for the last; {@link #PLAIN} else
     * @param when the condition of a branch; empty for none
     * @param written whether the author wrote the target of a node that has but one
     */
    record Arrow(String from, String to, int way, String when, boolean written) {

        static final int PLAIN = 0;
        static final int OTHERWISE = -1;
    }

    static RouteSketch of(RouteDefinition definition) {
        var items = definition.items();
        var spots = new ArrayList<Spot>();
        var arrows = new ArrayList<Arrow>();
        spots.add(new Spot(Node.START, Shape.START));
        items.forEach(it -> spots.add(new Spot(it.id(), Shape.of(it.kind()))));
        spots.add(new Spot(Node.END, Shape.END));
        arrows.add(new Arrow(
                Node.START, items.isEmpty() ? Node.END : items.getFirst().id(), Arrow.PLAIN, "", false));
        for (int i = 0; i < items.size(); i++) {
            var following = i + 1 < items.size() ? items.get(i + 1).id() : Node.END;
            leaving(items.get(i), following, arrows);
        }
        var ids = new HashSet<String>();
        spots.removeIf(it -> !ids.add(it.id()));
        arrows.removeIf(it -> !ids.contains(it.from()) || !ids.contains(it.to()));
        for (var spot : List.copyOf(spots)) {
            switch (spot.shape()) {
                case SPLIT -> merge(spot.id(), _ -> true, spots, arrows);
                case JOIN ->
                    arrows.stream()
                            .filter(it -> it.to().equals(spot.id()))
                            .map(Arrow::from)
                            .distinct()
                            .toList()
                            .forEach(from -> merge(spot.id(), it -> it.from().equals(from), spots, arrows));
                case START, STEP, CONSULTATION, MESSAGE, AUTOMATIC, TIMER, CHOICE, MERGE, END -> {}
            }
        }
        return new RouteSketch(spots, arrows);
    }

    /** Lets those arrows come to the node through one gateway, if there are several. */
    private static void merge(String id, Predicate<Arrow> which, List<Spot> spots, List<Arrow> arrows) {
        var merged =
                arrows.stream().filter(it -> it.to().equals(id)).filter(which).toList();
        if (merged.size() > 1) {
            var gateway = "Merge_" + merged.getFirst().from() + "_" + id;
            spots.add(spots.size() - 1, new Spot(gateway, Shape.MERGE));
            arrows.replaceAll(
                    it -> merged.contains(it) ? new Arrow(it.from(), gateway, it.way(), it.when(), it.written()) : it);
            arrows.add(new Arrow(gateway, id, Arrow.PLAIN, "", false));
        }
    }

    private static void leaving(RouteDefinition.Item item, String following, List<Arrow> arrows) {
        var id = item.id();
        switch (Shape.of(item.kind())) {
            case CHOICE -> {
                int way = 0;
                for (var branch : item.branches()) {
                    arrows.add(new Arrow(id, branch.next(), ++way, branch.when(), false));
                }
                arrows.add(new Arrow(id, item.otherwise(), Arrow.OTHERWISE, "", false));
            }
            case SPLIT -> item.next().forEach(it -> arrows.add(new Arrow(id, it, Arrow.PLAIN, "", false)));
            case STEP, CONSULTATION, MESSAGE, AUTOMATIC, TIMER, JOIN, MERGE, START, END -> {
                var written = !item.next().isEmpty();
                arrows.add(new Arrow(id, written ? item.next().getFirst() : following, Arrow.PLAIN, "", written));
            }
        }
    }
}
