package vn.motcua.catalogue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.motcua.catalogue.PublishedTime.Unit;
import vn.motcua.shared.Text;

/**
 * Reads what records write about their time for settling: "15 Ngày làm việc", "trong ngày làm việc", "không quá 3 ngày làm
 * việc kể từ ngày nhận đủ hồ sơ", "20 ngày (hoặc 15 ngày đối với nhà ở riêng lẻ)". Every word has to be accounted for: of a
 * text with one part that is not understood nothing is, for half a limit would be a wrong one. What lengthens a limit
 * ("kéo dài thêm 5 ngày") is no limit.
 */
public final class LimitText {

    /** A longer text is a description, not a time. */
    private static final int LONGEST = 1_000;

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    private static final String FIGURE =
            "(?:(\\d{1,4}(?:[.,]\\d{1,2})?)(?:\\s?\\(\\p{L}[\\p{L} ]{0,30}\\))?|(nửa)|(1/2))";
    private static final String UNIT = "(ngày làm việc|giờ làm việc|ngày|giờ|tháng|năm)(?![\\p{L}\\p{N}])";
    private static final Pattern AMOUNT = Pattern.compile(
            "(?:" + FIGURE + "\\s?(?:-|–|đến|tới)\\s?)?" + FIGURE + "\\s?" + UNIT + "(\\s?rưỡi)?", FLAGS);
    private static final Pattern SAME_DAY =
            Pattern.compile("(?:ngay )?trong ngày(?: làm việc| tiếp nhận| nhận đủ hồ sơ)?(?![\\p{L}\\p{N}])", FLAGS);
    private static final Pattern LEAD = Pattern.compile(
            "(?:thời hạn giải quyết|thời gian giải quyết|thời hạn|thời gian|trong thời hạn|trong thời gian|trong vòng"
                    + "|không quá|không vượt quá|tối đa|chậm nhất|trong|là|giải quyết|≤|<=|:)\\s?",
            FLAGS);
    private static final Pattern CASE = Pattern.compile(
            "((?:trong )?(?:trường hợp|đối với|nếu|riêng|khi) [^:,;()]{2,250})(?::|,)\\s?(?:thì )?", FLAGS);
    private static final Pattern OR = Pattern.compile("\\(hoặc ([^()]{3,200})\\)\\s?", FLAGS);
    private static final Pattern BRACKET = Pattern.compile("\\(([^()]{1,900})\\)\\s?");
    private static final Pattern FROM =
            Pattern.compile(",? ?((?:tính )?(?:kể )?(?:từ|sau) (?:ngày|khi|lúc|thời điểm) [^:;,()]{2,250})", FLAGS);
    private static final Pattern USUAL_START = Pattern.compile(
            "(?:tính )?(?:kể )?(?:từ|sau) (?:ngày|khi|lúc|thời điểm) (?:tiếp )?nhận (?:được )?(?:đầy )?(?:đủ )?hồ sơ"
                    + "(?: đầy đủ)?(?:,? hợp lệ)?(?: theo quy định)?",
            FLAGS);
    private static final Pattern WHEN = Pattern.compile(
            ",? ?((?:áp dụng )?(?:đối với|trường hợp|trong trường hợp|nếu|khi|cho) [^:;()]{2,250})", FLAGS);
    private static final Pattern ANOTHER = Pattern.compile("\\d\\s?(?:ngày|giờ|tháng|năm)(?![\\p{L}\\p{N}])", FLAGS);
    /** What was received after 15:00 is due on the next working day: the second half of "trong ngày" (NĐ 123/2015, NĐ 23/2015). */
    private static final Pattern AFTER_THREE = Pattern.compile(
            "(?:trong )?(?:trường hợp |nếu )?(?:tiếp )?nhận (?:được )?(?:đủ )?(?:hồ sơ |yêu cầu )?sau 15 giờ[ ,]*"
                    + "(?:mà không giải quyết được ngay )?(?:thì )?(?:được )?trả (?:kết quả )?(?:trong |vào )?"
                    + "ngày làm việc tiếp theo",
            FLAGS);

    private static final Pattern BULLET = Pattern.compile("^(?:[-+*•–]|[a-zđ0-9]{1,2}\\))\\s*", FLAGS);
    private static final Pattern CLAUSES = Pattern.compile(";|\\n|\\.(?=\\s|$)");

    private LimitText() {}

    /** What came of reading. */
    public sealed interface Reading {

        /**
         * All of it was understood.
         *
         * @param times in their order, at least one
         */
        record Understood(List<PublishedTime> times) implements Reading {}

        /**
         * Not, or not all of it.
         *
         * @param text as it was given
         */
        record NotUnderstood(String text) implements Reading {}
    }

    /** Reads the text. */
    public static Reading read(String given) {
        var text = Text.clean(given).replaceAll("[\\h\\r\\t]+", " ");
        if (text.isEmpty() || text.length() > LONGEST) {
            return new Reading.NotUnderstood(given);
        }
        var times = new ArrayList<PublishedTime>();
        for (var clause : CLAUSES.split(text, -1)) {
            var said = BULLET.matcher(clause.strip()).replaceFirst("").strip();
            if (said.isEmpty() || restOfSameDay(said, times)) {
                continue;
            }
            var read = new Clause(said).read();
            if (read.isEmpty()) {
                return new Reading.NotUnderstood(given);
            }
            times.addAll(read);
        }
        return times.isEmpty() || words(times).length() > LONGEST
                ? new Reading.NotUnderstood(given)
                : new Reading.Understood(List.copyOf(times));
    }

    /** The times in the words of records; what {@link #read} understands of them is the same. */
    public static String words(List<PublishedTime> times) {
        return times.stream().map(PublishedTime::words).collect(Collectors.joining("; "));
    }

    private static boolean restOfSameDay(String said, List<PublishedTime> times) {
        return !times.isEmpty()
                && times.getLast().unit() == Unit.SAME_DAY
                && AFTER_THREE.matcher(said).matches();
    }

    /** One clause, read from its beginning to its end. */
    private static final class Clause {

        private final String text;
        private final List<String> conditions = new ArrayList<>();
        private int at;

        Clause(String text) {
            this.text = text;
        }

        /** The times it gives; none when any of it is not understood. */
        List<PublishedTime> read() {
            take(CASE).ifPresent(it -> conditions.add(it.group(1)));
            while (take(LEAD).isPresent()) {
                // words that only lead up to the figure
            }
            var first = figure();
            if (first.isEmpty()) {
                return List.of();
            }
            skipBlanks();
            var other = take(OR).map(it -> new Clause(it.group(1)).read());
            take(BRACKET).ifPresent(it -> conditions.add(it.group(1)));
            take(FROM)
                    .map(it -> it.group(1).strip())
                    .filter(it -> !USUAL_START.matcher(it).matches())
                    .ifPresent(conditions::add);
            take(WHEN).ifPresent(it -> conditions.add(it.group(1)));
            var condition = conditions.stream().map(String::strip).collect(Collectors.joining(", "));
            if (at < text.length()
                    || ANOTHER.matcher(condition).find()
                    || other.filter(List::isEmpty).isPresent()) {
                return List.of();
            }
            return Stream.concat(
                            Stream.of(first.get().when(condition)),
                            other.stream().flatMap(List::stream))
                    .toList();
        }

        private Optional<PublishedTime> figure() {
            int before = at;
            var amount = take(AMOUNT);
            if (amount.isEmpty()) {
                at = leadOfSameDay(before);
                return take(SAME_DAY).map(_ -> PublishedTime.of(BigDecimal.ONE, Unit.SAME_DAY));
            }
            var it = amount.get();
            var most = number(it, 4).add(it.group(8) == null ? BigDecimal.ZERO : new BigDecimal("0.5"));
            var least = it.group(1) == null && it.group(2) == null && it.group(3) == null
                    ? Optional.<BigDecimal>empty()
                    : Optional.of(number(it, 1));
            if (most.signum() == 0
                    || least.filter(one -> one.compareTo(most) >= 0).isPresent()) {
                return Optional.empty();
            }
            return Optional.of(new PublishedTime(
                    least.map(PublishedTime::plain), PublishedTime.plain(most), unit(it.group(7)), ""));
        }

        /** "trong" leads up to a figure, and begins "trong ngày". */
        private int leadOfSameDay(int place) {
            for (var word : List.of("ngay trong ", "trong ")) {
                int from = place - word.length();
                if (from >= 0 && text.regionMatches(true, from, word, 0, word.length())) {
                    return from;
                }
            }
            return place;
        }

        private Optional<Matcher> take(Pattern pattern) {
            var matcher = pattern.matcher(text).region(at, text.length());
            if (!matcher.lookingAt()) {
                return Optional.empty();
            }
            at = matcher.end();
            return Optional.of(matcher);
        }

        private void skipBlanks() {
            while (at < text.length() && text.charAt(at) == ' ') {
                at++;
            }
        }

        private static BigDecimal number(Matcher it, int group) {
            var digits = it.group(group);
            return digits == null ? new BigDecimal("0.5") : new BigDecimal(digits.replace(',', '.'));
        }

        private static Unit unit(String words) {
            return Arrays.stream(Unit.values())
                    .filter(it -> it.words().equalsIgnoreCase(words))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
