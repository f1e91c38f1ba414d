package vn.motcua.catalogue;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import vn.motcua.deadline.Deadlines;
import vn.motcua.deadline.OpeningHours;
import vn.motcua.deadline.WorkingCalendar;
import vn.motcua.form.Facts;
import vn.motcua.shared.Phrase;
import vn.motcua.shared.Refused;
import vn.motcua.shared.VietnamTime;

/**
 * One line of {@code examples.yaml}: given this, then that. Examples are tests that the author writes and the reviewer
 * reads; a package is published only when all hold.
 *
 * @param name what it shows
 * @param received when the dossier is received complete, wall clock in Vietnam
 * @param channel how it was filed
 * @param answers that differ from the form's defaults
 * @param available what national databases give
 * @param parameters what the province has set
 * @param then what must follow
 */
public record Example(
        String name,
        LocalDateTime received,
        Channel channel,
        Map<String, Object> answers,
        Set<String> available,
        Map<String, Object> parameters,
        Then then) {

    /**
     * What must follow; what is empty is not looked at.
     *
     * @param due when the result is due, wall clock in Vietnam
     * @param documents ids of the documents demanded, no more and no less
     * @param fee đồng in all
     */
    public record Then(Optional<LocalDateTime> due, Optional<Set<String>> documents, Optional<Long> fee) {}

    /**
     * Something that does not hold.
     *
     * @param what which key under {@code then}
     */
    record Difference(String example, String what, Object expected, Object actual) {

        /** To be said to the author. */
        Phrase words() {
            return Phrase.of("catalogue.problem.example." + what, example, say(expected), say(actual));
        }

        private static Object say(Object value) {
            return switch (value) {
                case LocalDateTime it ->
                    VietnamTime.moment(it.atZone(VietnamTime.ZONE).toInstant());
                case Collection<?> it when it.isEmpty() -> "–";
                case Collection<?> it -> it.stream().map(Object::toString).collect(Collectors.joining(", "));
                default -> value;
            };
        }
    }

    /** What does not hold; empty when all does. */
    List<Difference> differences(ProcedurePackage procedure, OpeningHours hours, WorkingCalendar calendar) {
        var found = new ArrayList<Difference>();
        var all = all(procedure);
        var facts = facts(calendar);
        then.due().ifPresent(expected -> {
            var due = Deadlines.due(procedure.timeLimit(all, facts), at(), hours, calendar);
            compare("due", expected, VietnamTime.local(due.at()), found);
        });
        then.documents()
                .ifPresent(expected -> compare(
                        "documents",
                        new TreeSet<>(expected),
                        procedure.required(all, facts).stream()
                                .map(RequiredDocument::id)
                                .collect(Collectors.toCollection(TreeSet::new)),
                        found));
        then.fee().ifPresent(expected -> compare("fee", expected, fee(procedure, all, facts), found));
        return found;
    }

    /** Đồng, or a dash where a fee cannot be told. */
    private static Object fee(ProcedurePackage procedure, Map<String, Object> all, Facts facts) {
        try {
            return procedure.fees(all, facts).stream()
                    .mapToLong(it -> it.amount().amount())
                    .sum();
        } catch (Refused unknown) {
            return "–";
        }
    }

    /** The answers, those that the form begins with where the example gives none. */
    Map<String, Object> all(ProcedurePackage procedure) {
        var all = new HashMap<>(procedure.form().begin());
        all.putAll(answers);
        return all;
    }

    /** What conditions may ask besides the answers. */
    Facts facts(WorkingCalendar calendar) {
        return Facts.of(channel.name(), received)
                .withWorkingDays(calendar::workingDaysBetween)
                .withData(available::contains)
                .withParameters(parameters);
    }

    /** When it is received. */
    Instant at() {
        return received.atZone(VietnamTime.ZONE).toInstant();
    }

    private void compare(String what, Object expected, Object actual, List<Difference> found) {
        if (!expected.equals(actual)) {
            found.add(new Difference(name, what, expected, actual));
        }
    }

    /** Reads {@code examples.yaml}. */
    static List<Example> read(YamlPlace file) {
        return file.knowing("examples").list("examples").stream()
                .map(Example::one)
                .toList();
    }

    private static Example one(YamlPlace place) {
        place.knowing("name", "given", "then");
        var given = place.need("given").knowing("received", "channel", "answers", "available", "parameters");
        var then = place.need("then").knowing("due", "documents", "fee");
        return new Example(
                place.text("name"),
                given.need("received").moment(),
                given.need("channel").oneOf(Channel.class),
                given.maybe("answers").map(YamlPlace::values).orElse(Map.of()),
                Set.copyOf(given.texts("available")),
                given.maybe("parameters").map(YamlPlace::values).orElse(Map.of()),
                new Then(
                        then.maybe("due").map(YamlPlace::moment),
                        then.maybe("documents").map(_ -> Set.copyOf(then.texts("documents"))),
                        then.maybe("fee").map(it -> (long) it.whole())));
    }
}
