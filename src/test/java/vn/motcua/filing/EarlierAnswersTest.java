package vn.motcua.filing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.motcua.dossier.HandOver;
import vn.motcua.filing.Sending.Outcome;
import vn.motcua.form.Field;
import vn.motcua.identity.SignedIn;
import vn.motcua.shared.Ids;
import vn.motcua.shared.Language;
import vn.motcua.shared.VietnamTime;
import vn.motcua.support.HtmlCheck;
import vn.motcua.support.TestClock;
import vn.motcua.support.WholeProgram;

/** Lý Thị Mẩy has registered a birth and now asks for an extract: what she answered then is offered, and nothing else happens. */
@WholeProgram
class EarlierAnswersTest {

    private static final String EXTRACT = "2.000635";
    private static final String EMAIL = "requester.email";

    private final DraftDesk desk;
    private final Sending sending;
    private final EarlierAnswers earlier;
    private final Cast cast;
    private final TestClock clock;
    private final int port;
    private String address = "";
    private DraftId draft = DraftId.next();

    @Autowired
    EarlierAnswersTest(
            DraftDesk desk,
            Sending sending,
            EarlierAnswers earlier,
            Cast cast,
            TestClock clock,
            @LocalServerPort int port) {
        this.desk = desk;
        this.sending = sending;
        this.earlier = earlier;
        this.cast = cast;
        this.clock = clock;
        this.port = port;
    }

    @AfterEach
    void theDraftGoesAndTheClockGoesBack() {
        discard(cast.may(), draft);
        clock.set("2026-11-23T08:00");
    }

    @BeforeEach
    void aBirthWasRegisteredAndAnExtractIsAskedFor() {
        // After what other tests let her file, for the latest filings count
        clock.set("2026-12-14T08:00");
        var may = cast.may();
        // Each test another address, for the tests share what was filed
        address = "may." + Ids.next().toString().substring(24) + "@example.org";
        var birth = in(may, () -> desk.start(may, Birth.CODE));
        Birth.pages().forEach((section, answers) -> in(may, () -> desk.answer(may, birth, section, answers)));
        in(may, () -> desk.answer(may, birth, "requester", Birth.form(EMAIL, address)));
        in(may, () -> desk.answer(may, birth, "mother", Birth.form("mother.ethnicity", "08")));
        in(may, () -> desk.addPaper(may, birth, "giay-chung-sinh", cast.file(may, "giay-chung-sinh.png")));
        in(may, () -> desk.receive(may, birth, new Delivery(HandOver.How.DIGITAL, "")));
        assertThat(sending.file(may, birth, Ids.next(), Birth.declaration())).isInstanceOf(Outcome.Done.class);
        draft = in(may, () -> desk.start(may, EXTRACT));
    }

    @Test
    void itIsOfferedWithItsSourceAndDayAndNotFilledIn() {
        var may = cast.may();
        var offer = in(may, () -> earlier.of(may, open(may), "requester")).getFirst();

        var page = caller(may).get(page()).body();

        assertThat(page)
                .contains(
                        address,
                        "“" + offer.revision().shortName(Language.VI) + "”, nộp ngày "
                                + VietnamTime.day(VietnamTime.dayOf(offer.filedAt())),
                        "Điền các câu trả lời này");
        assertThat(HtmlCheck.errors(page)).isEmpty();
        assertThat(open(may).draft().answers()).doesNotContainKey(EMAIL);
    }

    @Test
    void itIsFilledInOnHerWordAndOnlyWhatIsOpen() {
        var may = cast.may();
        var offer = in(may, () -> earlier.of(may, open(may), "requester")).getFirst();
        assertThat(offer.answers().values()).contains(address);
        in(may, () -> desk.answer(may, draft, "requester", Birth.form("requester.phone", "0987654321")));

        var answer = caller(may)
                .post(
                        "/drafts/" + draft + "/earlier",
                        page(),
                        Map.of("section", "requester", "from", offer.dossier().toString()));

        assertThat(Caller.location(answer)).endsWith("/form/requester?taken=1");
        assertThat(open(may).draft().answers())
                .containsEntry(EMAIL, address)
                .containsEntry("requester.phone", "0987654321");
        assertThat(in(may, () -> earlier.of(may, open(may), "requester"))).isEmpty();
    }

    @Test
    void whatSheHasTypedHerselfStaysAndNothingIsOffered() {
        var may = cast.may();
        in(may, () -> desk.answer(may, draft, "requester", Birth.form(EMAIL, "khac@example.org")));
        assertThat(in(may, () -> earlier.of(may, open(may), "requester"))).isEmpty();
        assertThat(in(
                        may,
                        () -> earlier.take(may, draft, "requester", Ids.next().toString())))
                .isZero();
        assertThat(open(may).draft().answers()).containsEntry(EMAIL, "khac@example.org");
    }

    @Test
    void whatIsSensitiveIsNotOffered() {
        var may = cast.may();
        var next = in(may, () -> desk.start(may, Birth.CODE));
        var offered = in(may, () -> earlier.of(may, desk.open(may, next), "mother")).stream()
                .flatMap(it -> it.answers().keySet().stream())
                .map(Field::id)
                .toList();
        assertThat(offered).contains("mother.fullName").doesNotContain("mother.ethnicity");
        discard(may, next);
    }

    @Test
    void nobodyElseIsOfferedIt() {
        var sinh = cast.sinh();
        var theirs = in(sinh, () -> desk.start(sinh, EXTRACT));
        var offered = in(sinh, () -> earlier.of(sinh, desk.open(sinh, theirs), "requester"));
        assertThat(offered).allSatisfy(it -> assertThat(it.answers().values()).doesNotContain(address));
        var officer = cast.named("Trần Thu Hà");
        assertThat(in(officer, () -> earlier.of(officer, open(cast.may()), "requester")))
                .isEqualTo(List.of());
        discard(sinh, theirs);
    }

    private void discard(SignedIn who, DraftId id) {
        who.scope().run(() -> desk.discard(who, id));
    }

    private String page() {
        return "/drafts/" + draft + "/form/requester";
    }

    private Case open(SignedIn who) {
        return in(who, () -> desk.open(who, draft));
    }

    private Caller caller(SignedIn who) {
        return new Caller(port, who);
    }

    private static <T> T in(SignedIn who, Supplier<T> work) {
        return who.scope().call(work);
    }
}
