package vn.motcua.journey;

import static vn.motcua.journey.Offices.ADMINISTRATOR;
import static vn.motcua.journey.PageTable.QUAN;
import static vn.motcua.journey.PageTable.RECEIVER;
import static vn.motcua.journey.PageTable.UNKNOWN;
import static vn.motcua.journey.State.at;
import static vn.motcua.journey.State.empty;
import static vn.motcua.journey.State.filled;
import static vn.motcua.journey.State.wrong;

import com.microsoft.playwright.options.SelectOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import vn.motcua.identity.SignedIn;
import vn.motcua.shared.Ids;
import vn.motcua.support.Person;
import vn.motcua.support.TaVan;
import vn.motcua.support.UnledOffice;
import vn.motcua.support.Visit;

/** How to reach the pages of the administrators: officers, absences, the calendar, the brand, what waits and what failed. */
final class AdministrationPagesTable {

    private static final String NATIONAL = "Đàm Thị Bích Hạnh";
    private static final String OTHER_AGENCYS = "Trần Thị Bích Liên";
    private static final String LEADER = "Vũ Đức Thành";
    private static final String SPECIALIST = "Phạm Quốc Việt";
    private static final String CLERK = "Lù Thị Hiền";
    private static final String OWNER = "Lý Thị Mẩy";
    private static final String DUE = "/admin/calendar/due";

    private final TaVan taVan;
    private final Offices offices;
    private final UnledOffice unled;
    private final String address;

    AdministrationPagesTable(TaVan taVan, Offices offices, UnledOffice unled, String address) {
        this.taVan = taVan;
        this.offices = offices;
        this.unled = unled;
        this.address = address;
    }

    Map<String, Supplier<List<State>>> states() {
        var states = new HashMap<String, Supplier<List<State>>>();
        states.put("/admin", this::agency);
        states.put("/stand-ins", this::standIns);
        states.put("/absences", this::absences);
        states.put("/admin/jobs", this::jobs);
        states.put("/admin/calendar", this::calendar);
        states.put("/admin/calendar/due", this::due);
        states.put("/admin/tenants", this::tenants);
        states.put("/admin/brand", this::brand);
        states.put("/admin/brand/form", this::brandForm);
        states.put("/admin/brand/drafts/{draft}", this::brandDraft);
        states.put("/admin/questions", this::questions);
        states.put("/admin/corrections", this::corrections);
        states.put("/admin/changes", this::changes);
        states.put("/admin/officers/{officer}", this::officer);
        return states;
    }

    private List<State> agency() {
        return List.of(
                empty("of the nation, which has no unit", NATIONAL, "/admin"),
                filled("an agency's", ADMINISTRATOR, "/admin"),
                at("not theirs", QUAN, 404, "/admin"));
    }

    private List<State> standIns() {
        return List.of(
                empty("nobody", ADMINISTRATOR, "/stand-ins"),
                wrong(
                        "sent empty",
                        ADMINISTRATOR,
                        it -> it.open("/stand-ins").press("form[action$='/stand-ins'] button")),
                at("arranged", ADMINISTRATOR, "/stand-ins?done=arranged"),
                at("waits for another administrator", ADMINISTRATOR, "/stand-ins?done=waits"),
                filled("somebody stands in", LEADER, this::standsIn),
                wrong("from after until", LEADER, it -> arranges(it, "2026-11-30", "2026-11-24")),
                at("not theirs", RECEIVER, 404, "/stand-ins"));
    }

    private void standsIn(Person leader) {
        leader.open("/stand-ins");
        if (leader.page().locator("ol.hits form[action$='/end']").count() == 0) {
            arranges(leader, "2026-11-23", "2026-11-30");
        }
    }

    private void arranges(Person leader, String from, String to) {
        leader.open("/stand-ins");
        chooses(leader, "position", SPECIALIST);
        chooses(leader, "officer", CLERK);
        leader.type("from", from).type("to", to).press("form[action$='/stand-ins'] button");
    }

    /** Chooses what begins with that name; the rest is in the language of the page. */
    private static void chooses(Person person, String list, String name) {
        var option = person.page().locator("#" + list + " option:has-text('" + name + "')");
        person.page().selectOption("#" + list, option.first().getAttribute("value"));
    }

    private List<State> absences() {
        return List.of(
                empty("nobody", ADMINISTRATOR, AdministrationPagesTable::allAreBack),
                wrong("sent empty", ADMINISTRATOR, it -> it.open("/absences").press("#record")),
                empty("a leader's", LEADER, AdministrationPagesTable::allAreBack),
                filled("somebody is away with what they have taken", LEADER, this::isAway),
                filled("an administrator's", ADMINISTRATOR, "/absences"),
                at("waits for another administrator", ADMINISTRATOR, "/absences?waits=yes"),
                wrong("from after until, others are away", LEADER, it -> {
                    it.open("/absences");
                    chooses(it, "officer", CLERK);
                    it.type("from", "2026-11-27").type("until", "2026-11-24").press("#record");
                }),
                empty("all are back", LEADER, AdministrationPagesTable::allAreBack),
                at("not theirs", RECEIVER, 404, "/absences"));
    }

    private static void allAreBack(Person person) {
        person.open("/absences");
        while (person.page().locator("form[action$='/end']").count() > 0) {
            person.press("form[action$='/end'] button");
        }
        person.open("/absences");
    }

    private void isAway(Person leader) {
        allAreBack(leader);
        taVan.birth(QUAN).received().claimed();
        leader.open("/absences");
        chooses(leader, "officer", SPECIALIST);
        leader.type("from", "2026-11-23").type("until", "2026-11-25");
        leader.page().selectOption("#reason", "SICK");
        leader.page().selectOption("#claims", "KEEP");
        leader.press("#record");
    }

    private List<State> jobs() {
        return List.of(
                empty("nothing failed", ADMINISTRATOR, "/admin/jobs"),
                filled("what failed", ADMINISTRATOR, it -> {
                    offices.failedWork();
                    it.open("/admin/jobs");
                }),
                filled(
                        "tried again",
                        ADMINISTRATOR,
                        it -> it.open("/admin/jobs").press("form[action$='/resend'] button")),
                at("not theirs", QUAN, 404, "/admin/jobs"));
    }

    private List<State> calendar() {
        return List.of(
                empty("no day and no hours of its own", OTHER_AGENCYS, "/admin/calendar"),
                wrong(
                        "sent empty",
                        ADMINISTRATOR,
                        it -> it.open("/admin/calendar").press("#propose")),
                wrong("a day without a name", ADMINISTRATOR, it -> {
                    it.open("/admin/calendar").page().selectOption("#unit", new SelectOption().setIndex(1));
                    it.type("day1", "2026-12-24").type("decision", "1/TB").type("decisionDay", "2026-11-20");
                    it.press("#propose");
                }),
                filled("a day of its own", ADMINISTRATOR, it -> {
                    offices.confirmed(offices.closing());
                    it.open("/admin/calendar");
                }));
    }

    private List<State> due() {
        return List.of(
                empty("before or after", ADMINISTRATOR, DUE),
                empty("looking", ADMINISTRATOR, it -> {
                    offices.reviewed();
                    it.open(DUE).press("#look");
                }),
                empty("nothing moves", ADMINISTRATOR, this::looks),
                filled("what would move", ADMINISTRATOR, it -> {
                    offices.countedByAnOlderCalendar(taVan.birth(QUAN).received());
                    looks(it);
                }),
                wrong("moved without a reason", ADMINISTRATOR, it -> {
                    offices.countedByAnOlderCalendar(taVan.birth(QUAN).received());
                    looks(it);
                    it.type("reason", "").press("#recompute");
                }),
                at("moving", ADMINISTRATOR, it -> movesAll(it)),
                filled("moved, one was kept out", ADMINISTRATOR, it -> {
                    movesAll(it).claimed();
                    offices.reviewed();
                    it.open(DUE);
                }));
    }

    private void looks(Person administrator) {
        offices.reviewed();
        administrator.open(DUE).press("#look");
        offices.reviewed();
        administrator.open(DUE);
    }

    private TaVan.Life movesAll(Person administrator) {
        var life = taVan.birth(QUAN).received();
        offices.countedByAnOlderCalendar(life);
        looks(administrator);
        administrator.type("reason", "5/TB-UBND").press("#recompute");
        return life;
    }

    private List<State> tenants() {
        return List.of(
                filled("all of them", NATIONAL, "/admin/tenants"),
                wrong("sent empty", NATIONAL, it -> it.open("/admin/tenants").press("#propose")),
                at("not theirs", ADMINISTRATOR, 404, "/admin/tenants"));
    }

    private List<State> brand() {
        return List.of(
                empty("nothing filled in", ADMINISTRATOR, "/admin/brand"), filled("a unit's", ADMINISTRATOR, it -> {
                    it.open("/admin/brand");
                    it.page()
                            .locator("main a[href*='/admin/brand/form']")
                            .last()
                            .click();
                    it.type("hotline", "1900 1234").press("main form button");
                    it.press("main form button").open("/admin/brand");
                }));
    }

    private List<State> brandForm() {
        return List.of(
                at("of the agency", ADMINISTRATOR, "/admin/brand/form?place=15"),
                wrong(
                        "no such number",
                        ADMINISTRATOR,
                        it -> it.open("/admin/brand/form?place=15")
                                .type("hotline", "số của xã")
                                .press("main form button")),
                at("another agency's", ADMINISTRATOR, 404, "/admin/brand/form?place=48"));
    }

    private List<State> brandDraft() {
        return List.of(
                filled(
                        "looked at",
                        ADMINISTRATOR,
                        it -> it.open("/admin/brand/form?place=15")
                                .type("name", "Dịch vụ công Lào Cai")
                                .type("hotline", "1900 1234")
                                .press("main form button")),
                empty(
                        "nothing filled in",
                        ADMINISTRATOR,
                        it -> it.open("/admin/brand/form?place=15").press("main form button")),
                at("unknown", ADMINISTRATOR, 404, "/admin/brand/drafts/" + UNKNOWN));
    }

    private List<State> questions() {
        return List.of(
                empty("nothing", ADMINISTRATOR, "/admin/questions"),
                filled("one waits", ADMINISTRATOR, it -> {
                    var filed = unled.filed((SignedIn.Citizen) taVan.named(OWNER));
                    var dossier = filed.dossiers().getFirst();
                    new Visit(address).as("Phạm Trọng Bình").get("/desk/dossiers/" + dossier.id());
                    offices.askedWhy(OWNER, dossier);
                    it.open("/admin/questions");
                }),
                wrong(
                        "nothing answered",
                        ADMINISTRATOR,
                        it -> it.open("/admin/questions").press("main form button")),
                at("not theirs", LEADER, 404, "/admin/questions"));
    }

    private List<State> corrections() {
        return List.of(
                empty("nothing", ADMINISTRATOR, "/admin/corrections"),
                filled("one waits", ADMINISTRATOR, it -> {
                    var filed = unled.filed((SignedIn.Citizen) taVan.named(OWNER));
                    new Visit(address)
                            .as(OWNER)
                            .fill(
                                    "/my/data",
                                    "/my/data/corrections",
                                    Map.of(
                                            "dossier",
                                            filed.code().value(),
                                            "wrong",
                                            "Tên ghi sai dấu",
                                            "right",
                                            OWNER));
                    it.open("/admin/corrections");
                }),
                wrong(
                        "nothing answered",
                        ADMINISTRATOR,
                        it -> it.open("/admin/corrections").press("main form .button")),
                at("not theirs", LEADER, 404, "/admin/corrections"));
    }

    private List<State> changes() {
        return List.of(
                empty("nothing waits", ADMINISTRATOR, it -> {
                    it.open("/admin/changes");
                    while (it.page().locator("form[action$='/refuse']").count() > 0) {
                        it.press("form[action$='/refuse'] button");
                    }
                    it.open("/admin/changes");
                }),
                filled("one's own and another's", ADMINISTRATOR, it -> {
                    offices.closing();
                    offices.closingByAnother();
                    it.open("/admin/changes");
                }),
                filled("two administrators", ADMINISTRATOR, it -> {
                    offices.ownAccount();
                    it.open("/admin/changes");
                }));
    }

    private List<State> officer() {
        return List.of(
                filled("with positions", ADMINISTRATOR, AdministrationPagesTable::anOfficer),
                empty("without a position", ADMINISTRATOR, it -> it.open("/admin/officers/" + newOfficer())),
                wrong("no unit chosen", ADMINISTRATOR, it -> {
                    anOfficer(it);
                    it.press("#appoint");
                }),
                wrong("a title that is none", ADMINISTRATOR, it -> {
                    anOfficer(it);
                    it.type("title", "phó/trưởng").press("#set-title");
                }),
                at(
                        "a code for a new password",
                        ADMINISTRATOR,
                        it -> it.open("/admin/officers/" + newOfficer()).press("form[action$='/password'] button")),
                new State("who has no password here", ADMINISTRATOR, 409, it -> {
                    anOfficer(it);
                    it.press("form[action$='/password'] button");
                }),
                at("unknown", ADMINISTRATOR, 404, "/admin/officers/" + UNKNOWN));
    }

    private String newOfficer() {
        var id = Ids.next().toString();
        new Visit(address)
                .as(ADMINISTRATOR)
                .fill(
                        "/admin/officers/new",
                        "/admin/officers",
                        Map.of(
                                "command",
                                id,
                                "name",
                                "Lò Văn Thử",
                                "userName",
                                "can-bo-" + id,
                                "password",
                                Offices.PASSWORD,
                                "kind",
                                "none"));
        return id;
    }

    private static void anOfficer(Person it) {
        it.open("/admin").press("main table a[href*='/admin/officers/']");
    }
}
