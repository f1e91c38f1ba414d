package vn.motcua.catalogue;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * By what the procedures in force can be filtered, each list by name.
 *
 * @param sectors fields of administration
 * @param issuers agencies that published something, by national code
 * @param agencies who settles them: kinds of units by their word, agencies by the name in the records; of these those that settle most
 * @param subjects for whom, in the words of the records
 */
public record FilterChoices(List<Choice> sectors, List<Choice> issuers, List<Choice> agencies, List<Choice> subjects) {

    /** A list that somebody reads through ends somewhere; by the address every agency can be asked for. */
    private static final int AGENCIES = 200;

    /**
     * One that can be chosen.
     *
     * @param value as the filter takes it
     * @param name as people read it
     */
    public record Choice(String value, String name) {}

    static FilterChoices of(Collection<ProcedureRevision> revisions) {
        var records = revisions.stream().map(ProcedureRevision::record).toList();
        return new FilterChoices(
                byName(records.stream().map(it -> new Choice(it.sector(), it.sector()))),
                byName(records.stream()
                        .map(it -> new Choice(it.issuer().code(), it.issuer().name()))),
                agencies(records),
                byName(records.stream().flatMap(it -> it.subjects().stream()).map(it -> new Choice(it, it))));
    }

    private static List<Choice> agencies(List<ProcedureRecord> records) {
        var often = records.stream()
                .flatMap(it -> it.settledBy().stream())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        return byName(often.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .limit(AGENCIES)
                .map(it -> new Choice(it.getKey(), it.getKey())));
    }

    private static List<Choice> byName(Stream<Choice> choices) {
        var byName = new TreeMap<String, Choice>();
        choices.filter(it -> !it.value().isEmpty()).forEach(it -> byName.put(it.name(), it));
        return List.copyOf(byName.values());
    }
}
