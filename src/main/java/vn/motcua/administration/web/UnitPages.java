package vn.motcua.administration.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.motcua.administration.AdministrationRefusal;
import vn.motcua.administration.UnitChanges;
import vn.motcua.identity.Administration;
import vn.motcua.identity.Door;
import vn.motcua.identity.Door.Who;
import vn.motcua.identity.SignedIn.Administrator;
import vn.motcua.identity.web.Filled;
import vn.motcua.identity.web.Forms;
import vn.motcua.organization.Kinds;
import vn.motcua.organization.Unit;
import vn.motcua.organization.UnitId;
import vn.motcua.organization.UnitTree;
import vn.motcua.organization.Units;
import vn.motcua.shared.Ids;
import vn.motcua.shared.Language;
import vn.motcua.shared.Languages;
import vn.motcua.shared.Messages;
import vn.motcua.shared.Pages;
import vn.motcua.shared.Refused;
import vn.motcua.shared.VietnamTime;

/** The tree of an agency's units on a day, and the forms by which it changes. */
@Controller
public class UnitPages {

    /** How many parts the form of a split has. */
    static final int PARTS = 4;

    private static final Set<String> KINDS = Set.of("rename", "end", "merge", "split");

    private final UnitChanges changes;
    private final SplitChoices split;
    private final Units units;
    private final Kinds kinds;
    private final Messages messages;
    private final Clock clock;

    UnitPages(UnitChanges changes, SplitChoices split, Units units, Kinds kinds, Messages messages, Clock clock) {
        this.changes = changes;
        this.split = split;
        this.units = units;
        this.kinds = kinds;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * The page.
     *
     * @param day the day whose tree it is, as a date field has it
     * @param isToday whether that is today, so that units can be changed from there
     */
    public record View(String day, String dayInWords, boolean isToday, List<Node> roots, List<Row> changes) {}

    /**
     * A unit with those below it.
     *
     * @param until its last day; empty while it has none
     * @param before what it was called or made of before; empty for nothing
     */
    public record Node(
            String id, String name, String kind, String from, String until, String before, List<Node> below) {}

    /** A decided change; {@code state} is in words, {@code badge} a badge's class. */
    public record Row(
            String what, String day, String decision, String by, String state, String badge, String trouble) {}

    /** The form of a new unit. */
    public record NewUnit(Filled form, String command, List<Forms.Choice> kinds, List<Forms.Choice> units) {}

    /**
     * The form of a change.
     *
     * @param kind rename, end, merge or split
     * @param unit whose change it is; empty for a merge
     * @param roles whose work a split gives away
     * @param wards which a split by area gives away
     * @param officers who works there
     * @param parts numbers of the parts, as words of a list
     * @param impact what it would do; empty until it has been looked at
     */
    public record Change(
            String kind,
            String unit,
            String unitName,
            Filled form,
            String command,
            List<Forms.Choice> units,
            List<Forms.Choice> kinds,
            List<Forms.Choice> roles,
            List<Forms.Choice> wards,
            List<Forms.Choice> officers,
            List<Forms.Choice> parts,
            Optional<Impact> impact) {}

    /** What it would do, in words; {@code typed} is sent again with the proposal. */
    public record Impact(
            String what,
            String sum,
            List<List<String>> positions,
            List<List<String>> work,
            List<String> below,
            List<Forms.Choice> undecided,
            List<Forms.Choice> parts,
            boolean byTwo,
            Map<String, String> typed) {}

    @Door(Who.ADMINISTRATOR)
    @GetMapping("/admin/units")
    ModelAndView tree(Administrator who, @RequestParam(defaultValue = "") String day, HttpServletRequest request) {
        var language = Languages.of(request);
        var today = today();
        var on = day(day).orElse(today);
        var then = new UnitTree(units.tree().on(on).all().stream()
                .filter(it -> it.tenant().equals(who.tenant()))
                .toList());
        var roots = then.all().stream()
                .filter(it -> it.parent().flatMap(then::unit).isEmpty())
                .map(it -> node(it, then, language))
                .toList();
        var rows = changes.all(who).stream().map(it -> row(it, language)).toList();
        return Pages.show(
                "administration/units", new View(on.toString(), VietnamTime.day(on), on.equals(today), roots, rows));
    }

    @Door(Who.ADMINISTRATOR)
    @GetMapping("/admin/units/new")
    ModelAndView newUnit(Administrator who, HttpServletRequest request) {
        return unitForm(who, Filled.empty(), Ids.next().toString(), HttpStatus.OK, Languages.of(request));
    }

    @Door(Who.ADMINISTRATOR)
    @PostMapping("/admin/units")
    ModelAndView addUnit(
            Administrator who,
            @RequestParam UUID command,
            @RequestParam Map<String, String> typed,
            HttpServletRequest request) {
        try {
            changes.found(
                    who,
                    new Administration.NewUnit(
                            new UnitId(command),
                            typed.getOrDefault("name", ""),
                            typed.getOrDefault("kind", ""),
                            Forms.given(typed, "unit").map(UnitPages::unitId),
                            Forms.given(typed, "agencyCode"),
                            Forms.given(typed, "place")),
                    typed);
            return new ModelAndView("redirect:/admin");
        } catch (Refused refused) {
            var language = Languages.of(request);
            var form = refused.code() instanceof AdministrationRefusal
                    ? new Filled(typed, Map.of(UnitFields.of(refused.code(), typed), messages.say(language, refused)))
                    : Forms.wrong(typed, refused, messages, language, "name");
            return unitForm(who, form, command.toString(), HttpStatus.UNPROCESSABLE_CONTENT, language);
        }
    }

    @Door(Who.ADMINISTRATOR)
    @GetMapping("/admin/units/change")
    ModelAndView form(
            Administrator who,
            @RequestParam(defaultValue = "merge") String kind,
            @RequestParam(defaultValue = "") String unit,
            HttpServletRequest request) {
        known(kind);
        var typed = new LinkedHashMap<>(Map.of("kind", kind, "unit", unit));
        if (!kind.equals("merge")) {
            var of = own(who, unit);
            typed.put("name", kind.equals("rename") ? of.name() : "");
            typed.put("nameEn", kind.equals("rename") ? of.nameEn() : "");
            IntStream.rangeClosed(1, 2).forEach(it -> typed.put("part" + it + "Kind", of.kind()));
        }
        return change(
                who,
                new Filled(typed, Map.of()),
                Ids.next().toString(),
                Optional.empty(),
                HttpStatus.OK,
                Languages.of(request));
    }

    /** Looks at what it would do, or proposes it; {@code step} says which. */
    @Door(Who.ADMINISTRATOR)
    @PostMapping("/admin/units/change")
    ModelAndView change(
            Administrator who,
            @RequestParam UUID command,
            @RequestParam MultiValueMap<String, String> posted,
            HttpServletRequest request) {
        var language = Languages.of(request);
        var typed = new HashMap<String, String>();
        posted.forEach((name, values) -> typed.put(name, String.join(",", values)));
        var step = typed.getOrDefault("step", "");
        typed.keySet().removeAll(List.of("step", "command", "_csrf"));
        var kind = typed.getOrDefault("kind", "");
        known(kind);
        if (!kind.equals("merge")) {
            own(who, typed.getOrDefault("unit", ""));
        }
        try {
            if (step.equals("propose")) {
                return new ModelAndView(
                        switch (changes.propose(who, command, typed)) {
                            case DONE -> "redirect:/admin/units";
                            case WAITS -> "redirect:/admin/changes";
                        });
            }
            var impact = step.equals("preview")
                    ? Optional.of(split.impact(changes.preview(who, command, typed), typed, language))
                    : Optional.<Impact>empty();
            return change(who, new Filled(typed, Map.of()), command.toString(), impact, HttpStatus.OK, language);
        } catch (Refused refused) {
            var form = new Filled(typed, Map.of(UnitFields.of(refused.code(), typed), messages.say(language, refused)));
            var shown = refused.code() == AdministrationRefusal.WORK_UNDECIDED
                    ? Optional.of(split.impact(changes.preview(who, command, typed), typed, language))
                    : Optional.<Impact>empty();
            return change(who, form, command.toString(), shown, HttpStatus.UNPROCESSABLE_CONTENT, language);
        }
    }

    private ModelAndView change(
            Administrator who,
            Filled form,
            String command,
            Optional<Impact> impact,
            HttpStatus status,
            Language language) {
        var kind = form.value("kind");
        var unit = kind.equals("merge") ? Optional.<Unit>empty() : Optional.of(own(who, form.value("unit")));
        var roles = kind.equals("split")
                ? unit.stream()
                        .flatMap(it -> changes.roles(who, it.id()).stream())
                        .map(it -> new Forms.Choice(it, kinds.roleName(it, language)))
                        .toList()
                : List.<Forms.Choice>of();
        return Pages.show(
                "administration/unit-change",
                new Change(
                        kind,
                        unit.map(it -> it.id().toString()).orElse(""),
                        unit.map(it -> it.name(language)).orElse(""),
                        form,
                        command,
                        choices(who, language),
                        Forms.kinds(kinds.units().values(), language),
                        roles,
                        kind.equals("split")
                                ? unit.map(it -> split.wards(it, today(), language))
                                        .orElse(List.of())
                                : List.of(),
                        kind.equals("split")
                                ? unit.map(it -> split.officers(who, it)).orElse(List.of())
                                : List.of(),
                        IntStream.rangeClosed(1, PARTS)
                                .mapToObj(it -> new Forms.Choice(
                                        Integer.toString(it), messages.say(language, "administration.units.part", it)))
                                .toList(),
                        impact),
                status);
    }

    private ModelAndView unitForm(
            Administrator who, Filled form, String command, HttpStatus status, Language language) {
        var view = new NewUnit(form, command, Forms.kinds(kinds.units().values(), language), choices(who, language));
        return Pages.show("administration/unit-new", view, status);
    }

    private Node node(Unit unit, UnitTree then, Language language) {
        var kind = kinds.units().get(unit.kind());
        return new Node(
                unit.id().toString(),
                unit.name(language),
                kind == null ? unit.kind() : kind.name(language),
                unit.from().equals(LocalDate.MIN) ? "" : VietnamTime.day(unit.from()),
                unit.to().map(VietnamTime::day).orElse(""),
                before(unit, language),
                then.all().stream()
                        .filter(it -> it.parent().filter(unit.id()::equals).isPresent())
                        .map(it -> node(it, then, language))
                        .toList());
    }

    private String before(Unit unit, Language language) {
        var tree = units.tree();
        var names = tree.formerOf(unit.id()).stream()
                .filter(it -> !it.unit().name().equals(unit.name()))
                .map(it -> messages.say(
                        language,
                        "administration.units.calledUntil",
                        it.unit().name(language),
                        VietnamTime.day(it.until())));
        var predecessors = tree.withPredecessors(unit.id()).stream()
                .filter(it -> !it.equals(unit.id()))
                .flatMap(it -> tree.unit(it).stream())
                .map(it -> it.name(language));
        return String.join("; ", Stream.concat(names, predecessors).distinct().toList());
    }

    private Row row(UnitChanges.Listed it, Language language) {
        var done = it.doneAt().isPresent();
        var late = !it.trouble().isEmpty();
        return new Row(
                messages.say(language, it.what()),
                VietnamTime.day(it.day()),
                it.decision(),
                it.decidedBy(),
                done
                        ? messages.say(language, "administration.units.done", it.positions(), it.dossiers())
                        : messages.say(language, late ? "administration.units.failed" : "administration.units.planned"),
                done ? "good" : late ? "bad" : "info",
                it.trouble());
    }

    private List<Forms.Choice> choices(Administrator who, Language language) {
        return units.today(who.tenant()).stream()
                .map(it -> new Forms.Choice(it.id().toString(), it.name(language)))
                .toList();
    }

    private static void known(String kind) {
        if (!KINDS.contains(kind)) {
            throw new Refused(AdministrationRefusal.CHANGE_UNKNOWN);
        }
    }

    private Unit own(Administrator who, String id) {
        return units.unit(unitId(id))
                .filter(it -> it.tenant().equals(who.tenant()))
                .orElseThrow(() -> new Refused(AdministrationRefusal.OFFICER_UNKNOWN));
    }

    private LocalDate today() {
        return VietnamTime.dayOf(clock.instant());
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return text.isBlank() ? Optional.empty() : Optional.of(LocalDate.parse(text.strip()));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    private static UnitId unitId(String text) {
        try {
            return UnitId.of(text);
        } catch (IllegalArgumentException none) {
            return new UnitId(new UUID(0, 0));
        }
    }
}
