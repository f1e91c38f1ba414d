package vn.motcua.route;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Routes made of nested blocks, each sound by the way it is built. */
final class RandomRoutes {

    private RandomRoutes() {}

    /** A piece of a route with one way in and one way out. */
    sealed interface Block {
        record Step() implements Block {}

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
        Arbitrary<Block> step = Arbitraries.just(new Block.Step());
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
        var entry = writer.write(block, Node.END);
        writer.items.addFirst(item("begin", NodeKind.STEP, List.of(entry), List.of(), ""));
        return writer.items;
    }

    static RouteDefinition.Item item(
            String id, NodeKind kind, List<String> next, List<RouteDefinition.Way> branches, String otherwise) {
        var step = kind == NodeKind.STEP;
        return new RouteDefinition.Item(
                id,
                id,
                kind.word(),
                step ? "Bước " + id : "",
                step ? "Step " + id : "",
                step ? "receiver" : "",
                step ? "commune-one-stop" : "",
                Optional.empty(),
                step ? List.of("complete", "return") : List.of(),
                List.of(),
                next,
                branches,
                otherwise);
    }

    private static final class Writer {

        private final List<RouteDefinition.Item> items = new ArrayList<>();
        private int number;

        /** Writes the block so that it leads to {@code following}; answers with its entry. */
        private String write(Block block, String following) {
            return switch (block) {
                case Block.Step _ -> add("s", NodeKind.STEP, List.of(following), List.of(), "");
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
