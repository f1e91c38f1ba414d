package vn.motcua.catalogue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import vn.motcua.catalogue.BurdenRates.Name;
import vn.motcua.deadline.WorkingCalendar;
import vn.motcua.form.Facts;
import vn.motcua.form.Field;
import vn.motcua.form.Kind;
import vn.motcua.shared.Refused;

/**
 * What a package asks of people, counted over its examples: questions, papers, minutes, and the compliance cost of one
 * dossier by the Standard Cost Model. Pure; each line can be added up by hand.
 *
 * @param cases one for each example
 */
public record Burden(List<Case> cases) {

    private static final WorkingCalendar CALENDAR = WorkingCalendar.national();

    /** Keeps its own copy. */
    public Burden {
        cases = List.copyOf(cases);
    }

    /** For what time or money goes. */
    public enum Activity {
        READ,
        ANSWER,
        LOOK,
        PAPER,
        FILE,
        PAY,
        FETCH
    }

    /**
     * One line of the sum.
     *
     * @param times how often
     * @param secondsEach how long each takes
     * @param timeCost what the time costs, whole đồng
     * @param money what is paid besides, đồng
     */
    public record Line(Activity activity, int times, long secondsEach, long timeCost, long money) {

        /** Seconds in all. */
        public long seconds() {
            return times * secondsEach;
        }

        /** Đồng in all. */
        public long cost() {
            return timeCost + money;
        }
    }

    /**
     * What one example asks.
     *
     * @param example its name
     * @param questions asked, those that are filled in already among them
     * @param prefilled of them, which a register or the account may fill in
     * @param papers demanded, without the declaration that is filled in here
     * @param held of them, which say what the state already holds
     */
    public record Case(
            String example, Channel channel, int questions, int prefilled, int papers, int held, List<Line> lines) {

        /** Keeps its own copy. */
        public Case {
            lines = List.copyOf(lines);
        }

        /** Seconds in all. */
        public long seconds() {
            return lines.stream().mapToLong(Line::seconds).sum();
        }

        /** Đồng in all. */
        public long cost() {
            return lines.stream().mapToLong(Line::cost).sum();
        }
    }

    /** At least and at most over the examples. */
    public record Span(long least, long most) {}

    /** Of every example of a package. */
    static Burden of(ProcedurePackage content, BurdenRates rates) {
        return new Burden(
                content.examples().stream().map(it -> one(it, content, rates)).toList());
    }

    /** The smallest and the largest figure; empty where there is no example. */
    public Optional<Span> span(ToLongFunction<Case> figure) {
        return cases.isEmpty()
                ? Optional.empty()
                : Optional.of(new Span(
                        cases.stream().mapToLong(figure).min().orElse(0),
                        cases.stream().mapToLong(figure).max().orElse(0)));
    }

    private static Case one(Example example, ProcedurePackage content, BurdenRates rates) {
        var form = content.form();
        var answers = example.all(content);
        var facts = example.facts(CALENDAR);
        var visible = form.visible(answers, facts);
        var asked = Stream.concat(
                        form.definition().questions().stream(),
                        form.definition().fields())
                .filter(it -> visible.contains(it.id()) && it.calculate().isEmpty() && it.kind() != Kind.SIGNATURE)
                .map(Field::id)
                .toList();
        int prefilled = (int) form.known(answers, facts).stream()
                .filter(it -> asked.contains(it.id()))
                .count();
        var papers = papers(content, answers, facts);
        var everything = papers(content, answers, facts.withData(_ -> true)).stream()
                .map(RequiredDocument::id)
                .toList();
        int held = (int) papers.stream()
                .filter(it -> !it.replacedBy().isEmpty() || !everything.contains(it.id()))
                .count();
        long fee = fee(content, answers, facts);
        return new Case(
                example.name(),
                example.channel(),
                asked.size(),
                prefilled,
                papers.size(),
                held,
                lines(example.channel(), asked.size() - prefilled, prefilled, papers.size(), fee, rates));
    }

    /** Đồng; what the check of examples says to be unknown counts as nothing here. */
    private static long fee(ProcedurePackage content, Map<String, Object> answers, Facts facts) {
        try {
            return content.fees(answers, facts).stream()
                    .mapToLong(it -> it.amount().amount())
                    .sum();
        } catch (Refused unknown) {
            return 0;
        }
    }

    private static List<RequiredDocument> papers(ProcedurePackage content, Map<String, Object> answers, Facts facts) {
        return content.required(answers, facts).stream()
                .filter(it -> !it.eForm())
                .toList();
    }

    private static List<Line> lines(
            Channel channel, int answered, int prefilled, int papers, long fee, BurdenRates rates) {
        return List.of(
                line(Activity.READ, 1, rates.of(Name.READ), 0, rates),
                line(Activity.ANSWER, answered, rates.of(Name.ANSWER), 0, rates),
                line(Activity.LOOK, prefilled, rates.of(Name.LOOK), 0, rates),
                line(Activity.PAPER, papers, rates.of(Name.PAPER), 0, rates),
                line(Activity.FILE, 1, rates.of(file(channel)), 0, rates),
                line(Activity.PAY, fee > 0 ? 1 : 0, rates.of(Name.PAY), fee, rates),
                line(Activity.FETCH, 1, rates.of(fetch(channel)), 0, rates));
    }

    private static Line line(Activity activity, int times, long secondsEach, long money, BurdenRates rates) {
        return new Line(activity, times, secondsEach, rates.cost(times * secondsEach), money);
    }

    private static Name file(Channel channel) {
        return switch (channel) {
            case ONLINE -> Name.FILE_ONLINE;
            case DIRECT -> Name.FILE_DIRECT;
            case POSTAL -> Name.FILE_POSTAL;
        };
    }

    private static Name fetch(Channel channel) {
        return switch (channel) {
            case ONLINE -> Name.FETCH_ONLINE;
            case DIRECT -> Name.FETCH_DIRECT;
            case POSTAL -> Name.FETCH_POSTAL;
        };
    }
}
