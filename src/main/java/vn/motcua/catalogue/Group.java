package vn.motcua.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import vn.motcua.deadline.TimeLimit;
import vn.motcua.form.Condition;
import vn.motcua.form.Expressions;
import vn.motcua.form.Facts;
import vn.motcua.form.Kind;
import vn.motcua.form.Situation;

/**
 * A group of linked procedures (nhóm thủ tục liên thông, NĐ 63/2024/NĐ-CP): which procedures it joins, what each waits for,
 * and where each of their questions has its answer: in the one declaration, or in what an earlier part came to. Its first
 * part is the one that the one-stop receives; it begins at once.
 */
public final class Group {

    /** Under this name a part knows the number of an earlier part's result: {@code birth.result.number}. */
    public static final String RESULT_NUMBER = "result.number";

    private static final int DAY = "2026-01-01".length();

    private final List<Bound> bound;
    private final boolean limited;
    private final TimeLimit limit;

    Group(List<Bound> bound, boolean limited, TimeLimit limit) {
        this.bound = List.copyOf(bound);
        this.limited = limited;
        this.limit = limit;
    }

    /**
     * One of the procedures.
     *
     * @param id its name in the group
     * @param revision the revision that the group was published with
     * @param procedure its package
     * @param after the parts whose granted result it needs
     * @param limit how long its agency has, from its own reception; the group may give less than the procedure alone
     * @param outside whether the limit of the whole does not cover it
     */
    public record Part(
            String id,
            RevisionId revision,
            ProcedurePackage procedure,
            List<String> after,
            TimeLimit limit,
            boolean outside) {

        /** Keeps its own copy. */
        public Part {
            after = List.copyOf(after);
        }

        /** The national code of its procedure. */
        public String code() {
            return procedure.record().code();
        }
    }

    /** Where an answer comes from. */
    sealed interface Source {

        /** Taken over as it stands. */
        record Taken(String name) implements Source {}

        /** The day of a moment. */
        record Day(String name) implements Source {}

        /** Computed. */
        record Computed(Function<Situation, Optional<Object>> value) implements Source {}
    }

    /**
     * A part with its expressions.
     *
     * @param when under which answers it is asked for at all
     * @param expressions over the group's form and the results of the parts before
     * @param sources by the field of the part's form
     * @param place the answer that says where it belongs; empty: where the whole is filed
     * @param papers which of its documents is the result of which part before
     */
    record Bound(
            Part part,
            Condition when,
            Expressions expressions,
            Map<String, Source> sources,
            Optional<String> place,
            Map<String, String> papers) {

        Bound {
            sources = Map.copyOf(sources);
            papers = Map.copyOf(papers);
        }
    }

    /** All parts, each after those that it waits for. */
    public List<Part> parts() {
        return bound.stream().map(Bound::part).toList();
    }

    /** The part with which it begins. */
    public Part first() {
        return bound.getFirst().part();
    }

    /** The part of that name. */
    public Part part(String id) {
        return of(id).part();
    }

    /** Whether the whole has a limit of its own; otherwise it lasts as long as its longest way. */
    public boolean limited() {
        return limited;
    }

    /** The limit of the whole: its own, or how long its longest way lasts. */
    public TimeLimit limit() {
        return limit;
    }

    /** The parts that are asked for with these answers, each after those that it waits for. */
    public List<Part> chosen(Map<String, Object> answers, Facts facts) {
        var names = new LinkedHashSet<String>();
        var chosen = new ArrayList<Part>();
        for (var each : bound) {
            var wanted = each.when().holds(each.expressions().situation(answers, facts));
            if (wanted && names.containsAll(each.part().after())) {
                names.add(each.part().id());
                chosen.add(each.part());
            }
        }
        return List.copyOf(chosen);
    }

    /**
     * The answers to a part's own form.
     *
     * @param given the answers to the group's form, and what {@link #named} made of the results before
     */
    public Map<String, Object> answers(String part, Map<String, Object> given, Facts facts) {
        var of = of(part);
        var situation = of.expressions().situation(given, facts);
        var answers = new LinkedHashMap<>(of.part().procedure().form().begin());
        of.part().procedure().form().definition().fields().forEach(field -> {
            var source = of.sources().get(field.id());
            var value = source == null ? Optional.<Object>empty() : value(source, field.kind(), given, situation);
            value.ifPresentOrElse(it -> answers.put(field.id(), it), () -> {
                if (source != null) {
                    answers.remove(field.id());
                }
            });
        });
        of.part().procedure().form().definition().questions().forEach(question -> {
            if (given.containsKey(question.id()) && isFirst(part)) {
                answers.put(question.id(), given.get(question.id()));
            }
            Optional.ofNullable(of.sources().get(question.id()))
                    .flatMap(it -> value(it, question.kind(), given, situation))
                    .ifPresent(it -> answers.put(question.id(), it));
        });
        return answers;
    }

    /** What came out of a part, under the names by which later parts ask for it. */
    public static Map<String, Object> named(String part, Map<String, Object> entered, Optional<String> number) {
        var named = new LinkedHashMap<String, Object>();
        entered.forEach((name, value) -> named.put(part + "." + name, value));
        number.ifPresent(it -> named.put(part + "." + RESULT_NUMBER, it));
        return named;
    }

    /** The place to which a part belongs: the code of a ward or province; empty when it is where the whole is filed. */
    public Optional<String> place(String part, Map<String, Object> answers) {
        return of(part).place().map(answers::get).flatMap(ProcedurePackage::placeCode);
    }

    /** Which documents of a part are the results of which parts before it. */
    public Map<String, String> papersFromResults(String part) {
        return of(part).papers();
    }

    /** The documents that the whole demands of the applicant for that part, by their ids. */
    public Set<String> documents(String part) {
        var ids = new LinkedHashSet<String>();
        of(part).part().procedure().documents().forEach(it -> ids.add(it.id()));
        return ids;
    }

    private boolean isFirst(String part) {
        return first().id().equals(part);
    }

    private Bound of(String part) {
        return bound.stream()
                .filter(it -> it.part().id().equals(part))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no part " + part));
    }

    private static Optional<Object> value(Source source, Kind kind, Map<String, Object> given, Situation situation) {
        return switch (source) {
            case Source.Taken(var name) -> Optional.ofNullable(given.get(name));
            case Source.Day(var name) ->
                given.get(name) instanceof String moment && moment.length() > DAY
                        ? Optional.of(moment.substring(0, DAY))
                        : Optional.ofNullable(given.get(name));
            case Source.Computed(var value) -> value.apply(situation).map(it -> whole(kind, it));
        };
    }

    /** Expressions know one kind of number; a form knows whole ones. */
    private static Object whole(Kind kind, Object value) {
        return (kind == Kind.INTEGER || kind == Kind.MONEY) && value instanceof Double number
                ? (Object) Math.round(number)
                : value;
    }
}
