package vn.motcua.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.signature.Workshop.COMMUNE;
import static vn.motcua.signature.Workshop.FROM;
import static vn.motcua.signature.Workshop.LEADER;
import static vn.motcua.signature.Workshop.NOW;
import static vn.motcua.signature.Workshop.UNTIL;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationSquare;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.motcua.document.SamplePapers;
import vn.motcua.shared.Language;
import vn.motcua.shared.Messages;

/** What somebody might do to a signed paper, or have done before it; each is found out and has its words. */
class PlantedFaultsTest {

    private static final byte[] PAPER = SamplePapers.resultToSign();

    @TempDir
    Path trust;

    private Workshop shop;
    private byte[] signed;

    @BeforeEach
    void sign() throws SignerAway {
        shop = new Workshop(trust);
        signed = shop.signing().sign(PAPER, LEADER, COMMUNE, NOW);
    }

    @Test
    void everyFindingAndVerdictHasItsWords() {
        var messages = new Messages();
        for (var language : Language.values()) {
            for (var it : Finding.values()) {
                assertThat(messages.say(language, it.key())).isNotBlank();
            }
            for (var it : Verdict.values()) {
                assertThat(messages.say(language, it.key())).isNotBlank();
            }
        }
    }

    @Test
    void whatIsNoPdfOrHasNoSignatureIsSaidSo() {
        found("xin chào".getBytes(StandardCharsets.UTF_8), Verdict.NOT_VALID, Finding.NOT_A_PDF);
        found("%PDF-1.7\nkhông phải".getBytes(StandardCharsets.UTF_8), Verdict.NOT_VALID, Finding.NOT_A_PDF);
        found(PAPER, Verdict.NOT_VALID, Finding.UNSIGNED);
    }

    @Test
    void oneFlippedByteInWhatWasSigned() {
        var altered = signed.clone();
        altered[PAPER.length / 2] ^= 1;

        found(altered, Verdict.NOT_VALID, Finding.ALTERED);
    }

    @Test
    void aFewWordsLaidOverIt() throws IOException {
        try (var document = Loader.loadPDF(signed);
                var out = new ByteArrayOutputStream()) {
            var page = document.getPage(0);
            try (var pen = new PDPageContentStream(document, page, AppendMode.APPEND, true)) {
                pen.addRect(100, 100, 200, 200);
                pen.fill();
            }
            page.getCOSObject().setNeedToBeUpdated(true);
            page.getResources().getCOSObject().setNeedToBeUpdated(true);
            document.saveIncremental(out);

            found(out.toByteArray(), Verdict.NOT_VALID, Finding.ADDED_TO);
        }
    }

    @Test
    void anAnnotationOverIt() throws IOException {
        try (var document = Loader.loadPDF(signed);
                var out = new ByteArrayOutputStream()) {
            var page = document.getPage(0);
            var square = new PDAnnotationSquare();
            square.setRectangle(new PDRectangle(100, 400, 200, 100));
            var all = new java.util.ArrayList<>(page.getAnnotations());
            all.add(square);
            page.setAnnotations(all);
            page.getCOSObject().setNeedToBeUpdated(true);
            document.saveIncremental(out);

            found(out.toByteArray(), Verdict.NOT_VALID, Finding.ADDED_TO);
        }
    }

    /** Another body for an object that was signed, in an update after it: readers show the other one. */
    @Test
    void aShadowedPage() {
        var text = new String(signed, StandardCharsets.ISO_8859_1);
        var page = java.util.regex.Pattern.compile("/Pages (\\d+) 0 R").matcher(text);
        assertThat(page.find()).isTrue();
        var startxref = java.util.regex.Pattern.compile("startxref\\s+(\\d+)")
                .matcher(text)
                .results()
                .reduce((_, last) -> last)
                .orElseThrow()
                .group(1);
        var at = text.length() + 1;
        var shadow = text + "\n" + page.group(1) + " 0 obj\n<< /Type /Pages /Count 0 /Kids [] >>\nendobj\n";
        var xref = shadow.length();
        shadow += "xref\n" + page.group(1) + " 1\n" + "%010d 00000 n \n".formatted(at) + "trailer\n<< /Size 9999 /Prev "
                + startxref + " /Root " + root(text) + " >>\nstartxref\n" + xref + "\n%%EOF\n";

        var file = shadow.getBytes(StandardCharsets.ISO_8859_1);
        found(file, Verdict.NOT_VALID, Finding.ADDED_TO);
        found(file, Verdict.NOT_VALID, Finding.DISGUISED);
    }

    private static String root(String pdf) {
        var root = java.util.regex.Pattern.compile("/Root (\\d+ \\d+ R)").matcher(pdf);
        assertThat(root.find()).isTrue();
        return root.group(1);
    }

    /** Something hidden in the gap that the signature leaves for itself. */
    @Test
    void aWrappedSignature() {
        var text = new String(signed, StandardCharsets.ISO_8859_1);
        var zeros = text.indexOf("0".repeat(600) + ">");
        assertThat(zeros).isPositive();
        var evil = ">/Reason(gia)/Evil<";
        var wrapped = text.substring(0, zeros + 100) + evil + text.substring(zeros + 100 + evil.length());

        found(wrapped.getBytes(StandardCharsets.ISO_8859_1), Verdict.NOT_VALID, Finding.DISGUISED);
    }

    @Test
    void bytesAfterTheLastSignature() {
        var more = java.util.Arrays.copyOf(signed, signed.length + 7);
        System.arraycopy("\n%hello".getBytes(StandardCharsets.US_ASCII), 0, more, signed.length, 7);

        found(more, Verdict.NOT_VALID, Finding.ADDED_TO);
    }

    @Test
    void aCertificateThatHadRunOut() throws SignerAway {
        shop.key(LEADER, shop.authority.issue(LEADER, FROM, NOW.minus(Duration.ofDays(30))));
        var late = shop.signing().sign(PAPER, LEADER, COMMUNE, NOW.minus(Duration.ofDays(31)));

        found(late, Verdict.INDETERMINATE, Finding.EXPIRED);
    }

    @Test
    void aChainToSomebodyElse() throws SignerAway {
        shop.key(LEADER, CertificateAuthority.make("CA lạ", FROM, UNTIL).issue(LEADER, FROM, UNTIL));

        found(shop.signing().sign(PAPER, LEADER, COMMUNE, NOW), Verdict.INDETERMINATE, Finding.ISSUER_UNKNOWN);
    }

    @Test
    void aMissingStamp() throws SignerAway {
        var bare = shop.signing(Optional.empty()).sign(PAPER, LEADER, COMMUNE, NOW);

        found(bare, Verdict.INDETERMINATE, Finding.STAMP_MISSING);
    }

    @Test
    void aStampOfSomebodyElse() throws SignerAway {
        var others = CertificateAuthority.timeStamping("TSA lạ", FROM, UNTIL);
        var stamped = shop.signing(Optional.of(Workshop.stampsAt(others, NOW))).sign(PAPER, LEADER, COMMUNE, NOW);

        found(stamped, Verdict.INDETERMINATE, Finding.STAMP_UNTRUSTED);
    }

    @Test
    void aCertificateRevokedBefore() {
        shop.revoked(Map.of(shop.key(LEADER).certificate().getSerialNumber(), NOW.minus(Duration.ofDays(2))));

        found(signed, Verdict.NOT_VALID, Finding.REVOKED);
    }

    @Test
    void aCertificateRevokedAfterwardsSpoilsNothing() {
        var later = NOW.plus(Duration.ofDays(2));
        shop.revoked(Map.of(shop.key(LEADER).certificate().getSerialNumber(), NOW.plus(Duration.ofDays(1))));

        assertThat(shop.judge(signed, later).signatures().getFirst().findings()).doesNotContain(Finding.REVOKED);
    }

    @Test
    void noRevocationListAtAll() throws IOException {
        shop.forget("authority.crl");

        found(signed, Verdict.INDETERMINATE, Finding.REVOCATION_UNKNOWN);
    }

    @Test
    void aFileThatIsNoListSpoilsNothing() throws IOException {
        Files.writeString(trust.resolve("broken.crl"), "không phải danh sách");
        Files.write(trust.resolve("empty.crl"), new byte[0]);

        assertThat(shop.judge(signed).verdict()).as("%s", shop.judge(signed)).isEqualTo(Verdict.VALID);
    }

    private void found(byte[] file, Verdict verdict, Finding finding) {
        var judged = shop.judge(file);
        assertThat(judged.verdict()).as("%s", judged).isEqualTo(verdict);
        assertThat(java.util.stream.Stream.concat(
                        judged.about().stream(), judged.signatures().stream().flatMap(it -> it.findings().stream())))
                .as("%s", judged)
                .contains(finding);
    }
}
