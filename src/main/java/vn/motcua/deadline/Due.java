package vn.motcua.deadline;

import java.time.Instant;
import java.util.List;
import vn.motcua.shared.Language;
import vn.motcua.shared.Messages;

/**
 * By when a result is due (hẹn trả kết quả), and why: enough to print it, to check it by hand and to count it again.
 *
 * @param at the moment; in time up to and with it
 * @param rule which rule counted it, with its version, e.g. {@code working-day/1}
 * @param calendarVersion on which calendar
 * @param explanation the reasons, in the order of the days
 * @param provisional whether it touches a year whose days off are not announced
 */
public record Due(Instant at, String rule, String calendarVersion, List<Reason> explanation, boolean provisional) {

    /** Keeps the explanation as it is. */
    public Due {
        explanation = List.copyOf(explanation);
    }

    /** The explanation in sentences, each with the article of law it rests on, where it rests on one. */
    public List<String> cited(Language language, Messages messages) {
        return explanation.stream()
                .map(it -> it.say(language, messages)
                        + it.kind()
                                .basis()
                                .map(basis -> " (" + basis.say(language, messages) + ")")
                                .orElse(""))
                .toList();
    }

    /** The explanation in sentences. */
    public List<String> say(Language language, Messages messages) {
        return explanation.stream().map(it -> it.say(language, messages)).toList();
    }
}
