package vn.motcua.form;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;

/**
 * The questions that many procedures ask (ngân hàng câu hỏi), each under one key, so that the same question is known as the
 * same wherever it is asked. They are {@code questions/bank.csv}; a field says which of them it is by {@code bank}.
 */
public final class QuestionBank {

    private static final QuestionBank STANDARD = new QuestionBank();

    private final Map<String, Question> questions = new LinkedHashMap<>();

    private QuestionBank() {
        try (var file = QuestionBank.class.getResourceAsStream("/questions/bank.csv")) {
            if (file == null) {
                throw new IllegalStateException("no questions/bank.csv");
            }
            var format = CSVFormat.DEFAULT
                    .builder()
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .get();
            for (var row : format.parse(new InputStreamReader(file, StandardCharsets.UTF_8))) {
                var key = row.get("key");
                var question = new Question(
                        key,
                        Kind.named(row.get("kind"))
                                .orElseThrow(() -> new IllegalStateException(key + ": no such kind")),
                        Optional.of(row.get("codelist")).filter(it -> !it.isEmpty()),
                        row.get("sensitive").equals("yes"),
                        new Words(row.get("vi"), row.get("en")));
                if (questions.put(key, question) != null) {
                    throw new IllegalStateException(key + " stands twice in questions/bank.csv");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A question.
     *
     * @param key e.g. {@code person.full-name}
     * @param kind of each field that asks it
     * @param codelist from which it is chosen; empty where it is not
     * @param sensitive whether the answer is sensitive personal data (dữ liệu cá nhân nhạy cảm), which no earlier filing offers
     * @param name what it asks, wherever it is asked
     */
    public record Question(String key, Kind kind, Optional<String> codelist, boolean sensitive, Words name) {

        /** Whether a field of that kind, choosing from that list, can be this question. */
        boolean fits(Kind asked, Optional<String> from) {
            return asked == kind && from.equals(codelist);
        }
    }

    /** The questions that come with the program. */
    public static QuestionBank standard() {
        return STANDARD;
    }

    /** The question with that key. */
    public Optional<Question> find(String key) {
        return Optional.ofNullable(questions.get(key));
    }

    /** All of them, in the order of the file. */
    public List<Question> all() {
        return List.copyOf(questions.values());
    }

    /** The keys of those that are asked by a field of that kind, as {@code form.yaml} names it. */
    public List<String> keys(String kind) {
        return all().stream()
                .filter(it -> it.kind().written().equals(kind))
                .map(Question::key)
                .toList();
    }
}
