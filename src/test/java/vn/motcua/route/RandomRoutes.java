package vn.motcua.route;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Tuple;

/** Routes made of nested blocks, each sound by the way it is built. */
final class RandomRoutes {

    private RandomRoutes() {}

    /** A piece of a route with one way in and one way out. */
    sealed interface Block {
        record Step() implements Block {}

        /** What the program does. */
        record Own(NodeKind kind) implements Block {}

        record Sequence(List<Block> parts) implements Block {}

        /** Each branch under its own condition; the last way out is to do nothing. */
        record Choice(List<Block> branches) implements Block {}

        record Parallel(List<Block> branches) implements Block {}

        /** A step and the body, again while the condition holds. */
        record Loop(Block body) implements Block {}
    }

    static Arbitrary<List<RouteDefinition.Item>> routes() {
        return blocks(3).map(RandomRoutes::items);
    }

    private static Arbitrary<Block> blocks(int depth) {
        Arbitrary<Block> step = Arbitraries.frequencyOf(
                Tuple.of(4, Arbitraries.just(new Block.Step())),
                Tuple.of(
                        1,
                        Arbitraries.of(NodeKind.MESSAGE, NodeKind.AUTOMATIC, NodeKind.TIMER)
                                .map(Block.Own::new)));
        if (depth == 0) {
            return step;
        }
        var inner = blocks(depth - 1);
        return Arbitraries.oneOf(
                step,
                inner.list().ofMinSize(1).ofMaxSize(3).map(Block.Sequence::new),
                inner.list().ofMinSize(1).ofMaxSize(3).map(Block.Choice::new),
                inner.list().ofMinSize(2).ofMaxSize(3).map(Block.Parallel::new),
                inner.map(Block.Loop::new));
    }

    static List<RouteDefinition.Item> items(Block block) {
        var writer = new Writer();
        var entry = writer.write(block, "finish");
        writer.items.add(item("finish", NodeKind.STEP, List.of(Node.END), List.of(), ""));
        writer.items.addFirst(item("begin", NodeKind.STEP, List.of(entry), List.of(), ""));
        return writer.items;
    }

    static RouteDefinition.Item item(
            String id, NodeKind kind, List<String> next, List<RouteDefinition.Way> branches, String otherwise) {
        var step = kind == NodeKind.STEP;
        var named = step || kind.isByProgram();
        return new RouteDefinition.Item(
                id,
                id,
                kind.word(),
                named ? "Bước " + id : "",
                named ? "Step " + id : "",
                step ? "receiver" : "",
                named ? "commune-one-stop" : "",
                kind == NodeKind.TIMER ? Optional.of(new BigDecimal("7.5")) : Optional.empty(),
                step ? List.of("complete", "return") : List.of(),
                List.of(),
                next,
                branches,
                otherwise,
                List.of(),
                RouteDefinition.Asked.NOBODY,
                "",
                switch (kind) {
                    case MESSAGE ->
                        new RouteDefinition.Own("Báo <tin> " + id, "News", "Nội dung & \"chữ\"\nhai dòng", "", "");
                    case AUTOMATIC -> new RouteDefinition.Own("", "", "", "", "fees-settled");
                    case STEP, CHOICE, SPLIT, JOIN, CONSULTATION, TIMER, LINKED -> RouteDefinition.Own.NOTHING;
                });
    }

    private static final class Writer {

        private final List<RouteDefinition.Item> items = new ArrayList<>();
        private int number;

        /** Writes the block so that it leads to {@code following}; answers with its entry. */
        private String write(Block block, String following) {
            return switch (block) {
                case Block.Step _ -> add("s", NodeKind.STEP, List.of(following), List.of(), "");
                case Block.Own it -> add("o", it.kind(), List.of(following), List.of(), "");
                case Block.Sequence it -> {
                    var next = following;
                    for (var part : it.parts().reversed()) {
                        next = write(part, next);
                    }
                    yield next;
                }
                case Block.Choice it -> {
                    var ways = new ArrayList<RouteDefinition.Way>();
                    for (var branch : it.branches()) {
                        ways.add(new RouteDefinition.Way("f" + ways.size(), write(branch, following)));
                    }
                    yield add("c", NodeKind.CHOICE, List.of(), ways, following);
                }
                case Block.Parallel it -> {
                    var join = add("j", NodeKind.JOIN, List.of(following), List.of(), "");
                    yield add(
                            "p",
                            NodeKind.SPLIT,
                            it.branches().stream()
                                    .map(branch -> onItsOwn(branch, join))
                                    .toList(),
                            List.of(),
                            "");
                }
                case Block.Loop it -> {
                    var again = "l" + number++;
                    var body = write(it.body(), again);
                    var first = add("s", NodeKind.STEP, List.of(body), List.of(), "");
                    items.add(item(
                            again,
                            NodeKind.CHOICE,
                            List.of(),
                            List.of(new RouteDefinition.Way("f0", first)),
                            following));
                    yield first;
                }
            };
        }

        /** A join counts by the node before it, so a branch comes to it through a step of its own. */
        private String onItsOwn(Block branch, String join) {
            return write(branch, add("s", NodeKind.STEP, List.of(join), List.of(), ""));
        }

        private String add(
                String letter, NodeKind kind, List<String> next, List<RouteDefinition.Way> branches, String otherwise) {
            var id = letter + number++;
            items.add(item(id, kind, next, branches, otherwise));
            return id;
        }
    }
}
