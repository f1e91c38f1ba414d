package vn.motcua.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.motcua.document.FileId;
import vn.motcua.dossier.SupplementRequest;

class LackingTest {

    private static final SupplementRequest.Line SCAN =
            new SupplementRequest.Line("Giấy chứng sinh", "Mờ", Optional.of("giay-chung-sinh"));
    private static final SupplementRequest.Line SHOWN =
            new SupplementRequest.Line("Giấy tờ tùy thân", "Hết hạn", Optional.of("giay-to-tuy-than"));
    private static final SupplementRequest.Line NAME = new SupplementRequest.Line("Tên", "Sai");
    private static final Set<String> UPLOADABLE = Set.of("giay-chung-sinh");
    private static final List<SupplementDraft.Paper> ONE =
            List.of(new SupplementDraft.Paper(new UUID(0, 1), 0, "a.png", new FileId("a".repeat(64)), 1));

    @Test
    void aPaperThatCanBeUploadedHasToBe() {
        assertThat(Lacking.of(SCAN, List.of(), "Tôi sẽ mang đến", true, UPLOADABLE))
                .contains(Lacking.FILE);
        assertThat(Lacking.of(SCAN, ONE, "", false, UPLOADABLE)).isEmpty();
    }

    @Test
    void aPaperThatIsOnlyShownCanBeAnsweredWithAWord() {
        assertThat(Lacking.of(SHOWN, List.of(), "Tôi sẽ mang đến", false, UPLOADABLE))
                .isEmpty();
        assertThat(Lacking.of(SHOWN, List.of(), " ", false, UPLOADABLE)).contains(Lacking.ANYTHING);
    }

    @Test
    void anythingAnswersWhatAsksForNoPaper() {
        assertThat(Lacking.of(NAME, List.of(), "", false, UPLOADABLE)).contains(Lacking.ANYTHING);
        assertThat(Lacking.of(NAME, List.of(), "", true, UPLOADABLE)).isEmpty();
        assertThat(Lacking.of(NAME, ONE, "", false, UPLOADABLE)).isEmpty();
    }
}
