package vn.motcua.document;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Map;
import javax.imageio.ImageIO;

/** A QR code (ISO/IEC 18004) of a text in UTF-8 at error level M, as a drawing for pages and as an image for papers. */
public final class QrCode {

    private static final int QUIET = 4;

    private final ByteMatrix squares;

    private QrCode(ByteMatrix squares) {
        this.squares = squares;
    }

    /** The code of that text; one too long for any code is an {@link IllegalArgumentException}. */
    public static QrCode of(String text) {
        try {
            var code = Encoder.encode(text, ErrorCorrectionLevel.M, Map.of(EncodeHintType.CHARACTER_SET, "UTF-8"));
            return new QrCode(code.getMatrix());
        } catch (WriterException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /**
     * An {@code <svg>} element of one path; black on white in every theme, as scanners need it. Its size comes from CSS.
     *
     * @param title what it leads to, for people who do not see it
     */
    public String svg(String title) {
        var size = side();
        var path = new StringBuilder();
        for (var y = 0; y < squares.getHeight(); y++) {
            for (var x = 0; x < squares.getWidth(); x++) {
                var start = x;
                while (x < squares.getWidth() && squares.get(x, y) == 1) {
                    x++;
                }
                if (x > start) {
                    path.append("M%d %dh%dv1h-%dz".formatted(start + QUIET, y + QUIET, x - start, x - start));
                }
            }
        }
        var name = escaped(title);
        return """
                <svg class="qr" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" role="img" aria-label="%s" \
                shape-rendering="crispEdges"><title>%s</title><path fill="#fff" d="M0 0h%dv%dH0z"/>\
                <path fill="#000" d="%s"/></svg>""".formatted(size, size, name, name, size, size, path);
    }

    /** A PNG in black and white, each square that many pixels wide. */
    public byte[] png(int pixels) {
        var image = new BufferedImage(side() * pixels, side() * pixels, BufferedImage.TYPE_BYTE_BINARY);
        for (var y = 0; y < image.getHeight(); y++) {
            for (var x = 0; x < image.getWidth(); x++) {
                image.setRGB(x, y, black(x / pixels - QUIET, y / pixels - QUIET) ? 0xFF000000 : 0xFFFFFFFF);
            }
        }
        try (var out = new ByteArrayOutputStream()) {
            ImageIO.write(image, "png", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same as a {@code data:} address, for printed papers. */
    public String pngAddress(int pixels) {
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(png(pixels));
    }

    private int side() {
        return squares.getWidth() + 2 * QUIET;
    }

    private boolean black(int x, int y) {
        return x >= 0 && y >= 0 && x < squares.getWidth() && y < squares.getHeight() && squares.get(x, y) == 1;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
