package vn.motcua.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What differs between two records in one part, in the words of the records.
 *
 * @param part the field, as texts name it under {@code catalogue.part-of.…}
 * @param before what only the earlier one says, line by line
 * @param after what only the later one says
 */
public record RecordDifference(String part, List<String> before, List<String> after) {

    /** Everything that differs, in the order in which a page shows it. */
    public static List<RecordDifference> between(ProcedureRecord before, ProcedureRecord after) {
        var earlier = parts(before);
        var later = parts(after);
        var found = new ArrayList<RecordDifference>();
        later.forEach((part, lines) -> {
            var were = earlier.getOrDefault(part, List.of());
            if (!were.equals(lines)) {
                var gone = without(were, lines);
                var come = without(lines, were);
                found.add(
                        gone.isEmpty() && come.isEmpty()
                                ? new RecordDifference(part, were, lines)
                                : new RecordDifference(part, gone, come));
            }
        });
        return List.copyOf(found);
    }

    private static List<String> without(List<String> lines, List<String> others) {
        var left = new LinkedHashSet<>(lines);
        others.forEach(left::remove);
        return List.copyOf(left);
    }

    private static Map<String, List<String>> parts(ProcedureRecord it) {
        var parts = new LinkedHashMap<String, List<String>>();
        parts.put("name", line(it.name()));
        parts.put("shortName", line(it.shortName()));
        parts.put("sector", line(it.sector()));
        parts.put("issuer", line((it.issuer().code() + " " + it.issuer().name()).strip()));
        parts.put("levels", it.levels().stream().sorted().map(Enum::name).toList());
        parts.put("serviceLevel", line(it.serviceLevel().name()));
        parts.put("partialReason", it.partialReason().lines().toList());
        parts.put(
                "agencies",
                it.agencies().stream().map(one -> one.role() + " " + one.name()).toList());
        parts.put("subjects", it.subjects());
        parts.put("decision", line(it.decision()));
        parts.put(
                "channels",
                it.channels().stream().flatMap(RecordDifference::lines).toList());
        parts.put("cases", it.cases().stream().flatMap(RecordDifference::lines).toList());
        parts.put(
                "results",
                it.results().stream()
                        .map(one -> (one.code() + " " + one.name()).strip())
                        .toList());
        parts.put(
                "legalBasis",
                it.legalBasis().stream().map(RecordDifference::line).toList());
        parts.put("requirements", it.requirements().lines().toList());
        parts.put("keywords", it.keywords());
        parts.put("trust", it.trust().entrySet().stream().map(Object::toString).toList());
        parts.put("page", line(it.detailUrl()));
        parts.put("source", line(it.source()));
        return parts;
    }

    private static List<String> line(String text) {
        return text.isEmpty() ? List.of() : List.of(text);
    }

    private static String line(ProcedureRecord.LegalText it) {
        return Stream.of(
                        it.number(),
                        it.name(),
                        it.issuer(),
                        it.date().map(Object::toString).orElse(""))
                .filter(one -> !one.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private static Stream<String> lines(PublishedChannel it) {
        var way = it.method() + ": ";
        return Stream.of(
                        it.times().stream().map(PublishedTime::words),
                        it.notUnderstood().stream(),
                        it.fees().stream()
                                .map(fee -> Stream.of(
                                                fee.name(),
                                                fee.amount().toPlainString() + " " + fee.currency(),
                                                fee.condition())
                                        .filter(one -> !one.isEmpty())
                                        .collect(Collectors.joining(", "))),
                        it.note().lines(),
                        it.times().isEmpty() && it.fees().isEmpty() ? Stream.of("–") : Stream.<String>empty())
                .flatMap(each -> each)
                .map(one -> way + one);
    }

    private static Stream<String> lines(PublishedCase it) {
        var name = it.name().isEmpty() ? "" : it.name() + ": ";
        return Stream.of(
                        it.name().isEmpty() ? Stream.<String>empty() : Stream.of((it.code() + " " + it.name()).strip()),
                        it.times().stream().map(one -> name + one.words()),
                        it.documents().stream().map(one -> name + line(one)),
                        it.steps().stream().map(one -> name + one.replace('\n', ' ')))
                .flatMap(each -> each);
    }

    private static String line(PublishedDocument it) {
        return Stream.of(
                        it.name(),
                        it.code(),
                        it.originals().map(one -> one + " bản chính").orElse(""),
                        it.copies().map(one -> one + " bản sao").orElse(""),
                        it.form(),
                        it.eForm() ? "e-form" : "")
                .filter(one -> !one.isEmpty())
                .collect(Collectors.joining(", "));
    }
}
