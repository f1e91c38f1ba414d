package vn.motcua.filing;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import vn.motcua.form.Field;
import vn.motcua.form.FormDefinition;
import vn.motcua.identity.Person;

/** What a person's account already knows, as answers of a form. */
final class Profile {

    private Profile() {}

    /** Answers to the fields that the form's author marked as known (prefill), by field. */
    static Map<String, Object> answers(FormDefinition form, Person person) {
        var known = new LinkedHashMap<String, Object>();
        form.fields().forEach(it -> answer(it, person).ifPresent(answer -> known.put(it.id(), answer)));
        return known;
    }

    /** The answer to that field; empty when the field is not marked or the account does not know. */
    static Optional<Object> answer(Field field, Person person) {
        if (field.prefill().isEmpty()) {
            return Optional.empty();
        }
        return switch (field.kind()) {
            case PERSON_NAME -> filled(person.name());
            case CITIZEN_ID -> filled(person.personalNumber());
            case DATE -> Optional.of(person.bornOn().toString());
            case PHONE -> filled(person.phone());
            case EMAIL -> filled(person.email());
            case ADDRESS -> address(person);
            case SELECT -> choice(field, person);
            case TEXT, TEXTAREA, INTEGER, DECIMAL, MONEY, BOOLEAN, CONSENT, MONTH, DATETIME, URL, AGENCY, TABLE, FILE ->
                Optional.empty();
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
