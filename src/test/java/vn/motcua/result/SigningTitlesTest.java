package vn.motcua.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.motcua.identity.Capacity;
import vn.motcua.identity.OfficerId;

/** In what capacity officers sign is data of the operator. */
class SigningTitlesTest {

    private static final OfficerId DEPUTY = new OfficerId(new UUID(1, 1));
    private static final OfficerId CHIEF = new OfficerId(new UUID(1, 2));

    @TempDir
    private Path folder;

    @Test
    void aDeputySignsForTheHeadOnBehalfOfTheCommittee() throws IOException {
        var titles = said("""
                # UBND xã Tả Van
                %s; TM. Ủy ban nhân dân | KT. Chủ tịch; Phó Chủ tịch

                %s;TUQ. Chủ tịch;Trưởng phòng Kinh tế
                """.formatted(DEPUTY, CHIEF));

        assertThat(titles.of(DEPUTY))
                .contains(new Capacity(List.of("TM. Ủy ban nhân dân", "KT. Chủ tịch"), "Phó Chủ tịch"));
        assertThat(titles.of(CHIEF)).contains(new Capacity(List.of("TUQ. Chủ tịch"), "Trưởng phòng Kinh tế"));
        assertThat(titles.of(new OfficerId(new UUID(1, 3)))).isEmpty();
        assertThat(new SigningTitles(new SigningSettings(null)).of(DEPUTY)).isEmpty();
    }

    @Test
    void theCommitteesLineStandsAboveADeputysButNotAboveAnOrder() {
        assertThat(Capacity.of("KT. Chủ tịch", "Phó Chủ tịch").under("TM. Ủy ban nhân dân"))
                .containsExactly("TM. Ủy ban nhân dân", "KT. Chủ tịch");
        assertThat(Capacity.of("", "Chủ tịch").under("TM. Ủy ban nhân dân")).containsExactly("TM. Ủy ban nhân dân");
        assertThat(Capacity.of("TL. Chủ tịch", "Chánh Văn phòng").under("TM. Ủy ban nhân dân"))
                .containsExactly("TL. Chủ tịch");
        assertThat(Capacity.of("KT. Giám đốc", "Phó Giám đốc").said()).isEqualTo("KT. Giám đốc\nPhó Giám đốc");
    }

    @Test
    void whatIsChangedHoldsForTheNextPaper() throws IOException {
        var titles = said(DEPUTY + ";;Chủ tịch\n");
        said(DEPUTY + ";KT. Chủ tịch;Phó Chủ tịch\n");

        assertThat(titles.of(DEPUTY)).contains(new Capacity(List.of("KT. Chủ tịch"), "Phó Chủ tịch"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a;TM. Ủy ban nhân dân;Chủ tịch/Phó Chủ tịch",
                "a;THAY MẶT Ủy ban;Chủ tịch",
                "a;KT.;Phó Chủ tịch",
                "a;KT. Chủ tịch;",
                "a;Chủ tịch",
                "a;;Chủ tịch\na;;Phó Chủ tịch"
            })
    void aWrongLineStopsTheStart(String file) {
        assertThatIllegalArgumentException().isThrownBy(() -> said(file)).withMessageContaining("line ");
    }

    private SigningTitles said(String words) throws IOException {
        return new SigningTitles(new SigningSettings(Files.writeString(folder.resolve("titles.csv"), words)));
    }
}
