package vn.motcua.form;

import java.util.List;
import vn.motcua.shared.Language;
import vn.motcua.shared.Messages;
import vn.motcua.shared.Refused;

/**
 * What is wrong with an answer, said at its field: what, where, and what to do.
 *
 * @param fieldId the field, or the cell of a table: {@code docs.items.0.pages}; also the id of its input on the page
 * @param key of the sentence in messages; the empty text when the sentence is the author's own
 * @param arguments fill its places; {@link Words} are said in the reader's language
 * @param severity whether it stands in the way of filing
 */
public record Problem(String fieldId, String key, List<Object> arguments, Severity severity) {

    /** Whether a problem stands in the way. */
    public enum Severity {
        /** It cannot be filed like this. */
        WRONG,
        /** It may be right; look again. */
        DOUBTFUL
    }

    static Problem of(String fieldId, String key, Object... arguments) {
        return new Problem(fieldId, "form.problem." + key, List.of(arguments), Severity.WRONG);
    }

    /** What was refused outside the form, e.g. a file; said at its field. */
    public static Problem refused(String fieldId, Refused refused) {
        return new Problem(fieldId, "refusal." + refused.code().name(), refused.arguments(), Severity.WRONG);
    }

    static Problem own(String fieldId, Words words) {
        return new Problem(fieldId, "", List.of(words), Severity.WRONG);
    }

    /** A stable word for programs: {@code enter}, {@code tooLong}; {@code rule} where the sentence is the author's own. */
    public String code() {
        return key.isEmpty() ? "rule" : key.substring(key.lastIndexOf('.') + 1);
    }

    /** The sentence. */
    public String say(Messages messages, Language language) {
        var said = arguments.stream()
                .map(it -> it instanceof Words words ? words.in(language) : it)
                .toArray();
        return key.isEmpty() ? said[0].toString() : messages.say(language, key, said);
    }
}
