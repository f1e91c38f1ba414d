package vn.motcua.catalogue.web;

import java.util.stream.Collectors;
import vn.motcua.catalogue.RecordBeside;
import vn.motcua.catalogue.RecordBeside.Disagreement;
import vn.motcua.shared.Messages;

/** Says what the published record of a procedure holds beside its package, and where the two disagree. */
record BesideWords(RecordWords words, Messages messages) {

    ProcedureView.Beside view(RecordBeside it) {
        return new ProcedureView.Beside(
                PublishedViews.of(it.record(), words),
                it.record().legalBasis().stream()
                        .map(text -> PublishedViews.legal(text, words))
                        .toList(),
                PublishedViews.ways(it.record(), words),
                it.record().source(),
                it.disagreements().stream().map(this::difference).toList());
    }

    private ProcedureView.Difference difference(Disagreement it) {
        var way = words.channel(it.published().method());
        return switch (it) {
            case Disagreement.Time(var published, var here) ->
                new ProcedureView.Difference(
                        words.t("catalogue.beside.time", way),
                        here.stream()
                                .map(limit -> limit.say(words.language(), messages))
                                .distinct()
                                .collect(Collectors.joining("; ")),
                        words.time(published));
            case Disagreement.Money(var published, var here) ->
                new ProcedureView.Difference(
                        words.t("catalogue.beside.money", way),
                        here.stream()
                                .map(rule ->
                                        rule.name().in(words.language()) + ": " + ProcedureViews.amount(rule, words))
                                .collect(Collectors.joining("; ")),
                        String.join("; ", words.fees(published)));
        };
    }
}
