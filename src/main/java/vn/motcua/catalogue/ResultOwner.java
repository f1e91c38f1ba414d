package vn.motcua.catalogue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.motcua.form.Field;
import vn.motcua.form.FormDefinition;
import vn.motcua.form.Kind;

/**
 * Whose a result is (chủ kết quả), by the word of its package: the applicant, or somebody whom an answer names by number. Each
 * of several has it in a vault of their own.
 */
public sealed interface ResultOwner {

    /** Who filed, or for whom it was filed. */
    record Applicant() implements ResultOwner {}

    /** Somebody by their personal number. */
    record Person(String number) implements ResultOwner {}

    /** An organisation by its tax code. */
    record Organisation(String taxCode) implements ResultOwner {}

    /** A tax code that is somebody's personal number, as of a household business. */
    Pattern PERSONAL = Pattern.compile("\\d{12}");

    /** The word for the applicant in {@code result.yaml}. */
    String APPLICANT = "applicant";

    /** The question that names an owner: one that takes a number, or a person or organisation with one. */
    static Optional<Field> field(String name, FormDefinition form) {
        return Stream.of(name, name + ".citizenId", name + ".taxCode")
                .flatMap(id -> Stream.concat(form.questions().stream(), form.fields())
                        .filter(it -> it.id().equals(id)))
                .filter(it -> it.kind() == Kind.CITIZEN_ID || it.kind() == Kind.TAX_CODE)
                .findFirst();
    }

    /** Under these answers; whom no answer names is left out, and when nobody is left it is the applicant's. */
    static List<ResultOwner> of(List<String> names, FormDefinition form, Map<String, Object> answers) {
        var found = names.stream()
                .flatMap(it -> it.equals(APPLICANT) ? Stream.of(new Applicant()) : named(it, form, answers).stream())
                .distinct()
                .toList();
        return found.isEmpty() ? List.of(new Applicant()) : found;
    }

    private static Optional<ResultOwner> named(String name, FormDefinition form, Map<String, Object> answers) {
        return field(name, form)
                .flatMap(it -> Optional.ofNullable(answers.get(it.id()))
                        .map(value -> value.toString().strip())
                        .filter(number -> !number.isEmpty())
                        .map(number -> it.kind() == Kind.TAX_CODE
                                        && !PERSONAL.matcher(number).matches()
                                ? new Organisation(number)
                                : new Person(number)));
    }
}
