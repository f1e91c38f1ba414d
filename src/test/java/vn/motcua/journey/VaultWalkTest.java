package vn.motcua.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.motcua.dossier.HandOver;
import vn.motcua.filing.Delivery;
import vn.motcua.filing.DraftDesk;
import vn.motcua.filing.DraftId;
import vn.motcua.identity.SignedIn;
import vn.motcua.support.Person;
import vn.motcua.support.TaVan;
import vn.motcua.support.TaVan.Life;
import vn.motcua.support.TestClock;
import vn.motcua.support.WholeProgram;

/** A mother gets a birth certificate and asks for an allowance with it: nobody asks her for the certificate. */
@WholeProgram
class VaultWalkTest {

    private static final String OWNER = "Lý Thị Mẩy";

    private final TaVan taVan;
    private final DraftDesk drafts;
    private final TestClock clock;
    private final String address;

    @Autowired
    VaultWalkTest(TaVan taVan, DraftDesk drafts, TestClock clock, @LocalServerPort int port) {
        this.taVan = taVan;
        this.drafts = drafts;
        this.clock = clock;
        this.address = "http://localhost:" + port;
    }

    @ParameterizedTest(name = "JavaScript: {0}")
    @ValueSource(booleans = {true, false})
    void aResultIsReusedInTheNextProcedure(boolean script) {
        clock.set("2026-11-23T09:00");
        taVan.told();
        var number = TaVan.unused();
        var birth = taVan.birth(OWNER, HandOver.How.DIGITAL, 0)
                .received()
                .appraised()
                .approved()
                .resultIssued(number);
        taVan.told();
        try (var owner = new Person(address, 360, script).as(OWNER);
                var receiver = new Person(address, 1280, script).as("Trần Thu Hà");
                var stranger = new Person(address, 360, script).as("Nguyễn Văn Quân")) {
            var entry = findsItInTheVault(owner, birth, number);
            var draft = begins(birth.who);
            takesItFromTheVault(owner, draft, number);
            files(owner);
            receives(receiver, number);
            readsWhoUsedIt(owner, entry);
            stranger.open(entry);
            assertThat(stranger.status()).isEqualTo(404);
            try (var school = new Person(address, 360, script)) {
                sharesItForAWhile(owner, school, entry, birth);
                assertThat(school.complaints()).isEmpty();
            }
            assertThat(owner.complaints()).isEmpty();
            assertThat(receiver.complaints()).isEmpty();
        }
    }

    /** The path of the entry. */
    private static String findsItInTheVault(Person owner, Life birth, String number) {
        owner.open("/my").press("a[href='/my/vault']");
        assertThat(owner.reads())
                .contains("Giấy khai sinh", "Số " + number, "Ủy ban nhân dân xã Tả Van", "Đang có hiệu lực");
        owner.press("li:has-text('" + number + "') a");
        assertThat(owner.reads()).contains("Giàng Thị Mỵ", "Tệp có chữ ký số", "Chưa ai dùng giấy này");
        assertThat(owner.download("a[href$='/file']")).isEqualTo(birth.signedFile());
        return owner.path();
    }

    /** An application for an allowance with everything but its papers. */
    private DraftId begins(SignedIn.Citizen who) {
        return who.scope().call(() -> {
            var id = drafts.start(who, "1.001776");
            drafts.answer(who, id, "questions", form("forSelf", "true", "pregnant", "false"));
            drafts.answer(who, id, "subject", subject(who, id));
            drafts.answer(who, id, "pay", form("pay.method", "CASH"));
            drafts.receive(who, id, new Delivery(HandOver.How.DIGITAL, ""));
            return id;
        });
    }

    /** What her account knows stays as it is. */
    private Map<String, List<String>> subject(SignedIn.Citizen who, DraftId id) {
        assertThat(drafts.open(who, id).draft().answers()).containsKey("s.citizenId");
        return form(
                "s.fullName", OWNER,
                "s.birthDate.day", "14",
                "s.birthDate.month", "3",
                "s.birthDate.year", "1998",
                "s.gender", "2",
                "s.ethnicity", "09",
                "s.citizenId", "010198999001",
                "s.residence.province", "15",
                "s.residence.ward", "03037",
                "s.residence.detail", "Thôn Tả Van Giáy 1",
                "s.group", "SINGLE_PARENT",
                "s.poorHousehold", "1");
    }

    private static void takesItFromTheVault(Person owner, DraftId draft, String number) {
        owner.open("/drafts/" + draft + "/papers");
        assertThat(owner.reads())
                .contains(
                        "Đã có trong kho của bạn",
                        "Giấy khai sinh số " + number + ", ngày 23/11/2026, do Ủy ban nhân dân xã Tả Van cấp");
        owner.press("form[action$='/papers/vault']:has-text('" + number + "') button");
        assertThat(owner.path()).contains("/drafts/" + draft + "/papers#paper-khai-sinh");
        assertThat(owner.reads()).contains("Lấy từ kho: Giấy khai sinh số " + number);
        owner.next();
        assertThat(owner.path()).as("nothing else is asked for").contains("/delivery");
    }

    private static void files(Person owner) {
        owner.next();
        assertThat(owner.path()).contains("/review");
        owner.page().check("[id='commit.agree']");
        owner.next();
        assertThat(owner.path()).contains("/filings/");
    }

    private static void receives(Person receiver, String number) {
        receiver.open("/desk?show=intake");
        var filed = "tr:has-text('Trợ cấp xã hội hàng tháng'):has-text('" + OWNER + "') a[href*='/desk/dossiers/']";
        receiver.press(filed + " >> nth=-1");
        assertThat(receiver.reads())
                .contains("Dùng lại từ kho: Giấy khai sinh số " + number + ", ngày 23/11/2026")
                .contains("Không phải hỏi: dữ liệu đã có");
    }

    private void readsWhoUsedIt(Person owner, String entry) {
        taVan.told();
        owner.open(entry);
        assertThat(owner.reads())
                .contains("Dùng lại trong hồ sơ Trợ cấp xã hội hàng tháng, nộp tại")
                .contains(OWNER + " tải tệp");
    }

    private static void sharesItForAWhile(Person owner, Person school, String entry, Life birth) {
        owner.open(entry).press("#share .button");
        assertThat(owner.reads()).contains("Hãy ghi bạn chia sẻ cho ai");
        owner.type("note", "Trường mầm non").press("#share .button");
        var link = owner.page().locator("a[href*='/shared/']").first().getAttribute("href");
        var path = link.replaceFirst("^https?://[^/]+", "");
        school.open(path);
        assertThat(school.reads()).contains("Giấy khai sinh", "Ủy ban nhân dân xã Tả Van", "Liên kết mở đến");
        assertThat(school.download("a[href$='/file']")).isEqualTo(birth.signedFile());
        owner.open(entry);
        assertThat(owner.reads())
                .contains("Người có liên kết đã xem: Trường mầm non")
                .contains("Người có liên kết đã tải tệp: Trường mầm non");
        owner.press("form[action*='/shares/'] button");
        assertThat(owner.reads()).contains("đã thu hồi lúc");
        school.open(path);
        assertThat(school.status()).isEqualTo(404);
    }

    private static Map<String, List<String>> form(String... namesAndValues) {
        var form = new java.util.LinkedHashMap<String, List<String>>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            form.put(namesAndValues[i], List.of(namesAndValues[i + 1]));
        }
        return form;
    }
}
