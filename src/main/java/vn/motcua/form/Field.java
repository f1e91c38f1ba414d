package vn.motcua.form;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One thing that a form asks, or one column of a table.
 *
 * @param id its name in answers and expressions, e.g. {@code child.fullName}
 * @param label the question
 * @param hint what helps to answer
 * @param reason why it is asked, with the legal source
 * @param kind what is asked for
 * @param required {@code true}, {@code false} or a condition
 * @param when the condition under which it is asked; empty: always
 * @param limits what an answer must keep to
 * @param choice among what a {@link Kind#SELECT} or {@link Kind#CHOICES} chooses
 * @param calculate the expression whose value is the answer; nobody types it
 * @param initial the answer that stands there at the beginning
 * @param prefill the source that may fill it in, e.g. {@code vneid}
 * @param lookup the register against which it can be checked, e.g. {@code population}
 * @param bank which question of the {@link QuestionBank} it is, e.g. {@code person.full-name}
 * @param signs of a {@link Kind#SIGNATURE}: the field whose answer is the name under it
 * @param must a condition that a given answer must satisfy, with what to say otherwise
 * @param table for a {@link Kind#TABLE}: its columns
 */
public record Field(
        String id,
        Words label,
        Optional<Words> hint,
        Optional<Words> reason,
        Kind kind,
        String required,
        Optional<String> when,
        Limits limits,
        Choice choice,
        Optional<String> calculate,
        Optional<Object> initial,
        Optional<String> prefill,
        Optional<String> lookup,
        Optional<String> bank,
        Optional<String> signs,
        Optional<Must> must,
        Table table) {

    /** A condition that the answer must satisfy and the sentence for when it does not. */
    public record Must(String condition, Words otherwise) {}

    /**
     * What an answer must keep to.
     *
     * @param min smallest number, or earliest day: an ISO day, {@code today} or {@code now}
     * @param max largest number, or latest day
     * @param maxLength in characters
     * @param pattern a regular expression for the whole text
     * @param message what to say when the pattern does not fit
     * @param mustBe the only acceptable answer of a yes-no field
     * @param acceptYearOnly whether a year is enough for a date
     * @param accept media types of a file
     * @param maxSizeKb size of a file in kilobytes
     * @param confirmBy how a consent is proved, e.g. {@code vneid-or-signature}
     */
    public record Limits(
            Optional<String> min,
            Optional<String> max,
            int maxLength,
            Optional<String> pattern,
            Optional<Words> message,
            Optional<Boolean> mustBe,
            boolean acceptYearOnly,
            List<String> accept,
            int maxSizeKb,
            Optional<String> confirmBy) {

        static final Limits NONE = new Limits(
                Optional.empty(),
                Optional.empty(),
                0,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                List.of(),
                0,
                Optional.empty());
    }

    /**
     * Among what to choose: either options of the field's own, in their order, or a code list.
     *
     * @param options value and label
     * @param codelist the name of a list in {@link CodeLists}
     */
    public record Choice(Map<String, Words> options, Optional<String> codelist) {

        static final Choice NONE = new Choice(Map.of(), Optional.empty());
    }

    /**
     * The columns of a table and how many rows it may have.
     *
     * @param columns fields whose ids are local to a row
     * @param minRows at least so many rows when the table is required
     * @param maxRows at most so many
     */
    public record Table(List<Field> columns, int minRows, int maxRows) {

        static final Table NONE = new Table(List.of(), 0, 0);
    }

    /** The same under another name: a column as {@code row.pages}. */
    Field named(String name) {
        return new Field(
                name, label, hint, reason, kind, required, when, limits, choice, calculate, initial, prefill, lookup,
                bank, signs, must, table);
    }
}
