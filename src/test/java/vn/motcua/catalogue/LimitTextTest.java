package vn.motcua.catalogue;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.motcua.catalogue.LimitText.Reading;
import vn.motcua.catalogue.PublishedTime.Unit;
import vn.motcua.deadline.TimeLimit;

/** What records write about time is understood word by word, or not at all. */
class LimitTextTest {

    static final String NOT_UNDERSTOOD = "-";

    static List<String[]> realTexts() throws IOException {
        try (var in = new InputStreamReader(
                requireNonNull(LimitTextTest.class.getResourceAsStream("/catalogue/time-limit-texts.tsv")),
                StandardCharsets.UTF_8)) {
            return in.readAllLines().stream()
                    .filter(it -> !it.startsWith("#"))
                    .map(it -> it.split("\t", -1))
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("realTexts")
    void aRealTextIsReadAsItIsMeant(String text, String meant, String where) {
        assertThat(words(text)).as(where).isEqualTo(meant);
    }

    @Test
    void whatIsUnderstoodCanBeCountedWith() {
        assertThat(only("15 Ngày làm việc").limit()).contains(TimeLimit.workingDays(15));
        assertThat(only("Trong ngày làm việc").limit()).contains(TimeLimit.sameDay());
        assertThat(only("2 năm").limit()).contains(new TimeLimit(2, TimeLimit.Unit.YEAR));
        assertThat(only("nửa ngày").limit()).isEmpty();
        assertThat(only("2 ngày rưỡi").words()).isEqualTo("2.5 ngày");
        assertThat(only("1/2 ngày làm việc").words()).isEqualTo("0.5 ngày làm việc");
    }

    @Test
    void bothWritingsOfTheSameLettersAreTheSame() {
        var decomposed =
                java.text.Normalizer.normalize("Trong thời hạn 5 ngày làm việc", java.text.Normalizer.Form.NFD);
        assertThat(words(decomposed)).isEqualTo("5 ngày làm việc");
        assertThat(words("5\u00a0ngày   làm\tviệc")).isEqualTo("5 ngày làm việc");
    }

    @Test
    void theDocsSayHowMuchOfTheRealTextsIsUnderstood() throws IOException {
        var printed = new ArrayList<String>();
        for (var record : CatalogueFiles.records()) {
            for (var channel : record.channels()) {
                channel.times().forEach(it -> printed.add(asThePortalPrints(it)));
                printed.addAll(channel.notUnderstood());
            }
        }
        var bare = printed.stream().filter(it -> it.matches("[\\d.]+")).count();
        var read =
                printed.stream().filter(it -> !words(it).equals(NOT_UNDERSTOOD)).count();
        var prose = realTexts();
        var proseRead =
                prose.stream().filter(it -> !it[1].equals(NOT_UNDERSTOOD)).count();
        var sentence = String.format(
                Locale.ROOT,
                "Of %,d times in the catalogue %,d (%.1f %%) are understood; %,d are a figure without a unit, the rest %,d.",
                printed.size(),
                read,
                100.0 * read / printed.size(),
                bare,
                printed.size() - read - bare);
        var second = String.format(Locale.ROOT, "Of %d texts in sentences %d are understood.", prose.size(), proseRead);
        var doc = Files.readString(Path.of("docs/catalogue.md")).replaceAll("\\s+", " ");
        assertThat(doc).contains(sentence, second);
        for (var text : prose) {
            if (text[1].equals(NOT_UNDERSTOOD)) {
                assertThat(doc).contains(text[0]);
            }
        }
    }

    private static String asThePortalPrints(PublishedTime it) {
        return (it.amount().toPlainString() + " " + it.unit().words()).strip();
    }

    @Property(tries = 3000)
    void itNeverThrowsAndWhatItUnderstandsItReadsAgain(@ForAll("texts") String text) {
        if (LimitText.read(text) instanceof Reading.Understood(var times)) {
            assertThat(times).isNotEmpty();
            assertThat(LimitText.read(LimitText.words(times))).isEqualTo(new Reading.Understood(times));
            times.forEach(it -> assertThat(it.limit().isPresent() || it.unit() != Unit.SAME_DAY)
                    .isTrue());
        }
    }

    @Property(tries = 1000)
    void itNeverThrowsOverAnythingTyped(@ForAll String text) {
        assertThat(LimitText.read(text)).isNotNull();
    }

    /** Pieces of real sentences in any order: many are understood, most are not. */
    @Provide
    Arbitrary<String> texts() {
        var pieces = Stream.of(
                        "Trong thời hạn ",
                        "không quá ",
                        "tối đa ",
                        "trong ",
                        "Trường hợp phải xác minh: ",
                        "Đối với tổ chức, ",
                        "5",
                        "07",
                        "1.5",
                        "0",
                        "10 (mười)",
                        "nửa",
                        "1/2",
                        "3-5 ",
                        "20 đến ",
                        " ngày làm việc",
                        " Ngày",
                        " giờ",
                        " tháng",
                        " năm",
                        " rưỡi",
                        "trong ngày làm việc",
                        " kể từ ngày nhận đủ hồ sơ hợp lệ",
                        ", kể từ ngày nhận được văn bản",
                        " (nếu cần)",
                        " (hoặc 15 ngày đối với nhà ở)",
                        " đối với công trình cấp I",
                        "; ",
                        ". ",
                        "\n",
                        "- ",
                        " và ",
                        "kéo dài thêm ",
                        "gİờ",
                        "(",
                        ")")
                .toList();
        return Arbitraries.of(pieces).list().ofMinSize(1).ofMaxSize(7).map(it -> String.join("", it));
    }

    private static String words(String text) {
        return switch (LimitText.read(text)) {
            case Reading.Understood(var times) -> LimitText.words(times);
            case Reading.NotUnderstood(var same) -> {
                assertThat(same).isEqualTo(text);
                yield NOT_UNDERSTOOD;
            }
        };
    }

    private static PublishedTime only(String text) {
        return ((Reading.Understood) LimitText.read(text)).times().getFirst();
    }
}
