package vn.motcua.journey;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import vn.motcua.form.CodeLists;
import vn.motcua.form.CompiledForm;
import vn.motcua.form.Facts;
import vn.motcua.form.Field;

/** Fills in a form as somebody of Tả Van plausibly would, from nothing but its definition and a few given answers. */
final class Answers {

    /** Where Lý Thị Mẩy lives. */
    static final Map<String, Object> HOME = Map.of("province", "15", "ward", "03037", "detail", "Thôn Tả Van Giáy 1");

    private static final Someone MAY = new Someone("Lý Thị Mẩy", "1998-03-14", "2", "010198999001", "09");
    private static final Someone SINH = new Someone("Giàng A Sình", "1995-11-02", "1", "010095999002", "08");
    private static final Someone CHILD = new Someone("Giàng Thị Mỵ", "2026-11-07", "2", "010326999012", "08");
    private static final Someone DECEASED = new Someone("Phan Đình Phước", "1950-12-25", "1", "049050999007", "01");
    private static final Map<String, Someone> PEOPLE =
            Map.of("husband", SINH, "father", SINH, "head", SINH, "child", CHILD, "deceased", DECEASED, "d", DECEASED);

    private final CompiledForm form;
    private final Facts facts;

    Answers(CompiledForm form, Facts facts) {
        this.form = form;
        this.facts = facts;
    }

    /** All questions that are asked get an answer; what one answer makes appear gets one too. */
    Map<String, Object> with(Map<String, Object> given) {
        var answers = new LinkedHashMap<>(form.begin());
        answers.putAll(given);
        int before;
        do {
            before = answers.size();
            var visible = form.visible(answers, facts);
            var situation = form.situation(answers, facts);
            Stream.concat(
                            form.definition().questions().stream(),
                            form.definition().fields())
                    .filter(it -> visible.contains(it.id()) && !answers.containsKey(it.id()))
                    .forEach(it -> {
                        var wanted = form.required(it, situation);
                        answer(it, wanted).ifPresent(answer -> answers.put(it.id(), answer));
                    });
        } while (answers.size() > before);
        return form.kept(answers, facts);
    }

    /** What need not be said is left unsaid where saying it opens more questions. */
    private static Optional<Object> answer(Field field, boolean wanted) {
        return switch (field.kind()) {
            case SIGNATURE -> Optional.empty();
            case TABLE, BOOLEAN, CONSENT, FILE -> wanted ? Optional.of(answer(field, field.id())) : Optional.empty();
            case TEXT,
                    TEXTAREA,
                    PERSON_NAME,
                    INTEGER,
                    DECIMAL,
                    MONEY,
                    SELECT,
                    CHOICES,
                    DATE,
                    PARTIAL_DATE,
                    MONTH,
                    DATETIME,
                    CITIZEN_ID,
                    TAX_CODE,
                    PHONE,
                    EMAIL,
                    URL,
                    ADDRESS,
                    AGENCY -> Optional.of(answer(field, field.id()));
        };
    }

    private static Object answer(Field field, String id) {
        var someone = someone(id);
        return switch (field.kind()) {
            case TEXT, TEXTAREA, FILE ->
                field.limits().pattern().isPresent() ? "010198999001" : "Theo giấy tờ kèm theo";
            case PERSON_NAME -> someone.name();
            case CITIZEN_ID -> someone.personalNumber();
            case INTEGER -> field.limits().min().map(Long::parseLong).orElse(1L);
            case DECIMAL -> 100.0;
            case MONEY -> 100_000_000L;
            case BOOLEAN, CONSENT -> true;
            case SELECT -> choice(field, id, someone);
            case CHOICES -> List.of(choice(field, id, someone));
            case TAX_CODE -> "0100109106";
            case DATE, PARTIAL_DATE -> date(field, id, someone);
            case MONTH -> "2026-11";
            case DATETIME -> future(field) ? "2026-12-01T09:00" : "2026-11-20T05:30";
            case PHONE -> "0912345678";
            case EMAIL -> "may@example.org";
            case URL -> "https://motcua.example.org";
            case ADDRESS -> HOME;
            case AGENCY -> "Ủy ban nhân dân xã Tả Van";
            case TABLE -> List.of(row(field));
            case SIGNATURE -> throw new IllegalArgumentException(id + " is not answered");
        };
    }

    private static Map<String, Object> row(Field table) {
        var row = new LinkedHashMap<String, Object>();
        table.table().columns().forEach(it -> row.put(it.id(), answer(it, it.id())));
        return row;
    }

    private static String choice(Field field, String id, Someone someone) {
        if (id.endsWith(".gender")) {
            return someone.gender();
        }
        if (id.endsWith(".ethnicity")) {
            return someone.people();
        }
        return field.choice()
                .codelist()
                .map(it -> CodeLists.standard().codes(it))
                .orElse(field.choice().options().keySet())
                .iterator()
                .next();
    }

    private static String date(Field field, String id, Someone someone) {
        if (id.toLowerCase(java.util.Locale.ROOT).contains("birth")) {
            return someone.bornOn();
        }
        return LocalDate.of(2026, 11, future(field) ? 30 : 18).toString();
    }

    private static boolean future(Field field) {
        return field.limits()
                .min()
                .filter(it -> it.equals("today") || it.equals("now"))
                .isPresent();
    }

    private static Someone someone(String id) {
        if (id.contains(".head")) {
            return SINH;
        }
        return PEOPLE.getOrDefault(id.contains(".") ? id.substring(0, id.indexOf('.')) : id, MAY);
    }

    private record Someone(String name, String bornOn, String gender, String personalNumber, String people) {}
}
