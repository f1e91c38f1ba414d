package vn.motcua.journey;

import static vn.motcua.journey.Offices.ADMINISTRATOR;
import static vn.motcua.journey.PageTable.APART;
import static vn.motcua.journey.PageTable.NOBODY;
import static vn.motcua.journey.PageTable.QUAN;
import static vn.motcua.journey.PageTable.UNKNOWN;
import static vn.motcua.journey.State.at;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import vn.motcua.support.Authenticator;
import vn.motcua.support.Person;
import vn.motcua.support.TestClock;

/** How to reach the pages of signing in and of accounts, and those of the units. */
final class IdentityPagesTable {

    private final Offices offices;
    private final TestClock clock;

    IdentityPagesTable(Offices offices, TestClock clock) {
        this.offices = offices;
        this.clock = clock;
    }

    Map<String, Supplier<List<State>>> states() {
        var states = new HashMap<String, Supplier<List<State>>>();
        states.put(
                "/sign-in",
                () -> List.of(
                        at("empty", NOBODY, "/sign-in"),
                        State.wrong(
                                "wrong password",
                                NOBODY,
                                it -> it.open("/sign-in")
                                        .unfold("#userName")
                                        .type("userName", "ai-do")
                                        .type("password", "sai-mat-khau")
                                        .press("form[action$='/sign-in'] .button"))));
        states.put(
                "/session-ended",
                () -> List.of(
                        at("read", NOBODY, "/session-ended?to=/my"),
                        new State("in place of an answer", NOBODY, 403, it -> {
                            it.open("/sign-in").unfold("#userName").type("userName", "ai-do");
                            it.page().context().clearCookies();
                            it.press("form[action$='/sign-in'] .button");
                        })));
        states.put("/setup", () -> List.of(at("when there is an administrator", NOBODY, 404, "/setup")));
        states.put(
                "/account/password",
                () -> List.of(
                        at("an account of a provider", ADMINISTRATOR, "/account/password"),
                        at("an account of its own", APART, this::ownPassword),
                        State.wrong("nothing typed", APART, it -> {
                            ownPassword(it);
                            it.press("main form[method=post] .button");
                        }),
                        at("not theirs", QUAN, 404, "/account/password")));
        states.put(
                "/sign-in/reset",
                () -> List.of(
                        at("empty", NOBODY, "/sign-in/reset"),
                        at("done", NOBODY, "/sign-in/reset?done=yes"),
                        State.wrong(
                                "no such code",
                                NOBODY,
                                it -> it.open("/sign-in/reset").press("#set"))));
        states.put(
                "/admin/units",
                () -> List.of(
                        State.empty("today, nothing planned", ADMINISTRATOR, "/admin/units"),
                        State.empty("a day before any", ADMINISTRATOR, "/admin/units?day=2020-01-01"),
                        State.filled("a division will end", ADMINISTRATOR, it -> {
                            if (it.open("/admin/units")
                                            .page()
                                            .locator("main table")
                                            .count()
                                    == 0) {
                                offices.divisionEnds();
                            }
                            it.open("/admin/units");
                        })));
        states.put("/admin/units/change", IdentityPagesTable::unitChanges);
        states.put(
                "/invitation",
                () -> List.of(
                        at("empty", NOBODY, "/invitation"),
                        State.wrong(
                                "no such code",
                                NOBODY,
                                it -> it.open("/invitation").press("#accept"))));
        for (var page : List.of("/admin/units/new", "/admin/officers/new", "/admin/administrators/new")) {
            states.put(
                    page,
                    () -> List.of(
                            at("empty", ADMINISTRATOR, page),
                            State.wrong(
                                    "sent empty",
                                    ADMINISTRATOR,
                                    it -> it.open(page).press("main button.button"))));
        }
        return states;
    }

    /** Signs in with a password of their own, the first time with a second factor that is set up. */
    private void ownPassword(Person person) {
        if (person.open("/account/password")
                        .page()
                        .locator("input[type=password]")
                        .count()
                > 1) {
            return;
        }
        person.open("/sign-in")
                .unfold("#userName")
                .type("userName", offices.ownAccount())
                .type("password", Offices.PASSWORD)
                .press("form[action$='/sign-in'] .button");
        var secret = Authenticator.secret(person.page().content());
        person.type("code", Authenticator.code(secret, clock.instant())).press("main form .button");
        person.open("/account/password");
    }

    private static List<State> unitChanges() {
        return List.of(
                at("merge", ADMINISTRATOR, "/admin/units/change?kind=merge"),
                new State("rename", ADMINISTRATOR, 200, it -> changeOf(it, "rename")),
                new State("end", ADMINISTRATOR, 200, it -> changeOf(it, "end")),
                new State("split", ADMINISTRATOR, 200, it -> changeOf(it, "split")),
                State.wrong(
                        "sent empty",
                        ADMINISTRATOR,
                        it -> it.open("/admin/units/change?kind=merge").press("button[value=preview]")),
                new State("what it does", ADMINISTRATOR, 200, it -> {
                    changeOf(it, "rename");
                    it.type("day", "2027-01-04").type("decision", "1/QĐ").type("decisionDay", "2026-11-20");
                    it.press("button[value=preview]");
                }),
                at("unknown", ADMINISTRATOR, 404, "/admin/units/change?kind=end&unit=" + UNKNOWN));
    }

    private static void changeOf(Person it, String kind) {
        it.open("/admin/units").press("main a[href*='kind=" + kind + "']");
    }
}
