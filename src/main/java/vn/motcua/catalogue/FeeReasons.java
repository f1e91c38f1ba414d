package vn.motcua.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.motcua.form.Words;
import vn.motcua.shared.Dong;
import vn.motcua.shared.Language;
import vn.motcua.shared.Messages;

/** Says why a fee is as much as it is, sentence by sentence. */
public final class FeeReasons {

    private FeeReasons() {}

    /** The usual amount and how it is reckoned, what is taken instead, and what else would have applied. */
    public static List<String> of(FeeExplanation it, Language language, Messages messages) {
        var said = new ArrayList<String>();
        var rule = it.rule();
        said.add(messages.say(
                language,
                rule.says().isPresent() ? "catalogue.fee.usualSays" : "catalogue.fee.usual",
                it.usual(),
                by(rule.legal(), language, messages),
                rule.says().map(words -> words.in(language)).orElse("")));
        reckoned(it.reckoned(), language, messages).ifPresent(said::add);
        it.used().ifPresent(taken -> {
            said.add(messages.say(
                    language,
                    taken.amount().equals(Dong.ZERO) ? "catalogue.fee.exempt" : "catalogue.fee.reduced",
                    taken.relief().name().in(language),
                    taken.amount(),
                    by(taken.relief().legal(), language, messages)));
            reckoned(taken.reckoned(), language, messages).ifPresent(said::add);
        });
        for (var other : it.others()) {
            said.add(messages.say(
                    language,
                    "catalogue.fee.other",
                    other.relief().name().in(language),
                    other.amount(),
                    by(other.relief().legal(), language, messages)));
        }
        return List.copyOf(said);
    }

    private static Optional<String> reckoned(Optional<Words> how, Language language, Messages messages) {
        return how.map(it -> messages.say(language, "catalogue.fee.reckoned", it.in(language)));
    }

    private static String by(String legal, Language language, Messages messages) {
        return legal.isEmpty() ? "" : messages.say(language, "catalogue.fee.by", legal);
    }
}
