package vn.motcua.journey;

import static vn.motcua.journey.PageTable.QUAN;
import static vn.motcua.journey.PageTable.UNKNOWN;
import static vn.motcua.journey.State.at;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import vn.motcua.support.SamplePaper;
import vn.motcua.support.Visit;

/** How to reach the pages on which people let others act for them, and act for others. */
final class MandatePagesTable {

    private static final String HELPER = "Vàng Thị Phượng";
    private static final String RECEIVER = "Trần Thu Hà";
    private static final String OLD_MAN = "Lò Văn Páo";

    private final String address;

    MandatePagesTable(String address) {
        this.address = address;
    }

    Map<String, Supplier<List<State>>> states() {
        return Map.of(
                "/together", this::together,
                "/together/{id}", this::togetherOne,
                "/my/mandates", this::all,
                "/my/mandates/new", this::form,
                "/my/mandates/{id}", this::one,
                "/my/mandates/document", this::document,
                "/desk/mandates", this::check,
                "/desk/helpers", this::helpers,
                "/procedures/{code}/start", this::start,
                "/consent", this::consent);
    }

    private List<State> all() {
        var given = given();
        return List.of(
                State.empty("nobody", "Hoàng Thị Thanh Huyền", "/my/mandates"),
                State.filled("held", HELPER, "/my/mandates"),
                at("given", OLD_MAN, "/my/mandates"),
                at("of a representative", "Công ty TNHH Du lịch Mường Hoa (thử nghiệm)", "/my/mandates"),
                at("ended", OLD_MAN, it -> {
                    it.open("/my/mandates/" + given);
                    if (it.page().locator("form[action$='/end']").count() > 0) {
                        it.press("form[action$='/end'] button");
                    } else {
                        it.open("/my/mandates");
                    }
                }));
    }

    private List<State> form() {
        return List.of(
                at("a helper's", HELPER, "/my/mandates/new"),
                at("anybody's", QUAN, "/my/mandates/new"),
                State.wrong(
                        "no procedure",
                        HELPER,
                        it -> it.open("/my/mandates/new").press("main form .button")));
    }

    private List<State> one() {
        var asked = asked();
        var given = given();
        return List.of(
                at("asked", HELPER, "/my/mandates/" + asked),
                at("held", HELPER, "/my/mandates/" + given),
                at("given", OLD_MAN, "/my/mandates/" + given),
                at("working for somebody", HELPER, "/for/" + given + "/my"),
                at("the draft's owner", OLD_MAN, begun(given)),
                at("not theirs", QUAN, 404, "/my/mandates/" + given),
                at("unknown", HELPER, 404, "/my/mandates/" + UNKNOWN));
    }

    private List<State> start() {
        given();
        return List.of(
                at("for whom?", HELPER, "/procedures/1.001193/start"),
                State.wrong(
                        "for whom not chosen",
                        HELPER,
                        it -> it.open("/procedures/1.001193/start").press("main form .button")));
    }

    private List<State> together() {
        togetherAsked(RECEIVER);
        return List.of(
                at("a helper's", HELPER, "/together"),
                at("at the desk", RECEIVER, "/together"),
                State.wrong("no procedure", RECEIVER, it -> it.open("/together").press("main form .button")),
                at("not theirs", QUAN, 404, "/together"));
    }

    private List<State> togetherOne() {
        var asked = togetherAsked(RECEIVER);
        var given = togetherAsked(RECEIVER);
        var code = togetherCode(given);
        new Visit(address)
                .as(OLD_MAN)
                .fill("/help", "/consent", Map.of("code", code, "mandate", given, "answer", "yes"));
        var draft = Visit.first(
                new Visit(address).as(RECEIVER).get("/together/" + given).body(), "(/for/[^\"]*/drafts/[0-9a-f-]{36})");
        return List.of(
                at("asked", RECEIVER, "/together/" + asked),
                at("the person's question", OLD_MAN, "/consent?code=" + togetherCode(asked)),
                at("given", RECEIVER, "/together/" + given),
                at("given, the person's", OLD_MAN, "/my/mandates/" + given),
                at("filled in by the officer", RECEIVER, draft + "/form/requester"),
                at("read by the officer", RECEIVER, draft + "/review"),
                at("helped", OLD_MAN, draft.substring(draft.indexOf("/drafts/")) + "/form/requester"),
                at("not theirs", QUAN, 404, "/together/" + asked));
    }

    private String togetherAsked(String who) {
        var id = UUID.randomUUID().toString();
        new Visit(address)
                .as(who)
                .fill("/together", "/together", Map.of("command", id, "procedure", "1.001193", "minutes", "60"));
        return id;
    }

    private String togetherCode(String asked) {
        var page = new Visit(address).as(RECEIVER).get("/together/" + asked).body();
        return Visit.first(page, "translate=\"no\">([0-9A-Z-]{11})<");
    }

    private List<State> document() {
        return List.of(
                at("empty", QUAN, "/my/mandates/document"),
                State.wrong(
                        "sent empty",
                        QUAN,
                        it -> it.open("/my/mandates/document").press("main form .button")));
    }

    private List<State> check() {
        sent();
        return List.of(
                State.filled("one waits", "Trần Thu Hà", "/desk/mandates"),
                State.wrong(
                        "no reason",
                        "Trần Thu Hà",
                        it -> it.open("/desk/mandates").press("button[value=refuse]")),
                State.empty("nobody's documents here", "Nguyễn Thị Mai Thủy", "/desk/mandates"),
                at("not theirs", "Phạm Quốc Việt", 404, "/desk/mandates"));
    }

    private List<State> helpers() {
        return List.of(
                State.empty("nobody", "Vũ Thị Phương Thủy", "/desk/helpers"),
                State.filled("named", "Vũ Đức Thành", "/desk/helpers"),
                State.wrong(
                        "sent empty",
                        "Vũ Đức Thành",
                        it -> it.open("/desk/helpers").press("form[action$='/desk/helpers'] .button")),
                at("not theirs", "Trần Thu Hà", 404, "/desk/helpers"));
    }

    private void sent() {
        var parent = new Visit(address).as("Giàng A Sình");
        var page = parent.get("/my/mandates/document").body();
        var fields = new HashMap<>(Map.of(
                "_csrf", Visit.token(page),
                "command", UUID.randomUUID().toString(),
                "kind", "PARENT",
                "matters", "all",
                "errand.FILE", "yes",
                "until", "2026-12-31",
                "number", "010215999013",
                "name", "Giàng A Sèo",
                "born", "2015-05-06",
                "unit", Visit.first(page, "value=\"([0-9a-f-]{36})\">[^<]*Tả Van")));
        parent.upload("/my/mandates/document", fields, "file", "khai-sinh.png", SamplePaper.bytes());
    }

    private List<State> consent() {
        var asked = asked();
        var code = code(asked);
        return List.of(
                at("no code", OLD_MAN, "/consent"),
                at("the question", OLD_MAN, "/consent?code=" + code),
                at("their own", HELPER, 403, "/consent?code=" + code),
                at("unknown code", OLD_MAN, 404, "/consent?code=22222-22222"));
    }

    /** A draft that the helper begins for the old man; he sees it among his own. */
    private String begun(String given) {
        new Visit(address)
                .as(HELPER)
                .fill("/procedures/1.001193/start", "/procedures/1.001193/start", Map.of("for", given));
        return "/my";
    }

    private String asked() {
        var id = UUID.randomUUID().toString();
        var fields = new HashMap<>(Map.of(
                "command", id,
                "kind", "HELPER",
                "matters", "procedures",
                "procedure", "1.001193",
                "errand.FILE", "yes",
                "until", "2026-11-30"));
        new Visit(address).as(HELPER).fill("/my/mandates/new", "/my/mandates", fields);
        return id;
    }

    private String code(String asked) {
        var page = new Visit(address).as(HELPER).get("/my/mandates/" + asked).body();
        return Visit.first(page, "translate=\"no\">([0-9A-Z-]{11})<");
    }

    private String given() {
        var asked = asked();
        new Visit(address)
                .as(OLD_MAN)
                .fill("/help", "/consent", Map.of("code", code(asked), "mandate", asked, "answer", "yes"));
        return asked;
    }
}
