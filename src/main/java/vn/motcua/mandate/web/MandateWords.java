package vn.motcua.mandate.web;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.motcua.catalogue.Catalogue;
import vn.motcua.identity.Reach;
import vn.motcua.identity.Term;
import vn.motcua.mandate.Mandate;
import vn.motcua.mandate.MandateState;
import vn.motcua.shared.Language;
import vn.motcua.shared.Messages;
import vn.motcua.shared.VietnamTime;

/** Says a mandate in words. */
@Component
class MandateWords {

    private final Catalogue catalogue;
    private final Messages messages;

    MandateWords(Catalogue catalogue, Messages messages) {
        this.catalogue = catalogue;
        this.messages = messages;
    }

    /** As what the representative acts; a helper with the body to which they belong. */
    String kind(Mandate mandate, Language language) {
        var kind = messages.say(language, "identity.actingAs." + mandate.kind().role());
        return mandate.body().isEmpty() ? kind : kind + ", " + mandate.body();
    }

    /** What may be done. */
    String errands(Reach reach, Language language) {
        return Arrays.stream(Reach.Errand.values())
                .filter(reach.errands()::contains)
                .map(it -> messages.say(language, "mandate.errand." + it))
                .collect(Collectors.joining("; "));
    }

    /** In which matters. */
    String matters(Reach reach, Language language) {
        if (reach.everything()) {
            return messages.say(language, "mandate.matters.all");
        }
        return reach.procedures().isEmpty()
                ? messages.say(
                        language,
                        "mandate.matters.sectors.these",
                        reach.sectors().stream().sorted().collect(Collectors.joining(", ")))
                : reach.procedures().stream()
                        .sorted()
                        .map(it -> catalogue
                                .find(it)
                                .map(found -> found.shortName(language))
                                .orElse(it))
                        .collect(Collectors.joining("; "));
    }

    /** From when until when. */
    String days(Mandate mandate, Language language) {
        if (mandate.together().isPresent()) {
            return mandate.term()
                    .flatMap(Term::ended)
                    .map(it -> messages.say(language, "mandate.together.until", VietnamTime.moment(it)))
                    .orElseGet(() -> messages.say(
                            language,
                            "mandate.together.minutes",
                            mandate.together().orElseThrow().minutes()));
        }
        return messages.say(
                language, "mandate.days", VietnamTime.day(mandate.from()), VietnamTime.day(mandate.until()));
    }

    /** Where it stands. */
    String state(MandateState.Word word, Language language) {
        return messages.say(language, "mandate.state." + word);
    }

    /** The look of the badge that says so. */
    static String tone(MandateState.Word word) {
        return switch (word) {
            case ASKED -> "info";
            case GIVEN -> "good";
            case REFUSED, REVOKED -> "bad";
            case LAPSED -> "";
        };
    }
}
