package vn.motcua.catalogue.web;

import java.util.Optional;
import vn.motcua.catalogue.AddedWords;
import vn.motcua.catalogue.Edition;
import vn.motcua.catalogue.ToldFact;
import vn.motcua.shared.Language;
import vn.motcua.shared.Messages;

/** What is added to a notice as an applicant would read it, with example data in its places. */
record ToldExample(Messages messages, Language language, Edition edition) {

    /** That text; as it is written where a place is none. */
    String of(String text) {
        return AddedWords.filled(text, it -> Optional.of(example(it))).orElse(text);
    }

    private String example(ToldFact fact) {
        return fact == ToldFact.PROCEDURE_NAME
                ? edition.name().isEmpty() ? edition.code() : edition.name()
                : messages.say(language, "studio.fact." + fact.place());
    }
}
