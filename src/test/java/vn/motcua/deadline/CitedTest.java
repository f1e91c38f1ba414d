package vn.motcua.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.deadline.Lawbook.CALENDAR;
import static vn.motcua.deadline.Lawbook.HOURS;
import static vn.motcua.deadline.Lawbook.MESSAGES;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.motcua.shared.Language;

/** Each line of an explanation names the article that it rests on, where it rests on one. */
class CitedTest {

    @Test
    void theArticleStandsAfterTheLineThatRestsOnIt() {
        var due = Deadlines.due(TimeLimit.workingDays(1), Lawbook.at("2026-06-01T09:00"), HOURS, CALENDAR);
        var said = due.say(Language.VI, MESSAGES);

        assertThat(due.cited(Language.VI, MESSAGES))
                .isEqualTo(List.of(
                        said.get(0)
                                + " (Nghị định 118/2025/NĐ-CP Điều 17 khoản 3 (sửa đổi bởi Nghị định 309/2026/NĐ-CP))",
                        said.get(1) + " (Bộ luật Dân sự 2015 Điều 147 khoản 2)",
                        said.get(2),
                        said.get(3)));
    }
}
