package vn.motcua.form;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.navigation.CelNavigableAst;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds names of what stands outside of the answers that nobody knows: {@code param('free')} that the form does not list
 * under {@code parameters}, {@code dataAvailable('…')} and {@code registry('…', …)} that are not in {@link KnownSources}.
 */
final class OutsideNames {

    private final Vocabulary vocabulary;
    private final String place;
    private final String source;
    private final List<Fault> faults = new ArrayList<>();

    OutsideNames(Vocabulary vocabulary, String place, String source) {
        this.vocabulary = vocabulary;
        this.place = place;
        this.source = source;
    }

    List<Fault> unknown(CelAbstractSyntaxTree parsed) {
        CelNavigableAst.fromAst(parsed)
                .getRoot()
                .allNodes()
                .filter(it -> it.getKind() == Kind.CALL)
                .map(it -> it.expr().call())
                .forEach(this::call);
        return faults;
    }

    private void call(CelExpr.CelCall call) {
        var parameters = vocabulary.parameters();
        switch (call.function()) {
            case "param" -> named(call, "unknownParameter", parameters.keySet()).ifPresent(it -> kind(call, it));
            case "dataAvailable" -> named(call, "unknownData", KnownSources.HELD);
            case "registry" -> named(call, "unknownRegister", KnownSources.REGISTERS);
            default -> {}
        }
    }

    /** The name that is written there, if it is one of these. */
    private Optional<String> named(CelExpr.CelCall call, String reason, Set<String> known) {
        if (call.target().isPresent() || call.args().isEmpty()) {
            return Optional.empty();
        }
        var name = call.args().getFirst();
        if (name.exprKind().getKind() != Kind.CONSTANT || name.constant().getKind() != CelConstant.Kind.STRING_VALUE) {
            add(call.function(), "nameNotPlain", call.function());
            return Optional.empty();
        }
        var text = name.constant().stringValue();
        if (!known.contains(text)) {
            add(text, reason, text, known.isEmpty() ? "–" : String.join(", ", new TreeSet<>(known)));
            return Optional.empty();
        }
        return Optional.of(text);
    }

    /** What holds where nobody has set a parameter is of the kind that it has. */
    private void kind(CelExpr.CelCall call, String name) {
        var parameter = vocabulary.parameters().get(name);
        if (parameter == null
                || call.args().size() < 2
                || call.args().get(1).exprKind().getKind() != Kind.CONSTANT) {
            return;
        }
        var fits = switch (call.args().get(1).constant().getKind()) {
            case STRING_VALUE -> parameter.kind().sort() == vn.motcua.form.Kind.Sort.TEXT;
            case BOOLEAN_VALUE -> parameter.kind().sort() == vn.motcua.form.Kind.Sort.YES_NO;
            case INT64_VALUE, DOUBLE_VALUE -> parameter.kind().sort() == vn.motcua.form.Kind.Sort.NUMBER;
            case NOT_SET, NULL_VALUE, UINT64_VALUE, BYTES_VALUE, DURATION_VALUE, TIMESTAMP_VALUE -> false;
        };
        if (!fits) {
            add(name, "parameterKind", name, parameter.kind().written());
        }
    }

    private void add(String written, String reason, Object... arguments) {
        var before = source.substring(0, Math.max(source.indexOf(written), 0));
        faults.add(new Fault(
                place,
                1 + (int) before.chars().filter(it -> it == '\n').count(),
                before.length() - before.lastIndexOf('\n'),
                reason,
                List.of(arguments)));
    }
}
