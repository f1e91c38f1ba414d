package vn.motcua.filing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.motcua.dossier.HandOver;
import vn.motcua.filing.Sending.Outcome;
import vn.motcua.identity.SignedIn;
import vn.motcua.shared.Ids;
import vn.motcua.support.SamplePaper;
import vn.motcua.support.WholeProgram;

/** A question of the form that asks for a file, in a birth registration that asks for a picture of the child. */
@WholeProgram
class FormFileTest {

    private static final String PHOTO = "child.photo";
    private static final byte[] PROGRAM = {'M', 'Z', 0, 1, 2, 3};

    private final DraftDesk desk;
    private final Sending sending;
    private final Cast cast;
    private final int port;
    private DraftId id = DraftId.next();
    private String page = "";

    @Autowired
    FormFileTest(DraftDesk desk, Sending sending, Cast cast, @LocalServerPort int port) {
        this.desk = desk;
        this.sending = sending;
        this.cast = cast;
        this.port = port;
    }

    @BeforeEach
    void aDraftWhoseFormAsksForAPicture() {
        var may = cast.may();
        id = in(may, () -> desk.start(may, Birth.CODE));
        cast.askAlso(may, id, """
                      - id: child.photo
                        vi: Ảnh của trẻ
                        en: Picture of the child
                        kind: file
                        required: true
                        accept: image/png, image/jpeg
                        maxSizeKb: 200

                      - id: child.birthDate
                """);
        page = "/drafts/" + id + "/form/child";
    }

    @Test
    void aRefusedFileIsSaidAtItsQuestionAndWhatWasTypedStays() {
        var answer = post(child("Giàng Thị Mỵ"), "con.png", PROGRAM);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("id=\"child.photo-error\"")
                .contains("href=\"#child.photo\"")
                .contains("value=\"Giàng Thị Mỵ\"");
        assertThat(draft().draft().answers())
                .containsEntry("child.fullName", "Giàng Thị Mỵ")
                .doesNotContainKey(PHOTO);
    }

    @Test
    void aKindThatTheQuestionDoesNotTakeIsRefusedThere() {
        var answer = post(child("Giàng Thị Mỵ"), "con.pdf", pdf());

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("PNG, JPEG");
        assertThat(draft().draft().answers()).doesNotContainKey(PHOTO);
    }

    @Test
    void aFileStaysWhenAnotherAnswerIsWrong() {
        var answer = post(child("123"), "Con gái.png", SamplePaper.bytes());

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("Con gái.png").doesNotContain("id=\"child.photo-error\"");
        assertThat(draft().draft().papersFor(PHOTO))
                .singleElement()
                .satisfies(it -> assertThat(draft().draft().answers())
                        .containsEntry(PHOTO, it.file().sha256()));
        assertThat(caller().get("/drafts/" + id + "/papers/"
                                + draft().draft().papersFor(PHOTO).getFirst().id())
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void aFileCanBeTakenAwayAndIsMissingThen() {
        post(child("Giàng Thị Mỵ"), "con.png", SamplePaper.bytes());
        var form = child("Giàng Thị Mỵ");
        form.put("drop", PHOTO);
        var answer = post(form, "", new byte[0]);

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(draft().draft().papersFor(PHOTO)).isEmpty();
        assertThat(draft().problems("child")).anyMatch(it -> it.fieldId().equals(PHOTO));
    }

    @Test
    void theIdOfAnotherPersonsFileIsNoAnswer() {
        var sinh = cast.sinh();
        var theirs = cast.file(sinh, "của Sình.png");
        var form = child("Giàng Thị Mỵ");
        form.put(PHOTO, theirs.id().sha256());
        caller().post(page, page, form);

        assertThat(draft().draft().answers()).doesNotContainKey(PHOTO);
    }

    @Test
    void theFileGoesWithTheDossier() {
        var may = cast.may();
        Birth.pages().forEach((section, answers) -> in(may, () -> desk.answer(may, id, section, answers)));
        post(child("Giàng Thị Mỵ"), "con.png", SamplePaper.bytes());
        in(may, () -> desk.addPaper(may, id, "giay-chung-sinh", cast.file(may, "giay-chung-sinh.png")));
        in(may, () -> desk.receive(may, id, new Delivery(HandOver.How.DIGITAL, "")));

        var outcome = sending.file(may, id, Ids.next(), Birth.declaration());

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Done.class,
                        it -> assertThat(cast.select(
                                        it.filed().tenant(),
                                        may,
                                        "select document, name from dossier_paper where dossier = ? order by document",
                                        it.filed().dossier().value()))
                                .containsExactly(
                                        Map.of("document", PHOTO, "name", "con.png"),
                                        Map.of("document", "giay-chung-sinh", "name", "giay-chung-sinh.png")));
    }

    private static byte[] pdf() {
        try (var document = new PDDocument();
                var out = new ByteArrayOutputStream()) {
            document.addPage(new PDPage());
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HttpResponse<String> post(Map<String, String> form, String name, byte[] content) {
        return caller().upload(page, page, form, PHOTO, name, content);
    }

    private static Map<String, String> child(String name) {
        var form = new LinkedHashMap<String, String>();
        Birth.pages().getOrDefault("child", Map.of()).forEach((key, value) -> form.put(key, value.getFirst()));
        form.put("child.fullName", name);
        return form;
    }

    private Case draft() {
        var may = cast.may();
        return in(may, () -> desk.open(may, id));
    }

    private Caller caller() {
        return new Caller(port, cast.may());
    }

    private static <T> T in(SignedIn who, java.util.function.Supplier<T> work) {
        return who.scope().call(work);
    }
}
