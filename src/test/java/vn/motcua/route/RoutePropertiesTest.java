package vn.motcua.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for every route and every run of it. */
class RoutePropertiesTest {

    private static final int MOVES_AT_RANDOM = 60;
    private static final int MOVES_MAX = 2_000;

    @Provide
    Arbitrary<List<RouteDefinition.Item>> routes() {
        return RandomRoutes.routes();
    }

    @Property
    void aRouteBuiltOfBlocksCompiles(@ForAll("routes") List<RouteDefinition.Item> items) {
        assertThat(Route.check(new RouteDefinition(items, List.of()), Routes::condition))
                .isInstanceOf(Route.Sound.class);
    }

    @Property
    void everyRunEndsAndIsSomewhereUntilThen(
            @ForAll("routes") List<RouteDefinition.Item> items, @ForAll Random random) {
        var route = compile(items);
        var tokens = route.begin(facts(random, 0));
        int moves = 0;
        while (!tokens.finished()) {
            assertThat(tokens.openSteps()).isNotEmpty().doesNotHaveDuplicates();
            assertThat(moves).isLessThan(MOVES_MAX);
            tokens = route.complete(tokens, any(tokens.openSteps(), random), facts(random, moves++));
            everyJoinWaitedForAll(route, tokens);
        }
        nothingIsLeftOpen(tokens);
    }

    @Property
    void sendingBackAndGoingOnEndsToo(@ForAll("routes") List<RouteDefinition.Item> items, @ForAll Random random) {
        var route = compile(items);
        var tokens = route.begin(facts(random, 0));
        int moves = 0;
        while (!tokens.finished()) {
            assertThat(tokens.openSteps()).isNotEmpty().doesNotHaveDuplicates();
            assertThat(moves).isLessThan(MOVES_MAX);
            var step = any(tokens.openSteps(), random);
            var earlier = route.earlierSteps(tokens, step);
            if (moves < MOVES_AT_RANDOM && !earlier.isEmpty() && random.nextInt(3) == 0) {
                var target = any(earlier, random).id();
                tokens = route.sendBack(tokens, step, target);
                assertThat(tokens.isAt(target)).isTrue();
            } else {
                tokens = route.complete(tokens, step, facts(random, moves));
            }
            moves++;
            everyJoinWaitedForAll(route, tokens);
        }
        nothingIsLeftOpen(tokens);
    }

    @Property
    void theRowsThatChangedKeepTheTableRight(
            @ForAll("routes") List<RouteDefinition.Item> items, @ForAll Random random) {
        var route = compile(items);
        var tokens = route.begin(facts(random, 0));
        var table = new HashMap<Integer, Token>();
        tokens.all().forEach(it -> table.put(it.no(), it));
        for (int moves = 0; moves < MOVES_AT_RANDOM && !tokens.finished(); moves++) {
            var step = any(tokens.openSteps(), random);
            var earlier = route.earlierSteps(tokens, step);
            var after = earlier.isEmpty() || random.nextBoolean()
                    ? route.complete(tokens, step, facts(random, moves))
                    : route.sendBack(tokens, step, any(earlier, random).id());
            after.changedSince(tokens).forEach(it -> table.put(it.no(), it));
            tokens = after;
            assertThat(new Tokens(List.copyOf(table.values()))).isEqualTo(tokens);
        }
    }

    @Property
    void aRouteWithOneThingBrokenIsRefused(@ForAll("routes") List<RouteDefinition.Item> items, @ForAll Random random) {
        var broken = new ArrayList<>(items);
        int at = random.nextInt(items.size());
        var item = items.get(at);
        broken.set(
                at,
                switch (NodeKind.of(item.kind()).orElseThrow()) {
                    case STEP ->
                        switch (random.nextInt(3)) {
                            case 0 -> RandomRoutes.item(item.id(), NodeKind.STEP, List.of("nowhere"), List.of(), "");
                            case 1 -> RandomRoutes.item(item.id(), NodeKind.STEP, List.of(item.id()), List.of(), "");
                            case 2 -> RandomRoutes.item("Hồ sơ", NodeKind.STEP, item.next(), List.of(), "");
                            default -> throw new IllegalStateException();
                        };
                    case CHOICE -> RandomRoutes.item(item.id(), NodeKind.CHOICE, List.of(), item.branches(), "");
                    case SPLIT ->
                        RandomRoutes.item(
                                item.id(),
                                NodeKind.CHOICE,
                                List.of(),
                                List.of(new RouteDefinition.Way(
                                        "f0", item.next().getFirst())),
                                item.next().getLast());
                    case JOIN -> RandomRoutes.item(item.id(), NodeKind.STEP, item.next(), List.of(), "");
                    case AUTOMATIC, MESSAGE, TIMER ->
                        RandomRoutes.item(
                                item.id(), NodeKind.of(item.kind()).orElseThrow(), List.of("nowhere"), List.of(), "");
                    case CONSULTATION, LINKED -> throw new IllegalStateException();
                });

        assertThat(Route.check(new RouteDefinition(broken, List.of()), Routes::condition))
                .isInstanceOf(Route.Faulty.class);
    }

    private static Route compile(List<RouteDefinition.Item> items) {
        return Route.compile(new RouteDefinition(items, List.of()), Routes::condition);
    }

    /** Decisions at random, and later none, so that circles are left. */
    private static Map<String, Object> facts(Random random, int moves) {
        return moves > MOVES_AT_RANDOM
                ? Map.of()
                : Map.of("f0", random.nextBoolean(), "f1", random.nextBoolean(), "f2", random.nextBoolean());
    }

    private static <T> T any(List<T> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }

    private static void everyJoinWaitedForAll(Route route, Tokens tokens) {
        assertThat(tokens.in(Token.State.WAITING))
                .extracting(it -> it.node() + " from " + it.from())
                .doesNotHaveDuplicates();
        for (var visit : tokens.all()) {
            if (route.graph().node(visit.from()) instanceof Node.Join join
                    && !visit.causes().isEmpty()) {
                var arrived = new HashSet<String>();
                visit.causes().forEach(it -> arrived.add(tokens.numbered(it).from()));
                assertThat(arrived)
                        .containsExactlyInAnyOrderElementsOf(route.graph().sources(join.id()));
            }
        }
    }

    private static void nothingIsLeftOpen(Tokens tokens) {
        assertThat(tokens.openSteps()).isEmpty();
        assertThat(tokens.in(Token.State.WAITING)).isEmpty();
        assertThat(tokens.in(Token.State.ENDED)).hasSize(1);
    }
}
