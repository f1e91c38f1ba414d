package vn.motcua.form;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.motcua.shared.Language;
import vn.motcua.shared.Messages;
import vn.motcua.shared.VietnamTime;

/** Answers as people read them: {@code 07/11/2026}, {@code 1.500.000 ₫}, {@code Nữ}, {@code Xã Tả Van, Tỉnh Lào Cai}. */
public final class AnswerWords {

    private final Messages messages;
    private final Language language;
    private final Places places;
    private final boolean masked;

    /** Says answers in that language, with names of places from there. */
    public AnswerWords(Messages messages, Language language, Places places) {
        this(messages, language, places, false);
    }

    private AnswerWords(Messages messages, Language language, Places places, boolean masked) {
        this.messages = messages;
        this.language = language;
        this.places = places;
        this.masked = masked;
    }

    /** The same, with the last four digits of personal numbers and the last three of telephones alone. */
    public AnswerWords masked() {
        return new AnswerWords(messages, language, places, true);
    }

    /** The answer in words; empty when there is none. A table reads as its rows, one after another. */
    public String say(Field field, Optional<Object> answer) {
        return answer.map(it -> words(field, it)).orElse("");
    }

    private String words(Field field, Object answer) {
        return switch (field.kind()) {
            case TEXT, TEXTAREA, PERSON_NAME, TAX_CODE, EMAIL, URL, AGENCY, SIGNATURE -> answer.toString();
            case PHONE -> masked ? PersonalNumber.maskedPhone(answer.toString()) : answer.toString();
            case INTEGER, DECIMAL -> answer instanceof Number it ? number(it) : answer.toString();
            case MONEY -> answer instanceof Number it ? number(it) + "\u00a0₫" : answer.toString();
            case BOOLEAN, CONSENT ->
                messages.say(language, Boolean.TRUE.equals(answer) ? "form.answer.yes" : "form.answer.no");
            case SELECT -> option(field, answer);
            case CHOICES -> answer instanceof List<?> chosen ? several(field, chosen) : answer.toString();
            case DATE, PARTIAL_DATE, MONTH, DATETIME -> date(answer);
            case CITIZEN_ID -> number(answer.toString());
            case ADDRESS -> address(answer);
            case FILE -> messages.say(language, "form.answer.file");
            case TABLE ->
                answer instanceof List<?> rows
                        ? rows.stream().map(it -> row(field, it)).collect(Collectors.joining("; "))
                        : answer.toString();
        };
    }

    private String several(Field field, List<?> chosen) {
        return chosen.stream().map(it -> option(field, it)).collect(Collectors.joining("; "));
    }

    private String option(Field field, Object chosen) {
        return Optional.ofNullable(Options.of(field).get(chosen.toString()))
                .map(it -> it.in(language))
                .orElse(chosen.toString());
    }

    /** One row of a table: {@code Bằng tốt nghiệp, 5, 2}. */
    public String row(Field table, Object row) {
        return table.table().columns().stream()
                .map(it -> say(
                        it, row instanceof Map<?, ?> map ? Optional.ofNullable(map.get(it.id())) : Optional.empty()))
                .filter(it -> !it.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private String number(String typed) {
        if (masked) {
            return PersonalNumber.masked(typed);
        }
        return typed.matches("\\d{12}") ? new PersonalNumber(typed).toString() : typed;
    }

    /** {@code 1.500.000}, {@code 12,5}. */
    static String number(Number number) {
        var plain = new BigDecimal(number.toString()).stripTrailingZeros();
        return String.format(Locale.ROOT, "%,." + Math.max(plain.scale(), 0) + "f", plain)
                .replace(',', ' ')
                .replace('.', ',')
                .replace(' ', '.');
    }

    private static String date(Object answer) {
        if (answer instanceof Map<?, ?> typed) {
            return Stream.of("day", "month", "year", "time")
                    .map(it -> typed.get(it) instanceof String part ? part : "")
                    .filter(it -> !it.isEmpty())
                    .collect(Collectors.joining("/"));
        }
        var text = answer.toString();
        return Day.parse(text)
                .map(it -> switch (text.length()) {
                    case 4 -> text;
                    case 7 -> text.substring(5) + "/" + text.substring(0, 4);
                    case 10 -> VietnamTime.day(it.date());
                    default -> text.substring(11, 16) + ", " + VietnamTime.day(it.date());
                })
                .orElse(text);
    }

    /** The answer to a field of kind address, e.g. {@code Thôn Tả Van Giáy 1, Xã Tả Van, Tỉnh Lào Cai}. */
    public String address(Object answer) {
        if (!(answer instanceof Map<?, ?> parts)) {
            return answer.toString();
        }
        return Stream.of(part(parts, "detail"), name(part(parts, "ward")), name(part(parts, "province")))
                .filter(it -> !it.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private String name(String code) {
        return code.isEmpty() ? "" : places.name(code).orElse(code);
    }

    private static String part(Map<?, ?> parts, String name) {
        return parts.get(name) instanceof String text ? text : "";
    }
}
