package vn.motcua.catalogue.web;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import vn.motcua.catalogue.Burden;
import vn.motcua.catalogue.BurdenRates;
import vn.motcua.catalogue.Edition;
import vn.motcua.catalogue.LintFinding;
import vn.motcua.catalogue.SharedQuestion;
import vn.motcua.catalogue.TrialDesk;
import vn.motcua.form.Words;
import vn.motcua.shared.Dong;
import vn.motcua.shared.Language;
import vn.motcua.shared.Messages;

/** Says what was found in an edition. */
record TrialWords(Messages messages, Language language) {

    private static final int SECONDS_A_MINUTE = 60;

    TrialView view(Edition edition, TrialDesk.Found found, BurdenRates rates) {
        var here = EditionPages.REVISIONS + "/" + edition.code() + "/" + edition.no();
        long blocking = found.findings().stream().filter(LintFinding::blocks).count();
        var layer = TrialDesk.province(edition).isPresent();
        return new TrialView(
                here,
                edition.no(),
                edition.name().isEmpty() ? edition.code() : edition.name(),
                found.burden().isEmpty() ? t("catalogue.trial.unread") : layer ? t("catalogue.trial.layer") : "",
                t("catalogue.trial.count", blocking, found.findings().size() - blocking),
                found.findings().stream()
                        .sorted(Comparator.comparing(it -> it.rule().level()))
                        .map(this::finding)
                        .toList(),
                found.burden().map(it -> figures(it, found.inForce())).orElse(List.of()),
                found.burden()
                        .map(it -> it.cases().stream().map(this::sum).toList())
                        .orElse(List.of()),
                new Dong(rates.incomePerHour()).toString(),
                rates.all().stream().map(this::rate).toList(),
                found.shared().stream().map(this::shared).toList(),
                found.added().all().entrySet().stream()
                        .map(it -> new TrialView.Told(
                                t("studio.choice.id." + it.getKey().word()),
                                shown(it.getValue(), edition, Language.VI),
                                shown(it.getValue(), edition, Language.EN)))
                        .toList());
    }

    private String shown(Words words, Edition edition, Language read) {
        return new ToldExample(messages, read, edition).of(words.in(read));
    }

    private TrialView.Shared shared(SharedQuestion it) {
        return new TrialView.Shared(
                it.field().label().in(language),
                t(
                        "catalogue.trial.shared.name",
                        it.question().name().in(language),
                        it.question().key()),
                it.others().isEmpty()
                        ? t("catalogue.trial.shared.none")
                        : it.others().stream()
                                .map(other -> other.shortName(language))
                                .collect(Collectors.joining("; ")));
    }

    private TrialView.Finding finding(LintFinding it) {
        return new TrialView.Finding(
                t("catalogue.lint.level." + it.rule().level()),
                it.blocks() ? "bad" : "info",
                it.line() == 0 ? it.file() + ", " + it.place() : t("catalogue.edition.line", it.file(), it.line()),
                messages.say(language, it.what()),
                messages.say(language, it.todo()));
    }

    private List<TrialView.Figure> figures(Burden own, Optional<Burden> inForce) {
        return List.of(
                figure("questions", own, inForce, Burden.Case::questions, Long::toString),
                figure("prefilled", own, inForce, Burden.Case::prefilled, Long::toString),
                figure("papers", own, inForce, Burden.Case::papers, Long::toString),
                figure("held", own, inForce, Burden.Case::held, Long::toString),
                figure("minutes", own, inForce, Burden.Case::seconds, TrialWords::minutes),
                figure("cost", own, inForce, Burden.Case::cost, TrialWords::dong));
    }

    private TrialView.Figure figure(
            String name,
            Burden own,
            Optional<Burden> inForce,
            ToLongFunction<Burden.Case> figure,
            LongFunction<String> said) {
        return new TrialView.Figure(
                t("catalogue.trial.figure." + name),
                span(own, figure, said),
                inForce.map(it -> span(it, figure, said)).orElseGet(() -> t("catalogue.trial.notInForce")));
    }

    private String span(Burden burden, ToLongFunction<Burden.Case> figure, LongFunction<String> said) {
        return burden.span(figure)
                .map(it -> it.least() == it.most()
                        ? said.apply(it.least())
                        : t("catalogue.trial.span", said.apply(it.least()), said.apply(it.most())))
                .orElse("–");
    }

    private TrialView.Case sum(Burden.Case it) {
        var lines = it.lines();
        return new TrialView.Case(
                t("catalogue.trial.case", it.example(), t("catalogue.channel." + it.channel())),
                lines.stream()
                        .filter(one -> one.times() > 0)
                        .map(one -> new TrialView.Line(
                                t("catalogue.trial.activity." + one.activity()),
                                Integer.toString(one.times()),
                                Long.toString(one.secondsEach()),
                                Long.toString(one.seconds()),
                                dong(one.timeCost()),
                                dong(one.money()),
                                dong(one.cost())))
                        .toList(),
                new TrialView.Line(
                        t("catalogue.trial.total"),
                        "",
                        "",
                        Long.toString(it.seconds()),
                        dong(lines.stream().mapToLong(Burden.Line::timeCost).sum()),
                        dong(lines.stream().mapToLong(Burden.Line::money).sum()),
                        dong(it.cost())));
    }

    private TrialView.Rate rate(BurdenRates.Rate it) {
        return new TrialView.Rate(
                t("catalogue.trial.rate." + it.name()),
                t("catalogue.trial.unit." + it.unit(), it.value()),
                t("catalogue.lead.source", it.source(), t("catalogue.lead.confidence." + it.confidence())));
    }

    /** Whole minutes, half a minute rounded up. */
    private static String minutes(long seconds) {
        return Long.toString((seconds + SECONDS_A_MINUTE / 2) / SECONDS_A_MINUTE);
    }

    private static String dong(long amount) {
        return new Dong(amount).toString();
    }

    private String t(String key, Object... arguments) {
        return messages.say(language, key, arguments);
    }
}
