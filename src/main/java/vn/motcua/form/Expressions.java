package vn.motcua.form;

import dev.cel.checker.CelStandardDeclarations;
import dev.cel.checker.CelStandardDeclarations.StandardFunction;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelErrorCode;
import dev.cel.common.CelIssue;
import dev.cel.common.CelMutableAst;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.ast.CelMutableExprConverter;
import dev.cel.common.navigation.CelNavigableMutableAst;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import vn.motcua.form.Condition.Truth;
import vn.motcua.shared.Dong;
import vn.motcua.shared.Refused;

/**
 * Compiles the expressions of a procedure package: conditions, fees, required documents, route decisions. They are
 * written in CEL with our own functions, and type-checked against a {@link Vocabulary}: an unknown name, a wrong type, an
 * option that does not exist is refused when the package is read.
 *
 * <p>There is one kind of number (no whole and broken ones), so {@code copies.count * 0.5} needs no conversion. An
 * condition never fails: see {@link Condition} and {@link Amount} for what a missing answer means.
 */
public final class Expressions {

    private static final CelOptions OPTIONS = CelOptions.current()
            .populateMacroCalls(false)
            .maxExpressionCodePointSize(4_000)
            .comprehensionMaxIterations(10_000)
            .build();
    private static final Set<StandardFunction> FUNCTIONS = EnumSet.of(
            StandardFunction.CONDITIONAL,
            StandardFunction.LOGICAL_NOT,
            StandardFunction.LOGICAL_AND,
            StandardFunction.LOGICAL_OR,
            StandardFunction.NOT_STRICTLY_FALSE,
            StandardFunction.EQUALS,
            StandardFunction.NOT_EQUALS,
            StandardFunction.LESS,
            StandardFunction.LESS_EQUALS,
            StandardFunction.GREATER,
            StandardFunction.GREATER_EQUALS,
            StandardFunction.ADD,
            StandardFunction.SUBTRACT,
            StandardFunction.MULTIPLY,
            StandardFunction.DIVIDE,
            StandardFunction.NEGATE,
            StandardFunction.IN,
            StandardFunction.CONTAINS,
            StandardFunction.STARTS_WITH,
            StandardFunction.ENDS_WITH,
            StandardFunction.MATCHES);

    /** Types that no answer has. Leaving their operators out makes compiling several times as fast. */
    private static final Pattern OTHER_TYPES = Pattern.compile("int64|bytes|timestamp|duration");

    private static final CelStandardDeclarations OPERATORS = CelStandardDeclarations.newBuilder()
            .filterFunctions((function, overload) -> FUNCTIONS.contains(function)
                    && !OTHER_TYPES
                            .matcher(overload.celOverloadDecl().overloadId())
                            .find())
            .build();

    /** No fee comes near a million billion đồng; above it doubles would no longer hold each đồng. */
    private static final double MOST = 1e15;

    private final Vocabulary vocabulary;
    private final Functions functions = new Functions();
    private final CelCompiler compiler;
    private final CelRuntime runtime;

    /** For expressions over those names. */
    public Expressions(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        var builder = CelCompilerFactory.standardCelCompilerBuilder()
                .setOptions(OPTIONS)
                .setStandardEnvironmentEnabled(false)
                .setStandardDeclarations(OPERATORS)
                .setStandardMacros(
                        CelStandardMacro.ALL, CelStandardMacro.EXISTS, CelStandardMacro.FILTER, CelStandardMacro.MAP)
                .addMacros(Functions.macros())
                .setTypeProvider(vocabulary.typeProvider())
                .addFunctionDeclarations(functions.declarations());
        vocabulary.types().forEach(builder::addVar);
        compiler = builder.build();
        runtime = CelRuntimeFactory.legacyCelRuntimeBuilder()
                .setOptions(OPTIONS)
                .addFunctionBindings(functions.bindings())
                .build();
    }

    /** The names that may be used. */
    public Vocabulary vocabulary() {
        return vocabulary;
    }

    /** Answers and facts, ready to be asked. Hidden answers are not taken out; {@link CompiledForm#situation} does that. */
    public Situation situation(java.util.Map<String, Object> answers, Facts facts) {
        return vocabulary.situation(answers, facts);
    }

    /**
     * A condition; {@code true} and {@code false} are conditions too.
     *
     * @param place named in the fault when it does not compile
     */
    public Condition condition(String place, String source) {
        var program = compile(place, source, SimpleType.BOOL, "yes-no");
        return situation -> program.ask(situation)
                .map(it -> Boolean.TRUE.equals(it) ? Truth.YES : Truth.NO)
                .orElse(Truth.UNKNOWN);
    }

    /**
     * An amount in đồng; a plain number is an amount too.
     *
     * @param place named in the fault when it does not compile
     */
    public Amount amount(String place, String source) {
        var known = knownAmount(place, source);
        return situation -> known.apply(situation).orElse(Dong.ZERO);
    }

    /**
     * The same where it has to be known: empty when it hangs on an answer that is not given.
     *
     * @param place named in the fault when it does not compile
     */
    public Function<Situation, Optional<Dong>> knownAmount(String place, String source) {
        var program = compile(place, source, SimpleType.DOUBLE, "number");
        return situation ->
                program.tell(place, situation).map(Double.class::cast).map(it -> price(place, it));
    }

    private static Dong price(String place, double amount) {
        if (!Double.isFinite(amount) || amount < 0) {
            throw new Refused(AmountRefusal.AMOUNT_NOT_KNOWN, place);
        }
        return new Dong(BigDecimal.valueOf(Math.min(amount, MOST))
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact());
    }

    /**
     * How an amount comes about that is a number of the form times a price; empty where it is reckoned in another way, and where an
     * answer that it hangs on is not given. The expression is one that {@link #amount} has taken.
     */
    public Function<Situation, Optional<Product>> product(String source) {
        try {
            var whole = compiler.parse(source).getAst();
            return new Products(
                            vocabulary,
                            it -> part(whole, it)::ask,
                            it -> !new AskedNames(vocabulary)
                                    .in(alone(it, whole))
                                    .isEmpty())
                    .of(whole.getExpr());
        } catch (CelValidationException e) {
            throw new IllegalStateException("an amount that was taken cannot be read: " + source, e);
        }
    }

    private static CelAbstractSyntaxTree alone(CelExpr part, CelAbstractSyntaxTree whole) {
        return CelAbstractSyntaxTree.newParsedAst(part, whole.getSource());
    }

    private Compiled part(CelAbstractSyntaxTree whole, CelExpr part) {
        try {
            return new Compiled(
                    program(compiler.check(broken(alone(part, whole))).getAst()));
        } catch (CelValidationException e) {
            throw new IllegalStateException("a part of what was taken cannot be", e);
        }
    }

    /**
     * The answer to a question of that kind: a text, a number, yes or no. What a text leaves empty is no answer. Dates,
     * addresses and tables are not computed; they are taken over as they were given.
     *
     * @param place named in the fault when it does not compile
     */
    public Function<Situation, Optional<Object>> answer(String place, String source, vn.motcua.form.Kind kind) {
        var program = switch (kind.sort()) {
            case TEXT -> compile(place, source, SimpleType.STRING, "text");
            case NUMBER -> compile(place, source, SimpleType.DOUBLE, "number");
            case YES_NO -> compile(place, source, SimpleType.BOOL, "yes-no");
            case TEXTS, DATE, ADDRESS, ROWS ->
                throw new UnsoundDefinition(
                        List.of(Fault.at(place, "wrongResult", kind.written(), "a computed value")));
        };
        return situation -> program.ask(situation).filter(it -> !it.equals(""));
    }

    /** The questions that it asks, as {@link AskedNames} says; none of what cannot be read. */
    Set<String> asked(String source) {
        try {
            return new AskedNames(vocabulary).in(compiler.parse(source).getAst());
        } catch (CelValidationException e) {
            return Set.of();
        }
    }

    private Compiled compile(String place, String source, CelType wanted, String wantedName) {
        try {
            var parsed = compiler.parse(source).getAst();
            var faults = options(place, source, parsed);
            faults.addAll(new OutsideNames(vocabulary, place, source).unknown(parsed));
            if (!faults.isEmpty()) {
                throw new UnsoundDefinition(faults);
            }
            var checked = compiler.check(broken(parsed)).getAst();
            if (!checked.getResultType().equals(wanted)) {
                throw new UnsoundDefinition(List.of(new Fault(
                        place,
                        1,
                        1,
                        "wrongResult",
                        List.of(
                                wantedName,
                                ExpressionFaults.typeName(
                                        checked.getResultType().name())))));
            }
            return new Compiled(program(checked));
        } catch (CelValidationException e) {
            var faults = new ExpressionFaults(vocabulary, functions.names());
            throw new UnsoundDefinition(e.getErrors().stream()
                    .filter(it -> it.getSeverity() == CelIssue.Severity.ERROR)
                    .map(it -> faults.of(place, source, it))
                    .distinct()
                    .toList());
        }
    }

    /** The same expression with every whole number written as a broken one: there is one kind of number. */
    private static CelAbstractSyntaxTree broken(CelAbstractSyntaxTree parsed) {
        var mutable = CelMutableAst.fromCelAst(parsed);
        CelNavigableMutableAst.fromAst(mutable).getRoot().allNodes().toList().forEach(node -> {
            var expression = node.expr();
            if (node.getKind() == Kind.CONSTANT && expression.constant().getKind() == CelConstant.Kind.INT64_VALUE) {
                expression.setConstant(
                        CelConstant.ofValue((double) expression.constant().int64Value()));
            }
        });
        return CelAbstractSyntaxTree.newParsedAst(
                CelMutableExprConverter.fromMutableExpr(mutable.expr()), parsed.getSource());
    }

    /** Texts compared with a choice that are not among its options. */
    private List<Fault> options(String place, String source, CelAbstractSyntaxTree parsed) {
        var faults = new ArrayList<Fault>();
        new ComparedOptions(vocabulary).unknown(parsed.getExpr()).forEach(it -> {
            var at = Math.max(source.indexOf('"' + it.value() + '"'), source.indexOf("'" + it.value() + "'"));
            var before = source.substring(0, Math.max(at, 0));
            faults.add(new Fault(
                    place,
                    1 + (int) before.chars().filter(c -> c == '\n').count(),
                    before.length() - before.lastIndexOf('\n'),
                    "unknownOption",
                    List.of(it.value(), it.name(), String.join(", ", it.options()))));
        });
        return faults;
    }

    private CelRuntime.Program program(CelAbstractSyntaxTree checked) {
        try {
            return runtime.createProgram(checked);
        } catch (CelEvaluationException e) {
            throw new IllegalStateException("a checked expression cannot be planned", e);
        }
    }

    /** A program whose failure means: not known. */
    private record Compiled(CelRuntime.Program program) {

        Optional<Object> ask(Situation situation) {
            try {
                return value(situation);
            } catch (CelEvaluationException e) {
                return Optional.empty();
            }
        }

        /** The same, but only a missing answer means: not known. Every other failure is refused. */
        Optional<Object> tell(String place, Situation situation) {
            try {
                return value(situation);
            } catch (CelEvaluationException e) {
                if (e.getErrorCode() == CelErrorCode.ATTRIBUTE_NOT_FOUND) {
                    return Optional.empty();
                }
                throw (Refused) new Refused(AmountRefusal.AMOUNT_NOT_KNOWN, place).initCause(e);
            }
        }

        /** What hangs on a name without a value is a set of unknowns, which is none of these. */
        private Optional<Object> value(Situation situation) throws CelEvaluationException {
            var value = ScopedValue.where(Functions.FACTS, situation.facts()).call(() -> program.eval(situation));
            return value instanceof Boolean || value instanceof Double || value instanceof String
                    ? Optional.of(value)
                    : Optional.empty();
        }
    }
}
