package vn.motcua.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Validation answers are the same from page and API: the same answers, typed into the page and sent as JSON. */
class SamePageAndApiTest {

    private static final Facts FACTS = ShippedFormsTest.FACTS;
    private static final int TRIES = 40;
    private static final JsonMapper JSON = JsonMapper.shared();

    static Stream<String> forms() {
        return SchemaAndFormTest.forms();
    }

    @ParameterizedTest
    @MethodSource("forms")
    void aPageAndAProgramAreToldTheSame(String name) {
        var form = name.equals("all-kinds") ? AnswersTest.FORM : Packages.form(name);
        var random = new Random(20_261_123);
        int wrong = 0;
        for (int i = 0; i < TRIES; i++) {
            var posted = new LinkedHashMap<String, List<String>>();
            var sent = JSON.createObjectNode();
            var wrongs = i % 2 == 0 ? 0.05 : 0.4;
            all(form)
                    .filter(it -> it.calculate().isEmpty() && it.kind() != Kind.FILE && it.kind() != Kind.SIGNATURE)
                    .forEach(it -> give(it, it.id(), random, wrongs, posted, sent));

            var typed = form.parseAll(posted);
            var check = AnswersCheck.of(form, sent, FACTS);

            assertThat(check.problems())
                    .as("%s%nposted %s%nsent %s", name, posted, sent)
                    .isEqualTo(form.validate(typed, FACTS));
            assertThat(check.answers()).as("kept of %s", sent).isEqualTo(form.kept(typed, FACTS));
            assertThat(check.asked().stream().filter(form.visible(typed, FACTS)::contains))
                    .containsExactlyElementsOf(inOrder(form, form.visible(typed, FACTS)));
            assertThat(check.unknown()).isEmpty();
            wrong += check.problems().size();
        }
        assertThat(wrong).as("problems that were said").isPositive();
    }

    @Test
    void whatIsSentOtherwiseThanItIsKeptIsNamed() {
        var check = AnswersCheck.of(AnswersTest.FORM, JSON.readTree("""
                {"a.phone": "+84 912 345 678", "a.boolean": true, "a.hidden": "x", "nothing": 1,
                 "a.rows": [{"name": "Một", "pages": 3, "colour": "đỏ"}]}
                """), FACTS);

        assertThat(check.answers()).containsEntry("a.phone", "0912345678").doesNotContainKey("a.hidden");
        assertThat(check.changed()).contains("a.phone").doesNotContain("a.boolean");
        assertThat(check.notAsked()).containsExactly("a.hidden");
        assertThat(check.unknown()).containsExactly("nothing", "a.rows.0.colour");
        assertThat(check.calculated()).contains("a.total");
    }

    @Test
    void whatNoPageCanSendIsRefusedAtItsField() {
        for (var sent : List.of(
                "{\"a.text\": 5}",
                "{\"a.text\": {\"x\": 1}}",
                "{\"a.rows\": [1, 2]}",
                "{\"a.several\": [true]}",
                "{\"a.date\": 20261107}",
                "{\"a.date\": {\"day\": \"7\", \"month\": \"11\", \"year\": \"2026\"}}",
                "{\"a.home\": \"Tả Van\"}",
                "{\"a.integer\": 1e300}")) {
            var given = JSON.readTree(sent);
            var field = given.propertyNames().iterator().next();
            assertThat(AnswersCheck.of(AnswersTest.FORM, given, FACTS).problems())
                    .as(sent)
                    .anyMatch(it -> it.fieldId().equals(field));
        }
    }

    @Test
    void aDecimalIsTheSameHoweverItIsSent() {
        for (var sent : List.of("1.234", "\"1,234\"", "1.2340")) {
            var check = AnswersCheck.of(AnswersTest.FORM, JSON.readTree("{\"a.decimal\": " + sent + "}"), FACTS);
            assertThat(check.answers()).as(sent).containsEntry("a.decimal", 1.234);
        }
        var grouped = AnswersCheck.of(AnswersTest.FORM, JSON.readTree("{\"a.decimal\": \"1.234\"}"), FACTS);
        assertThat(grouped.answers()).as("a text is typed by Vietnamese").containsEntry("a.decimal", 1234L);
        assertThat(grouped.changed()).containsExactly("a.decimal");
        for (var sent : List.of("{\"a.decimal\": 0.1234567}", "{\"a.integer\": 1.234}", "{\"a.money\": 0.5}")) {
            var given = JSON.readTree(sent);
            var field = given.propertyNames().iterator().next();
            assertThat(AnswersCheck.of(AnswersTest.FORM, given, FACTS).problems())
                    .as(sent)
                    .anyMatch(it -> it.fieldId().equals(field));
        }
    }

    @Test
    void whatIsNoPartOfAnAddressIsLeftOutAndNamed() {
        var check = AnswersCheck.of(AnswersTest.FORM, JSON.readTree("""
                {"a.home": {"province": "15", "ward": "03004", "detail": null, "country": "VN"},
                 "a.rows": [{"name": "Một", "pages": 3, "place": {"province": "15", "ward": "03004", "street": "x"}}]}
                """), FACTS);
        assertThat(check.answers()).containsEntry("a.home", Map.of("province", "15", "ward", "03004"));
        assertThat(check.unknown()).containsExactly("a.home.country", "a.rows.0.place.street");
    }

    @Test
    void ofTooManyRowsNothingElseIsSaid() {
        var sent = JSON.createObjectNode();
        var rows = sent.putArray("a.rows");
        for (int i = 0; i < 400; i++) {
            rows.addObject().put("name", "x").put("pages", 1);
        }
        var check = AnswersCheck.of(AnswersTest.FORM, sent, FACTS);
        assertThat(check.problems().stream().filter(it -> it.fieldId().startsWith("a.rows")))
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.code()).isEqualTo("tooManyRows");
                    assertThat(it.arguments()).contains(20, 400);
                });
        assertThat(check.asked()).contains("a.rows").noneMatch(it -> it.startsWith("a.rows."));
    }

    @Test
    void aConsentThatIsNotGivenIsMissing() {
        var form = Packages.form("1.001193");
        assertThat(AnswersCheck.of(form, JSON.readTree("{\"commit.agree\": false}"), FACTS)
                        .problems())
                .anyMatch(it -> it.fieldId().equals("commit.agree") && it.code().equals("agree"));
        assertThat(AnswersCheck.of(form, JSON.readTree("{\"commit.agree\": true}"), FACTS)
                        .problems())
                .noneMatch(it -> it.fieldId().equals("commit.agree"));
    }

    private static Stream<Field> all(CompiledForm form) {
        return Stream.concat(
                form.definition().questions().stream(), form.definition().fields());
    }

    private static List<String> inOrder(CompiledForm form, java.util.Set<String> ids) {
        return all(form)
                .filter(it -> it.kind() != Kind.SIGNATURE)
                .map(Field::id)
                .filter(ids::contains)
                .toList();
    }

    /** One answer, as the page posts it and as a program sends it; a field that is left open is posted empty. */
    private static void give(
            Field field, String name, Random random, double wrong, Map<String, List<String>> posted, ObjectNode sent) {
        var id = field.id();
        var open = random.nextDouble() < wrong / 2;
        switch (field.kind()) {
            case DATE, PARTIAL_DATE, MONTH, DATETIME -> {
                var day = open ? "" : day(field, random, wrong);
                var parts = day.split("[-T]", -1);
                var names = List.of("year", "month", "day", "time");
                for (int i = 0; i < names.size(); i++) {
                    posted.put(name + "." + names.get(i), List.of(i < parts.length ? parts[i] : ""));
                }
                sent.put(id, day);
            }
            case ADDRESS -> {
                var parts = sent.putObject(id);
                var province = open ? "" : any(random, "15", "15", "48");
                var ward = open || random.nextDouble() < wrong ? "" : any(random, "02683", "03037");
                var detail = random.nextDouble() < wrong ? "x".repeat(301) : "Thôn Ý Linh Hồ";
                posted.put(name + ".province", List.of(province));
                posted.put(name + ".ward", List.of(ward));
                posted.put(name + ".detail", List.of(open ? "" : detail));
                parts.put("province", province).put("ward", ward).put("detail", open ? "" : detail);
            }
            case TABLE -> {
                var rows = sent.putArray(id);
                for (int i = 0; i < (open ? 0 : 1 + random.nextInt(2)); i++) {
                    var row = rows.addObject();
                    for (var column : field.table().columns()) {
                        if (column.calculate().isEmpty()) {
                            give(column, name + "." + i + "." + column.id(), random, wrong, posted, row);
                        }
                    }
                }
            }
            case CHOICES -> {
                var chosen = new ArrayList<String>();
                if (!open) {
                    chosen.add(random.nextDouble() < wrong ? "X!" : option(field, random));
                }
                posted.put(name, chosen.isEmpty() ? List.of("") : chosen);
                chosen.forEach(sent.putArray(id)::add);
            }
            case BOOLEAN, CONSENT -> {
                var yes = random.nextDouble() >= wrong;
                posted.put(name, List.of(yes ? "true" : field.kind() == Kind.CONSENT ? "" : "false"));
                sent.put(id, yes);
            }
            case INTEGER, MONEY, DECIMAL -> number(field, name, random, open, wrong, posted, sent);
            default -> {
                var text = open ? "" : random.nextDouble() < wrong ? any(random, WRONG) : right(field, random);
                posted.put(name, List.of(text));
                sent.put(id, text);
            }
        }
    }

    private static void number(
            Field field,
            String name,
            Random random,
            boolean open,
            double wrong,
            Map<String, List<String>> posted,
            ObjectNode sent) {
        if (open) {
            posted.put(name, List.of(""));
            sent.put(field.id(), "");
        } else if (random.nextDouble() < wrong) {
            var text = any(random, "x", "1.2.3", "1e5", "9".repeat(20), "1.000", "1,234", "1.234,567", "12 đồng");
            posted.put(name, List.of(text));
            sent.put(field.id(), text);
        } else if (field.kind() == Kind.DECIMAL && random.nextBoolean()) {
            posted.put(name, List.of("2,5"));
            sent.put(field.id(), 2.5);
        } else {
            int number = random.nextInt(30) - 2;
            posted.put(name, List.of(Integer.toString(number)));
            sent.put(field.id(), number);
        }
    }

    private static final String[] WRONG = {"x", "X!", "001", "123456789012", "<b>", "a@b", "x".repeat(600), "+84 12"};

    private static String right(Field field, Random random) {
        return switch (field.kind()) {
            case PERSON_NAME -> any(random, "Giàng Thị Mỵ", "  Lý   Thị Mẩy ");
            case SELECT -> option(field, random);
            case CITIZEN_ID -> any(random, "010095001234", "010 095 001 234");
            case TAX_CODE -> any(random, "0100109106", "0100109106001");
            case PHONE -> any(random, "0912345678", "+84 912 345 678");
            case EMAIL -> "may@example.org";
            case URL -> any(random, "https://example.org", "example.org");
            default -> any(random, "Một", "Bản Ý Linh Hồ,\nsố 3", "0");
        };
    }

    private static String option(Field field, Random random) {
        return any(random, Options.of(field).keySet().toArray(String[]::new));
    }

    private static String day(Field field, Random random, double wrong) {
        if (random.nextDouble() < wrong && field.kind() == Kind.MONTH) {
            return any(random, "2026-13", "2026", "1800-01");
        }
        if (random.nextDouble() < wrong && field.kind() != Kind.MONTH) {
            return any(random, "2026-02-30", "2026-13-01", "1800-01-01", "2300-01-01", "2023-02-29");
        }
        return switch (field.kind()) {
            case MONTH -> "2026-10";
            case DATETIME -> any(random, "2026-11-01T08:30", "2026-11-01T25:00");
            case PARTIAL_DATE -> any(random, "1990", "1990-05", "1990-05-04");
            default -> any(random, "2026-11-01", "2026-11", "2027-03-01");
        };
    }

    private static String any(Random random, String... from) {
        return from[random.nextInt(from.length)];
    }
}
