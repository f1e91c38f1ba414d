package vn.motcua.catalogue;

import java.util.ArrayList;
import java.util.List;
import vn.motcua.shared.Language;
import vn.motcua.shared.Messages;

/** Says what becomes of the records of an imported file. */
public record ImportWords(Messages messages, Language language) {

    private static final int SHOWN = 300;

    /** What becomes of it, in a word or two. */
    public String verdict(ImportLine.Verdict verdict) {
        return messages.say(language, "catalogue.import.verdict." + verdict);
    }

    /** What differs, or what is wrong and what to do, line by line. */
    public List<String> details(ImportLine line) {
        var said = new ArrayList<String>();
        line.problems().forEach(it -> said.add(problem(it)));
        line.differences().forEach(it -> said.add(difference(it)));
        return said;
    }

    private String problem(RecordProblem it) {
        var field = it.field().isEmpty() ? messages.say(language, "catalogue.import.wholeRecord") : it.field();
        return messages.say(language, "catalogue.import.problem." + it.kind(), field, it.value());
    }

    /** What differs in a part, before and after, shortened. */
    public String difference(RecordDifference it) {
        var part = messages.say(language, "catalogue.part-of." + it.part());
        if (it.before().isEmpty()) {
            return messages.say(language, "catalogue.import.added", part, shortened(it.after()));
        }
        if (it.after().isEmpty()) {
            return messages.say(language, "catalogue.import.gone", part, shortened(it.before()));
        }
        return messages.say(language, "catalogue.import.differs", part, shortened(it.before()), shortened(it.after()));
    }

    private static String shortened(List<String> lines) {
        var text = String.join("; ", lines);
        return text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
    }
}
