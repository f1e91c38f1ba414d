package vn.motcua.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.motcua.form.FormDefinition.Section;

/**
 * What was answered, to be read: by the applicant before filing, and by the officer.
 *
 * @param sections those that were asked, in order
 */
public record AnswersView(List<Part> sections) {

    /**
     * A section's answers.
     *
     * @param id of the section
     * @param title its heading
     * @param lines a line for each thing asked
     */
    public record Part(String id, Words title, List<Line> lines) {}

    /**
     * One answer.
     *
     * @param fieldId of what was asked
     * @param label the question
     * @param texts the answer in words; several for a table, none when it was left empty
     */
    public record Line(String fieldId, Words label, List<String> texts) {}

    /** All that is asked with these answers: questions first, then each section. */
    public static AnswersView of(CompiledForm form, Map<String, Object> given, Facts facts, AnswerWords words) {
        var answers = form.kept(given, facts);
        var parts = new ArrayList<Part>();
        var questions = form.fields(CompiledForm.QUESTIONS, answers, facts);
        if (!questions.isEmpty()) {
            parts.add(new Part(
                    CompiledForm.QUESTIONS,
                    new Words("Trường hợp của bạn", "Your case"),
                    lines(questions, answers, words)));
        }
        for (Section section : form.sections(answers, facts)) {
            parts.add(new Part(
                    section.id(), section.title(), lines(form.fields(section.id(), answers, facts), answers, words)));
        }
        parts.removeIf(it -> it.lines().isEmpty());
        return new AnswersView(parts);
    }

    private static List<Line> lines(List<Field> fields, Map<String, Object> answers, AnswerWords words) {
        return fields.stream()
                .filter(it -> it.kind().answered())
                .map(it -> new Line(it.id(), it.label(), texts(it, Optional.ofNullable(answers.get(it.id())), words)))
                .toList();
    }

    private static List<String> texts(Field field, Optional<Object> answer, AnswerWords words) {
        if (field.kind() == Kind.TABLE && answer.orElse(List.of()) instanceof List<?> rows) {
            return rows.stream().map(it -> words.row(field, it)).toList();
        }
        return answer.isEmpty() ? List.of() : List.of(words.say(field, answer));
    }
}
