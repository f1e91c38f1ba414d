package vn.motcua.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.deadline.Lawbook.CALENDAR;
import static vn.motcua.deadline.Lawbook.HOURS;
import static vn.motcua.deadline.Lawbook.MESSAGES;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.motcua.shared.Language;

/** Each line of an explanation names the article that it rests on, where it rests on one. */
class CitedTest {

    private static final String REPLACED =
            " (đã được Nghị định 118/2025/NĐ-CP thay thế; điều tương ứng chưa đối chiếu)";
    private static final String AMENDED =
            " (sửa đổi bởi Nghị định 309/2026/NĐ-CP; số điều, khoản chưa đối chiếu với văn bản gốc)";

    @Test
    void theArticleStandsAfterTheLineThatRestsOnIt() {
        var due = Deadlines.due(TimeLimit.workingDays(1), Lawbook.at("2026-06-01T09:00"), HOURS, CALENDAR);
        var said = due.say(Language.VI, MESSAGES);

        assertThat(due.cited(Language.VI, MESSAGES))
                .isEqualTo(List.of(
                        said.get(0)
                                + " (Nghị định 118/2025/NĐ-CP Điều 17 khoản 3 (sửa đổi bởi Nghị định 309/2026/NĐ-CP;"
                                + " số điều, khoản chưa đối chiếu với văn bản gốc))",
                        said.get(1) + " (Bộ luật Dân sự 2015 Điều 147 khoản 2)",
                        said.get(2),
                        said.get(3)));
    }

    /** Whoever adds a kind says on what it rests, and whoever reads it how sure that is. */
    @Test
    void eachKindOfLineNamesItsArticleAndHowSureItIs() {
        var said = Stream.of(Reason.Kind.values())
                .filter(it -> it.basis().isPresent())
                .map(it -> it + ": " + it.basis().get().say(Language.VI, MESSAGES))
                .toList();

        assertThat(said)
                .containsExactlyInAnyOrder(
                        "RECEIVED: Nghị định 118/2025/NĐ-CP Điều 17 khoản 3" + AMENDED,
                        "SUPPLEMENTED: Nghị định 61/2018/NĐ-CP Điều 19 khoản 4" + REPLACED,
                        "EXTENDED: Nghị định 61/2018/NĐ-CP Điều 19 khoản 9" + REPLACED,
                        "PROMISED: Nghị định 61/2018/NĐ-CP Điều 19 khoản 9" + REPLACED,
                        "FIRST_DAY: Bộ luật Dân sự 2015 Điều 147 khoản 2",
                        "HOURS: Bộ luật Dân sự 2015 Điều 147 khoản 1",
                        "CALENDAR_SPAN: Bộ luật Dân sự 2015 Điều 148 khoản 1",
                        "MONTHS: Bộ luật Dân sự 2015 Điều 148 khoản 3",
                        "NO_SUCH_DAY: Bộ luật Dân sự 2015 Điều 148 khoản 3",
                        "YEARS: Bộ luật Dân sự 2015 Điều 148 khoản 4",
                        "ROLLED: Bộ luật Dân sự 2015 Điều 148 khoản 5",
                        "ROLLED_HOLIDAY: Bộ luật Dân sự 2015 Điều 148 khoản 5");
    }

    @Test
    void inEnglishTheSameIsSaid() {
        assertThat(LegalBasis.EXTENDED.say(Language.EN, MESSAGES))
                .isEqualTo("Decree 61/2018/NĐ-CP Article 19.9"
                        + " (replaced by Decree 118/2025/NĐ-CP; the corresponding article was not compared)");
        assertThat(LegalBasis.FORWARDED.say(Language.EN, MESSAGES))
                .isEqualTo("Decree 118/2025/NĐ-CP Article 18.2"
                        + " (amended by Decree 309/2026/NĐ-CP; article and clause not compared with its own text)");
        assertThat(new LegalBasis(LegalAct.CIVIL_CODE_2015, 148, 5).say(Language.EN, MESSAGES))
                .isEqualTo("Civil Code 2015 Article 148.5");
    }

    /** No text that people read names a decree of the one-stop by itself: the mark would be forgotten. */
    @Test
    void noTextOfThePagesNamesSuchADecreeByItself() throws IOException {
        try (var files = Files.list(Path.of("src/main/resources/messages"))) {
            for (var file : files.toList()) {
                for (var line : Files.readAllLines(file)) {
                    if (!line.startsWith("deadline.act.") && !line.startsWith("deadline.standing.")) {
                        assertThat(line).as(file + "").doesNotContain("61/2018/NĐ-CP", "118/2025/NĐ-CP");
                    }
                }
            }
        }
    }
}
