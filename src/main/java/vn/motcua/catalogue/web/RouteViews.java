package vn.motcua.catalogue.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.motcua.catalogue.ProcedurePackage;
import vn.motcua.catalogue.ProcedureRevision;
import vn.motcua.catalogue.RouteTrial;
import vn.motcua.catalogue.WrittenRule;
import vn.motcua.catalogue.web.RouteView.Entry;
import vn.motcua.catalogue.web.RouteView.Shown;
import vn.motcua.deadline.OpeningHours;
import vn.motcua.deadline.WorkingCalendar;
import vn.motcua.form.ExpressionWords;
import vn.motcua.form.FormDefinition;
import vn.motcua.form.Words;
import vn.motcua.identity.web.Filled;
import vn.motcua.organization.Kinds;
import vn.motcua.route.BpmnFile;
import vn.motcua.route.BpmnFinding;
import vn.motcua.route.NodeKind;
import vn.motcua.route.ProgramCheck;
import vn.motcua.route.RouteDefinition;
import vn.motcua.route.RouteDefinition.Item;
import vn.motcua.route.RouteDrawing;
import vn.motcua.route.RouteSimulation;
import vn.motcua.route.RouteYaml;
import vn.motcua.shared.Language;
import vn.motcua.shared.Messages;
import vn.motcua.shared.VietnamTime;

/** Puts routes into words: the list beside the drawing, times, faults, examples. */
record RouteViews(Kinds kinds, Messages messages, Language language) {

    /** A route in force. */
    RouteView inForce(ProcedureRevision procedure, RouteDefinition route, Filled form) {
        return new RouteView(
                procedure.code(),
                procedure.shortName(language),
                "",
                List.of(),
                List.of(),
                Optional.of(shown(procedure.runnableContent(), route, "")),
                form);
    }

    /** What a file would give. */
    RouteView trial(ProcedureRevision procedure, String name, BpmnFile file) {
        return new RouteView(
                procedure.code(),
                procedure.shortName(language),
                name,
                said(file.refusals()),
                said(file.notes()),
                file.definition().map(it -> shown(procedure.runnableContent(), it, RouteYaml.write(it))),
                Filled.empty());
    }

    /** A line of the list of all. */
    RouteView.Row row(ProcedureRevision procedure, RouteDefinition route) {
        var trial = trial(procedure.runnableContent(), route);
        return new RouteView.Row(
                procedure.code(),
                procedure.shortName(language),
                procedure.runnableContent().route().steps().size(),
                times(trial, procedure.runnableContent()),
                late(trial));
    }

    /** The route of an edition that may not be in force. */
    Shown of(ProcedurePackage procedure, RouteDefinition route) {
        return shown(procedure, route, "");
    }

    /** A route of which nothing is known but how it is written: its drawing and its list. */
    Shown sketch(RouteDefinition route, FormDefinition form) {
        var words = new ExpressionWords(form, messages, language);
        return new Shown(
                RouteDrawing.of(route, language),
                entries(route, names(route), words),
                "",
                false,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                "");
    }

    private Shown shown(ProcedurePackage procedure, RouteDefinition route, String yaml) {
        var trial = trial(procedure, route);
        var names = names(route);
        var words = new ExpressionWords(procedure.entries().form().definition(), messages, language);
        var faults = new ArrayList<>(
                trial.faults().stream().map(it -> it.say(messages, language)).toList());
        trial.refusal().ifPresent(it -> faults.add(messages.say(language, it)));
        return new Shown(
                RouteDrawing.of(route, language),
                entries(route, names, words),
                trial.faults().isEmpty() ? times(trial, procedure) : "",
                late(trial),
                faults,
                trial.advice().stream().map(it -> it.say(messages, language)).toList(),
                trial.runs().stream().map(it -> run(it, names, words)).toList(),
                trial.ways().stream()
                        .map(it -> new RouteView.Way(
                                named(it.choice(), names),
                                when(it.way(), it.when(), words),
                                named(it.then(), names),
                                it.examples()))
                        .toList(),
                conditions(procedure, words),
                yaml);
    }

    /** Every expression of the package but the ways of its route, as a sentence, with the examples in which it holds. */
    private List<RouteView.Said> conditions(ProcedurePackage procedure, ExpressionWords words) {
        return WrittenRule.of(procedure, it -> new Words(it.say(Language.VI, messages), it.say(Language.EN, messages)))
                .stream()
                .map(it -> new RouteView.Said(
                        t("route.page.part." + it.part(), it.about().in(language)),
                        words.say(it.expression()),
                        it.expression(),
                        it.examples(procedure)
                                .map(examples ->
                                        examples.isEmpty() ? t("route.page.noExample") : String.join("; ", examples))
                                .orElseGet(() -> t("route.page.notByExample"))))
                .toList();
    }

    private static RouteTrial trial(ProcedurePackage procedure, RouteDefinition route) {
        return RouteTrial.of(procedure, route, OpeningHours.usual(), WorkingCalendar.national());
    }

    private static boolean late(RouteTrial trial) {
        return trial.limitHours().filter(it -> trial.hours().compareTo(it) > 0).isPresent();
    }

    private String times(RouteTrial trial, ProcedurePackage procedure) {
        var limit = procedure.limitRule().usual().say(language, messages);
        return trial.limitHours()
                .map(it -> t(
                        late(trial) ? "route.page.over" : "route.page.within",
                        number(trial.hours()),
                        limit,
                        number(it)))
                .orElseGet(() -> t("route.page.uncounted", number(trial.hours()), limit));
    }

    private List<Entry> entries(RouteDefinition route, Map<String, Name> names, ExpressionWords words) {
        var entries = new ArrayList<Entry>();
        var items = route.items();
        for (int i = 0; i < items.size(); i++) {
            var item = items.get(i);
            var following = i + 1 < items.size() ? items.get(i + 1).id() : "end";
            entries.add(new Entry(i + 1, name(item), about(item), onward(item, following, names, words)));
        }
        return entries;
    }

    private String about(Item item) {
        if (!works(item)) {
            return "";
        }
        if (isByProgram(item)) {
            return byProgram(item);
        }
        var role = item.role().isEmpty() ? "–" : kinds.roleName(item.role(), language);
        var about = item.hours()
                .map(it -> t("route.page.about.hours", role, unit(item.unit()), number(it)))
                .orElseGet(() -> t("route.page.about", role, unit(item.unit())));
        var asked = item.asked().units();
        return asked.isEmpty()
                ? about
                : t(
                        "route.page.about.asks",
                        about,
                        String.join(", ", asked.stream().map(this::unit).toList()));
    }

    /** What the program does there, and which unit has the dossier meanwhile. */
    private String byProgram(Item item) {
        var own = item.own();
        return t(
                "route.page.about." + item.kind(),
                unit(item.unit()),
                switch (NodeKind.of(item.kind()).orElseThrow()) {
                    case MESSAGE -> language == Language.EN && !own.titleEn().isEmpty() ? own.titleEn() : own.titleVi();
                    case AUTOMATIC ->
                        ProgramCheck.of(own.check())
                                .map(it -> t("route.check." + it))
                                .orElse(own.check());
                    case TIMER -> item.hours().map(this::number).orElse("–");
                    case STEP, CHOICE, SPLIT, JOIN, CONSULTATION, LINKED ->
                        throw new IllegalStateException(item.kind());
                });
    }

    private List<String> onward(Item item, String following, Map<String, Name> names, ExpressionWords words) {
        var lines = new ArrayList<String>();
        item.unitWays().forEach(it -> lines.add(t("route.page.unitWay", words.say(it.when()), unit(it.unit()))));
        int way = 0;
        for (var branch : item.branches()) {
            lines.add(t("route.page.onward.when", ++way, words.say(branch.when()), named(branch.next(), names)));
        }
        if (!item.otherwise().isEmpty()) {
            lines.add(t("route.page.onward.otherwise", named(item.otherwise(), names)));
        }
        if (item.branches().isEmpty() && item.otherwise().isEmpty()) {
            (item.next().isEmpty() ? List.of(following) : item.next())
                    .forEach(it -> lines.add(t("route.page.onward", named(it, names))));
        }
        return lines;
    }

    private RouteView.Run run(RouteTrial.Run run, Map<String, Name> names, ExpressionWords words) {
        var walk = run.walk();
        var verdict = switch (walk.outcome()) {
            case ENDS ->
                t(
                        run.late() ? "route.page.run.late" : "route.page.run.inTime",
                        VietnamTime.moment(walk.until()),
                        VietnamTime.moment(run.due()));
            case GOES_ROUND -> t("route.page.run.round");
        };
        return new RouteView.Run(
                run.name(),
                VietnamTime.moment(run.received()),
                walk.visits().stream()
                        .map(it -> new RouteView.Visit(
                                it.rule()
                                        .map(rule -> t(
                                                "route.page.run.elsewhere",
                                                named(it.step().id(), names),
                                                unit(rule.unitKind())))
                                        .orElseGet(() -> named(it.step().id(), names)),
                                VietnamTime.moment(it.from()),
                                VietnamTime.moment(it.due())))
                        .toList(),
                walk.decisions().stream()
                        .map(it -> t(
                                "route.page.run.decision",
                                named(it.choice(), names),
                                when(it.way(), it.when(), words),
                                named(it.then(), names)))
                        .toList(),
                verdict,
                run.late() || walk.outcome() == RouteSimulation.Outcome.GOES_ROUND);
    }

    private String when(int way, String when, ExpressionWords words) {
        return way == 0 ? t("route.page.otherwise") : t("route.page.when", way, words.say(when), when);
    }

    private record Name(int number, String name) {}

    private Map<String, Name> names(RouteDefinition route) {
        var names = new HashMap<String, Name>();
        for (var item : route.items()) {
            names.putIfAbsent(item.id(), new Name(names.size() + 1, name(item)));
        }
        return names;
    }

    private String name(Item item) {
        if (works(item)) {
            var name = language == Language.EN && !item.nameEn().isEmpty() ? item.nameEn() : item.nameVi();
            return name.isEmpty() ? item.id() : name;
        }
        return t("route.page.kind." + item.kind());
    }

    private static boolean works(Item item) {
        return item.kind().equals(NodeKind.STEP.word())
                || item.kind().equals(NodeKind.CONSULTATION.word())
                || isByProgram(item);
    }

    private static boolean isByProgram(Item item) {
        return NodeKind.of(item.kind()).filter(NodeKind::isByProgram).isPresent();
    }

    private String named(String id, Map<String, Name> names) {
        var name = names.get(id);
        return name == null ? t("route.page.end") : t("route.page.named", name.number(), name.name());
    }

    private String unit(String kind) {
        var unit = kinds.units().get(kind);
        return unit == null ? kind.isEmpty() ? "–" : kind : unit.name(language);
    }

    private String number(BigDecimal number) {
        var plain = number.stripTrailingZeros().toPlainString();
        return switch (language) {
            case VI -> plain.replace('.', ',');
            case EN -> plain;
        };
    }

    private List<String> said(List<BpmnFinding> findings) {
        return findings.stream().map(it -> it.say(messages, language)).toList();
    }

    private String t(String key, Object... arguments) {
        return messages.say(language, key, arguments);
    }
}
