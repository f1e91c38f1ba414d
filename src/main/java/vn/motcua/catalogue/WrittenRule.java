package vn.motcua.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import vn.motcua.deadline.TimeLimit;
import vn.motcua.deadline.WorkingCalendar;
import vn.motcua.form.Field;
import vn.motcua.form.FormDefinition.Section;
import vn.motcua.form.Situation;
import vn.motcua.form.Words;
import vn.motcua.shared.Dong;

/**
 * One expression of a package: what it decides, of what, and where it is written. Plain values ({@code true}, an amount
 * without a condition) are not among them.
 *
 * @param file in which it stands
 * @param place in the words of the file
 * @param about the question, page, paper, amount or limit that hangs on it
 */
public record WrittenRule(Part part, String file, String place, Words about, String expression) {

    private static final Pattern IN_ROW = Pattern.compile("\\brow\\.");

    /** What an expression decides. */
    public enum Part {
        /** Whether a question or a page is asked. */
        SHOWN,
        /** Whether a page is about the person who files. */
        SELF,
        /** Whether an answer is compulsory. */
        REQUIRED,
        /** Whether an answer that was given will do. */
        MUST,
        /** What stands in a field that nobody types in. */
        CALCULATED,
        /** What is wrong between several answers, flagged for the officer, or suggested. */
        CHECK,
        /** Whether a paper is demanded. */
        DOCUMENT,
        /** How much is due. */
        FEE,
        /** Whether another time limit holds. */
        LIMIT
    }

    /**
     * All of a package in the order of its files: what applicants and officers are asked, papers, amounts, limits. The ways of
     * the route are not among them; {@link RouteTrial} has them.
     *
     * @param limits says a time limit
     */
    public static List<WrittenRule> of(ProcedurePackage content, Function<TimeLimit, Words> limits) {
        var all = new Gathering();
        var form = content.entries().form().definition();
        form.questions().forEach(it -> all.field(PackageReader.FORM, "questions." + it.id(), it, it.label()));
        for (var section : form.sections()) {
            all.section(section);
        }
        for (var check : form.checks()) {
            all.add(Part.CHECK, PackageReader.FORM, "checks." + check.id() + ".if", check.words(), check.condition());
        }
        for (var it : content.documents()) {
            all.add(
                    Part.DOCUMENT,
                    PackageReader.RECORD,
                    "documents." + it.id() + ".required",
                    it.name(),
                    it.required());
        }
        for (var it : content.feeRules()) {
            all.add(Part.FEE, PackageReader.RECORD, "fees." + it.id() + ".amount", it.name(), it.amount());
        }
        int no = 0;
        for (var it : content.limitRule().exceptions()) {
            all.add(
                    Part.LIMIT,
                    PackageReader.RECORD,
                    "timeLimit.exceptions[" + ++no + "].when",
                    limits.apply(it.limit()),
                    it.when());
        }
        return List.copyOf(all.rules);
    }

    /** The examples in which it holds, or is due; empty where it is not asked of a whole dossier. */
    public Optional<List<String>> examples(ProcedurePackage content) {
        if (IN_ROW.matcher(expression).find()) {
            return Optional.empty();
        }
        var expressions = content.entries().form().expressions();
        return switch (part) {
            case SHOWN, REQUIRED, CHECK, DOCUMENT, LIMIT -> {
                var condition = expressions.condition(place, expression);
                yield Optional.of(holding(content, condition::holds));
            }
            case FEE -> {
                var amount = expressions.amount(place, expression);
                yield Optional.of(holding(content, it -> !amount.of(it).equals(Dong.ZERO)));
            }
            case SELF, MUST, CALCULATED -> Optional.empty();
        };
    }

    private static List<String> holding(ProcedurePackage content, Predicate<Situation> holds) {
        var calendar = WorkingCalendar.national();
        return content.examples().stream()
                .filter(it -> holds.test(content.entries().form().situation(it.all(content), it.facts(calendar))))
                .map(Example::name)
                .toList();
    }

    private static final class Gathering {

        private final List<WrittenRule> rules = new ArrayList<>();

        private void section(Section section) {
            var officers = Entries.asksOfficers(section.id());
            var file = officers ? PackageReader.ROUTE : PackageReader.FORM;
            var place = officers ? "steps" : "sections." + section.id();
            section.when().ifPresent(it -> add(Part.SHOWN, file, place + ".when", section.title(), it));
            section.self().ifPresent(it -> add(Part.SELF, file, place + ".self", section.title(), it));
            section.fields().forEach(it -> field(file, place + ".fields." + it.id(), it, it.label()));
        }

        private void field(String file, String place, Field field, Words label) {
            field.when().ifPresent(it -> add(Part.SHOWN, file, place + ".when", label, it));
            add(Part.REQUIRED, file, place + ".required", label, field.required());
            field.must().ifPresent(it -> add(Part.MUST, file, place + ".must", label, it.condition()));
            field.calculate().ifPresent(it -> add(Part.CALCULATED, file, place + ".calculate", label, it));
            for (var column : field.table().columns()) {
                var named = new Words(
                        label.vi() + ": " + column.label().vi(),
                        label.en() + ": " + column.label().en());
                field(file, place + ".columns." + column.id(), column, named);
            }
        }

        private void add(Part part, String file, String place, Words about, String expression) {
            if (!expression.matches("true|false|\\d*")) {
                rules.add(new WrittenRule(part, file, place, about, expression));
            }
        }
    }
}
