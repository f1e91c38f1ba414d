package vn.motcua.journey;

import static vn.motcua.journey.State.at;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import vn.motcua.dossier.HandOver;
import vn.motcua.dossier.SupplementRequest;
import vn.motcua.support.LinkedBirth;
import vn.motcua.support.Person;
import vn.motcua.support.TaVan;
import vn.motcua.support.TaVan.Life;
import vn.motcua.support.TestClock;

/** How to reach every page of the program in each of its states: one line for each path that answers a GET with HTML. */
final class PageTable {

    static final String NOBODY = "";
    static final String QUAN = "Nguyễn Văn Quân";
    static final String RECEIVER = "Trần Thu Hà";
    static final String UNKNOWN = "00000000-0000-7000-8000-000000000000";
    static final SupplementRequest.Line SCAN = new SupplementRequest.Line(
            "Giấy chứng sinh", "Bản chụp bị mờ, không đọc được ngày sinh", Optional.of("giay-chung-sinh"));
    static final SupplementRequest.Line NAME =
            new SupplementRequest.Line("Họ, chữ đệm, tên của trẻ", "Viết khác với giấy chứng sinh");

    private static final String NEW_HERE = "Đặng Thị Hương";
    private static final String ADMINISTRATOR = "Vũ Thị Thu Trang";
    private static final String LONG = "Vì đã có bản khác. ".repeat(200);

    private final TaVan taVan;
    private final LinkedBirth linked;
    private final TestClock clock;
    private final FilingPagesTable filing;
    private final DeskPagesTable desk;
    private final Map<String, Supplier<List<State>>> states = new TreeMap<>();

    PageTable(TaVan taVan, LinkedBirth linked, TestClock clock, String address) {
        this.taVan = taVan;
        this.linked = linked;
        this.clock = clock;
        this.filing = new FilingPagesTable(address);
        this.desk = new DeskPagesTable(taVan, address);
        reading();
        applicants();
        identity();
        failures();
        states.putAll(filing.states());
        states.putAll(desk.states());
        states.putAll(new HallPagesTable(taVan, address).states());
        states.putAll(new EvidencePagesTable(taVan, address).states());
        states.putAll(new PrivacyPagesTable(taVan, address).states());
        states.putAll(new MessagePagesTable(taVan, clock).states());
        states.putAll(new MandatePagesTable(address).states());
        states.putAll(new ConsultationPagesTable(taVan, address).states());
    }

    /** The paths that have a line. */
    Set<String> paths() {
        return states.keySet();
    }

    /** The states of the page behind that path. */
    List<State> states(String path) {
        var found = states.get(path);
        return found == null ? List.of() : found.get();
    }

    /** Brings the dossiers and drafts into being that the states need. */
    void prepare() {
        clock.set("2026-11-23T08:00");
        filing.prepare();
        desk.prepare();
    }

    private void reading() {
        states.put("/", () -> List.of(at("to anybody", NOBODY, "/"), at("signed in", QUAN, "/")));
        states.put(
                "/procedures",
                () -> List.of(
                        at("all", NOBODY, "/procedures"),
                        at("found", NOBODY, "/procedures?q=giay+khai+sinh"),
                        at("second page of a level", NOBODY, "/procedures?q=dat&level=FULL&page=2"),
                        at("life event", NOBODY, "/procedures?event=birth"),
                        at("nothing found", NOBODY, "/procedures?q=zzzzqqq"),
                        at("nothing found with filters", NOBODY, "/procedures?q=zzzzqqq&level=FULL")));
        states.put(
                "/procedures/{code}",
                () -> List.of(
                        at("filed here", NOBODY, "/procedures/1.001193"),
                        at("a group of linked procedures", NOBODY, "/procedures/3.000722"),
                        at("many conditions", NOBODY, "/procedures/1.013225"),
                        at("only read here", NOBODY, "/procedures/1.000689"),
                        at("a record with cases, in full", NOBODY, "/procedures/1.002755"),
                        at("a record that lacks nearly all", NOBODY, "/procedures/1.013124"),
                        at("unknown", NOBODY, 404, "/procedures/9.999999")));
        for (var page : List.of("/help", "/privacy", "/accessibility")) {
            states.put(page, () -> List.of(at("read", NOBODY, page)));
        }
        states.put("/track", () -> {
            var running = taVan.birth(QUAN).received();
            var finished = taVan.birth(QUAN).turnedAway("Không thuộc xã Tả Van");
            return List.of(
                    at("empty", NOBODY, "/track"),
                    at("found", NOBODY, "/track?code=" + running.code.value()),
                    at("finished", NOBODY, "/track?code=" + finished.code.value()),
                    at(
                            "linked",
                            NOBODY,
                            "/track?code=" + linked.filed(QUAN).code.value()),
                    at("no code", NOBODY, 422, "/track?code="),
                    at("unknown", NOBODY, 404, "/track?code=2222333344445555"));
        });
    }

    private void applicants() {
        states.put("/my", () -> {
            taVan.birth(QUAN).askedAtIntake(SCAN);
            return List.of(
                    at("empty", NEW_HERE, "/my"),
                    at("filled", QUAN, "/my"),
                    at("only drafts", FilingPagesTable.BEGUN, "/my"));
        });
        states.put("/my/{code}", this::dossiers);
        states.put("/my/{code}/withdraw", () -> {
            var early = taVan.birth(QUAN).path() + "/withdraw";
            return List.of(
                    at("asked", QUAN, early),
                    State.wrong(
                            "reason too long",
                            QUAN,
                            it -> it.open(early).type("reason", LONG).press("main form .button")),
                    at(
                            "asked of an officer",
                            QUAN,
                            taVan.birth(QUAN, HandOver.How.COUNTER, 2)
                                            .received()
                                            .path() + "/withdraw"),
                    State.wrong(
                            "asked without a reason",
                            QUAN,
                            it -> it.open(taVan.birth(QUAN).received().path() + "/withdraw")
                                    .press("main form .button")),
                    at("too late", QUAN, 409, decided().approved().path() + "/withdraw"));
        });
        states.put("/my/{code}/mistake", () -> {
            var issued = decided().approved().issued().path() + "/mistake";
            return List.of(
                    at("asked what is wrong", QUAN, issued),
                    State.wrong(
                            "wrong without a word", QUAN, it -> it.open(issued).press("main form .button")),
                    at("no result yet", QUAN, 409, decided().approved().path() + "/mistake"));
        });
        states.put("/my/{code}/supplement", () -> {
            var asked = taVan.birth(QUAN).received().askedInProcess(SCAN, NAME).path() + "/supplement";
            return List.of(
                    at("asked", QUAN, asked),
                    State.wrong("nothing added", QUAN, it -> it.open(asked).press("button[value=send]")),
                    new State("stale", QUAN, 409, this::sendsASupplementTwice),
                    at("not asked", QUAN, 409, taVan.birth(QUAN).path() + "/supplement"),
                    new State("far too large", QUAN, 413, it -> sendsTooMuch(it, asked)));
        });
        states.put("/my/{code}/supplement/form/{section}", () -> {
            var form = taVan.birth(QUAN).received().askedInProcess(NAME).path() + "/supplement/form/child";
            return List.of(
                    at("filled", QUAN, form),
                    State.wrong(
                            "no name",
                            QUAN,
                            it -> it.open(form).type("child.fullName", "").press("form .form-actions .button")),
                    at("not asked", QUAN, 409, taVan.birth(QUAN).received().path() + "/supplement/form/child"));
        });
    }

    private List<State> dossiers() {
        clock.set("2026-11-20T08:00");
        var late = taVan.birth(QUAN).received().claimed();
        clock.set("2026-11-23T08:00");
        return List.of(
                at("submitted", QUAN, taVan.birth(QUAN, HandOver.How.POST, 2).path()),
                at("received", QUAN, taVan.birth(QUAN).received().path()),
                at("two births in one filing", QUAN, taVan.twins(QUAN).path()),
                at("late", QUAN, late.path()),
                new State("linked, parts wait", QUAN, 200, it -> {
                    it.open(linked.filed(QUAN).path());
                    it.page().locator("details.fold > summary").all().forEach(fold -> fold.click());
                }),
                at(
                        "linked, parts open",
                        QUAN,
                        linked.filed(QUAN)
                                .birthReceived()
                                .birthApproved()
                                .birthIssued()
                                .told()
                                .residenceReceived()
                                .residenceDenied("Chủ hộ không thường trú ở đó")
                                .path()),
                at(
                        "linked, parts that cannot open",
                        QUAN,
                        linked.filed(QUAN)
                                .birthReceived()
                                .birthDenied("Không có giấy chứng sinh")
                                .told()
                                .path()),
                at(
                        "to supplement at intake",
                        QUAN,
                        taVan.birth(QUAN).askedAtIntake(SCAN, NAME).path()),
                at(
                        "to supplement",
                        QUAN,
                        taVan.birth(QUAN).received().askedInProcess(SCAN).path()),
                at(
                        "turned away",
                        QUAN,
                        taVan.birth(QUAN).turnedAway("Không thuộc xã Tả Van").path()),
                at(
                        "withdrawn",
                        QUAN,
                        taVan.birth(QUAN).withdrawn("Nộp nhầm nơi").path()),
                at(
                        "wants it back",
                        QUAN,
                        taVan.birth(QUAN).received().withdrawn("Không cần nữa").path()),
                at(
                        "has to pay",
                        QUAN,
                        taVan.birth(QUAN)
                                .received()
                                .paymentAwaited("Thông báo thuế số 12/TB", 1_500_000)
                                .path()),
                at(
                        "waits for another agency",
                        QUAN,
                        taVan.birth(QUAN)
                                .received()
                                .answerAwaited("UBND phường Sa Pa xác nhận")
                                .path()),
                at(
                        "halted",
                        QUAN,
                        taVan.birth(QUAN)
                                .received()
                                .haltProposed("Không bổ sung")
                                .confirmed()
                                .path()),
                at(
                        "waits for a unit above",
                        QUAN,
                        taVan.birth(QUAN).received().sentUp().path()),
                at(
                        "given to another agency",
                        QUAN,
                        taVan.birth(QUAN).received().passedAcross().path()),
                at(
                        "denied",
                        QUAN,
                        decided().denied("Trẻ đã được đăng ký tại phường Sa Pa").path()),
                at("decided", QUAN, decided().approved().path()),
                at(
                        "said to be wrong",
                        QUAN,
                        decided().approved().issued().mistakeReported("Sai tên").path()),
                at(
                        "owed",
                        QUAN,
                        taVan.birth(QUAN, HandOver.How.DIGITAL, 2)
                                .received()
                                .appraised()
                                .approved()
                                .issued()
                                .path()),
                new State("result, all unfolded", QUAN, 200, it -> {
                    it.open(decided().approved().issued().path());
                    it.page().locator("details.fold > summary").all().forEach(fold -> fold.click());
                }),
                at(
                        "handed over",
                        QUAN,
                        decided().approved().issued().handedOver().path()),
                at("not theirs", NEW_HERE, 404, late.path()));
    }

    private Life decided() {
        return taVan.birth(QUAN).received().appraised();
    }

    private void sendsASupplementTwice(Person person) {
        var life = taVan.birth(QUAN).askedAtIntake(NAME);
        person.open(life.path() + "/supplement").type("note-0", "Tên đúng là Mỵ");
        life.answered("Đã giải thích qua điện thoại");
        person.press("button[value=send]");
    }

    private static void sendsTooMuch(Person person, String page) {
        var film = Path.of("target", "film.pdf");
        try (var file = new RandomAccessFile(film.toFile(), "rw")) {
            file.setLength(30 << 20);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        person.open(page).page().setInputFiles("#file-0", film);
        person.press("button[value=send]");
    }

    private void identity() {
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
                "/admin", () -> List.of(at("filled", ADMINISTRATOR, "/admin"), at("not theirs", QUAN, 404, "/admin")));
        states.put(
                "/account/password",
                () -> List.of(
                        at("an account of a provider", ADMINISTRATOR, "/account/password"),
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
        states.put("/stand-ins", this::standIns);
        states.put(
                "/absences",
                () -> List.of(
                        at("nobody", ADMINISTRATOR, "/absences"),
                        State.wrong(
                                "sent empty",
                                ADMINISTRATOR,
                                it -> it.open("/absences").press("#record")),
                        at("a leader's", "Vũ Đức Thành", "/absences"),
                        at("not theirs", RECEIVER, 404, "/absences")));
        states.put(
                "/admin/jobs",
                () -> List.of(
                        at("how it runs", ADMINISTRATOR, "/admin/jobs"), at("not theirs", QUAN, 404, "/admin/jobs")));
        states.put(
                "/admin/units",
                () -> List.of(
                        at("today", ADMINISTRATOR, "/admin/units"),
                        at("a day before", ADMINISTRATOR, "/admin/units?day=2020-01-01")));
        states.put("/admin/units/change", PageTable::unitChanges);
        states.put(
                "/admin/calendar",
                () -> List.of(
                        at("empty", ADMINISTRATOR, "/admin/calendar"),
                        State.wrong(
                                "sent empty",
                                ADMINISTRATOR,
                                it -> it.open("/admin/calendar").press("#propose"))));
        states.put(
                "/admin/tenants",
                () -> List.of(
                        at("filled", "Đàm Thị Bích Hạnh", "/admin/tenants"),
                        State.wrong(
                                "sent empty",
                                "Đàm Thị Bích Hạnh",
                                it -> it.open("/admin/tenants").press("#propose")),
                        at("not theirs", ADMINISTRATOR, 404, "/admin/tenants")));
        states.put(
                "/admin/procedures/imports",
                () -> List.of(
                        at("filled", "Đàm Thị Bích Hạnh", "/admin/procedures/imports"),
                        State.wrong(
                                "no file chosen",
                                "Đàm Thị Bích Hạnh",
                                it -> it.open("/admin/procedures/imports").press("#look")),
                        at("not theirs", ADMINISTRATOR, 404, "/admin/procedures/imports")));
        states.put(
                "/admin/procedures/imports/{id}",
                () -> List.of(
                        new State("compared", "Đàm Thị Bích Hạnh", 200, it -> anImport(it, IMPORTED)),
                        new State("no file of records", "Đàm Thị Bích Hạnh", 200, it -> anImport(it, "<html>")),
                        at("unknown", "Đàm Thị Bích Hạnh", 404, "/admin/procedures/imports/" + UNKNOWN)));
        states.put(
                "/invitation",
                () -> List.of(
                        at("empty", NOBODY, "/invitation"),
                        State.wrong(
                                "no such code",
                                NOBODY,
                                it -> it.open("/invitation").press("#accept"))));
        states.put("/admin/brand", () -> List.of(at("filled", ADMINISTRATOR, "/admin/brand")));
        states.put(
                "/admin/brand/form",
                () -> List.of(
                        at("of the agency", ADMINISTRATOR, "/admin/brand/form?place=15"),
                        State.wrong(
                                "no such number",
                                ADMINISTRATOR,
                                it -> it.open("/admin/brand/form?place=15")
                                        .type("hotline", "không có")
                                        .press("main form button")),
                        at("another agency's", ADMINISTRATOR, 404, "/admin/brand/form?place=48")));
        states.put(
                "/admin/brand/drafts/{draft}",
                () -> List.of(
                        new State(
                                "looked at",
                                ADMINISTRATOR,
                                200,
                                it -> it.open("/admin/brand/form?place=15")
                                        .type("name", "Dịch vụ công Lào Cai")
                                        .type("hotline", "1900 1234")
                                        .press("main form button")),
                        at("unknown", ADMINISTRATOR, 404, "/admin/brand/drafts/" + UNKNOWN)));
        states.put(
                "/admin/calendar/due",
                () -> List.of(
                        at("before or after", ADMINISTRATOR, "/admin/calendar/due"),
                        new State(
                                "looking",
                                ADMINISTRATOR,
                                200,
                                it -> it.open("/admin/calendar/due").press("#look"))));
        states.put("/admin/questions", () -> List.of(at("nothing", ADMINISTRATOR, "/admin/questions")));
        states.put("/admin/corrections", () -> List.of(at("nothing", ADMINISTRATOR, "/admin/corrections")));
        states.put("/admin/changes", () -> List.of(at("who may confirm", ADMINISTRATOR, "/admin/changes")));
        states.put(
                "/admin/officers/{officer}",
                () -> List.of(
                        new State("with positions", ADMINISTRATOR, 200, PageTable::anOfficer),
                        State.wrong("no unit chosen", ADMINISTRATOR, it -> {
                            anOfficer(it);
                            it.press("#appoint");
                        }),
                        new State(
                                "a code for a new password",
                                ADMINISTRATOR,
                                200,
                                it -> it.open("/admin")
                                        .press("main table tr:has-text('Lý Láo Lở') a[href*='/admin/officers/']")
                                        .press("form[action$='/password'] button")),
                        at("unknown", ADMINISTRATOR, 404, "/admin/officers/" + UNKNOWN)));
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
    }

    private List<State> standIns() {
        return List.of(
                at("nobody", ADMINISTRATOR, "/stand-ins"),
                State.wrong(
                        "sent empty",
                        ADMINISTRATOR,
                        it -> it.open("/stand-ins").press("form[action$='/stand-ins'] button")),
                at("a leader's", "Vũ Đức Thành", "/stand-ins"),
                at("not theirs", RECEIVER, 404, "/stand-ins"));
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

    /** Records of every kind: new, changed, one with a package, wrong ones. */
    private static final String IMPORTED = """
            [{"code": "1.002755", "name": "Gia hạn tạm trú", "requirementsAndConditions": "Trước ngày hết hạn."},
             {"code": "9.000001", "name": "Thủ tục thử nghiệm (bịa ra)"},
             {"code": "1.001193", "name": "Đăng ký khai sinh"},
             {"code": "1193", "name": "", "executionMethods": "tại quầy"}]
            """;

    private static void anImport(Person person, String content) {
        person.open("/admin/procedures/imports");
        person.page()
                .setInputFiles(
                        "#file",
                        new com.microsoft.playwright.options.FilePayload(
                                "thu-tuc.json",
                                "application/json",
                                content.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        person.press("#look");
        var address = person.page().url();
        while (person.page().locator("[role=status]").count() > 0) {
            person.page().navigate(address);
        }
    }

    private static void anOfficer(Person it) {
        it.open("/admin").press("main table a[href*='/admin/officers/']");
    }

    private void failures() {
        states.put(
                "/error",
                () -> List.of(
                        at("no such page", NOBODY, 404, "/khong-co"),
                        at("asked for directly", NOBODY, 404, "/error"),
                        at("an officer's page for a citizen", QUAN, 404, "/desk"),
                        at("a citizen's page for an officer", RECEIVER, 404, "/my")));
        states.put(
                "/broken",
                () -> List.of(
                        at("a bug", NOBODY, 500, "/broken"),
                        at("read where there is only sending", NOBODY, 405, "/sign-out")));
    }
}
