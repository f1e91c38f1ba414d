package vn.motcua.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.motcua.filing.SignatureRounds;
import vn.motcua.sandbox.SandboxSigning;
import vn.motcua.support.PdfText;
import vn.motcua.support.Person;
import vn.motcua.support.TestClock;
import vn.motcua.support.WholeProgram;

/** A mother signs her declaration with her own certificate at a remote signing service, on her telephone, before she files it. */
@WholeProgram
class SignedDeclarationWalkTest {

    private static final String MOTHER = "Lê Thị Ngọc Ánh";
    private static final String NUMBER = "048191999006";
    private static final String SIGN = "button[name=provider]";
    private static final String AT_THE_PROVIDER = "/sandbox/csc/v1/oauth2/authorize";

    private final SandboxSigning service;
    private final SignatureRounds rounds;
    private final TestClock clock;
    private final String address;

    @Autowired
    SignedDeclarationWalkTest(
            SandboxSigning service, SignatureRounds rounds, TestClock clock, @LocalServerPort int port) {
        this.service = service;
        this.rounds = rounds;
        this.clock = clock;
        this.address = "http://localhost:" + port;
    }

    @ParameterizedTest(name = "JavaScript: {0}")
    @ValueSource(booleans = {true, false})
    void aDeclarationIsSignedBeforeItIsFiled(boolean script) {
        clock.set("2026-11-23T08:10");
        try (var mother = new Person(address, 360, script).as(MOTHER);
                var stranger = new Person(address, 360, script).as("Nguyễn Văn Quân");
                var receiver = new Person(address, 1280, script).as("Nguyễn Thị Mai Thủy")) {
            var back = new AtomicReference<>("");
            mother.page().onRequest(it -> {
                if (it.url().contains("/signing/back/")) {
                    back.set(it.url());
                }
            });
            var review = toTheReview(mother);
            notBeforeItIsComplete(mother);
            noCertificateButHerOwn(mother);
            sheMayStop(mother, review);
            theServiceMayFallSilent(mother, review);
            tooLate(mother, review);
            changedMeanwhile(mother, review);
            signs(mother, review);
            asOftenAsSheComesBack(mother, stranger, review, back.get());
            changedAfterwards(mother, review);
            signs(mother, review);
            rounds.go();
            mother.open(review);
            assertThat(mother.reads()).contains("Chữ ký số hợp lệ", "Dấu thời gian: ");
            var signed = mother.bytes(review.replace("/review", "/signed"));
            assertThat(PdfText.of(signed)).contains(BirthForm.CHILD, "(Ký số)");

            mother.next();
            var code = mother.page().textContent(".big-code").replace(" ", "");
            rounds.go();
            sheFindsItAgain(mother, code, signed);
            stranger.open("/my/" + code + "/papers/signed-declaration");
            assertThat(stranger.status()).isEqualTo(404);
            theOfficerReadsIt(receiver, signed);

            assertThat(mother.complaints()).isEmpty();
            assertThat(receiver.complaints()).isEmpty();
        }
    }

    private static String toTheReview(Person mother) {
        mother.open("/procedures/" + BirthForm.CODE + "/start").press("form.form-actions .button");
        var draft = mother.path().replaceFirst("/case$", "");
        new BirthForm(mother).toTheReview(0, "DIGITAL");
        assertThat(mother.reads()).contains("Ký số tờ khai (không bắt buộc)", "Ký số tại Ký số thử nghiệm");
        return draft + "/review";
    }

    private static void notBeforeItIsComplete(Person mother) {
        mother.press(SIGN);
        assertThat(mother.status()).as("she has not declared that it is true").isEqualTo(422);
        mother.page().check("[id='commit.agree']");
    }

    private void noCertificateButHerOwn(Person mother) {
        service.certify(NUMBER, MOTHER, "PNOVN-048099999999");
        mother.press(SIGN);
        assertThat(mother.reads()).contains("Chứng thư ghi số định danh của người khác");
        assertThat(mother.page().isChecked("[id='commit.agree']"))
                .as("nothing is lost")
                .isTrue();
        service.certify(NUMBER, MOTHER, "");
        mother.press(SIGN);
        assertThat(mother.reads()).contains("Chứng thư không ghi số định danh cá nhân");
        service.certify(NUMBER, MOTHER, "PNOVN-" + NUMBER);
    }

    private static void toTheProvider(Person mother) {
        mother.press(SIGN);
        assertThat(mother.reads()).contains("Bạn đọc và cho phép ký ở trang của nơi cung cấp chữ ký số");
        mother.press("main a.button");
        assertThat(mother.path())
                .startsWith(AT_THE_PROVIDER)
                .contains("scope=credential", "numSignatures=1", "hash=", "code_challenge_method=S256");
        assertThat(mother.reads()).contains("Nơi ký số thử nghiệm", NUMBER);
    }

    private static void sheMayStop(Person mother, String review) {
        toTheProvider(mother);
        mother.press("button[value=refuse]");
        assertThat(mother.path()).startsWith(review);
        assertThat(mother.reads()).contains("Bạn đã không ký", BirthForm.CHILD);
    }

    private static void theServiceMayFallSilent(Person mother, String review) {
        toTheProvider(mother);
        mother.press("button[value=silent]");
        assertThat(mother.path()).startsWith(review);
        assertThat(mother.reads()).contains("Nơi ký số lúc này không trả lời", "nộp không cần chữ ký số");
    }

    private void tooLate(Person mother, String review) {
        toTheProvider(mother);
        clock.set("2026-11-23T08:26");
        mother.press("button[value=sign]");
        assertThat(mother.path()).startsWith(review);
        assertThat(mother.reads()).contains("Bạn trở lại quá lâu");
    }

    private static void changedMeanwhile(Person mother, String review) {
        toTheProvider(mother);
        var provider = mother.path();
        mother.open(review.replace("/review", "/form/father?from=review"))
                .type("father.fullName", "Trần Minh Khôi An")
                .next();
        mother.open(provider).press("button[value=sign]");
        assertThat(mother.path()).startsWith(review);
        assertThat(mother.reads()).contains("Tờ khai đã đổi trong lúc bạn ký");
    }

    private static void signs(Person mother, String review) {
        toTheProvider(mother);
        mother.press("button[value=sign]");
        assertThat(mother.path()).isEqualTo(review + "#sign");
        assertThat(mother.reads()).contains("Bạn đã ký tờ khai này lúc", "tại Ký số thử nghiệm");
        assertThat(mother.page().locator(SIGN).count()).isZero();
    }

    private void asOftenAsSheComesBack(Person mother, Person stranger, String review, String back) {
        assertThat(back).contains("code=", "state=");
        mother.page().navigate(back);
        assertThat(mother.path()).startsWith(review);
        assertThat(mother.reads()).contains("Bạn đã ký tờ khai này lúc");
        mother.page().navigate(back.replaceFirst("state=.*", "state=khong-co"));
        assertThat(mother.status()).isEqualTo(409);
        assertThat(mother.reads()).contains("Không có lần ký nào đang chờ ở trình duyệt này");
        stranger.page().navigate(back);
        assertThat(stranger.status()).as("the state is of her session alone").isEqualTo(409);
        stranger.open(review.replace("/review", "/signed"));
        assertThat(stranger.status()).isEqualTo(404);
    }

    private static void changedAfterwards(Person mother, String review) {
        mother.open(review.replace("/review", "/form/father?from=review"))
                .type("father.fullName", "Trần Minh Khôi Nguyên")
                .next();
        assertThat(mother.path()).startsWith(review);
        assertThat(mother.reads())
                .contains("Tờ khai đã đổi sau khi ký", "xin ký lại")
                .doesNotContain("Bạn đã ký tờ khai này lúc");
    }

    private static void sheFindsItAgain(Person mother, String code, byte[] signed) {
        mother.open("/my/" + code).unfold("a[href$='/papers/signed-declaration']");
        assertThat(mother.reads()).contains("Tờ khai đã ký số khi nộp", "Chữ ký số hợp lệ", MOTHER);
        assertThat(mother.bytes("/my/" + code + "/papers/signed-declaration")).isEqualTo(signed);
        assertThat(PdfText.of(mother.bytes("/my/" + code + "/declaration")))
                .contains("Đã ký số khi nộp", "Kiểm tra chữ ký: Chữ ký số hợp lệ");
        mother.open("/my/data");
        assertThat(names(mother.download("form[action$='/my/data/file'] button")))
                .anyMatch(it -> it.startsWith("papers/") && it.endsWith("/to-khai-da-ky.pdf"));
    }

    private static List<String> names(byte[] zip) {
        var names = new ArrayList<String>();
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                names.add(entry.getName());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return names;
    }

    private static void theOfficerReadsIt(Person receiver, byte[] signed) {
        receiver.open("/desk?show=intake");
        receiver.press("tr:has-text('" + MOTHER + "') a[href*='/desk/dossiers/'] >> nth=-1");
        assertThat(receiver.reads())
                .contains("Tờ khai đã ký số khi nộp", "Chữ ký số hợp lệ", MOTHER + " ký tại Ký số thử nghiệm");
        assertThat(receiver.bytes(receiver.path() + "/papers/signed-declaration"))
                .isEqualTo(signed);
        assertThat(PdfText.of(receiver.bytes(receiver.path() + "/print/declaration")))
                .contains("Đã ký số khi nộp");
    }
}
