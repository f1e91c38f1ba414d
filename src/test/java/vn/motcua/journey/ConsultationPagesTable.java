package vn.motcua.journey;

import static vn.motcua.journey.PageTable.QUAN;
import static vn.motcua.journey.PageTable.RECEIVER;
import static vn.motcua.journey.State.at;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import vn.motcua.support.Person;
import vn.motcua.support.TaVan;

/** How to reach the pages of asking other units. */
final class ConsultationPagesTable {

    private static final String SPECIALIST = "Phạm Quốc Việt";
    /** In both languages. */
    private static final java.util.regex.Pattern ONE_STOP =
            java.util.regex.Pattern.compile("Trung tâm Phục vụ hành chính công xã Tả Van|One-stop of Tả Van Commune");

    private final TaVan taVan;
    private final String address;

    ConsultationPagesTable(TaVan taVan, String address) {
        this.taVan = taVan;
        this.address = address;
    }

    Map<String, Supplier<List<State>>> states() {
        return Map.of(
                "/desk/dossiers/{id}/here",
                        () -> List.of(
                                at("nobody else", SPECIALIST, fresh().replace("/consultations", "/here")),
                                at("not there", SPECIALIST, 404, "/desk/dossiers/" + PageTable.UNKNOWN + "/here")),
                "/desk/dossiers/{id}/consultations", this::dossier,
                "/desk/dossiers/{id}/experts", this::experts,
                "/opinion/{link}", this::opinion,
                "/desk/consultations", this::list,
                "/desk/consultations/{id}", this::question);
    }

    private List<State> dossier() {
        return List.of(
                State.empty("nothing asked", SPECIALIST, fresh()),
                State.wrong("no question", SPECIALIST, it -> it.open(fresh()).press("#ask .button")),
                State.filled("asked", SPECIALIST, it -> ask(it, fresh())),
                State.wrong("withdrawn without a reason", SPECIALIST, it -> {
                    ask(it, fresh());
                    it.unfold("form[action$='/withdraw'] .button").press("form[action$='/withdraw'] .button");
                }),
                at("not their step", RECEIVER, fresh()),
                at("not there", SPECIALIST, 404, "/desk/dossiers/" + PageTable.UNKNOWN + "/consultations"));
    }

    private List<State> experts() {
        return List.of(
                State.empty("no expert", SPECIALIST, expertPage()),
                State.wrong(
                        "nobody named", SPECIALIST, it -> it.open(expertPage()).press("#ask .button")),
                State.filled("asked", SPECIALIST, it -> askExpert(it, expertPage())),
                State.filled("answered", SPECIALIST, it -> {
                    askExpert(it, expertPage());
                    try (var expert = new Person(address, 360, false)) {
                        expert.open(taVan.opinionLink())
                                .type("text", "Chữ ký khớp với mẫu")
                                .press("#answer .button");
                    }
                    it.page().reload();
                }),
                State.wrong("link withdrawn without a reason", SPECIALIST, it -> {
                    askExpert(it, expertPage());
                    it.unfold("form[action$='/withdraw'] .button").press("form[action$='/withdraw'] .button");
                }),
                at("not there", SPECIALIST, 404, "/desk/dossiers/" + PageTable.UNKNOWN + "/experts"));
    }

    private List<State> opinion() {
        return List.of(
                new State("asked", PageTable.NOBODY, 200, it -> it.open(link())),
                State.wrong(
                        "nothing written",
                        PageTable.NOBODY,
                        it -> it.open(link()).press("#answer .button")),
                new State(
                        "thanked",
                        PageTable.NOBODY,
                        200,
                        it -> it.open(link())
                                .type("text", "Chữ ký khớp với mẫu")
                                .press("#answer .button")),
                new State("answered before", PageTable.NOBODY, 404, it -> {
                    var link = link();
                    it.open(link).type("text", "Chữ ký khớp với mẫu").press("#answer .button");
                    it.open(link);
                }),
                at("no such link", PageTable.NOBODY, 404, "/opinion/15-" + "a".repeat(43)));
    }

    private String link() {
        try (var specialist = new Person(address, 1280, true).as(SPECIALIST)) {
            askExpert(specialist, expertPage());
        }
        return taVan.opinionLink();
    }

    private String expertPage() {
        return fresh().replace("/consultations", "/experts");
    }

    static void askExpert(Person specialist, String page) {
        specialist
                .open(page)
                .type("expert", "GS. Trần Văn Bách")
                .type("email", "bach@example.vn")
                .type("question", "Chữ ký của bác sĩ trên giấy chứng sinh có thật không?")
                .press("#ask .choice input")
                .press("#ask .button");
    }

    private List<State> list() {
        return List.of(
                State.empty("none", "Nguyễn Tiến Lâm", "/desk/consultations"), State.filled("one", RECEIVER, it -> {
                    asked();
                    it.open("/desk/consultations");
                }));
    }

    private List<State> question() {
        return List.of(
                new State("open", RECEIVER, 200, this::opens),
                State.wrong("nothing answered", RECEIVER, it -> {
                    opens(it);
                    it.press("#answer .button");
                }),
                new State("answered", RECEIVER, 200, it -> {
                    opens(it);
                    it.press("#stance-AGREE").type("text", "Đã xem bản chính").press("#answer .button");
                }),
                at("not there", RECEIVER, 404, "/desk/consultations/" + PageTable.UNKNOWN));
    }

    private void opens(Person receiver) {
        asked();
        receiver.open("/desk/consultations").press("tbody a");
    }

    private void asked() {
        try (var specialist = new Person(address, 1280, true).as(SPECIALIST)) {
            ask(specialist, fresh());
        }
    }

    private String fresh() {
        return "/desk/dossiers/" + taVan.birth(QUAN).received().ref.id() + "/consultations";
    }

    private static void ask(Person specialist, String page) {
        specialist.open(page).type("question", "Bản chính giấy chứng sinh có khớp không?");
        var oneStop = specialist
                .page()
                .locator("#unit-0 option")
                .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText(ONE_STOP))
                .first()
                .getAttribute("value");
        specialist.page().selectOption("#unit-0", oneStop);
        specialist.press("#ask .choice input").press("#ask .button");
    }
}
