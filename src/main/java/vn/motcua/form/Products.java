package vn.motcua.form;

import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import vn.motcua.shared.Dong;

/**
 * Finds in an amount the number of the form and the price by which it is multiplied, behind whatever conditions. What is reckoned in any other
 * way is none: then nothing is said rather than something else.
 */
final class Products {

    /** No fee comes near a million billion đồng; what would be more is no product, and overflows no number. */
    private static final double MOST = 1e15;

    private final Vocabulary vocabulary;
    private final Function<CelExpr, Function<Situation, Optional<Object>>> ready;
    private final Predicate<CelExpr> asks;

    /**
     * @param ready makes a part of the expression ready to be asked
     * @param asks whether a part of it hangs on a question of the form
     */
    Products(
            Vocabulary vocabulary,
            Function<CelExpr, Function<Situation, Optional<Object>>> ready,
            Predicate<CelExpr> asks) {
        this.vocabulary = vocabulary;
        this.ready = ready;
        this.asks = asks;
    }

    Function<Situation, Optional<Product>> of(CelExpr it) {
        if (it.exprKind().getKind() != ExprKind.Kind.CALL) {
            return _ -> Optional.empty();
        }
        var args = it.call().args();
        return switch (it.call().function()) {
            case "_?_:_" -> chosen(args, this::of);
            case "_*_" -> asks.test(args.get(0)) ? times(args.get(0), args.get(1)) : times(args.get(1), args.get(0));
            default -> _ -> Optional.empty();
        };
    }

    private Function<Situation, Optional<Product>> times(CelExpr number, CelExpr price) {
        if (asks.test(price)) {
            return _ -> Optional.empty();
        }
        var counted = counted(number);
        var each = ready.apply(price);
        return situation -> counted.apply(situation)
                .flatMap(it -> each.apply(situation)
                        .filter(Products::whole)
                        .map(one -> ((Double) one).longValue())
                        .filter(one -> (double) it.count() * one < MOST)
                        .map(one -> new Product(it.of(), it.count(), new Dong(one))));
    }

    private record Counted(Words of, long count) {}

    /** The question that stands there, when it was answered with a whole number above nothing. */
    private Function<Situation, Optional<Counted>> counted(CelExpr it) {
        if (it.exprKind().getKind() == ExprKind.Kind.CALL
                && it.call().function().equals("_?_:_")) {
            return chosen(it.call().args(), this::counted);
        }
        var asked = Functions.path(it)
                .flatMap(path ->
                        vocabulary.field(path).filter(field -> field.id().equals(path)));
        return situation -> asked.flatMap(field -> situation
                .find(field.id())
                .filter(Products::whole)
                .map(given -> new Counted(field.label(), ((Double) given).longValue())));
    }

    /** Whichever side the condition chooses; neither while it is not known. */
    private <T> Function<Situation, Optional<T>> chosen(
            List<CelExpr> args, Function<CelExpr, Function<Situation, Optional<T>>> side) {
        var condition = ready.apply(args.get(0));
        var yes = side.apply(args.get(1));
        var no = side.apply(args.get(2));
        return situation -> condition
                .apply(situation)
                .flatMap(it -> Boolean.TRUE.equals(it) ? yes.apply(situation) : no.apply(situation));
    }

    private static boolean whole(Object it) {
        return it instanceof Double number && number >= 1 && number < MOST && number == Math.rint(number);
    }
}
