package vn.motcua.journey;

import static vn.motcua.journey.State.at;

import com.microsoft.playwright.options.FilePayload;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import vn.motcua.support.Person;

/** How to reach the pages of filing: of a draft just begun, and of one that is complete. */
final class FilingPagesTable {

    static final String BEGUN = "Võ Thị Thu Thảo";

    private static final String COMPLETE = "Huỳnh Quốc Bảo";
    private static final String START = "/procedures/" + BirthForm.CODE + "/start";

    private final String address;
    private String begun = "";
    private String complete = "";
    private String toSign = "";
    private int changes;
    private String code = "";

    FilingPagesTable(String address) {
        this.address = address;
    }

    void prepare() {
        try (var person = new Person(address, 1280, true).as(BEGUN)) {
            begun = begin(person);
        }
        try (var person = new Person(address, 1280, true).as(COMPLETE)) {
            begin(person);
            var form = new BirthForm(person);
            form.toTheReview(0, "DIGITAL");
            code = form.file();
            complete = begin(person);
            form.toTheReview(2, "POST");
            toSign = begin(person);
            form.toTheReview(0, "DIGITAL");
        }
    }

    private static String begin(Person person) {
        person.open(START).press("form.form-actions .button");
        return person.path().replaceFirst("/case$", "");
    }

    Map<String, Supplier<List<State>>> states() {
        return Map.ofEntries(
                Map.entry("/procedures/{code}/start", this::start),
                Map.entry(
                        "/drafts/{id}",
                        () -> List.of(
                                at("begun", BEGUN, begun),
                                at("complete", COMPLETE, complete),
                                at("not theirs", BEGUN, 404, complete))),
                Map.entry(
                        "/drafts/{id}/case",
                        () -> List.of(
                                at("begun", BEGUN, begun + "/case"),
                                State.wrong("a case that is not offered", BEGUN, it -> {
                                    it.open(begun + "/case")
                                            .page()
                                            .evalOnSelector(
                                                    "[id='case']", "it => { it.value = 'NONE'; it.checked = true }");
                                    it.next();
                                }))),
                Map.entry("/drafts/{id}/where", this::where),
                Map.entry("/drafts/{id}/form/{section}", this::sections),
                Map.entry("/drafts/{id}/papers", this::papers),
                Map.entry("/drafts/{id}/delivery", this::delivery),
                Map.entry("/drafts/{id}/review", this::review),
                Map.entry("/drafts/{id}/sign", () -> List.of(at("on the way", COMPLETE, this::begins))),
                Map.entry(
                        "/signing/back/{provider}",
                        () -> List.of(at("not begun here", COMPLETE, 409, "/signing/back/sandbox?code=a&state=b"))),
                Map.entry("/sandbox/csc/v1/oauth2/authorize", this::allowing),
                Map.entry("/drafts/{id}/kept", () -> List.of(at("kept", BEGUN, begun + "/kept"))),
                Map.entry("/drafts/{id}/discard", () -> List.of(at("asked", BEGUN, begun + "/discard"))),
                Map.entry("/filings/{code}/done", this::done));
    }

    private List<State> start() {
        return List.of(
                State.empty("first", PageTable.QUAN, START),
                State.filled("begun before", BEGUN, START),
                at("many papers", PageTable.QUAN, "/procedures/1.013225/start"),
                at("not filed here", PageTable.QUAN, 404, "/procedures/1.000689/start"),
                at("at the counter alone", PageTable.QUAN, 404, "/procedures/2.000986/start"));
    }

    private List<State> where() {
        return List.of(at("known from the account", BEGUN, begun + "/where"), State.wrong("nobody there", BEGUN, it -> {
            it.open(begun + "/where");
            new BirthForm(it).where("01", "00004");
            it.next();
        }));
    }

    private List<State> sections() {
        var child = begun + "/form/child";
        return List.of(
                at("filled in from the account", BEGUN, begun + "/form/requester"),
                at("empty", BEGUN, child),
                State.wrong("sent empty", BEGUN, it -> it.open(child).next()),
                at("asked to mend", BEGUN, child + "?check"),
                at("filled", COMPLETE, complete + "/form/child"),
                at("copies", COMPLETE, complete + "/form/copies"),
                at("unknown", BEGUN, 404, begun + "/form/khong-co"));
    }

    private List<State> papers() {
        var page = begun + "/papers";
        return List.of(
                State.empty("empty", BEGUN, page),
                State.wrong("missing", BEGUN, it -> it.open(page).press("form[action$=continue] .button")),
                new State("a program for a picture", BEGUN, 200, it -> {
                    it.open(page);
                    new BirthForm(it)
                            .upload(new FilePayload(
                                    "giay-chung-sinh.pdf", "application/pdf", new byte[] {'M', 'Z', 0, 1, 2, 3}));
                    it.page().waitForSelector("#paper-giay-chung-sinh .error");
                }),
                State.filled("filled", COMPLETE, complete + "/papers"));
    }

    private List<State> delivery() {
        var page = begun + "/delivery";
        return List.of(
                at("empty", BEGUN, page),
                State.wrong("nothing chosen", BEGUN, it -> it.open(page).next()),
                State.wrong("post without an address", BEGUN, it -> {
                    it.open(page).page().check("input[name=how][value=POST]");
                    it.type("at", "").next();
                }),
                at("filled", COMPLETE, complete + "/delivery"));
    }

    private List<State> review() {
        return List.of(
                at("incomplete", BEGUN, begun + "/review"),
                at("complete", COMPLETE, complete + "/review"),
                at("to be signed", COMPLETE, complete + "/review?sign=SIGNING_STOPPED"),
                at("signed", COMPLETE, this::signs),
                at("changed after signing", COMPLETE, it -> {
                    signs(it);
                    it.open(toSign + "/form/father?from=review")
                            .type("father.fullName", "Trần Minh Khôi " + (changes++ % 2 == 0 ? "An" : "Bảo"))
                            .next();
                }),
                State.wrong(
                        "not declared",
                        COMPLETE,
                        it -> it.open(complete + "/review").next()));
    }

    private void begins(Person person) {
        person.open(toSign + "/review").page().check("[id='commit.agree']");
        if (person.page().locator("button[name=provider]").count() == 0) {
            person.open(toSign + "/form/father?from=review")
                    .type("father.fullName", "Trần Minh Khôi " + (changes++ % 2 == 0 ? "An" : "Bảo"))
                    .next();
        }
        person.press("button[name=provider]");
    }

    private void signs(Person person) {
        begins(person);
        person.press("main a.button").press("button[value=sign]");
    }

    private List<State> allowing() {
        return List.of(
                at("asked", COMPLETE, it -> {
                    begins(it);
                    it.press("main a.button");
                }),
                at("not asked", PageTable.NOBODY, 400, "/sandbox/csc/v1/oauth2/authorize"));
    }

    private List<State> done() {
        return List.of(
                at("filed", COMPLETE, "/filings/" + code + "/done"),
                at("not theirs", BEGUN, 404, "/filings/" + code + "/done"));
    }
}
