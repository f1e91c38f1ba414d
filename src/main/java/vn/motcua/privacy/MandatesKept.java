package vn.motcua.privacy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.motcua.identity.Reach;
import vn.motcua.mandate.MandateDesk.Told;
import vn.motcua.shared.Language;
import vn.motcua.shared.Messages;
import vn.motcua.shared.VietnamTime;

/** Who acts for somebody, and for whom they act, as it stands in the file with their data. */
final class MandatesKept {

    private final Messages messages;

    MandatesKept(Messages messages) {
        this.messages = messages;
    }

    /** For programs. */
    static Map<String, Object> forPrograms(Told told) {
        var it = told.mandate();
        var one = new LinkedHashMap<String, Object>();
        one.put("id", it.id().value());
        one.put("kind", it.kind());
        one.put("representative", it.representative().name());
        one.put("body", it.body());
        one.put("actsFor", it.principal().map(principal -> principal.name()));
        one.put("errands", it.reach().errands().stream().sorted().toList());
        one.put("sectors", it.reach().sectors().stream().sorted().toList());
        one.put("procedures", it.reach().procedures().stream().sorted().toList());
        one.put("from", it.from());
        one.put("until", it.until());
        one.put("state", told.word());
        one.put("history", told.history());
        return one;
    }

    /** For reading. */
    DataFile.Part forReading(Told told, String title, Language language) {
        var it = told.mandate();
        var facts = new ArrayList<DataFile.Fact>();
        facts.add(fact("representative", it.representative().name(), language));
        it.principal().ifPresent(principal -> facts.add(fact("principal", principal.name(), language)));
        facts.add(fact(
                "kind", messages.say(language, "identity.actingAs." + it.kind().role()), language));
        facts.add(fact("errands", errands(it.reach(), language), language));
        facts.add(fact("matters", matters(it.reach(), language), language));
        var days = messages.say(language, "mandate.days", VietnamTime.day(it.from()), VietnamTime.day(it.until()));
        facts.add(fact("days", days, language));
        facts.add(fact("state", messages.say(language, "mandate.state." + told.word()), language));
        told.history()
                .forEach(event -> facts.add(new DataFile.Fact(
                        VietnamTime.moment(event.at()),
                        said(event.actor(), event.kind(), event.about(), language),
                        "")));
        return new DataFile.Part(title, facts);
    }

    private DataFile.Fact fact(String name, String value, Language language) {
        return new DataFile.Fact(messages.say(language, "privacy.mandate." + name), value, "");
    }

    private String said(String actor, String kind, String about, Language language) {
        return actor + ": " + messages.say(language, "mandate.event." + kind, about);
    }

    private String errands(Reach reach, Language language) {
        return Arrays.stream(Reach.Errand.values())
                .filter(reach.errands()::contains)
                .map(it -> messages.say(language, "mandate.errand." + it))
                .collect(Collectors.joining("; "));
    }

    private String matters(Reach reach, Language language) {
        return reach.everything()
                ? messages.say(language, "mandate.matters.all")
                : List.of(reach.sectors(), reach.procedures()).stream()
                        .flatMap(it -> it.stream().sorted())
                        .collect(Collectors.joining("; "));
    }
}
