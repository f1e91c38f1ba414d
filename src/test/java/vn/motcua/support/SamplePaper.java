package vn.motcua.support;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** A picture of a paper. */
public final class SamplePaper {

    private SamplePaper() {}

    /** The bytes of the picture. */
    public static byte[] bytes() {
        return wide(60);
    }

    /** The same, that many pixels wide. */
    public static byte[] wide(int width) {
        try (var out = new ByteArrayOutputStream()) {
            var image = new BufferedImage(width, 80, BufferedImage.TYPE_INT_RGB);
            var pen = image.createGraphics();
            pen.setColor(Color.WHITE);
            pen.fillRect(0, 0, width, 80);
            pen.setColor(Color.DARK_GRAY);
            pen.drawRect(8, 8, 44, 64);
            pen.dispose();
            ImageIO.write(image, "png", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** To be read once. */
    public static InputStream png() {
        return new ByteArrayInputStream(bytes());
    }
}
