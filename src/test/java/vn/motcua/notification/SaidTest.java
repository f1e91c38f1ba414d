package vn.motcua.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.motcua.catalogue.ToldEvent;
import vn.motcua.shared.Language;
import vn.motcua.shared.Messages;

/** Every kind of notice belongs to an event to which a package may add words, but those that take none. */
class SaidTest {

    private static final Set<String> WITHOUT = Set.of(
            "letter",
            "refund-proposed",
            "refund-approved",
            "refund-refused",
            "refund-paid-back",
            "receipt-noticed",
            "receipt-replaced");

    @Test
    void everyNoticeTellsOfAnEventOrTakesNoWords() {
        var kinds = new Messages()
                .all(Language.VI).keySet().stream()
                        .filter(it -> it.startsWith("notification.letter.") && it.endsWith(".title"))
                        .map(it -> it.substring("notification.letter.".length(), it.length() - ".title".length()))
                        .collect(Collectors.toSet());
        assertThat(kinds).hasSizeGreaterThan(30);
        assertThat(kinds.stream()
                        .filter(it -> new Said(it, List.of()).event().isEmpty())
                        .collect(Collectors.toSet()))
                .isEqualTo(WITHOUT);
        assertThat(kinds.stream()
                        .flatMap(it -> new Said(it, List.of()).event().stream())
                        .collect(Collectors.toSet()))
                .as("and of every event somebody is told")
                .containsExactlyInAnyOrderElementsOf(Arrays.asList(ToldEvent.values()));
    }

    @Test
    void theSameEventIsToldInSeveralWays() {
        assertThat(ToldEvent.of("result-early")).contains(ToldEvent.RESULT_ISSUED);
        assertThat(ToldEvent.of("supplement-requested-until")).contains(ToldEvent.SUPPLEMENT_REQUESTED);
        assertThat(ToldEvent.of("passed-on-due")).contains(ToldEvent.PASSED_ON);
        assertThat(ToldEvent.of("received-elsewhere")).contains(ToldEvent.TRANSFERRED);
    }
}
