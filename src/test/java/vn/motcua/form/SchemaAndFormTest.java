package vn.motcua.form;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/**
 * The schema that other systems read and the form say the same of every answer. What hangs on other answers the schema only
 * names, so the form may refuse that on top.
 */
class SchemaAndFormTest {

    private static final Facts FACTS = ShippedFormsTest.FACTS;
    private static final int TRIES = 150;
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final Set<String> MISSING = Set.of(
            "form.problem.enter",
            "form.problem.choose",
            "form.problem.answerYesNo",
            "form.problem.agree",
            "form.problem.addRow",
            "form.problem.attach",
            "form.problem.enterAddress",
            "form.problem.tooFewRows");

    static Stream<String> forms() {
        return Stream.concat(Stream.of("all-kinds"), Packages.codes().stream());
    }

    private static CompiledForm form(String name) {
        return name.equals("all-kinds") ? AnswersTest.FORM : Packages.form(name);
    }

    @ParameterizedTest
    @MethodSource("forms")
    void schemaAndFormAcceptTheSameAnswers(String name) {
        var form = form(name);
        var schema = REGISTRY.getSchema(form.jsonSchema(FACTS.now()));
        var random = new Random(20_261_122);
        int accepted = 0;
        for (int i = 0; i < TRIES; i++) {
            // mostly right, so that whole forms are accepted too
            var answers = answers(form, random, i % 3 == 0 ? 0 : i % 3 == 1 ? 0.03 : 0.3);
            var kept = form.kept(answers, FACTS);
            var problems = form.validate(kept, FACTS).stream()
                    .filter(it -> !hangsOnOthers(form, it, kept))
                    .toList();
            var errors = schema.validate(JSON.valueToTree(kept));
            assertThat(errors.isEmpty())
                    .as("%s%nanswers %s%nform %s%nschema %s", name, kept, problems, errors)
                    .isEqualTo(problems.isEmpty());
            accepted += errors.isEmpty() ? 1 : 0;
        }
        assertThat(accepted).as("not everything is accepted").isLessThan(TRIES);
        if (name.equals("all-kinds")) {
            assertThat(accepted).as("nor is everything refused").isPositive();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-22,true",
        "2026-11-23,false",
        "2027-01-01,false",
        "1850-01-01,true",
        "1849-12-31,false",
        "2024-02-29,true",
        "2023-02-29,false",
        "1900-02-29,false",
        "2000-02-29,true",
        "2025-04-31,false",
        "2025-00-10,false",
        "2025-4-1,false"
    })
    void aDayIsAcceptedAsTheFormAcceptsIt(String day, boolean good) {
        var schema = REGISTRY.getSchema(
                AnswersTest.FORM.jsonSchema(FACTS.now()).path("properties").path("a.date"));

        assertThat(schema.validate(JSON.valueToTree(day)).isEmpty()).isEqualTo(good);
        assertThat(AnswersTest.FORM.validate(Map.of("a.date", day), FACTS).stream()
                        .noneMatch(it -> it.fieldId().equals("a.date")))
                .isEqualTo(good);
    }

    @Test
    void whatHangsOnOtherAnswersIsNamed() {
        var schema = AnswersTest.FORM.jsonSchema(FACTS.now());
        assertThat(schema.at("/properties/a.hidden/$comment").asString()).startsWith("when a.boolean == false");
        assertThat(schema.at("/properties/a.rows/items/properties/why/$comment").asString())
                .contains("required row.pages > 10");
        assertThat(schema.at("/properties/a.total/readOnly").asBoolean()).isTrue();
    }

    private static boolean hangsOnOthers(CompiledForm form, Problem problem, Map<String, Object> kept) {
        var parts = problem.fieldId();
        var field = all(form)
                .filter(it -> parts.equals(it.id()) || parts.startsWith(it.id() + "."))
                .findFirst()
                .orElseThrow();
        var cell = field.table().columns().stream()
                .filter(it -> parts.matches(java.util.regex.Pattern.quote(field.id()) + "\\.\\d+\\." + it.id()))
                .findFirst();
        var asked = cell.orElse(field);
        if (problem.key().isEmpty()) {
            // the author's own words: of a pattern, or of a demand and a check
            return asked.limits()
                    .message()
                    .filter(problem.arguments()::contains)
                    .isEmpty();
        }
        if (!MISSING.contains(problem.key()) || (given(problem, field, cell, kept) && !few(problem))) {
            return false;
        }
        if (!asked.required().equals("true")) {
            return true;
        }
        if (cell.isPresent()) {
            return asked.when().isPresent();
        }
        return !kept.containsKey(field.id()) && (asked.when().isPresent() || section(form, field));
    }

    private static boolean few(Problem problem) {
        return problem.key().equals("form.problem.tooFewRows");
    }

    /** Whether something stands there: what is wrong is said in the words for what is missing, for some kinds. */
    private static boolean given(Problem problem, Field field, Optional<Field> cell, Map<String, Object> kept) {
        var value = kept.get(field.id());
        if (cell.isEmpty()) {
            var list = field.kind() == Kind.CHOICES || field.kind() == Kind.TABLE;
            return value != null && !(list && value.equals(List.of()));
        }
        var row = problem.fieldId().substring(field.id().length() + 1);
        return value instanceof List<?> rows
                && rows.get(Integer.parseInt(row.substring(0, row.indexOf('.')))) instanceof Map<?, ?> cells
                && cells.containsKey(cell.get().id());
    }

    private static boolean section(CompiledForm form, Field field) {
        return form.definition().sections().stream()
                .anyMatch(it -> it.when().isPresent() && it.fields().contains(field));
    }

    private static Stream<Field> all(CompiledForm form) {
        return Stream.concat(
                form.definition().questions().stream(), form.definition().fields());
    }

    private static Map<String, Object> answers(CompiledForm form, Random random, double wrong) {
        var answers = new HashMap<String, Object>();
        all(form).filter(it -> it.kind() != Kind.SIGNATURE).forEach(it -> {
            if (random.nextDouble() >= wrong / 2) {
                answers.put(it.id(), answer(it, random, wrong));
            }
        });
        return answers;
    }

    private static Object answer(Field field, Random random, double wrong) {
        if (field.kind() == Kind.TABLE) {
            return rows(field, random, wrong);
        }
        return random.nextDouble() < wrong ? any(random, NONSENSE) : right(field, random);
    }

    private static List<Object> rows(Field table, Random random, double wrong) {
        var rows = new ArrayList<>();
        int most = random.nextDouble() < wrong
                ? table.table().maxRows() + 1
                : Math.min(3, table.table().maxRows());
        int least = random.nextDouble() < wrong ? 0 : Math.max(1, table.table().minRows());
        for (int i = 0; i < Math.max(least, random.nextInt(most + 1)); i++) {
            var row = new LinkedHashMap<String, Object>();
            table.table().columns().forEach(it -> {
                if (random.nextDouble() >= wrong) {
                    row.put(it.id(), answer(it, random, wrong));
                }
            });
            rows.add(row);
        }
        return rows;
    }

    private static final List<Object> NONSENSE = List.of(
            "",
            " ",
            "x",
            "X!",
            0L,
            -1L,
            1.5,
            3_000_000_000L,
            true,
            false,
            List.of(),
            List.of("X!"),
            List.of("A", "A"),
            Map.of(),
            Map.of("province", "15"),
            Map.of("province", "15", "ward", "02683", "street", "x"),
            "2026-13-01",
            "2026-02-30",
            "2026-05-99",
            "2027-06-01",
            "0099-01-01",
            "1800",
            "2026-11",
            "2026-11-22T25:00",
            "2300-01-01T10:00",
            "x".repeat(5000));

    private static Object any(Random random, List<Object> from) {
        return from.get(random.nextInt(from.size()));
    }

    private static Object right(Field field, Random random) {
        return switch (field.kind()) {
            case TEXT, TEXTAREA, AGENCY, FILE -> any(random, List.of("Một", "Bản Ý Linh Hồ, số 3", "0"));
            case PERSON_NAME -> any(random, List.of("Giàng Thị Mỵ", "O’Brien-Smith"));
            case INTEGER, MONEY -> Math.max(least(field), (long) random.nextInt(3));
            case DECIMAL -> Math.max((double) least(field), 0.5 + random.nextInt(3));
            case BOOLEAN, CONSENT -> field.limits().mustBe().orElseGet(random::nextBoolean);
            case SELECT -> any(random, new ArrayList<>(Options.of(field).keySet()));
            case CHOICES ->
                List.of(any(random, new ArrayList<>(Options.of(field).keySet())));
            case DATE, PARTIAL_DATE -> day(field);
            case MONTH -> "2026-10";
            case DATETIME ->
                field.limits().min().isPresent()
                        ? "2026-11-22T09:00"
                        : any(random, List.of("2026-11-01T08:30", "2024-02-29T00:00"));
            case CITIZEN_ID -> "010095001234";
            case TAX_CODE -> any(random, List.of("0100109106", "0100109106-001", "010095001234"));
            case PHONE -> "0912345678";
            case EMAIL -> "may@example.org";
            case URL -> "https://example.org";
            case ADDRESS -> Map.of("province", "15", "ward", "02683", "detail", "Thôn Ý Linh Hồ");
            case TABLE -> List.of();
            case SIGNATURE -> throw new IllegalArgumentException(field.id());
        };
    }

    private static long least(Field field) {
        return field.limits()
                .min()
                .flatMap(Limit::number)
                .map(it -> (long) Math.ceil(it.doubleValue()))
                .orElse(0L);
    }

    /** A day within the limits of the field. */
    private static String day(Field field) {
        var earliest = field.limits().min().flatMap(it -> Limit.day(it, FACTS.now()));
        var latest = field.limits().max().flatMap(it -> Limit.day(it, FACTS.now()));
        return Optional.of(latest.or(() -> earliest)
                        .map(it -> it.date().toString())
                        .orElse("2026-11-07"))
                .map(it -> field.limits().acceptYearOnly() && earliest.isEmpty() ? it.substring(0, 4) : it)
                .orElseThrow();
    }

    @Test
    void theTestTriesEveryKind() {
        assertThat(all(AnswersTest.FORM).map(Field::kind).distinct().count())
                .as("kinds of the form with all kinds")
                .isEqualTo(Arrays.stream(Kind.values()).count());
    }
}
