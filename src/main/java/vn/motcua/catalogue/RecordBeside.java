package vn.motcua.catalogue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.motcua.deadline.Start;
import vn.motcua.deadline.TimeLimit;
import vn.motcua.form.Facts;
import vn.motcua.shared.Refused;

/**
 * The published record of a procedure that runs here by a package, and where the two disagree about time and money. Pure. What
 * cannot be compared (a figure without a unit, a zero that may mean "free" or "see the circular") is no disagreement.
 */
public record RecordBeside(ProcedureRecord record, List<Disagreement> disagreements) {

    private static final Pattern QUOTED = Pattern.compile("'[^']*'|\"[^\"]*\"");
    private static final Pattern FIGURE = Pattern.compile("(?<![\\w.])\\d+(?:\\.\\d+)?");

    /** Keeps its own copy. */
    public RecordBeside {
        disagreements = List.copyOf(disagreements);
    }

    /** Where they disagree, for one way of filing. */
    public sealed interface Disagreement {

        /** As the record publishes it. */
        PublishedChannel published();

        /** The package counts with other times; the usual one first. */
        record Time(PublishedChannel published, List<TimeLimit> here) implements Disagreement {

            /** Keeps its own copy. */
            public Time {
                here = List.copyOf(here);
            }
        }

        /** The package asks for other amounts. */
        record Money(PublishedChannel published, List<FeeRule> here) implements Disagreement {

            /** Keeps its own copy. */
            public Money {
                here = List.copyOf(here);
            }
        }
    }

    /**
     * Compares them.
     *
     * @param facts what is known of a filing that way, before anything is answered
     */
    public static RecordBeside of(ProcedureRecord record, ProcedurePackage content, Function<Channel, Facts> facts) {
        var found = new ArrayList<Disagreement>();
        var rule = content.limitRule();
        var here = Stream.concat(
                        Stream.of(rule.usual()), rule.exceptions().stream().map(LimitRule.Special::limit))
                .toList();
        var ofCases = record.cases().stream()
                .flatMap(it -> it.times().stream())
                .flatMap(it -> it.limit().stream())
                .map(RecordBeside::figure)
                .collect(Collectors.toSet());
        for (var channel : record.channels()) {
            if (otherTimes(channel, here, ofCases)) {
                found.add(new Disagreement.Time(channel, here));
            }
            if (otherAmounts(channel, content, facts.apply(channel.method()))) {
                found.add(new Disagreement.Money(channel, content.feeRules()));
            }
        }
        return new RecordBeside(record, found);
    }

    private static boolean otherTimes(PublishedChannel channel, List<TimeLimit> here, Set<String> ofCases) {
        var published = channel.times().stream()
                .flatMap(it -> it.limit().stream())
                .map(RecordBeside::figure)
                .collect(Collectors.toSet());
        if (published.isEmpty()) {
            return false;
        }
        var own = here.stream().map(RecordBeside::figure).toList();
        return !own.containsAll(published) || !(published.contains(own.getFirst()) || ofCases.contains(own.getFirst()));
    }

    /** From when it is counted is not said in records, but for "the same day". */
    private static String figure(TimeLimit limit) {
        return limit.start() == Start.SAME_DAY ? "same day" : limit.amount() + " " + limit.unit();
    }

    /** A published amount occurs nowhere in the package, or what is due while nothing is answered is no published amount. */
    private static boolean otherAmounts(PublishedChannel channel, ProcedurePackage content, Facts facts) {
        var published = channel.fees().stream()
                .filter(it -> it.currency().equals("VND") && it.amount().signum() > 0)
                .map(it -> it.amount().stripTrailingZeros())
                .collect(Collectors.toSet());
        if (published.isEmpty() || content.feeRules().isEmpty()) {
            return false;
        }
        var known = content.feeRules().stream().flatMap(RecordBeside::figures).collect(Collectors.toSet());
        return !known.containsAll(published)
                || usual(content, facts).anyMatch(it -> it.signum() > 0 && !published.contains(it));
    }

    /** What is due while nothing is answered; nothing where that is not known. */
    private static Stream<BigDecimal> usual(ProcedurePackage content, Facts facts) {
        try {
            return content.fees(content.form().begin(), facts).stream()
                    .map(it -> BigDecimal.valueOf(it.amount().amount()).stripTrailingZeros());
        } catch (Refused notYet) {
            return Stream.empty();
        }
    }

    /** Every figure that a fee is counted with. */
    private static Stream<BigDecimal> figures(FeeRule rule) {
        return Stream.concat(Stream.of(rule.amount()), rule.reliefs().stream().map(FeeRelief::amount))
                .map(it -> QUOTED.matcher(it).replaceAll("''"))
                .flatMap(it -> FIGURE.matcher(it).results().map(figure -> new BigDecimal(figure.group())))
                .map(BigDecimal::stripTrailingZeros);
    }
}
