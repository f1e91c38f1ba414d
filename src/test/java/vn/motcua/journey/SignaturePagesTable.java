package vn.motcua.journey;

import static vn.motcua.journey.PageTable.QUAN;

import com.microsoft.playwright.options.FilePayload;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import vn.motcua.support.Person;
import vn.motcua.support.SignedUploads;

/** How to reach the pages that say what signatures in uploaded papers are worth. */
final class SignaturePagesTable {

    private final SignedUploads signed;

    SignaturePagesTable(SignedUploads signed) {
        this.signed = signed;
    }

    Map<String, Supplier<List<State>>> states() {
        return Map.of(
                "/drafts/{id}/papers",
                () -> List.of(
                        State.filled("signatures judged", QUAN, it -> uploads(it, signed.pdf())),
                        State.filled("signatures not valid", QUAN, it -> uploads(it, changed(signed.pdf())))));
    }

    private void uploads(Person who, byte[] pdf) {
        who.open("/procedures/" + BirthForm.CODE + "/start").press("form.form-actions .button");
        var draft = who.path().replaceFirst("^/en", "").replaceFirst("/case$", "");
        who.open(draft + "/papers");
        new BirthForm(who).upload(new FilePayload("giay-chung-sinh.pdf", "application/pdf", pdf));
        who.page().waitForSelector("#paper-giay-chung-sinh .files a");
        signed.judged();
        who.open(draft + "/papers").page().waitForSelector("#paper-giay-chung-sinh .files .badge.long");
    }

    private static byte[] changed(byte[] pdf) {
        var end = "%them\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        var longer = java.util.Arrays.copyOf(pdf, pdf.length + end.length);
        System.arraycopy(end, 0, longer, pdf.length, end.length);
        return longer;
    }
}
