package vn.motcua.filing;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import vn.motcua.form.CompiledForm;
import vn.motcua.form.Facts;
import vn.motcua.form.Field;
import vn.motcua.identity.Person;

/** What a person's account already knows, as answers of a form. */
final class Profile {

    private Profile() {}

    /** Answers to the fields that the form's author marked as known to one of these sources, where they are about this person, by field. */
    static Map<String, Object> answers(
            CompiledForm form, Map<String, Object> answers, Facts facts, Person person, Set<String> sources) {
        var known = new LinkedHashMap<String, Object>();
        form.known(answers, facts).stream()
                .filter(it -> it.prefill().filter(sources::contains).isPresent())
                .forEach(it -> answer(it, person).ifPresent(answer -> known.put(it.id(), answer)));
        return known;
    }

    /**
     * The answers after somebody said something by which a section became about them, or no longer is: what they left
     * open is filled in, what stood there from their account is taken back. What they wrote themselves stays.
     */
    static Map<String, Object> follow(
            CompiledForm form,
            Map<String, Object> before,
            Map<String, Object> now,
            Facts facts,
            Person person,
            Set<String> sources) {
        var earlier = answers(form, before, facts, person, sources);
        var known = answers(form, now, facts, person, sources);
        var initial = form.begin();
        var answers = new LinkedHashMap<>(now);
        known.forEach((field, answer) -> {
            if (!earlier.containsKey(field) && Objects.equals(now.get(field), initial.get(field))) {
                answers.put(field, answer);
            }
        });
        earlier.forEach((field, answer) -> {
            if (!known.containsKey(field) && answer.equals(now.get(field))) {
                answers.remove(field);
                Optional.ofNullable(initial.get(field)).ifPresent(it -> answers.put(field, it));
            }
        });
        return answers;
    }

    /** The answer to that field; empty when the field is not marked or the account does not know. */
    static Optional<Object> answer(Field field, Person person) {
        if (field.prefill().isEmpty()) {
            return Optional.empty();
        }
        return switch (field.kind()) {
            case PERSON_NAME -> filled(person.name());
            case CITIZEN_ID -> filled(person.personalNumber());
            case DATE, PARTIAL_DATE -> Optional.of(person.bornOn().toString());
            case PHONE -> filled(person.phone());
            case EMAIL -> filled(person.email());
            case ADDRESS -> address(person);
            case SELECT -> choice(field, person);
            case TEXT,
                    TEXTAREA,
                    INTEGER,
                    DECIMAL,
                    MONEY,
                    BOOLEAN,
                    CONSENT,
                    CHOICES,
                    MONTH,
                    DATETIME,
                    TAX_CODE,
                    URL,
                    AGENCY,
                    TABLE,
                    FILE,
                    SIGNATURE -> Optional.empty();
        };
    }

    private static Optional<Object> choice(Field field, Person person) {
        return switch (field.choice().codelist().orElse("")) {
            case "genders" ->
                Optional.of(
                        switch (person.sex()) {
                            case MALE -> "1";
                            case FEMALE -> "2";
                        });
            case "ethnic_groups" -> filled(person.ethnicGroup());
            case "countries" -> filled(person.nationality());
            default -> Optional.empty();
        };
    }

    private static Optional<Object> address(Person person) {
        if (person.ward().isBlank()) {
            return Optional.empty();
        }
        var parts = new LinkedHashMap<String, Object>();
        parts.put("province", person.province());
        parts.put("ward", person.ward());
        parts.put("detail", person.address());
        return Optional.of(parts);
    }

    private static Optional<Object> filled(String text) {
        return text.isBlank() ? Optional.empty() : Optional.of(text);
    }
}
