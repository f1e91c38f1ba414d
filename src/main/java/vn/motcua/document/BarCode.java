package vn.motcua.document;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.oned.Code128Writer;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import javax.imageio.ImageIO;

/** A bar code (Code 128, ISO/IEC 15417) of a dossier's number, for the readers that one-stops have at their counters. */
public final class BarCode {

    private static final int WIDTH = 3;
    private static final int HEIGHT = 40;

    private final BitMatrix bars;

    private BarCode(BitMatrix bars) {
        this.bars = bars;
    }

    /** The code of that text with its quiet zones; letters without marks, digits and signs of ASCII only, at most 80. */
    public static BarCode of(String text) {
        return new BarCode(new Code128Writer().encode(text, BarcodeFormat.CODE_128, 0, 1));
    }

    /** A PNG in black and white as a {@code data:} address, for printed papers. */
    public String pngAddress() {
        var image = new BufferedImage(bars.getWidth() * WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_BINARY);
        for (var x = 0; x < image.getWidth(); x++) {
            for (var y = 0; y < HEIGHT; y++) {
                image.setRGB(x, y, bars.get(x / WIDTH, 0) ? 0xFF000000 : 0xFFFFFFFF);
            }
        }
        try (var out = new ByteArrayOutputStream()) {
            ImageIO.write(image, "png", out);
            return "data:image/png;base64," + Base64.getEncoder().encodeToString(out.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
