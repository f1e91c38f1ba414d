package vn.motcua.form;

import static dev.cel.common.CelFunctionDecl.newFunctionDeclaration;
import static dev.cel.common.CelOverloadDecl.newGlobalOverload;
import static dev.cel.common.types.SimpleType.BOOL;
import static dev.cel.common.types.SimpleType.DOUBLE;
import static dev.cel.common.types.SimpleType.STRING;
import static vn.motcua.form.Vocabulary.DATE;

import com.google.common.collect.ImmutableList;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.TypeParamType;
import dev.cel.parser.CelMacro;
import dev.cel.parser.CelMacroExprFactory;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelFunctionOverload;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BinaryOperator;

/** The functions of our dialect of CEL, declared and bound side by side. Documented in docs/procedure-package.md. */
final class Functions {

    /** What the running evaluation may know; bound for its length. */
    static final ScopedValue<Facts> FACTS = ScopedValue.newInstance();

    private static final CelType ANY = TypeParamType.create("A");

    private final List<CelFunctionDecl> declared = new ArrayList<>();
    private final List<CelFunctionBinding> bound = new ArrayList<>();

    Functions() {
        dates();
        numbers();
        outside();
    }

    List<CelFunctionDecl> declarations() {
        return declared;
    }

    List<CelFunctionBinding> bindings() {
        return bound;
    }

    /** What an author may call, besides the operators and {@code all exists filter map}. */
    Set<String> names() {
        var names = new TreeSet<>(Set.of("given", "sum", "count", "all", "exists", "filter", "map"));
        declared.stream()
                .map(CelFunctionDecl::name)
                .filter(it -> !it.startsWith("_"))
                .forEach(names::add);
        return names;
    }

    private void dates() {
        one("age", DOUBLE, DATE, Day.class, it -> years(it, Day.of(FACTS.get().today())));
        two("ageAt", DOUBLE, DATE, DATE, Day.class, Day.class, Functions::years);
        two("daysBetween", DOUBLE, DATE, DATE, Day.class, Day.class, (from, to) ->
                (double) ChronoUnit.DAYS.between(from.date(), to.date()));
        two("workingDaysBetween", DOUBLE, DATE, DATE, Day.class, Day.class, (from, to) ->
                (double) FACTS.get().workingDays().between(from.date(), to.date()));
        two(
                "addYears",
                DATE,
                DATE,
                DOUBLE,
                Day.class,
                Double.class,
                (day, n) -> new Day(day.at().plusYears(n.longValue())));
        two(
                "addMonths",
                DATE,
                DATE,
                DOUBLE,
                Day.class,
                Double.class,
                (day, n) -> new Day(day.at().plusMonths(n.longValue())));
        two(
                "addDays",
                DATE,
                DATE,
                DOUBLE,
                Day.class,
                Double.class,
                (day, n) -> new Day(day.at().plusDays(n.longValue())));
        one("year", DOUBLE, DATE, Day.class, it -> (double) it.at().getYear());
        one("date", DATE, STRING, String.class, it -> Day.parse(it).orElseThrow());
        compare("_<_", "before", (a, b) -> a.at().isBefore(b.at()));
        compare("_<=_", "not_after", (a, b) -> !a.at().isAfter(b.at()));
        compare("_>_", "after", (a, b) -> a.at().isAfter(b.at()));
        compare("_>=_", "not_before", (a, b) -> !a.at().isBefore(b.at()));
    }

    private static double years(Day birth, Day at) {
        return Period.between(birth.date(), at.date()).getYears();
    }

    private void numbers() {
        two("min", DOUBLE, DOUBLE, DOUBLE, Double.class, Double.class, Math::min);
        two("max", DOUBLE, DOUBLE, DOUBLE, Double.class, Double.class, Math::max);
        one("round", DOUBLE, DOUBLE, Double.class, it -> Math.floor(it + 0.5));
        one("length", DOUBLE, STRING, String.class, it -> (double) it.codePointCount(0, it.length()));
        one("count", DOUBLE, ListType.create(ANY), Collection.class, it -> (double) it.size());
        one("sum", DOUBLE, ListType.create(DOUBLE), Collection.class, it -> {
            var sum = 0.0;
            for (var number : it) {
                sum += ((Number) number).doubleValue();
            }
            return sum;
        });
    }

    private void outside() {
        one(
                "dataAvailable",
                BOOL,
                STRING,
                String.class,
                it -> FACTS.get().dataAvailable().test(it));
        two(
                "registry",
                STRING,
                STRING,
                STRING,
                String.class,
                String.class,
                (question, key) -> key.isEmpty() ? "" : FACTS.get().registers().ask(question, key));
        declared.add(newFunctionDeclaration(
                "param",
                newGlobalOverload("param_number", DOUBLE, STRING, DOUBLE),
                newGlobalOverload("param_text", STRING, STRING, STRING),
                newGlobalOverload("param_yes_no", BOOL, STRING, BOOL)));
        bound.add(CelFunctionBinding.from(
                "param_number",
                String.class,
                Double.class,
                (name, otherwise) ->
                        FACTS.get().parameters().get(name) instanceof Number it ? it.doubleValue() : otherwise));
        bound.add(CelFunctionBinding.from(
                "param_text",
                String.class,
                String.class,
                (name, otherwise) -> FACTS.get().parameters().get(name) instanceof String it ? it : otherwise));
        bound.add(CelFunctionBinding.from(
                "param_yes_no",
                String.class,
                Boolean.class,
                (name, otherwise) -> FACTS.get().parameters().get(name) instanceof Boolean it ? it : otherwise));
    }

    private <T> void one(String name, CelType result, CelType of, Class<T> type, CelFunctionOverload.Unary<T> body) {
        declared.add(newFunctionDeclaration(name, newGlobalOverload(name + "_1", result, of)));
        bound.add(CelFunctionBinding.from(name + "_1", type, body));
    }

    private <T, U> void two(
            String name,
            CelType result,
            CelType of,
            CelType and,
            Class<T> type,
            Class<U> other,
            CelFunctionOverload.Binary<T, U> body) {
        declared.add(newFunctionDeclaration(name, newGlobalOverload(name + "_2", result, of, and)));
        bound.add(CelFunctionBinding.from(name + "_2", type, other, body));
    }

    private void compare(String operator, String id, CelFunctionOverload.Binary<Day, Day> body) {
        declared.add(newFunctionDeclaration(operator, newGlobalOverload("date_" + id, BOOL, DATE, DATE)));
        bound.add(CelFunctionBinding.from("date_" + id, Day.class, Day.class, body));
    }

    /** {@code rows.sum(i, …)}, {@code rows.count(i, …)} and {@code given(name)}. */
    static List<CelMacro> macros() {
        return List.of(
                CelMacro.newReceiverMacro("sum", 2, (make, rows, it) -> fold(make, rows, it, it.get(1))),
                CelMacro.newReceiverMacro(
                        "count",
                        2,
                        (make, rows, it) -> fold(
                                make,
                                rows,
                                it,
                                make.newGlobalCall(
                                        "_?_:_", it.get(1), make.newDoubleLiteral(1), make.newDoubleLiteral(0)))),
                CelMacro.newGlobalMacro(
                        "given",
                        1,
                        (make, _, it) -> path(it.getFirst()).map(name -> make.newIdentifier(Vocabulary.given(name)))));
    }

    private static Optional<CelExpr> fold(
            CelMacroExprFactory make, CelExpr rows, ImmutableList<CelExpr> arguments, CelExpr step) {
        if (arguments.getFirst().exprKind().getKind() != Kind.IDENT) {
            return Optional.of(make.reportError("the first argument must be a name for the row"));
        }
        var sum = make.getAccumulatorVarName();
        BinaryOperator<CelExpr> plus = (a, b) -> make.newGlobalCall("_+_", a, b);
        return Optional.of(make.fold(
                arguments.getFirst().ident().name(),
                rows,
                sum,
                make.newDoubleLiteral(0),
                make.newBoolLiteral(true),
                plus.apply(make.newIdentifier(sum), step),
                make.newIdentifier(sum)));
    }

    /** {@code a.b.c} as it was written, when it is nothing but names and dots. */
    static Optional<String> path(CelExpr expression) {
        return switch (expression.exprKind().getKind()) {
            case IDENT -> Optional.of(expression.ident().name());
            case SELECT ->
                path(expression.select().operand())
                        .map(it -> it + "." + expression.select().field());
            case NOT_SET, CONSTANT, CALL, LIST, STRUCT, MAP, COMPREHENSION -> Optional.empty();
        };
    }
}
