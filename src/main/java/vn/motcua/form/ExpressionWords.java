package vn.motcua.form;

import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.parser.CelParser;
import dev.cel.parser.CelParserFactory;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.motcua.shared.Language;
import vn.motcua.shared.Messages;

/**
 * Says expressions of a package as sentences, for authors and reviewers: with the questions' own words instead of names,
 * the options' instead of codes. It explains; what counts is the expression.
 */
public final class ExpressionWords {

    private static final CelParser PARSER = CelParserFactory.standardCelParserBuilder()
            .setOptions(CelOptions.current().maxExpressionCodePointSize(4_000).build())
            .build();
    private static final Map<String, String> COMPARED = Map.of(
            "_==_", "equal", "_!=_", "unequal", "_<_", "less", "_<=_", "atMost", "_>_", "more", "_>=_", "atLeast");
    private static final Map<String, String> COUNTED =
            Map.of("_+_", "plus", "_-_", "minus", "_*_", "times", "_/_", "divided", "-_", "negative");
    private static final Set<String> SAYS_YES_OR_NO = Set.of(
            "_&&_",
            "_||_",
            "!_",
            "_==_",
            "_!=_",
            "_<_",
            "_<=_",
            "_>_",
            "_>=_",
            "@in",
            "given",
            "dataAvailable",
            "contains",
            "startsWith",
            "endsWith",
            "matches",
            "exists",
            "all");
    private static final Set<String> ASKS_A_TEXT = Set.of("contains", "startsWith", "endsWith", "matches");
    private static final Set<String> ADDRESS = Set.of("province", "ward", "detail");

    private final Map<String, Field> fields = new HashMap<>();
    private final Map<String, FormDefinition.Parameter> parameters;
    private final Messages messages;
    private final Language language;

    /** For expressions over the names of that form. */
    public ExpressionWords(FormDefinition form, Messages messages, Language language) {
        this.parameters = form.parameters();
        this.messages = messages;
        this.language = language;
        Stream.concat(form.questions().stream(), form.fields()).forEach(it -> {
            fields.put(it.id(), it);
            it.table().columns().forEach(column -> fields.putIfAbsent("row." + column.id(), column));
        });
    }

    /** The sentence; the expression itself where it is none. */
    public String say(String expression) {
        try {
            var root = PARSER.parse(expression).getAst().getExpr();
            return isStatement(root) ? statement(root) : value(root);
        } catch (CelValidationException e) {
            return expression;
        }
    }

    private boolean isStatement(CelExpr it) {
        return switch (it.exprKind().getKind()) {
            case CONSTANT -> it.constant().getKind() == CelConstant.Kind.BOOLEAN_VALUE;
            case CALL ->
                SAYS_YES_OR_NO.contains(it.call().function())
                        || (it.call().function().equals("_?_:_")
                                && isStatement(it.call().args().get(1)));
            case IDENT, SELECT ->
                field(it)
                        .filter(one -> one.kind().sort() == vn.motcua.form.Kind.Sort.YES_NO)
                        .isPresent();
            case NOT_SET, LIST, STRUCT, MAP, COMPREHENSION -> false;
        };
    }

    private String statement(CelExpr it) {
        return switch (it.exprKind().getKind()) {
            case CONSTANT -> t(it.constant().booleanValue() ? "always" : "never");
            case CALL -> asked(it.call());
            case IDENT, SELECT, NOT_SET, LIST, STRUCT, MAP, COMPREHENSION -> t("yes", value(it));
        };
    }

    private String asked(CelExpr.CelCall call) {
        var function = call.function();
        var args = call.args();
        if (COMPARED.containsKey(function)) {
            return compared(COMPARED.getOrDefault(function, ""), args.get(0), args.get(1));
        }
        if (ASKS_A_TEXT.contains(function)) {
            return t(function, value(call.target().orElseThrow()), value(args.getFirst()));
        }
        return switch (function) {
            case "_&&_", "_||_" -> joined(function, args);
            case "!_" -> not(args.getFirst());
            case "@in" -> t("in", value(args.get(0)), options(args.get(0), args.get(1)));
            case "_?_:_" -> t("whether", statement(args.get(0)), statement(args.get(1)), statement(args.get(2)));
            case "given" -> t("given", value(args.getFirst()));
            case "dataAvailable" -> t("available", value(args.getFirst()));
            case "exists", "all" -> t(function, value(call.target().orElseThrow()), inRow(call));
            default -> t("yes", called(call));
        };
    }

    private String joined(String function, List<CelExpr> args) {
        return args.stream()
                .map(it -> {
                    var said = statement(it);
                    return it.exprKind().getKind() == Kind.CALL
                                    && Set.of("_&&_", "_||_", "_?_:_")
                                            .contains(it.call().function())
                                    && !it.call().function().equals(function)
                            ? "(" + said + ")"
                            : said;
                })
                .collect(Collectors.joining(" " + t(function.equals("_&&_") ? "and" : "or") + " "));
    }

    private String not(CelExpr it) {
        if (it.exprKind().getKind() != Kind.CALL) {
            return t("no", value(it));
        }
        var call = it.call();
        return switch (call.function()) {
            case "given" -> t("notGiven", value(call.args().getFirst()));
            case "dataAvailable" -> t("notAvailable", value(call.args().getFirst()));
            default -> t("not", statement(it));
        };
    }

    private String compared(String how, CelExpr left, CelExpr right) {
        if (isBoolean(right) && (how.equals("equal") || how.equals("unequal"))) {
            return right.constant().booleanValue() == how.equals("equal") ? statement(left) : not(left);
        }
        if (isEmptyText(right)) {
            return t(how.equals("equal") ? "notGiven" : "given", value(left));
        }
        return t(how, value(left), option(left, right));
    }

    private static boolean isBoolean(CelExpr it) {
        return it.exprKind().getKind() == Kind.CONSTANT && it.constant().getKind() == CelConstant.Kind.BOOLEAN_VALUE;
    }

    private static boolean isEmptyText(CelExpr it) {
        return it.exprKind().getKind() == Kind.CONSTANT
                && it.constant().getKind() == CelConstant.Kind.STRING_VALUE
                && it.constant().stringValue().isEmpty();
    }

    private String options(CelExpr field, CelExpr list) {
        return list.exprKind().getKind() == Kind.LIST
                ? list.list().elements().stream().map(it -> option(field, it)).collect(Collectors.joining(", "))
                : value(list);
    }

    /** A text that is compared with a choice, in the words of the option. */
    private String option(CelExpr field, CelExpr value) {
        if (value.exprKind().getKind() != Kind.CONSTANT
                || value.constant().getKind() != CelConstant.Kind.STRING_VALUE) {
            return value(value);
        }
        var text = value.constant().stringValue();
        if (Functions.path(field).filter("channel"::equals).isPresent() && Vocabulary.CHANNELS.contains(text)) {
            return t("channel." + text);
        }
        return field(field)
                .map(it -> Options.of(it).get(text))
                .map(it -> "“" + it.in(language) + "”")
                .orElseGet(() -> value(value));
    }

    private String value(CelExpr it) {
        return switch (it.exprKind().getKind()) {
            case CONSTANT -> constant(it.constant());
            case IDENT, SELECT -> Functions.path(it).map(this::name).orElse("?");
            case CALL -> SAYS_YES_OR_NO.contains(it.call().function()) ? statement(it) : called(it.call());
            case LIST -> it.list().elements().stream().map(this::value).collect(Collectors.joining(", "));
            case NOT_SET, STRUCT, MAP, COMPREHENSION -> "?";
        };
    }

    private String called(CelExpr.CelCall call) {
        var function = call.function();
        if (COUNTED.containsKey(function)) {
            return t(
                    COUNTED.getOrDefault(function, ""),
                    call.args().stream().map(this::operand).toArray());
        }
        if (function.equals("_?_:_")) {
            var args = call.args();
            return t("choose", statement(args.get(0)), value(args.get(1)), value(args.get(2)));
        }
        if (function.equals("param")) {
            return call.args().getFirst().exprKind().getKind() == Kind.CONSTANT
                    ? name(call.args().getFirst().constant().stringValue())
                    : value(call.args().getFirst());
        }
        if (call.target().isPresent()) {
            return t("rows." + function, value(call.target().orElseThrow()), inRow(call));
        }
        return t("fn." + function, call.args().stream().map(this::value).toArray());
    }

    /** What is added inside of what is multiplied stands in brackets. */
    private String operand(CelExpr it) {
        var said = value(it);
        return it.exprKind().getKind() == Kind.CALL
                        && (COUNTED.containsKey(it.call().function())
                                || it.call().function().equals("_?_:_"))
                ? "(" + said + ")"
                : said;
    }

    /** What is said of one row: {@code rows.sum(i, i.amount)}. */
    private String inRow(CelExpr.CelCall call) {
        var args = call.args();
        var table = call.target().flatMap(this::field);
        var row = Functions.path(args.getFirst()).orElse("");
        var outside = Map.copyOf(fields);
        table.ifPresent(it -> it.table().columns().forEach(column -> fields.put(row + "." + column.id(), column)));
        var last = args.getLast();
        var said = isStatement(last) ? statement(last) : value(last);
        fields.clear();
        fields.putAll(outside);
        return said;
    }

    private String constant(CelConstant it) {
        return switch (it.getKind()) {
            case STRING_VALUE -> "“" + it.stringValue() + "”";
            case BOOLEAN_VALUE -> t(it.booleanValue() ? "always" : "never");
            case INT64_VALUE -> number(BigDecimal.valueOf(it.int64Value()));
            case DOUBLE_VALUE -> number(BigDecimal.valueOf(it.doubleValue()));
            default -> it.toString();
        };
    }

    private String number(BigDecimal number) {
        var plain = number.stripTrailingZeros().toPlainString();
        return switch (language) {
            case VI -> plain.replace('.', ',');
            case EN -> plain;
        };
    }

    private Optional<Field> field(CelExpr it) {
        return Functions.path(it).map(fields::get);
    }

    private String name(String path) {
        var field = fields.get(path);
        if (field != null) {
            return "“" + field.label().in(language) + "”";
        }
        var parameter = parameters.get(path);
        if (parameter != null) {
            return "“" + parameter.label().in(language) + "”";
        }
        var dot = path.lastIndexOf('.');
        var part = path.substring(dot + 1);
        if (dot > 0 && ADDRESS.contains(part)) {
            return t("part." + part, name(path.substring(0, dot)));
        }
        return Set.of("today", "now", "channel").contains(path) ? t("name." + path) : path;
    }

    private String t(String key, Object... arguments) {
        return messages.say(language, "form.says." + key, arguments);
    }
}
