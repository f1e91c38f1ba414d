package vn.motcua.support;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;

/** What a telephone reads when it is held before a QR code. */
public final class QrPicture {

    private static final int DOTS_AN_INCH = 200;

    private QrPicture() {}

    /** The code on a picture of a screen, as PNG. */
    public static String onScreen(byte[] png) throws IOException, ReaderException {
        return read(ImageIO.read(new ByteArrayInputStream(png)));
    }

    /** The first code on the pages of a paper. */
    public static String onPaper(byte[] pdf) throws IOException, ReaderException {
        try (var document = Loader.loadPDF(pdf)) {
            var pages = new PDFRenderer(document);
            for (int at = 0; at < document.getNumberOfPages(); at++) {
                try {
                    return read(pages.renderImageWithDPI(at, DOTS_AN_INCH));
                } catch (NotFoundException noneOnThisPage) {
                    if (at == document.getNumberOfPages() - 1) {
                        throw noneOnThisPage;
                    }
                }
            }
            throw new IllegalArgumentException("a paper without a page");
        }
    }

    private static String read(BufferedImage image) throws ReaderException {
        int width = image.getWidth();
        int height = image.getHeight();
        var light = new RGBLuminanceSource(width, height, image.getRGB(0, 0, width, height, null, 0, width));
        return new QRCodeReader()
                .decode(
                        new BinaryBitmap(new HybridBinarizer(light)),
                        Map.of(DecodeHintType.TRY_HARDER, true, DecodeHintType.CHARACTER_SET, "UTF-8"))
                .getText();
    }
}
