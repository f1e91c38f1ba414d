package vn.motcua.journey;

import static vn.motcua.journey.PageTable.NOBODY;
import static vn.motcua.journey.PageTable.RECEIVER;
import static vn.motcua.journey.State.at;

import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import vn.motcua.document.SamplePapers;
import vn.motcua.support.Person;
import vn.motcua.support.TaVan;

/** How to reach the pages of the register of results. */
final class ResultPagesTable {

    private static final String LEADER = "Vũ Đức Thành";
    private static final String SPECIALIST = "Phạm Quốc Việt";

    private final TaVan taVan;

    ResultPagesTable(TaVan taVan) {
        this.taVan = taVan;
    }

    Map<String, Supplier<List<State>>> states() {
        return Map.of(
                "/verify", this::verify,
                "/verify/{code}",
                        () -> List.of(
                                State.filled("in force", NOBODY, "/verify/" + issued().code()),
                                at(
                                        "sensitive",
                                        NOBODY,
                                        "/verify/" + taVan.sensitive(issued()).code()),
                                State.wrong(
                                        "sensitive, wrong code",
                                        NOBODY,
                                        it -> it.open("/verify/"
                                                        + taVan.sensitive(issued())
                                                                .code())
                                                .press("section form .button")),
                                at("unknown", NOBODY, 404, "/verify/222233334444"),
                                at("no code", NOBODY, 404, "/verify/khong-co")),
                "/desk/sign",
                        () -> List.of(
                                State.empty("nothing waits", RECEIVER, "/desk/sign"),
                                State.filled("one waits", LEADER, it -> {
                                    waiting();
                                    it.open("/desk/sign");
                                }),
                                State.wrong("nothing chosen", LEADER, it -> {
                                    waiting();
                                    it.open("/desk/sign");
                                    it.page()
                                            .querySelectorAll("input[name=pick]:checked")
                                            .forEach(box -> box.uncheck());
                                    it.press("#sign .button");
                                }),
                                at("habit saved", RECEIVER, "/desk/sign?saved=yes")),
                "/desk/appraise",
                        () -> List.of(
                                State.empty("nothing waits", RECEIVER, "/desk/appraise"),
                                State.filled("one waits", SPECIALIST, it -> {
                                    taVan.toAppraise(waiting(), "civil-status-officer");
                                    it.open("/desk/appraise");
                                }),
                                State.wrong("no words", SPECIALIST, it -> {
                                    taVan.toAppraise(waiting(), "civil-status-officer");
                                    it.open("/desk/appraise").press("form[action$='/send-back'] button >> nth=0");
                                }),
                                at("sent back", RECEIVER, "/desk/appraise?done=sent-back")),
                "/desk/sign/{command}",
                        () -> List.of(
                                State.filled("going on", LEADER, it -> {
                                    var order = taVan.ordered(waiting());
                                    it.open("/desk/sign/" + order);
                                }),
                                at("not theirs", RECEIVER, 404, "/desk/sign/" + UUID.randomUUID())));
    }

    private List<State> verify() {
        return List.of(
                State.empty("empty", NOBODY, "/verify"),
                State.wrong("no code", NOBODY, it -> it.open("/verify?code=")),
                State.wrong("no file", NOBODY, it -> it.open("/verify").press("form[method=post] .button")),
                State.filled("a file that holds", NOBODY, it -> drop(it, issued().signedFile())),
                at("a file without signature", NOBODY, it -> drop(it, SamplePapers.resultToSign())),
                State.wrong("no paper", NOBODY, it -> drop(it, "xin chào".getBytes(StandardCharsets.UTF_8))));
    }

    private TaVan.Life issued() {
        return taVan.birth(PageTable.QUAN).received().appraised().approved().resultIssued(TaVan.unused());
    }

    private TaVan.Life waiting() {
        return taVan.birth(PageTable.QUAN).received().appraised().approved().resultWaiting(TaVan.unused());
    }

    static void drop(Person who, byte[] file) {
        who.open("/verify");
        who.page().setInputFiles("#file", new FilePayload("ket-qua.pdf", "application/pdf", file));
        who.press("form[method=post] .button");
    }
}
