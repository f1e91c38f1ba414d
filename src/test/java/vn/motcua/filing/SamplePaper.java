package vn.motcua.filing;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** A picture of a paper. */
final class SamplePaper {

    private SamplePaper() {}

    static byte[] bytes() {
        return wide(60);
    }

    static byte[] wide(int width) {
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

    static InputStream png() {
        return new ByteArrayInputStream(bytes());
    }
}
