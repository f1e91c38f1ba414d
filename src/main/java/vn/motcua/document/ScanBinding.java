package vn.motcua.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.multipdf.PDFMergerUtility;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/** Puts a scan and a printed page behind it into one PDF. The scan stays as it is: its pages are not drawn anew. */
public final class ScanBinding {

    private static final float MARGIN = 28;

    private ScanBinding() {}

    /** Whether a scan of that kind and content can be bound: a picture that can be drawn, or a PDF that nobody has signed. */
    public static boolean possible(FileKind kind, byte[] scan) {
        return switch (kind) {
            case JPEG, PNG -> true;
            case HEIC -> false;
            case PDF -> unsigned(scan);
        };
    }

    /** The scan with that page behind it. */
    public static byte[] bind(FileKind kind, byte[] scan, byte[] page) {
        try (var bound = kind == FileKind.PDF ? Loader.loadPDF(scan) : picture(kind, scan);
                var behind = Loader.loadPDF(page);
                var out = new ByteArrayOutputStream()) {
            new PDFMergerUtility().appendDocument(bound, behind);
            bound.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean unsigned(byte[] pdf) {
        try (var document = Loader.loadPDF(pdf)) {
            return document.getSignatureDictionaries().isEmpty();
        } catch (IOException _) {
            return false; // what cannot be read cannot be bound
        }
    }

    private static PDDocument picture(FileKind kind, byte[] scan) throws IOException {
        var document = new PDDocument();
        var image = PDImageXObject.createFromByteArray(document, scan, "scan." + kind.name());
        var page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        page.setRotation(kind == FileKind.JPEG ? JpegStrip.turned(scan) : 0);
        var wide = PDRectangle.A4.getWidth() - 2 * MARGIN;
        var high = PDRectangle.A4.getHeight() - 2 * MARGIN;
        var scale = Math.min(wide / image.getWidth(), high / image.getHeight());
        var width = image.getWidth() * scale;
        var height = image.getHeight() * scale;
        try (var to = new PDPageContentStream(document, page)) {
            to.drawImage(image, MARGIN + (wide - width) / 2, MARGIN + (high - height) / 2, width, height);
        }
        return document;
    }
}
