package vn.motcua.form;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.navigation.CelNavigableExpr;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Which questions an expression asks: their ids, and of a table also the columns that it looks into ({@code heirs.parts}
 * for {@code heirs.sum(i, i.parts)}).
 */
final class AskedNames {

    private final Vocabulary vocabulary;
    private final Set<Field> fields = new LinkedHashSet<>();
    private final Set<String> cells = new LinkedHashSet<>();

    AskedNames(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    Set<String> in(CelAbstractSyntaxTree parsed) {
        CelNavigableAst.fromAst(parsed)
                .getRoot()
                .allNodes()
                .filter(it -> it.parent()
                        .filter(above -> above.getKind() == Kind.SELECT)
                        .isEmpty())
                .forEach(it -> Functions.path(it.expr()).ifPresent(path -> visit(it, path)));
        var asked = new LinkedHashSet<String>();
        for (var field : fields) {
            asked.add(field.id());
            field.table().columns().stream()
                    .filter(it -> cells.contains(it.id()))
                    .forEach(it -> asked.add(field.id() + "." + it.id()));
        }
        return asked;
    }

    private void visit(CelNavigableExpr node, String path) {
        int dot = path.indexOf('.');
        if (isRow(node, dot < 0 ? path : path.substring(0, dot))) {
            cells.add(path.substring(dot + 1));
        } else {
            vocabulary.field(path).ifPresent(fields::add);
        }
    }

    /** Whether that name is the row over which {@code sum}, {@code exists} and their like go here. */
    private static boolean isRow(CelNavigableExpr node, String name) {
        Optional<CelNavigableExpr> above = node.parent();
        while (above.isPresent()) {
            var it = above.get();
            if (it.getKind() == Kind.COMPREHENSION
                    && it.expr().comprehension().iterVar().equals(name)) {
                return true;
            }
            above = it.parent();
        }
        return false;
    }
}
