package vn.motcua.catalogue.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.motcua.catalogue.Edition;
import vn.motcua.catalogue.LeadTimes;
import vn.motcua.catalogue.LeadTimes.Measured;
import vn.motcua.catalogue.PackageDifference;
import vn.motcua.catalogue.PackageProblem;
import vn.motcua.catalogue.Phase;
import vn.motcua.catalogue.PublishingDecision;
import vn.motcua.catalogue.RevisionDesk;
import vn.motcua.shared.Language;
import vn.motcua.shared.Messages;
import vn.motcua.shared.VietnamTime;

/** Says how an edition stands. */
record EditionWords(Messages messages, Language language) {

    String t(String key, Object... arguments) {
        return messages.say(language, key, arguments);
    }

    String state(Phase phase) {
        return switch (phase) {
            case Phase.Draft it when it.sentBack().isPresent() -> t("catalogue.edition.state.SENT_BACK");
            case Phase.Published it
            when it.ending().isPresent() ->
                t(
                        "catalogue.edition.state.ENDING",
                        it.ending().map(one -> VietnamTime.day(one.on())).orElse(""));
            case Phase.Approved it ->
                t(
                        "catalogue.edition.state.APPROVED",
                        VietnamTime.day(it.approval().publishOn()));
            case Phase it -> t("catalogue.edition.state." + it.name());
        };
    }

    String phase(Phase.Name name) {
        return t("catalogue.edition.phase." + name);
    }

    static String tone(Phase phase) {
        return switch (phase) {
            case Phase.Draft it -> it.sentBack().isPresent() ? "warn" : "";
            case Phase.InReview _ -> "info";
            case Phase.Approved _ -> "info";
            case Phase.Published it -> it.ending().isPresent() ? "warn" : "good";
            case Phase.Replaced _, Phase.Discarded _ -> "";
            case Phase.Abolished _ -> "bad";
        };
    }

    /** What is true of it. */
    List<EditionView.Fact> facts(Edition edition) {
        var facts = new ArrayList<EditionView.Fact>();
        if (edition.phase() instanceof Phase.Draft it) {
            it.sentBack().ifPresent(reason -> facts.add(fact("sentBack", reason)));
        }
        edition.phase().approved().ifPresent(it -> {
            facts.add(fact("decision", decision(it.decision())));
            facts.add(fact("approvedBy", t("catalogue.edition.by", it.by().name(), VietnamTime.moment(it.at()))));
            facts.add(fact("effectOn", VietnamTime.day(it.effectOn())));
            facts.add(fact("publishOn", VietnamTime.day(it.publishOn())));
        });
        edition.phase().publishedAt().ifPresent(it -> facts.add(fact("since", VietnamTime.moment(it))));
        switch (edition.phase()) {
            case Phase.Draft _, Phase.InReview _, Phase.Approved _, Phase.Discarded _ -> {}
            case Phase.Published it -> it.ending().ifPresent(one -> abolition(one, facts));
            case Phase.Replaced it -> facts.add(fact("until", VietnamTime.moment(it.until())));
            case Phase.Abolished it -> {
                facts.add(fact("until", VietnamTime.moment(it.until())));
                abolition(it.by(), facts);
            }
        }
        return facts;
    }

    private void abolition(Phase.Abolition it, List<EditionView.Fact> facts) {
        facts.add(fact("abolition", decision(it.decision())));
        facts.add(fact("abolishOn", VietnamTime.day(it.on())));
    }

    private EditionView.Fact fact(String name, String value) {
        return new EditionView.Fact(t("catalogue.edition.fact." + name), value);
    }

    private String decision(PublishingDecision it) {
        return t("catalogue.edition.decision", it.number(), VietnamTime.day(it.date()), it.issuer());
    }

    EditionView.Lead lead(Measured it) {
        var lead = it.lead();
        var limit = t(
                "catalogue.lead." + it.duty() + "." + lead.unit() + (lead.days() < 0 ? ".before" : ".after"),
                Math.abs(lead.days()),
                VietnamTime.day(it.from()));
        var source = t("catalogue.lead.source", lead.source(), t("catalogue.lead.confidence." + lead.confidence()))
                + (lead.note().isEmpty() ? "" : "; " + lead.note());
        return new EditionView.Lead(
                t("catalogue.lead." + it.duty()),
                limit,
                VietnamTime.day(it.due()),
                it.done().map(VietnamTime::day).orElse("–"),
                t("catalogue.lead.state." + it.state()),
                tone(it.state()),
                source);
    }

    /** The nearest duty that is not done, or one that was missed; empty for none. */
    String lead(List<Measured> all) {
        return all.stream()
                .filter(it -> it.state() == LeadTimes.State.OPEN || it.state() == LeadTimes.State.OVERDUE)
                .findFirst()
                .map(it -> t(
                        "catalogue.lead.row." + it.state(),
                        t("catalogue.lead." + it.duty()),
                        VietnamTime.day(it.due())))
                .orElse("");
    }

    private static String tone(LeadTimes.State state) {
        return switch (state) {
            case KEPT -> "good";
            case OPEN -> "info";
            case MISSED, OVERDUE -> "bad";
        };
    }

    EditionView.Problem problem(PackageProblem it) {
        var file = it.file().isEmpty() ? t("catalogue.edition.wholePackage") : it.file();
        return new EditionView.Problem(
                it.line() == 0 ? file : t("catalogue.edition.line", file, it.line()),
                messages.say(language, it.words()));
    }

    EditionView.Event event(RevisionDesk.Line it) {
        var said = it.act() == Edition.Act.MOVED ? VietnamTime.day(LocalDate.parse(it.said())) : it.said();
        var shown = switch (it.act()) {
            case PUBLISHED, REPLACED -> "";
            default -> said;
        };
        return new EditionView.Event(
                VietnamTime.moment(it.at()),
                t("catalogue.edition.act." + it.act()),
                it.by().orElseGet(() -> t("catalogue.edition.byProgram")),
                shown);
    }

    /** What differs, part by part. */
    List<EditionLists.Part> parts(List<PackageDifference.Line> lines) {
        var texts = messages.all(language);
        var parts = new LinkedHashMap<PackageDifference.Part, List<EditionLists.Item>>();
        lines.forEach(
                it -> parts.computeIfAbsent(it.part(), _ -> new ArrayList<>()).add(item(it, texts)));
        return parts.entrySet().stream()
                .map(it -> new EditionLists.Part(t("catalogue.difference.part." + it.getKey()), it.getValue()))
                .toList();
    }

    private EditionLists.Item item(PackageDifference.Line it, Map<String, String> texts) {
        var tone = switch (it.kind()) {
            case ADDED -> "good";
            case REMOVED -> "bad";
            case CHANGED -> "warn";
            case MOVED -> "";
        };
        return new EditionLists.Item(
                t("catalogue.difference.kind." + it.kind()),
                tone,
                title(it, texts),
                it.details().stream()
                        .map(one -> new EditionLists.Detail(
                                one.key().isEmpty() ? "" : key(one.key(), texts), one.before(), one.after()))
                        .toList());
    }

    /** What people call it; a field of the record is called by its key. */
    String title(PackageDifference.Line it, Map<String, String> texts) {
        return switch (it.part()) {
            case RECORD, LIMIT, RESULT, SECTIONS, GROUP, ROUTE, EXAMPLES ->
                texts.containsKey("catalogue.difference.key." + it.id())
                        ? key(it.id(), texts)
                        : it.title().isEmpty() ? it.id() : it.title();
            case MESSAGES -> texts.getOrDefault("studio.choice.id." + it.id(), it.id());
            case DOCUMENTS, FEES, QUESTIONS, FIELDS, CHECKS, PARAMETERS, ENTRIES, LAYER, FILES ->
                it.title().isEmpty() ? it.id() : it.title();
        };
    }

    private static String key(String key, Map<String, String> texts) {
        return texts.getOrDefault("catalogue.difference.key." + key, key);
    }
}
