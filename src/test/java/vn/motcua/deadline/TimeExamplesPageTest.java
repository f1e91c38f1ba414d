package vn.motcua.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.deadline.Lawbook.CALENDAR;
import static vn.motcua.deadline.Lawbook.HOURS;
import static vn.motcua.deadline.Lawbook.MESSAGES;
import static vn.motcua.deadline.Lawbook.at;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.motcua.shared.Language;
import vn.motcua.shared.VietnamTime;
import vn.motcua.support.GeneratedDoc;

/** The worked examples as a lawyer reads them, written from the files that {@link TimeExamplesTest} runs. */
class TimeExamplesPageTest {

    private static final Path FOLDER = Path.of("src/test/resources/law");
    private static final String LIMIT = "Thời hạn / limit";
    private static final String DUE = "Hạn / due";
    private static final String PROGRAM = "Chương trình giải thích / the program says";
    private static final String HAND = "Tính tay / by hand";

    private int number;

    @Test
    void theExamplesCanBeReadByALawyer() throws IOException {
        var page = new StringBuilder("""
                # Ví dụ tính thời hạn / Worked examples of time limits

                Viết từ các tệp mà `TimeExamplesTest` chạy; không sửa tay. Cột “Chương trình giải thích” là lời của chương trình; cột
                “Tính tay” được lập riêng, không dùng chương trình. Giờ làm việc của các ví dụ: 7:30–11:30, 13:30–17:00, trừ ngày có ghi giờ riêng. Luật và các quy
                tắc riêng: [time.md](../law/time.md).

                Written from the files that `TimeExamplesTest` runs; not edited by hand. One column is what the program says, the other was
                worked out by hand, apart from it. Opening hours of all examples: 7:30–11:30, 13:30–17:00, but for days whose own hours are named.

                """);
        page.append("## Thời hạn không chờ / Limits that do not wait\n");
        for (var line : lines("time-examples.csv")) {
            page.append(
                    line.size() == 1 ? heading(line, LIMIT, "Nhận hồ sơ / received", DUE, PROGRAM, HAND) : plain(line));
        }
        page.append("\n## Trừ thời gian chờ / Waiting left out\n");
        for (var line : lines("time-examples-waiting.csv")) {
            page.append(
                    line.size() == 1
                            ? heading(line, LIMIT, "Nhận; chờ / received; waiting", DUE, PROGRAM, HAND)
                            : waiting(line));
        }
        page.append("\n## Giờ riêng của một ngày / Hours of one certain day\n");
        for (var line : lines("time-examples-own-hours.csv")) {
            page.append(
                    line.size() == 1
                            ? heading(line, LIMIT, "Nhận; giờ riêng / received; own hours", DUE, PROGRAM, HAND)
                            : ownHours(line));
        }
        page.append(
                "\n## Tính lại, gia hạn, xin lỗi, chuyển, ngoài địa giới / Starting anew, extension, apology, forwarding, out of bounds\n");
        for (var line : lines("time-examples-acts.csv")) {
            page.append(line.size() == 1 ? heading(line, LIMIT, "Từ / from", DUE, "Tính tay", "By hand") : act(line));
        }

        assertThat(number).as("examples").isGreaterThanOrEqualTo(250);
        GeneratedDoc.isCurrent("time-examples.md", page.toString());
    }

    private String plain(List<String> it) {
        var due = Lawbook.due(it.get(0), it.get(1));
        return row(said(it.get(0)), when(it.get(1)), when(it.get(2)), told(due), it.get(3));
    }

    private String waiting(List<String> it) {
        var waits = Stream.of(it.get(2).split(" ", -1))
                .map(TimeExamplesPageTest::interval)
                .toList();
        var due = Deadlines.subtracting(TimeLimit.parse(it.get(0)), at(it.get(1)), waits, HOURS, CALENDAR);
        return row(said(it.get(0)), when(it.get(1)) + "; " + waited(it.get(2)), when(it.get(3)), told(due), it.get(4));
    }

    private String ownHours(List<String> it) {
        var due = Deadlines.due(TimeLimit.parse(it.get(0)), at(it.get(1)), HOURS, Lawbook.withOwnHours(it.get(2)));
        var own = it.get(2).split("=", -1);
        var hours = VietnamTime.day(LocalDate.parse(own[0])) + ": " + own[1].replace("+", ", ");
        return row(said(it.get(0)), when(it.get(1)) + "; " + hours, when(it.get(3)), told(due), it.get(4));
    }

    private String act(List<String> it) {
        var limit = it.get(1).isEmpty() ? "" : said(it.get(1));
        var from = Stream.of(it.get(2).split("/", -1))
                .map(TimeExamplesPageTest::when)
                .collect(Collectors.joining(" → "));
        var waits = it.get(3).isEmpty() ? "" : "; " + waited(it.get(3));
        return row(limit, from + waits, when(it.get(4)), it.get(5), it.get(6));
    }

    private String row(String... cells) {
        number++;
        return "| " + number + " | " + String.join(" | ", cells) + " |\n";
    }

    private static String heading(List<String> line, String... columns) {
        return "\n### " + line.getFirst() + "\n\n| | " + String.join(" | ", columns) + " |\n| "
                + "--- | ".repeat(columns.length) + "--- |\n";
    }

    /** All but the first and the last line of an explanation, which the other columns say. */
    private static String told(Due due) {
        var said = due.say(Language.VI, MESSAGES);
        return String.join("; ", said.subList(1, said.size() - 1));
    }

    private static String said(String limit) {
        var it = TimeLimit.parse(limit);
        var after15 = it.start() == Start.AFTER_15_NEXT_DAY;
        return it.say(Language.VI, MESSAGES)
                + (after15 ? "; nhận sau 15 giờ thì tính từ ngày làm việc tiếp theo" : "")
                + " / "
                + it.say(Language.EN, MESSAGES)
                + (after15 ? "; after 15:00 from the next working day" : "");
    }

    private static String when(String moment) {
        var local = LocalDateTime.parse(moment);
        return local.toLocalTime() + " " + new Words(Language.VI, MESSAGES).fullDay(local.toLocalDate());
    }

    private static String waited(String waits) {
        return Stream.of(waits.split(" ", -1))
                .map(it -> it.split("/", -1))
                .map(it -> "chờ từ " + shortly(it[0]) + " đến " + shortly(it[1]))
                .collect(Collectors.joining("; "));
    }

    private static String shortly(String moment) {
        return new Words(Language.VI, MESSAGES).moment(LocalDateTime.parse(moment));
    }

    private static Interval interval(String text) {
        var ends = text.split("/", -1);
        return new Interval(at(ends[0]), at(ends[1]));
    }

    /** The cells of each line, or the heading alone. */
    private static List<List<String>> lines(String file) throws IOException {
        var lines = new ArrayList<List<String>>();
        for (var line :
                Files.readAllLines(FOLDER.resolve(file)).stream().skip(1).toList()) {
            lines.add(
                    line.startsWith("# ")
                            ? List.of(line.substring(2))
                            : Stream.of(line.split("\\|", -1))
                                    .map(String::strip)
                                    .toList());
        }
        return lines;
    }
}
