package vn.motcua.catalogue;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vn.motcua.form.CodeLists;
import vn.motcua.form.CompiledForm;
import vn.motcua.form.Facts;
import vn.motcua.form.Field;
import vn.motcua.form.Kind;
import vn.motcua.form.Problem;

/** Fills a form in as somebody would who tries until nothing is wrong: what is complained of is answered otherwise. */
final class AnyAnswers {

    private static final int PATIENCE = 300;
    private static final List<String> TEXTS = List.of(
            "Văn bản",
            "128/2026",
            "12345",
            "A1",
            "01",
            "AB 123456",
            "2020",
            "0100109106",
            "1234567890",
            "GD4011234567890");
    private static final List<Map<String, String>> PLACES = List.of(
            Map.of("province", "15", "ward", "03006", "detail", "Thôn Tả Van"),
            Map.of("province", "15", "ward", "03006"));

    private final CompiledForm form;
    private final Facts facts;
    private final RandomGenerator chance;

    AnyAnswers(CompiledForm form, Facts facts, RandomGenerator chance) {
        this.form = form;
        this.facts = facts;
        this.chance = chance;
    }

    /** Answers with which nothing is wrong but that files are missing; empty when none were found. */
    Optional<Map<String, Object>> all() {
        var answers = new HashMap<>(form.begin());
        fields().filter(it -> it.kind() == Kind.BOOLEAN || it.kind() == Kind.SELECT)
                .forEach(it -> answers.put(it.id(), answer(it)));
        for (int round = 0; round < PATIENCE; round++) {
            var wrong = form.validate(answers, facts).stream()
                    .map(Problem::fieldId)
                    .flatMap(it -> field(it).stream())
                    .filter(it -> it.kind() != Kind.FILE)
                    .toList();
            if (wrong.isEmpty()) {
                return Optional.of(answers);
            }
            new HashSet<>(wrong).forEach(it -> answers.put(it.id(), answer(it)));
            if (round % 40 == 39) {
                fields().filter(it -> it.kind() == Kind.BOOLEAN || it.kind() == Kind.SELECT || it.kind() == Kind.DATE)
                        .filter(it -> answers.containsKey(it.id()))
                        .forEach(it -> answers.put(it.id(), answer(it)));
            }
        }
        return Optional.empty();
    }

    /** Answers to one section alone, beside those that there are. */
    Optional<Map<String, Object>> section(String section, Map<String, Object> others) {
        var answers = new HashMap<>(others);
        for (int round = 0; round < PATIENCE; round++) {
            var wrong = form.validate(section, answers, facts);
            if (wrong.isEmpty()) {
                return Optional.of(answers);
            }
            wrong.stream()
                    .flatMap(it -> field(it.fieldId()).stream())
                    .distinct()
                    .forEach(it -> answers.put(it.id(), answer(it)));
        }
        return Optional.empty();
    }

    private Stream<Field> fields() {
        return Stream.concat(
                form.definition().questions().stream(), form.definition().fields());
    }

    /** The field of that name, or the table of that cell. */
    private Optional<Field> field(String id) {
        return fields().filter(it -> id.equals(it.id()) || id.startsWith(it.id() + "."))
                .max(java.util.Comparator.comparingInt(it -> it.id().length()));
    }

    private Object answer(Field field) {
        return switch (field.kind()) {
            case TEXT, TEXTAREA, AGENCY -> text(field);
            case PERSON_NAME -> "Lý Thị Mẩy";
            case INTEGER, MONEY -> (long) number(field);
            case DECIMAL -> (double) number(field);
            case BOOLEAN -> field.limits().mustBe().orElseGet(chance::nextBoolean);
            case CONSENT -> true;
            case SELECT -> options(field).get(chance.nextInt(options(field).size()));
            case CHOICES ->
                List.of(options(field).get(chance.nextInt(options(field).size())));
            case DATE, PARTIAL_DATE -> day().toString();
            case MONTH -> YearMonth.from(day()).toString();
            case DATETIME -> day() + "T09:30";
            case CITIZEN_ID -> "010195001234";
            case TAX_CODE -> "0100109106";
            case PHONE -> "0912345678";
            case EMAIL -> "may@example.vn";
            case URL -> "https://example.vn";
            case ADDRESS -> PLACES.get(chance.nextInt(PLACES.size()));
            case TABLE ->
                IntStream.range(0, Math.max(1, field.table().minRows()))
                        .mapToObj(_ -> row(field))
                        .toList();
            case FILE -> throw new IllegalArgumentException("nobody gives a file: " + field.id());
        };
    }

    private Map<String, Object> row(Field table) {
        var row = new LinkedHashMap<String, Object>();
        table.table().columns().stream()
                .filter(it -> it.kind() != Kind.FILE && it.calculate().isEmpty())
                .forEach(it -> row.put(it.id(), answer(it)));
        return row;
    }

    private String text(Field field) {
        var text = TEXTS.get(chance.nextInt(TEXTS.size()));
        int most = field.limits().maxLength();
        return most > 0 && text.length() > most ? text.substring(0, most) : text;
    }

    private int number(Field field) {
        int from = field.limits().min().map(Double::parseDouble).orElse(1.0).intValue();
        int to = field.limits()
                .max()
                .map(Double::parseDouble)
                .orElse(from + 50.0)
                .intValue();
        return chance.nextInt(5) == 0 ? 1_000_000 : from + chance.nextInt(Math.max(1, Math.min(to - from + 1, 200)));
    }

    /** Long ago, lately, today or soon. */
    private LocalDate day() {
        var today = facts.now().toLocalDate();
        return switch (chance.nextInt(7)) {
            case 0 -> today;
            case 1 -> today.minusDays(1 + chance.nextInt(20));
            case 2 -> today.minusMonths(2 + chance.nextInt(30));
            case 3 -> today.minusYears(20 + chance.nextInt(10));
            case 4 -> today.minusYears(30 + chance.nextInt(40));
            case 5 -> today.plusDays(1 + chance.nextInt(30));
            default -> today.plusYears(1 + chance.nextInt(5));
        };
    }

    private static List<String> options(Field field) {
        var own = new ArrayList<>(field.choice().options().keySet());
        field.choice().codelist().map(CodeLists.standard()::codes).ifPresent(own::addAll);
        return own.isEmpty() ? List.of("?") : own;
    }
}
