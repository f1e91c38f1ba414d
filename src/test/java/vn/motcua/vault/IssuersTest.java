package vn.motcua.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.motcua.vault.Issuers.Answer;

class IssuersTest {

    @TempDir
    Path folder;

    @Test
    void anOrganisationMayIssueTheKindsOfItsLineAndNoOther() throws IOException {
        var issuers = issuers("""
                # who;what
                Tòa án  nhân dân khu vực 1;KQ.TAND.*

                Sở Tư pháp tỉnh Lào Cai; KQ.G15.000031 , KQ.G15.000038
                """);

        assertThat(issuers.mayIssue("TÒA ÁN NHÂN DÂN KHU VỰC 1", "KQ.TAND.000001"))
                .isEqualTo(Answer.MAY);
        assertThat(issuers.mayIssue("Tòa án nhân dân khu vực 1", "KQ.G15.000031"))
                .isEqualTo(Answer.ANOTHER_KIND);
        assertThat(issuers.mayIssue("Sở Tư pháp tỉnh Lào Cai", "KQ.G15.000038")).isEqualTo(Answer.MAY);
        assertThat(issuers.mayIssue("Sở Tư pháp tỉnh Lào Cai", "KQ.G15.0000381"))
                .as("a code is no beginning")
                .isEqualTo(Answer.ANOTHER_KIND);
        assertThat(issuers.mayIssue("Sở Tư pháp", "KQ.G15.000038")).isEqualTo(Answer.UNKNOWN);
    }

    @Test
    void withoutAListNobodyMay() {
        assertThat(new Issuers(new VaultSettings(null)).mayIssue("Tòa án nhân dân khu vực 1", "KQ.TAND.000001"))
                .isEqualTo(Answer.UNKNOWN);
    }

    @Test
    void aChangeOfTheListHoldsFromTheNextResultOn() throws IOException {
        var file = Files.writeString(folder.resolve("issuers.csv"), "Sở Y tế;KQ.G26.*");
        var issuers = new Issuers(new VaultSettings(file));
        Files.writeString(file, "Sở Nội vụ;KQ.G13.*");

        assertThat(issuers.mayIssue("Sở Y tế", "KQ.G26.000001")).isEqualTo(Answer.UNKNOWN);
        assertThat(issuers.mayIssue("Sở Nội vụ", "KQ.G13.000001")).isEqualTo(Answer.MAY);
    }

    @Test
    void whatTheListSaidHoldsWhileItIsBroken() throws IOException {
        var file = Files.writeString(folder.resolve("issuers.csv"), "Sở Y tế;KQ.G26.*");
        var issuers = new Issuers(new VaultSettings(file));
        Files.writeString(file, "Sở Nội vụ;KQ.G13.*\nSở Y tế");

        assertThat(issuers.mayIssue("Sở Y tế", "KQ.G26.000001")).isEqualTo(Answer.MAY);
        assertThat(issuers.mayIssue("Sở Nội vụ", "KQ.G13.000001")).isEqualTo(Answer.UNKNOWN);
        Files.delete(file);
        assertThat(issuers.mayIssue("Sở Y tế", "KQ.G26.000001")).isEqualTo(Answer.MAY);
    }

    @Test
    void whatAnEditorWritesBeforeTheFirstLineIsNoPartOfIt() throws IOException {
        assertThat(issuers("\ufeffSở Văn hóa, Thể thao và Du lịch;KQ.G11.*")
                        .mayIssue("Sở Văn hóa, Thể thao và Du lịch", "KQ.G11.000001"))
                .isEqualTo(Answer.MAY);
        assertThat(issuers("\ufeff# who;what\nSở Y tế;KQ.G26.*").mayIssue("Sở Y tế", "KQ.G26.000001"))
                .isEqualTo(Answer.MAY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sở Y tế",
                ";KQ.G26.000001",
                "Sở Y tế;",
                "Sở Y tế;KQ.*.1",
                "Sở Y tế;*",
                "Sở Y tế;KQ.G26.000001;x",
                "Sở Y tế;KQ.G26.000001\nSỞ Y TẾ;KQ.G26.000002"
            })
    void aWrongLineStopsTheStart(String words) {
        assertThatThrownBy(() -> issuers(words))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("line " + (words.contains("\n") ? 2 : 1));
    }

    private Issuers issuers(String words) throws IOException {
        return new Issuers(new VaultSettings(Files.writeString(folder.resolve("some.csv"), words)));
    }
}
