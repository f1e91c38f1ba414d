package vn.motcua.form;

import java.util.List;
import vn.motcua.shared.Language;
import vn.motcua.shared.Messages;

/**
 * One thing that is wrong in a procedure package, said to its author.
 *
 * @param place where in the file, e.g. {@code sections.child.fields.child.birthDate.when}
 * @param line in the expression or, for YAML that cannot be read, in the file; from 1; 0 when it is about the whole place
 * @param column from 1; 0 when it is about the whole line
 * @param reason a key under {@code form.fault.}
 * @param arguments what fills the sentence
 */
public record Fault(String place, int line, int column, String reason, List<Object> arguments) {

    static Fault at(String place, String reason, Object... arguments) {
        return new Fault(place, 0, 0, reason, List.of(arguments));
    }

    /** The whole sentence, place first. */
    public String say(Messages messages, Language language) {
        var sentence = messages.say(language, "form.fault." + reason, arguments.toArray());
        return line == 0
                ? messages.say(language, "form.fault.at", place, sentence)
                : messages.say(language, "form.fault.atColumn", place, line, column, sentence);
    }

    @Override
    public String toString() {
        return "%s %d:%d %s %s".formatted(place, line, column, reason, arguments);
    }
}
