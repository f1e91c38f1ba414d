package vn.motcua.catalogue;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.motcua.form.Field;
import vn.motcua.form.QuestionBank;

/**
 * A question that a package asks and that the question bank knows, with the other procedures in force that ask the same: what
 * people are asked more than once.
 *
 * @param field of the package
 * @param question of the bank
 * @param others that ask it too
 */
public record SharedQuestion(Field field, QuestionBank.Question question, List<ProcedureRevision> others) {

    /** Keeps its own copy. */
    public SharedQuestion {
        others = List.copyOf(others);
    }

    /** Those of a package, in the order of its form. */
    static List<SharedQuestion> of(ProcedurePackage content, String procedure, List<ProcedureRevision> inForce) {
        return fields(content)
                .flatMap(field -> field.bank().flatMap(QuestionBank.standard()::find).stream()
                        .map(question -> new SharedQuestion(
                                field,
                                question,
                                inForce.stream()
                                        .filter(it -> !it.code().equals(procedure) && asks(it, field.bank()))
                                        .toList())))
                .toList();
    }

    private static boolean asks(ProcedureRevision revision, Optional<String> key) {
        return revision.content().stream()
                .flatMap(SharedQuestion::fields)
                .anyMatch(it -> it.bank().equals(key));
    }

    private static Stream<Field> fields(ProcedurePackage content) {
        var form = content.form().definition();
        return Stream.concat(form.questions().stream(), form.fields());
    }
}
