package vn.motcua.form;

import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Finds texts that are compared with a choice but are not among its options: {@code w.kind == "HOSE"}. */
final class ComparedOptions {

    /** A text that the named choice can never be. */
    record Unknown(String name, String value, Set<String> options) {}

    private final Vocabulary vocabulary;
    private final List<Unknown> unknown = new ArrayList<>();

    ComparedOptions(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    List<Unknown> unknown(CelExpr expression) {
        visit(expression);
        return unknown;
    }

    private void visit(CelExpr expression) {
        switch (expression.exprKind().getKind()) {
            case CALL -> {
                var call = expression.call();
                if (Set.of("_==_", "_!=_", "@in").contains(call.function())) {
                    compare(call.args().get(0), call.args().get(1));
                    compare(call.args().get(1), call.args().get(0));
                }
                call.target().ifPresent(this::visit);
                call.args().forEach(this::visit);
            }
            case COMPREHENSION -> {
                visit(expression.comprehension().iterRange());
                visit(expression.comprehension().loopStep());
            }
            case LIST -> expression.list().elements().forEach(this::visit);
            case SELECT -> visit(expression.select().operand());
            case NOT_SET, CONSTANT, IDENT, STRUCT, MAP -> {}
        }
    }

    private void compare(CelExpr choice, CelExpr values) {
        Functions.path(choice).ifPresent(name -> {
            var options = vocabulary.valuesOf(name);
            texts(values)
                    .filter(it -> !options.isEmpty() && !it.isEmpty() && !options.contains(it))
                    .forEach(it -> unknown.add(new Unknown(name, it, options)));
        });
    }

    private static Stream<String> texts(CelExpr expression) {
        if (expression.exprKind().getKind() == Kind.LIST) {
            return expression.list().elements().stream().flatMap(ComparedOptions::texts);
        }
        return expression.exprKind().getKind() == Kind.CONSTANT
                        && expression.constant().getKind() == CelConstant.Kind.STRING_VALUE
                ? Stream.of(expression.constant().stringValue())
                : Stream.empty();
    }
}
