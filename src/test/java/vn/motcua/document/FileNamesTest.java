package vn.motcua.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class FileNamesTest {

    @Test
    void aNameHasNoFolders() {
        assertThat(pdf("../../etc/passwd")).isEqualTo("passwd.pdf");
        assertThat(pdf("C:\\Users\\Mỷ\\Giấy chứng sinh.pdf")).isEqualTo("Giấy chứng sinh.pdf");
        assertThat(pdf("..")).isEqualTo("tep.pdf");
        assertThat(pdf("")).isEqualTo("tep.pdf");
    }

    @Test
    void aNameFromATelephoneThatTypesMarksApartIsComposed() {
        assertThat(pdf(Normalizer.normalize("Giấy khai sinh.pdf", Normalizer.Form.NFD)))
                .isEqualTo("Giấy khai sinh.pdf");
    }

    @Test
    void aNameCannotTurnTheReadingDirectionToHideItsEnding() {
        assertThat(pdf("giay\u202Efdp.exe")).isEqualTo("giayfdp.exe.pdf");
    }

    @Test
    void aNameHasNoControlCharactersAndNothingThatSystemsReserve() {
        assertThat(pdf("a\u0000b\r\nc\t\"<d>|?*:.pdf")).isEqualTo("ab c d.pdf");
    }

    @Test
    void aLongNameIsCutAndKeepsItsEnding() {
        assertThat(pdf("ế".repeat(10_000) + ".pdf")).isEqualTo("ế".repeat(100) + ".pdf");
        assertThat(pdf("😀".repeat(10_000) + ".pdf")).isEqualTo("😀".repeat(100) + ".pdf");
    }

    @Test
    void theEndingFollowsTheContent() {
        assertThat(FileNames.clean("anh.JPEG", FileKind.JPEG)).isEqualTo("anh.jpeg");
        assertThat(FileNames.clean("anh.pdf", FileKind.PNG)).isEqualTo("anh.pdf.png");
    }

    @Property
    void anyNameBecomesOneThatCanBeKept(@ForAll String claimed) {
        var name = pdf(claimed);
        assertThat(name)
                .endsWith(".pdf")
                .doesNotContain("/", "\\", "\n", "\r", "\"")
                .doesNotStartWith(".");
        assertThat(name.codePointCount(0, name.length())).isLessThanOrEqualTo(104);
        assertThat(pdf(name)).isEqualTo(name);
    }

    private static String pdf(String claimed) {
        return FileNames.clean(claimed, FileKind.PDF);
    }
}
