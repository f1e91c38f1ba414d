package vn.motcua.catalogue.web;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import vn.motcua.catalogue.Catalogue;
import vn.motcua.catalogue.Channel;
import vn.motcua.catalogue.Circumstances;
import vn.motcua.catalogue.Course;
import vn.motcua.catalogue.DataSources;
import vn.motcua.catalogue.FeeRule;
import vn.motcua.catalogue.Group;
import vn.motcua.catalogue.KnownFacts;
import vn.motcua.catalogue.ProcedurePackage;
import vn.motcua.catalogue.ProcedureRevision;
import vn.motcua.catalogue.RecordBeside;
import vn.motcua.catalogue.RequiredDocument;
import vn.motcua.form.ExpressionWords;
import vn.motcua.form.Facts;
import vn.motcua.form.Field;
import vn.motcua.form.Kind;
import vn.motcua.organization.AdministrativeUnits;
import vn.motcua.shared.Dong;
import vn.motcua.shared.Language;
import vn.motcua.shared.Messages;
import vn.motcua.shared.VietnamTime;

/** Puts a procedure into words for its page. */
@Component
class ProcedureViews {

    private static final Pattern PLAIN = Pattern.compile("\\d+");

    private final Catalogue catalogue;
    private final Messages messages;
    private final ObjectProvider<DataSources> sources;
    private final KnownFacts known;
    private final AdministrativeUnits places;
    private final Clock clock;

    ProcedureViews(
            Catalogue catalogue,
            Messages messages,
            ObjectProvider<DataSources> sources,
            KnownFacts known,
            AdministrativeUnits places,
            Clock clock) {
        this.catalogue = catalogue;
        this.messages = messages;
        this.sources = sources;
        this.known = known;
        this.places = places;
        this.clock = clock;
    }

    ProcedureView of(ProcedureRevision revision, Language language) {
        var words = new RecordWords(messages, language);
        var record = revision.record();
        var content = revision.content();
        var beside = content.flatMap(it -> catalogue
                .published(revision.code())
                .map(published -> RecordBeside.of(published, it, way -> facts(revision, way))));
        var title = revision.shortName(language);
        var official = revision.name(language);
        return new ProcedureView(
                record.code(),
                title,
                official.equals(title) ? "" : official,
                String.join(", ", record.subjects()),
                record.sector(),
                record.issuer().name(),
                record.decision(),
                words.serviceLevel(record),
                content.map(it -> time(it, words)).orElseGet(() -> new ProcedureView.Fact(words.time(record), "")),
                content.map(it -> fee(it, words)).orElseGet(() -> new ProcedureView.Fact(words.fee(record), "")),
                new ProcedureView.Fact(words.place(record), ""),
                revision.online() ? Optional.of("/procedures/" + record.code() + "/start") : Optional.empty(),
                counter(revision, words),
                content.map(it -> cases(it, words)).orElse(List.of()),
                papers(revision, words),
                PublishedViews.ways(record, words),
                content.map(it -> steps(it, words)).orElse(List.of()),
                content.map(it -> it.feeRules().stream()
                                .map(rule -> fee(rule, words))
                                .toList())
                        .orElse(List.of()),
                content.map(it -> it.group()
                                .map(group -> group.parts().stream()
                                        .map(part ->
                                                part.procedure().resultName().in(language))
                                        .toList())
                                .orElseGet(() -> List.of(it.resultName().in(language))))
                        .orElseGet(() -> record.results().stream()
                                .map(it -> it.code().isEmpty()
                                        ? it.name()
                                        : words.t("catalogue.results.coded", it.name(), it.code()))
                                .toList()),
                record.legalBasis().stream()
                        .map(it -> PublishedViews.legal(it, words))
                        .toList(),
                linked(content, language),
                trust(record.trust(), words),
                record.source(),
                record.detailUrl(),
                revision.runnable(),
                beside.map(it -> PublishedViews.of(it.record(), words)
                                .partly(PublishedViews.of(record, words).partial()))
                        .orElseGet(() -> PublishedViews.of(record, words)),
                beside.map(it -> new BesideWords(words, messages).view(it)),
                revision.supersededBy().flatMap(catalogue::find).map(it -> link(it, language)),
                validity(record.code(), words));
    }

    /** Of a filing that way today, of which nothing is known yet. */
    private Facts facts(ProcedureRevision revision, Channel channel) {
        return known.of(Circumstances.of(revision.code(), channel, clock.instant()));
    }

    private List<String> validity(String code, RecordWords words) {
        var lines = new ArrayList<>(
                catalogue.course(code).map(it -> validity(it, words)).orElse(List.of()));
        var today = VietnamTime.dayOf(clock.instant());
        var provinces = catalogue.provinces(code).stream()
                .map(it -> places.name(it, today).orElse(it))
                .collect(Collectors.joining(", "));
        if (!provinces.isEmpty()) {
            lines.add(words.t("catalogue.inForce.layers", provinces));
        }
        return lines;
    }

    private static List<String> validity(Course course, RecordWords words) {
        var since = words.t("catalogue.inForce", VietnamTime.day(VietnamTime.dayOf(course.since())));
        return course.next()
                .map(it -> List.of(since, words.t("catalogue.inForce.next", VietnamTime.day(it))))
                .orElseGet(() -> List.of(since));
    }

    private ProcedureView.Fact time(ProcedurePackage content, RecordWords words) {
        var rule = content.limitRule();
        var usual = rule.usual().say(words.language(), messages);
        var said = new ExpressionWords(content.form().definition(), messages, words.language());
        var remarks = new ArrayList<String>();
        rule.exceptions()
                .forEach(it -> remarks.add(words.t(
                        "catalogue.time.exception",
                        capital(it.limit().say(words.language(), messages)),
                        said.say(it.when()))));
        if (words.language() == Language.VI && !rule.note().isEmpty()) {
            remarks.add(rule.note());
        }
        return new ProcedureView.Fact(capital(usual), String.join(". ", remarks));
    }

    private ProcedureView.Fact fee(ProcedurePackage content, RecordWords words) {
        var rules = content.feeRules();
        if (rules.isEmpty()) {
            return new ProcedureView.Fact(words.fee(content.record()), words.t("catalogue.fee.noRule"));
        }
        if (rules.stream().allMatch(it -> it.amount().equals("0"))) {
            return new ProcedureView.Fact(words.t("catalogue.fee.free"), "");
        }
        var first = rules.getFirst();
        var more = rules.stream()
                .skip(1)
                .map(it -> it.name().in(words.language()) + ": " + amount(it, words))
                .collect(Collectors.joining("; "));
        return new ProcedureView.Fact(amount(first, words), more);
    }

    private static ProcedureView.FeeRow fee(FeeRule rule, RecordWords words) {
        var remark = new ArrayList<String>();
        if (!rule.legal().isEmpty()) {
            remark.add(rule.legal());
        }
        if (!rule.amount().equals("0")) {
            remark.add(words.t("catalogue.fee.due." + rule.due()));
        }
        if (!rule.note().isEmpty() && words.language() == Language.VI) {
            remark.add(rule.note());
        }
        rule.reliefs()
                .forEach(it -> remark.add(
                        it.name().in(words.language()) + (it.legal().isEmpty() ? "" : " (" + it.legal() + ")")));
        if (!rule.trust().isEmpty()) {
            remark.add(words.t("catalogue.fee.trust", rule.trust()));
        }
        return new ProcedureView.FeeRow(
                rule.name().in(words.language()), amount(rule, words), String.join(". ", remark));
    }

    static String amount(FeeRule rule, RecordWords words) {
        if (rule.amount().equals("0")) {
            return words.t("catalogue.fee.free");
        }
        if (PLAIN.matcher(rule.amount()).matches()) {
            return new Dong(Long.parseLong(rule.amount())).toString();
        }
        return rule.says()
                .map(it -> it.in(words.language()))
                .orElseGet(() -> words.t("catalogue.fee.byAnswers"))
                .replace(" ₫", "\u00a0₫");
    }

    private static String counter(ProcedureRevision revision, RecordWords words) {
        var at = revision.content()
                .map(it -> words.unit(it.receivedBy()))
                .orElseGet(() -> words.place(revision.record()));
        if (revision.online()) {
            return words.t("catalogue.counter.also", at);
        }
        return words.t(revision.runnable() ? "catalogue.counter.only" : "catalogue.counter.record", at);
    }

    /** The options of the question on which papers hang, each with those that only it demands. */
    private List<ProcedureView.Case> cases(ProcedurePackage content, RecordWords words) {
        var question = content.form().definition().questions().stream()
                .filter(it -> it.kind() == Kind.SELECT && it.choice().options().size() > 1)
                .filter(it -> it.id().equals("case") || decides(content, it))
                .findFirst();
        if (question.isEmpty()) {
            return List.of();
        }
        var options = question.get().choice().options();
        var usual =
                required(content, question.get(), options.keySet().iterator().next());
        return options.entrySet().stream()
                .map(it -> new ProcedureView.Case(
                        it.getValue().in(words.language()),
                        required(content, question.get(), it.getKey()).stream()
                                .filter(paper -> !usual.contains(paper))
                                .map(paper -> paper.name(words.language()))
                                .toList()))
                .toList();
    }

    /** Whether a paper is demanded under some of its options and not under others. */
    private boolean decides(ProcedurePackage content, Field question) {
        return question.choice().options().keySet().stream()
                        .map(it -> required(content, question, it))
                        .distinct()
                        .count()
                > 1;
    }

    private List<RequiredDocument> required(ProcedurePackage content, Field question, String option) {
        Map<String, Object> answers = new HashMap<>(content.form().begin());
        answers.put(question.id(), option);
        return content.required(
                answers, known.of(Circumstances.of(content.record().code(), Channel.ONLINE, clock.instant())));
    }

    private List<ProcedureView.Paper> papers(ProcedureRevision revision, RecordWords words) {
        return revision.content()
                .map(content ->
                        content.documents().stream().map(it -> paper(it, words)).toList())
                .orElse(List.of());
    }

    private ProcedureView.Paper paper(RequiredDocument document, RecordWords words) {
        var remarks = new ArrayList<String>();
        document.when().ifPresent(it -> remarks.add(words.t("catalogue.paper.when", it.in(words.language()))));
        if (document.eForm()) {
            return paper(document, "pencil", "form", "", remarks, words);
        }
        if (document.originals() > 0) {
            remarks.add(words.t("catalogue.paper.originals", document.originals()));
        }
        if (document.copies() > 0) {
            remarks.add(words.t("catalogue.paper.copies", document.copies()));
        }
        if (!document.replacedBy().isEmpty()) {
            var known = new HashSet<String>(document.replacedBy());
            if (known.stream().anyMatch(it -> sources.stream().anyMatch(source -> source.available(it)))) {
                return paper(document, "database", "system", "good", remarks, words);
            }
            remarks.add(words.t("catalogue.paper.notConnected"));
        }
        return document.presentOnly()
                ? paper(document, "person", "show", "info", remarks, words)
                : paper(document, "upload", "bring", "info", remarks, words);
    }

    private static ProcedureView.Paper paper(
            RequiredDocument document, String icon, String who, String tone, List<String> remarks, RecordWords words) {
        return new ProcedureView.Paper(
                document.name(words.language()),
                icon,
                words.t("catalogue.paper." + who),
                tone,
                String.join(" ", remarks));
    }

    private List<ProcedureView.Step> steps(ProcedurePackage content, RecordWords words) {
        return content.group()
                .map(group ->
                        group.parts().stream().map(it -> part(group, it, words)).toList())
                .orElseGet(() -> route(content, words));
    }

    /** A part of a group: who does it, how long it has, and what it waits for. */
    private ProcedureView.Step part(Group group, Group.Part part, RecordWords words) {
        var language = words.language();
        var agency = words.unit(part.procedure().record().agencyType());
        var limit = part.limit().say(language, messages);
        var before = part.after().stream()
                .map(it -> group.part(it).procedure().shortName().in(language))
                .collect(Collectors.joining(", "));
        var about = before.isEmpty()
                ? words.t("catalogue.part.first", agency, limit)
                : words.t("catalogue.part.after", agency, limit, before);
        var outside = part.outside() ? " " + words.t("catalogue.part.outside") : "";
        return new ProcedureView.Step(part.procedure().shortName().in(language), about + outside);
    }

    private static List<ProcedureView.Step> route(ProcedurePackage content, RecordWords words) {
        return content.route().steps().stream()
                .map(it -> new ProcedureView.Step(it.name().in(words.language()), words.unit(it.unitKind())))
                .toList();
    }

    private List<ProcedureView.Link> linked(Optional<ProcedurePackage> content, Language language) {
        return content.map(ProcedurePackage::linked).orElse(List.of()).stream()
                .flatMap(it -> catalogue.find(it).stream())
                .map(it -> link(it, language))
                .toList();
    }

    private static ProcedureView.Link link(ProcedureRevision to, Language language) {
        return new ProcedureView.Link(to.code(), to.shortName(language));
    }

    private static List<String> trust(Map<String, String> trust, RecordWords words) {
        return trust.entrySet().stream()
                .map(it -> words.t("catalogue.trust." + it.getKey()) + ": " + it.getValue())
                .toList();
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + text.substring(1);
    }
}
