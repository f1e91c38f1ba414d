package vn.motcua.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.motcua.form.Condition.Truth;

/** What holds inside each row of one table: which cells are asked, which must be filled in, what is calculated. */
final class RowRules {

    /**
     * One row as it stands.
     *
     * @param asked the columns that are asked in it
     * @param required those of them that must be filled in
     * @param cells what is kept of it: answers to what is asked, and what is calculated
     */
    record Row(Set<String> asked, Set<String> required, Map<String, Object> cells) {}

    private final Field table;
    private final Expressions expressions;
    private final Map<String, Condition> when;
    private final Map<String, Condition> required;
    private final Map<String, Condition> must;
    private final Map<String, Calculation> calculations;

    RowRules(
            Field table,
            Expressions expressions,
            Map<String, Condition> when,
            Map<String, Condition> required,
            Map<String, Condition> must,
            Map<String, Calculation> calculations) {
        this.table = table;
        this.expressions = expressions;
        this.when = Map.copyOf(when);
        this.required = Map.copyOf(required);
        this.must = Map.copyOf(must);
        this.calculations = Map.copyOf(calculations);
    }

    /** With what the name of a column begins in expressions about its row. */
    static final String ROW = "row.";

    /** The name of a column in expressions about its row. */
    static String cell(Field column) {
        return ROW + column.id();
    }

    /** Whether expressions look into the rows at all. */
    static boolean needed(Field table) {
        return table.table().columns().stream()
                .anyMatch(it -> it.when().isPresent()
                        || it.must().isPresent()
                        || it.calculate().isPresent()
                        || !Set.of("true", "false").contains(it.required()));
    }

    /** How many columns it has. */
    int columns() {
        return table.table().columns().size();
    }

    /** That row, given the answers outside; what a hidden column hangs on is hidden too. */
    Row row(Map<?, ?> typed, Map<String, Object> answers, Facts facts) {
        var columns = table.table().columns();
        Set<String> asked = columns.stream().map(Field::id).collect(Collectors.toCollection(LinkedHashSet::new));
        var cells = cells(typed, asked);
        for (int round = 0; round <= columns.size(); round++) {
            var situation = situation(cells, answers, facts);
            var next = new LinkedHashSet<String>();
            columns.stream()
                    .filter(it -> Optional.ofNullable(when.get(it.id()))
                            .map(condition -> condition.holds(situation))
                            .orElse(true))
                    .forEach(it -> next.add(it.id()));
            var kept = cells(typed, next);
            calculations.forEach((id, it) -> it.write(kept, id, situation));
            if (next.equals(asked) && kept.equals(cells)) {
                break;
            }
            asked = next;
            cells = kept;
        }
        var situation = situation(cells, answers, facts);
        var wanted = asked.stream()
                .filter(it -> required.getOrDefault(it, _ -> Truth.NO).holds(situation))
                .collect(Collectors.toSet());
        return new Row(asked, wanted, cells);
    }

    /** What is kept of the rows. A table with more than it takes is refused as a whole: what lies beyond stays as it came. */
    List<Map<?, ?>> kept(List<?> rows, Map<String, Object> answers, Facts facts) {
        var kept = new ArrayList<Map<?, ?>>();
        for (var row : rows) {
            Map<?, ?> typed = row instanceof Map<?, ?> cells ? cells : Map.of();
            kept.add(
                    kept.size() < table.table().maxRows()
                            ? row(typed, answers, facts).cells()
                            : typed);
        }
        return kept;
    }

    /** What the author demands of cells that hold something, and is not so. */
    List<Problem> broken(String rowId, Row row, Map<String, Object> answers, Facts facts) {
        var problems = new ArrayList<Problem>();
        var situation = situation(row.cells(), answers, facts);
        for (var column : table.table().columns()) {
            column.must()
                    .filter(_ -> row.cells().containsKey(column.id()))
                    .filter(_ ->
                            must.getOrDefault(column.id(), _ -> Truth.UNKNOWN).ask(situation) == Truth.NO)
                    .ifPresent(it -> problems.add(Problem.own(rowId + "." + column.id(), it.otherwise())));
        }
        return problems;
    }

    private Map<String, Object> cells(Map<?, ?> typed, Set<String> asked) {
        var cells = new LinkedHashMap<String, Object>();
        for (var column : table.table().columns()) {
            var cell = typed.get(column.id());
            if (cell != null && asked.contains(column.id()) && !calculations.containsKey(column.id())) {
                cells.put(column.id(), cell);
            }
        }
        return cells;
    }

    private Situation situation(Map<String, Object> cells, Map<String, Object> answers, Facts facts) {
        var all = new LinkedHashMap<>(answers);
        for (var column : table.table().columns()) {
            var cell = cells.get(column.id());
            if (cell != null) {
                all.put(cell(column), cell);
            }
        }
        return expressions.situation(all, facts);
    }
}
