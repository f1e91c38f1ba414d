package vn.motcua.desk.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.motcua.catalogue.Catalogue;
import vn.motcua.desk.Batch;
import vn.motcua.desk.SavedLists;
import vn.motcua.dossier.DossierSearch;
import vn.motcua.dossier.Inbox;
import vn.motcua.dossier.InboxPage;
import vn.motcua.dossier.InboxQuery;
import vn.motcua.dossier.InboxQuery.Filter;
import vn.motcua.dossier.Lane;
import vn.motcua.dossier.Tags;
import vn.motcua.identity.AccessRefusal;
import vn.motcua.identity.Door;
import vn.motcua.identity.Position;
import vn.motcua.identity.SignedIn.OfficerAt;
import vn.motcua.route.DeskAct;
import vn.motcua.shared.Ids;
import vn.motcua.shared.Languages;
import vn.motcua.shared.Messages;
import vn.motcua.shared.Pages;
import vn.motcua.shared.Refused;
import vn.motcua.shared.VietnamTime;

/** The inbox of an officer, and finding any dossier of their units. */
@Controller
public class InboxPages {

    private static final int ROWS = 50;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter CAME = DateTimeFormatter.ofPattern("dd/MM HH:mm");
    private static final List<Filter> COUNTED = List.of(
            Filter.ALL, Filter.OVERDUE, Filter.DUE_SOON, Filter.INTAKE, Filter.RUNNING, Filter.DECIDED, Filter.WAITING);
    /** Shown even when there is nothing of it: that is good news. */
    private static final Set<Filter> ALWAYS = Set.of(Filter.ALL, Filter.OVERDUE, Filter.DUE_SOON);

    private final Inbox inbox;
    private final DossierSearch search;
    private final Tags tags;
    private final SavedLists lists;
    private final Catalogue catalogue;
    private final DueWords dues;
    private final Messages messages;
    private final Clock clock;

    InboxPages(
            Inbox inbox,
            DossierSearch search,
            Tags tags,
            SavedLists lists,
            Catalogue catalogue,
            DueWords dues,
            Messages messages,
            Clock clock) {
        this.inbox = inbox;
        this.search = search;
        this.tags = tags;
        this.lists = lists;
        this.catalogue = catalogue;
        this.dues = dues;
        this.messages = messages;
        this.clock = clock;
    }

    @Door(Door.Who.OFFICER)
    @GetMapping("/desk")
    ModelAndView inbox(
            OfficerAt who,
            @RequestParam(defaultValue = "") String show,
            @RequestParam(defaultValue = "") String procedure,
            @RequestParam(defaultValue = "") String step,
            @RequestParam(defaultValue = "") String tag,
            @RequestParam(defaultValue = "") List<String> columns,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "") String chosen,
            HttpServletRequest request) {
        var place = new ListPlace(ListPlace.filter(show), procedure, step, tag, ListPlace.columns(columns));
        var saved = lists.of(who);
        var first = request.getQueryString() == null
                ? saved.stream()
                        .filter(SavedLists.Saved::atFirst)
                        .findFirst()
                        .flatMap(it -> ListPlace.of(it.place()))
                        .orElse(place)
                : place;
        return page(who, first, saved, after, chosen, new Keeping(Ids.next(), "", ""), HttpStatus.OK, request);
    }

    /** Keeps the list that is shown under a name. */
    @Door(Door.Who.OFFICER)
    @PostMapping("/desk/lists")
    ModelAndView keep(
            OfficerAt who,
            @RequestParam UUID command,
            @RequestParam(defaultValue = "") String list,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String first,
            HttpServletRequest request) {
        var place = ListPlace.of(list).orElse(ListPlace.ALL);
        try {
            lists.save(who, command, name, place.word(), first.equals("yes"));
        } catch (Refused refused) {
            var keeping = new Keeping(command, name, messages.say(Languages.of(request), refused));
            return page(who, place, lists.of(who), "", "", keeping, HttpStatus.UNPROCESSABLE_CONTENT, request);
        }
        return new ModelAndView("redirect:" + Languages.of(request).prefix() + place.href());
    }

    /** Forgets one of their lists. */
    @Door(Door.Who.OFFICER)
    @PostMapping("/desk/lists/{id}/remove")
    ModelAndView forget(OfficerAt who, @PathVariable String id, HttpServletRequest request) {
        lists.forget(who, Ids.of(id).orElseThrow(() -> new Refused(AccessRefusal.NOT_THERE)));
        return new ModelAndView("redirect:" + Languages.of(request).prefix() + "/desk?show=all");
    }

    private record Keeping(UUID command, String typed, String error) {}

    private ModelAndView page(
            OfficerAt who,
            ListPlace place,
            List<SavedLists.Saved> saved,
            String after,
            String chosen,
            Keeping keeping,
            HttpStatus status,
            HttpServletRequest request) {
        var speech = new Speech(messages, Languages.of(request));
        var now = clock.instant();
        var filter = place.filter();
        var query =
                new InboxQuery(filter, place.procedure(), place.step(), place.tag(), InboxQuery.Cursor.of(after), ROWS);
        var page = inbox.page(who, query, speech.language());
        var view = new InboxView(
                greeting(who, page, now, speech),
                TIME.format(VietnamTime.local(now)),
                counters(page.counters(), place, speech),
                procedures(who, now, speech),
                place.procedure(),
                steps(who, now, speech),
                place.step(),
                tagged(who, speech),
                place.tag(),
                shows(filter, speech),
                ListPlace.word(filter),
                page.rows().stream().map(it -> row(it, place, now, speech)).toList(),
                page.next()
                        .map(it -> place.href() + "&after=" + ListPlace.encoded(it.toString()))
                        .orElse(null),
                place.filtered(),
                many(who, now, speech),
                place.href() + (after.isEmpty() ? "" : "&after=" + ListPlace.encoded(after)) + "&chosen=all",
                chosen.equals("all"),
                kept(place, saved, keeping));
        return Pages.show("desk/inbox", view, status);
    }

    private static ListsView kept(ListPlace place, List<SavedLists.Saved> saved, Keeping keeping) {
        return new ListsView(
                saved.stream()
                        .map(it -> new ListsView.Saved(
                                it.id().toString(),
                                it.name(),
                                ListPlace.of(it.place()).orElse(ListPlace.ALL).href(),
                                it.place().equals(place.word()),
                                it.atFirst()))
                        .toList(),
                place.word(),
                ListPlace.word(place.filter()),
                place.columns(),
                keeping.command().toString(),
                keeping.typed(),
                keeping.error());
    }

    @Door(Door.Who.OFFICER)
    @GetMapping("/desk/find")
    ModelAndView find(
            OfficerAt who,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String after,
            HttpServletRequest request) {
        var speech = new Speech(messages, Languages.of(request));
        var now = clock.instant();
        var page = search.find(who, q, DossierSearch.Cursor.of(after), speech.language());
        var rows = page.rows().stream().map(it -> found(it, now, speech)).toList();
        var next = page.next()
                .map(it -> "/desk/find?q=" + ListPlace.encoded(q) + "&after=" + ListPlace.encoded(it.toString()))
                .orElse(null);
        return Pages.show("desk/find", new FindView(q, !q.isBlank(), rows, next));
    }

    private String greeting(OfficerAt who, InboxPage page, Instant now, Speech speech) {
        var urgent = page.rows().stream()
                .filter(it -> it.lane() == Lane.RUNNING || it.overdue())
                .findFirst();
        if (urgent.isEmpty()) {
            return page.counters().intake() > 0
                    ? speech.t(
                            "desk.inbox.greeting.new",
                            who.name(),
                            page.counters().intake())
                    : speech.t("desk.inbox.greeting.calm", who.name());
        }
        var due = dues.of(urgent.get(), now, speech);
        return speech.t(
                due.tone() == DueView.Tone.LATE ? "desk.inbox.greeting.late" : "desk.inbox.greeting.urgent",
                who.name(),
                due.words().toLowerCase(Locale.forLanguageTag("vi")));
    }

    private static List<InboxView.Counter> counters(InboxPage.Counters counters, ListPlace place, Speech speech) {
        var shown = place.filter();
        return COUNTED.stream()
                .filter(it -> ALWAYS.contains(it) || it == shown || counters.of(it) > 0)
                .map(it -> new InboxView.Counter(
                        Integer.toString(counters.of(it)),
                        speech.t("desk.show." + it.name()),
                        place.showing(it).href(),
                        counters.of(it) == 0 ? "" : tone(it),
                        it == shown))
                .toList();
    }

    /** The list that is shown, and those that tell apart who has it. */
    private static List<Choice> shows(Filter shown, Speech speech) {
        return Stream.of(Filter.ALL, shown, Filter.MINE, Filter.TRAY)
                .distinct()
                .map(it -> new Choice(ListPlace.word(it), speech.t("desk.show." + it.name())))
                .toList();
    }

    private static String tone(Filter filter) {
        return switch (filter) {
            case OVERDUE -> "bad";
            case DUE_SOON -> "warn";
            case ALL, MINE, TRAY, INTAKE, RUNNING, WAITING, DECIDED -> "";
        };
    }

    /** The procedures on whose route the officer has a step. */
    private List<Choice> procedures(OfficerAt who, Instant now, Speech speech) {
        var roles = roles(who, now);
        var choices = new ArrayList<>(List.of(new Choice("", speech.t("desk.filter.allProcedures"))));
        catalogue.runnable().stream()
                .filter(it ->
                        it.runnableContent().route().steps().stream().anyMatch(step -> roles.contains(step.role())))
                .forEach(it -> choices.add(new Choice(it.code(), it.shortName(speech.language()))));
        return choices;
    }

    /** The officer's steps; steps of the same name on several routes have the same id. */
    private List<Choice> steps(OfficerAt who, Instant now, Speech speech) {
        var roles = roles(who, now);
        Map<String, String> named = new TreeMap<>();
        catalogue.runnable().stream()
                .flatMap(it -> it.runnableContent().route().steps().stream())
                .filter(it -> roles.contains(it.role()))
                .forEach(it -> named.putIfAbsent(it.id(), it.name().in(speech.language())));
        var choices = new ArrayList<>(List.of(new Choice("", speech.t("desk.filter.allSteps"))));
        named.forEach((id, name) -> choices.add(new Choice(id, name)));
        return choices;
    }

    /** The tags of their units; nothing to choose while there is none. */
    private List<Choice> tagged(OfficerAt who, Speech speech) {
        var choices = new ArrayList<Choice>();
        tags.offered(who).forEach(it -> choices.add(new Choice(it.id().toString(), it.name())));
        if (!choices.isEmpty()) {
            choices.addFirst(new Choice("", speech.t("desk.filter.allTags")));
        }
        return choices;
    }

    /** Taking and giving back, and what the officer's steps offer besides. */
    private List<Choice> many(OfficerAt who, Instant now, Speech speech) {
        var roles = roles(who, now);
        var acts = catalogue.runnable().stream()
                .flatMap(it -> it.runnableContent().route().steps().stream())
                .filter(it -> roles.contains(it.role()))
                .flatMap(it -> it.actions().stream())
                .collect(Collectors.toSet());
        return Stream.of(
                        Batch.What.APPROVE,
                        Batch.What.ISSUE,
                        Batch.What.COMPLETE,
                        Batch.What.FORWARD,
                        Batch.What.CLAIM,
                        Batch.What.RELEASE)
                .filter(it -> switch (it) {
                    case APPROVE -> acts.contains(DeskAct.APPROVE);
                    case ISSUE -> acts.contains(DeskAct.ISSUE);
                    case COMPLETE -> acts.contains(DeskAct.COMPLETE);
                    case FORWARD -> acts.contains(DeskAct.RECEIVE);
                    case CLAIM, RELEASE -> true;
                    case REASSIGN -> false;
                })
                .map(it -> new Choice(it.name().toLowerCase(Locale.ROOT), speech.t("desk.many.do." + it.name())))
                .toList();
    }

    private static Set<String> roles(OfficerAt who, Instant now) {
        return who.positionsOn(VietnamTime.dayOf(now)).stream()
                .map(Position::role)
                .collect(Collectors.toSet());
    }

    private RowView row(InboxPage.Row row, ListPlace place, Instant now, Speech speech) {
        return new RowView(
                place.href(row.dossier()),
                row.number().map(it -> it.value()).orElseGet(() -> speech.t("desk.noNumber")),
                row.number().isPresent(),
                row.procedure(),
                row.applicant(),
                came(row.filedAt()),
                dues.of(row, now, speech),
                row.stepName(),
                row.stepDue()
                        .map(it -> speech.t("desk.step.row", VietnamTime.moment(it)))
                        .orElse(""),
                row.stepDue().filter(now::isAfter).isPresent(),
                row.mine()
                        ? speech.t("desk.taken.me")
                        : row.officer().map(it -> speech.t("desk.taken", it)).orElse(""),
                row.dossier() + ":" + row.step(),
                row.tags());
    }

    private RowView found(DossierSearch.Found found, Instant now, Speech speech) {
        return new RowView(
                "/desk/dossiers/" + found.dossier(),
                found.number().map(it -> it.value()).orElseGet(() -> speech.t("desk.noNumber")),
                found.number().isPresent(),
                found.procedure(),
                found.applicant(),
                came(found.filedAt()),
                dues.found(found, now, speech),
                speech.t("desk.stage." + found.stage().name()),
                "",
                false,
                "",
                "",
                List.of());
    }

    private static String came(Instant at) {
        return CAME.format(VietnamTime.local(at));
    }
}
