package vn.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.motcua.support.GeneratedDoc;

/** Which of the ten statuses that systems exchange a dossier has. */
class ExchangedStatusTest {

    @Test
    void theNumbersAreOneToTen() {
        assertThat(ExchangedStatus.values())
                .extracting(ExchangedStatus::number)
                .containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
    }

    @Test
    void everyStageHasItsStatus() {
        GeneratedDoc.isCurrent(
                "exchanged-statuses.md",
                Arrays.stream(StageKind.values())
                        .map(it -> "| `%s` | %d | `%s` |"
                                .formatted(
                                        it,
                                        ExchangedStatus.of(it).number(),
                                        ExchangedStatus.of(it).name()))
                        .collect(Collectors.joining("\n", """
                                # The status told to other systems

                                Written by `ExchangedStatusTest` from `ExchangedStatus`; not edited by hand.

                                | stage | number | status |
                                | --- | --- | --- |
                                """, "\n")));
    }
}
