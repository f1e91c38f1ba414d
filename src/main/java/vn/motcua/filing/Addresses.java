package vn.motcua.filing;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.motcua.form.AnswerWords;
import vn.motcua.form.Kind;
import vn.motcua.form.Places;
import vn.motcua.identity.Organisation;
import vn.motcua.shared.Language;
import vn.motcua.shared.Messages;

/** Where the applicant lives, in the words that papers print. */
@Component
class Addresses {

    private final AnswerWords words;

    Addresses(Messages messages, Places places) {
        this.words = new AnswerWords(messages, Language.VI, places);
    }

    /** As the form says it, for it may be newer than the account; otherwise as the account knows it; empty for neither. */
    String of(Case of, Place place, String detail) {
        var kept = of.kept();
        return of.form().known(of.draft().answers(), of.facts()).stream()
                .filter(it -> it.kind() == Kind.ADDRESS)
                .flatMap(it -> Optional.ofNullable(kept.get(it.id())).map(words::address).stream())
                .findFirst()
                .orElseGet(() -> say(place, detail));
    }

    /** The seat of an organisation. */
    String seat(Organisation organisation) {
        return say(new Place(organisation.province(), organisation.ward()), organisation.address());
    }

    private String say(Place place, String detail) {
        Map<String, Object> parts = new LinkedHashMap<>();
        parts.put("province", place.province());
        parts.put("ward", place.ward());
        parts.put("detail", detail);
        return words.address(parts);
    }
}
