package vn.motcua.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.util.unit.DataSize;
import vn.motcua.database.DataFolder;
import vn.motcua.shared.Language;
import vn.motcua.shared.Messages;
import vn.motcua.shared.Refused;
import vn.motcua.shared.Scope;
import vn.motcua.shared.TenantId;
import vn.motcua.support.Postgres;

@ApplicationModuleTest
@Import(Postgres.class)
class UploadsTest {

    private static final Scope MOTHER = new Scope(new TenantId(15), Optional.of(new UUID(0, 7)));

    private final Uploads uploads;
    private final StoredFiles files;
    private final FileStore store;
    private final Incoming incoming;
    private final Messages messages;
    private final Path folder;

    @Autowired
    UploadsTest(
            Uploads uploads,
            StoredFiles files,
            FileStore store,
            Incoming incoming,
            Messages messages,
            DataFolder folder) {
        this.uploads = uploads;
        this.files = files;
        this.store = store;
        this.incoming = incoming;
        this.messages = messages;
        this.folder = folder.folder("files");
    }

    @Test
    void aPdfIsKeptByteForByte() throws IOException {
        var pdf = HostileFiles.pdf(3);
        var file = accept(pdf, "Giấy chứng sinh.pdf");

        assertThat(file.kind()).isEqualTo(FileKind.PDF);
        assertThat(file.size()).isEqualTo(pdf.length);
        assertThat(file.virusChecked()).isFalse();
        assertThat(file.uploadedBy()).isEqualTo(MOTHER.account());
        try (var kept = store.open(file.id())) {
            assertThat(kept).hasBinaryContent(pdf);
        }
        var row = MOTHER.call(() -> files.get(file.id()));
        assertThat(row.name()).isEqualTo("Giấy chứng sinh.pdf");
        assertThat(row.size()).isEqualTo(pdf.length);
    }

    @Test
    void theSameFileAgainIsTheSameFile() {
        var pdf = HostileFiles.pdf(2);
        var first = accept(pdf, "một.pdf");
        var again = accept(pdf, "hai.pdf");

        assertThat(again.id()).isEqualTo(first.id());
        assertThat(again.name()).isEqualTo("hai.pdf");
        assertThat(MOTHER.call(() -> files.get(first.id())).name()).isEqualTo("một.pdf");
    }

    @Test
    void aFileOfAnotherTenantIsNotThere() {
        var file = accept(HostileFiles.pdf(1), "a.pdf");
        var elsewhere = Scope.of(new TenantId(48));

        assertThat(elsewhere.call(() -> files.find(file.id()))).isEmpty();
        elsewhere.run(() -> files.adopt(file));
        assertThat(elsewhere.call(() -> files.get(file.id())).name()).isEqualTo("a.pdf");
    }

    @Test
    void aProgramNamedPdfIsCalledAProgram() {
        var refused = refusal(HostileFiles.exe(), "giay-khai-sinh.pdf");
        assertThat(refused.code()).isEqualTo(DocumentRefusal.FILE_TYPE_NOT_ALLOWED);
        assertThat(messages.say(Language.VI, refused))
                .startsWith("Tệp này là chương trình chạy (exe), không phải PDF hay ảnh.");
        assertThat(messages.say(Language.EN, refused)).startsWith("This file is a program (exe)");
    }

    @Test
    void everythingElseIsCalledByItsName() throws IOException {
        assertThat(said(HostileFiles.webPageThatIsAlsoPdf())).contains("trang web (html)");
        assertThat(said(HostileFiles.zipBomb())).contains("tệp nén");
        assertThat(said("<svg xmlns=\"http://www.w3.org/2000/svg\"/>")).contains("ảnh kiểu SVG");
        assertThat(said("GIF89a" + "\0".repeat(20))).contains("ảnh kiểu GIF");
        assertThat(said("Kính gửi Ủy ban nhân dân xã")).contains("văn bản thuần");
        assertThat(said("#!/bin/sh\nrm -rf /\n")).contains("chương trình hoặc tập lệnh");
    }

    @Test
    void nothingIsNotAFile() {
        assertThat(refusal(new byte[0], "a.pdf").code()).isEqualTo(DocumentRefusal.FILE_EMPTY);
    }

    @Test
    void aFileOverTheLimitIsToldItsSizeAndTheLimit() {
        var limits = uploads.usualLimits().withSize(DataSize.ofKilobytes(512));
        var refused = catchThrowableOfType(
                Refused.class, () -> uploads.accept(stream(new byte[1 << 20]), "a.pdf", limits, MOTHER));
        assertThat(messages.say(Language.VI, refused)).contains("nặng 1 MB", "0,5 MB");
    }

    @Test
    void anEndlessFileIsNotReadToItsEnd() {
        var endless = new LongStream(Long.MAX_VALUE);
        var refused = catchThrowableOfType(
                Refused.class, () -> uploads.accept(endless, "a.pdf", uploads.usualLimits(), MOTHER));
        assertThat(messages.say(Language.VI, refused)).contains("nặng hơn 40");
        assertThat(endless.alreadyRead()).isLessThan(60 << 20);
    }

    @Test
    void aPdfMustBeOpenAndWhole() {
        assertThat(refusal(HostileFiles.pdfUnderPassword("bi-mat")).code()).isEqualTo(DocumentRefusal.PDF_ENCRYPTED);
        assertThat(refusal(HostileFiles.pdfUnderPassword("")).code()).isEqualTo(DocumentRefusal.PDF_ENCRYPTED);
        var whole = HostileFiles.pdf(5);
        assertThat(refusal(java.util.Arrays.copyOf(whole, whole.length * 2 / 3)).code())
                .isEqualTo(DocumentRefusal.FILE_BROKEN);
        assertThat(refusal("%PDF-1.7\nnothing\n%%EOF".getBytes(StandardCharsets.US_ASCII))
                        .code())
                .isEqualTo(DocumentRefusal.FILE_BROKEN);
    }

    @Test
    void aPdfMustNotRunAnythingNorCarryFiles() {
        assertThat(refusal(HostileFiles.pdfWithScript()).code()).isEqualTo(DocumentRefusal.PDF_HAS_SCRIPT);
        assertThat(refusal(HostileFiles.pdfThatLaunches()).code()).isEqualTo(DocumentRefusal.PDF_HAS_SCRIPT);
        assertThat(refusal(HostileFiles.pdfWithXfa()).code()).isEqualTo(DocumentRefusal.PDF_HAS_SCRIPT);
        assertThat(refusal(HostileFiles.pdfWithFileInside()).code()).isEqualTo(DocumentRefusal.PDF_HAS_FILES);
    }

    @Test
    void aPdfHasAsManyPagesAsAllowed() {
        var refused = refusal(HostileFiles.pdf(301));
        assertThat(messages.say(Language.VI, refused)).contains("301 trang", "300 trang");
        assertThat(accept(HostileFiles.pdf(300), "a.pdf").size()).isPositive();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ObjStm", "XRef", "Obj#53tm"})
    void aPdfThatUnpacksToHundredsOfMegabytesIsNotUnpacked(String type) {
        assertThat(refusal(HostileFiles.pdfBomb(type)).code()).isEqualTo(DocumentRefusal.PDF_TOO_COMPLEX);
    }

    @Test
    void anImageOfTooManyPixelsIsRefusedByItsHeader() {
        var refused = refusal(HostileFiles.pixelFlood(), "a.png");
        assertThat(messages.say(Language.VI, refused)).contains("50.000 × 50.000", "60 triệu");
        assertThat(refusal(HostileFiles.heic(40_000, 30_000)).code()).isEqualTo(DocumentRefusal.IMAGE_TOO_LARGE);
    }

    @Test
    void aPhotographForgetsWhereItWasTakenAndRemembersWhichSideIsUp() throws IOException {
        var file = accept(HostileFiles.photographWithPlace(), "IMG_0001.JPG");
        try (var kept = store.open(file.id())) {
            var bytes = kept.readAllBytes();
            var text = new String(bytes, StandardCharsets.ISO_8859_1);
            assertThat(text).doesNotContain("GPS").doesNotContain("<script>").contains("Exif");
            assertThat(ByteBuffer.wrap(bytes).getShort(text.indexOf("Exif") + 6 + 18))
                    .isEqualTo((short) 6);
            var picture = ImageIO.read(new ByteArrayInputStream(bytes));
            var original = ImageIO.read(new ByteArrayInputStream(HostileFiles.image("jpg", 64, 48)));
            assertThat(near(picture.getRGB(3, 5), original.getRGB(3, 5))).isTrue();
        }
        assertThat(file.name()).isEqualTo("IMG_0001.jpg");
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg"})
    void anImageIsDrawnAnewWithoutWhatHidesInIt(String format) throws IOException {
        var image = HostileFiles.image(format, 40, 30);
        var file = accept(java.util.Arrays.copyOf(image, image.length + 500), "anh." + format);
        try (var kept = store.open(file.id())) {
            var bytes = kept.readAllBytes();
            var picture = ImageIO.read(new ByteArrayInputStream(bytes));
            assertThat(new int[] {picture.getWidth(), picture.getHeight()}).containsExactly(40, 30);
            assertThat(near(
                            picture.getRGB(7, 9),
                            ImageIO.read(new ByteArrayInputStream(image)).getRGB(7, 9)))
                    .isTrue();
            assertThat(bytes).hasSizeLessThan(image.length + 400);
        }
        assertThat(accept(image, "anh." + format).id()).isEqualTo(file.id());
    }

    @Test
    void profileAndResolutionGoOverAndThePixelsAreNotConverted() throws IOException {
        var profiled = HostileFiles.photographWithProfile();
        var file = accept(profiled, "anh.jpg");
        try (var kept = store.open(file.id())) {
            var text = new String(kept.readAllBytes(), StandardCharsets.ISO_8859_1);
            assertThat(text).contains("ICC_PROFILE").contains("JFIF\0\1\2\1\1\54\1\54");
        }
    }

    @Test
    void theColoursOfPrintingPressesAreRefusedByName() {
        assertThat(refusal(HostileFiles.photographForPresses()).code()).isEqualTo(DocumentRefusal.IMAGE_FOR_PRESSES);
    }

    @Test
    void aPictureThatOnlyLooksLikeOneIsRefused() {
        assertThat(refusal(HostileFiles.pngOfNothing()).code()).isEqualTo(DocumentRefusal.FILE_BROKEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg"})
    void halfAnImageIsNotAnImage(String format) {
        var whole = HostileFiles.image(format, 100, 100);
        assertThat(refusal(java.util.Arrays.copyOf(whole, whole.length / 2)).code())
                .isEqualTo(DocumentRefusal.FILE_BROKEN);
    }

    @Test
    void aPhotographOfAnAppleTelephoneForgetsWhereItWasTaken() throws IOException {
        var heic = HostileFiles.heicWithPlace();
        assertThat(new String(heic, StandardCharsets.ISO_8859_1)).contains("GPS");

        var file = accept(heic, "IMG_2.HEIC");

        try (var kept = store.open(file.id())) {
            var text = new String(kept.readAllBytes(), StandardCharsets.ISO_8859_1);
            assertThat(text).hasSize(heic.length).contains("picture of a paper", "hvc1");
            assertThat(text).doesNotContain("GPS").doesNotContain("xmpmeta").doesNotContain("another program");
        }
    }

    @Test
    void placesThatLeadOutOfAPhotographAreRefused() {
        var heic = HostileFiles.heicWithPlace();
        var text = new String(heic, StandardCharsets.ISO_8859_1);
        var iloc = text.indexOf("iloc");
        ByteBuffer.wrap(heic).putInt(iloc + 4 + 8 + 14 + 10, Integer.MAX_VALUE);

        assertThat(refusal(heic).code()).isEqualTo(DocumentRefusal.FILE_BROKEN);
    }

    @Test
    void aPhotographOfAnAppleTelephoneIsOtherwiseKeptAsItIs() {
        var heic = HostileFiles.heic(4032, 3024);
        assertThat(accept(heic, "IMG_1.HEIC").size()).isEqualTo(heic.length);
        assertThat(refusal(java.util.Arrays.copyOf(heic, heic.length - 4)).code())
                .isEqualTo(DocumentRefusal.FILE_BROKEN);
    }

    @Test
    void aVirusIsRefusedAndASilentCheckTakesNothing() throws IOException {
        try (var clamd = new FakeClamd(_ -> "stream: Eicar FOUND")) {
            assertThatThrownBy(() -> checkedBy(clamd).accept(pdf(), "a.pdf", uploads.usualLimits(), MOTHER))
                    .extracting(it -> ((Refused) it).code())
                    .isEqualTo(DocumentRefusal.FILE_INFECTED);
            clamd.fallSilent();
            assertThatThrownBy(() -> checkedBy(clamd).accept(pdf(), "a.pdf", uploads.usualLimits(), MOTHER))
                    .extracting(it -> ((Refused) it).code())
                    .isEqualTo(DocumentRefusal.FILE_NOT_CHECKED);
        }
        try (var clamd = new FakeClamd(_ -> "stream: OK")) {
            assertThat(checkedBy(clamd)
                            .accept(pdf(), "a.pdf", uploads.usualLimits(), MOTHER)
                            .virusChecked())
                    .isTrue();
        }
    }

    @Test
    void nothingIsLeftOfWhatWasRefused() throws IOException {
        refusal(HostileFiles.pdfWithScript());
        refusal(HostileFiles.exe(), "a.pdf");
        try (var left = Files.list(folder.resolve("incoming"))) {
            assertThat(left).isEmpty();
        }
    }

    private Uploads checkedBy(FakeClamd clamd) {
        var at = Instant.parse("2026-11-23T01:00:00Z");
        return new Uploads(
                incoming,
                store,
                files,
                Clamd.at("127.0.0.1:" + clamd.port()),
                Clock.fixed(at, ZoneOffset.UTC),
                uploads.usualLimits());
    }

    private StoredFile accept(byte[] content, String name) {
        return uploads.accept(stream(content), name, uploads.usualLimits(), MOTHER);
    }

    private static boolean near(int one, int other) {
        var apart = 0;
        for (var shift = 0; shift < 24; shift += 8) {
            apart = Math.max(apart, Math.abs(((one >> shift) & 0xFF) - ((other >> shift) & 0xFF)));
        }
        return apart < 48;
    }

    private Refused refusal(byte[] content) {
        return refusal(content, "a.pdf");
    }

    private Refused refusal(byte[] content, String name) {
        return catchThrowableOfType(Refused.class, () -> accept(content, name));
    }

    private String said(byte[] content) {
        return messages.say(Language.VI, refusal(content));
    }

    private String said(String content) {
        return said(content.getBytes(StandardCharsets.UTF_8));
    }

    private static InputStream pdf() {
        return stream(HostileFiles.pdf(4));
    }

    private static InputStream stream(byte[] content) {
        return new ByteArrayInputStream(content);
    }
}
