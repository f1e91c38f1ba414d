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
import java.util.stream.Stream;
import vn.motcua.dossier.HandOver;
import vn.motcua.dossier.SupplementRequest;
import vn.motcua.support.JusticeProcedures;
import vn.motcua.support.LinkedBirth;
import vn.motcua.support.Person;
import vn.motcua.support.SignedUploads;
import vn.motcua.support.TaVan;
import vn.motcua.support.TaVan.Life;
import vn.motcua.support.TestClock;
import vn.motcua.support.TrialRuns;
import vn.motcua.support.UnledOffice;

/** How to reach every page of the program in each of its states: one line for each path that answers a GET with HTML. */
final class PageTable {

    static final String NOBODY = "";
    /** Somebody at a browser of their own, who signs in by the state itself. */
    static final String APART = "apart";

    static final String QUAN = "Nguyễn Văn Quân";
    static final String RECEIVER = "Trần Thu Hà";
    static final String UNKNOWN = "00000000-0000-7000-8000-000000000000";
    static final SupplementRequest.Line SCAN = new SupplementRequest.Line(
            "Giấy chứng sinh", "Bản chụp bị mờ, không đọc được ngày sinh", Optional.of("giay-chung-sinh"));
    static final SupplementRequest.Line NAME =
            new SupplementRequest.Line("Họ, chữ đệm, tên của trẻ", "Viết khác với giấy chứng sinh");

    private static final String NEW_HERE = "Đặng Thị Hương";
    private static final String LONG = "Vì đã có bản khác. ".repeat(200);

    private final TaVan taVan;
    private final LinkedBirth linked;
    private final TestClock clock;
    private final FilingPagesTable filing;
    private final DeskPagesTable desk;
    private final Map<String, Supplier<List<State>>> states = new TreeMap<>();

    PageTable(
            TaVan taVan,
            LinkedBirth linked,
            Offices offices,
            UnledOffice unled,
            JusticeProcedures justice,
            TrialRuns trials,
            SignedUploads signed,
            TestClock clock,
            String address) {
        this.taVan = taVan;
        this.linked = linked;
        this.clock = clock;
        this.filing = new FilingPagesTable(address);
        this.desk = new DeskPagesTable(taVan, address);
        reading();
        applicants();
        failures();
        add(filing.states());
        add(desk.states());
        add(new WorkspacePagesTable(taVan, address).states());
        add(new IdentityPagesTable(offices, clock).states());
        add(ImportPagesTable.states());
        add(new EditionPagesTable(justice).states());
        add(new StudioPagesTable(justice).states());
        add(new TrialPagesTable(justice, trials).states());
        add(RoutePagesTable.states());
        add(new AdministrationPagesTable(taVan, offices, unled, address).states());
        add(new HallPagesTable(taVan, address).states());
        add(new EvidencePagesTable(taVan, offices, address).states());
        add(new PrivacyPagesTable(taVan, offices, address).states());
        add(new MessagePagesTable(taVan, clock).states());
        add(new MandatePagesTable(address).states());
        add(new ConsultationPagesTable(taVan, address).states());
        add(new PayPagesTable(taVan).states());
        add(new MoneyPagesTable(taVan, address).states());
        add(new ResultPagesTable(taVan).states());
        add(new VaultPagesTable(taVan).states());
        add(new SignaturePagesTable(signed).states());
    }

    /** A path may have states in two tables. */
    private void add(Map<String, Supplier<List<State>>> more) {
        more.forEach((path, of) -> states.merge(
                path,
                of,
                (one, other) -> () ->
                        Stream.concat(one.get().stream(), other.get().stream()).toList()));
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
                        State.filled("found", NOBODY, "/procedures?q=giay+khai+sinh"),
                        at("second page of a level", NOBODY, "/procedures?q=dat&level=FULL&page=2"),
                        at("life event", NOBODY, "/procedures?event=birth"),
                        State.empty("nothing found", NOBODY, "/procedures?q=zzzzqqq"),
                        at("nothing found with filters", NOBODY, "/procedures?q=zzzzqqq&level=FULL")));
        states.put(
                "/procedures/{code}",
                () -> List.of(
                        at("filed here", NOBODY, "/procedures/1.001193"),
                        at("other than its record says", NOBODY, "/procedures/1.004194"),
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
                    State.empty("empty", NOBODY, "/track"),
                    State.filled("found", NOBODY, "/track?code=" + running.code.value()),
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
                    State.empty("empty", NEW_HERE, "/my"),
                    State.filled("filled", QUAN, "/my"),
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
        states.put("/my/{code}/owner-code", () -> {
            var sensitive = taVan.sensitive(decided().approved().resultIssued(TaVan.unused()))
                            .path()
                    + "/owner-code";
            return List.of(
                    at("what it is for", QUAN, sensitive),
                    State.filled("made", QUAN, it -> it.open(sensitive).press("main form .button")),
                    at("not sensitive", QUAN, 404, decided().approved().issued().path() + "/owner-code"));
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
                new State("told by short message", QUAN, 200, it -> {
                    var written = taVan.birth(QUAN).received();
                    taVan.told();
                    it.open(written.path()).unfold("details a[href$='/messages/settings']");
                }),
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
