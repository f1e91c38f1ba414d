package vn.motcua.support;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.ThreadLocalRandom;
import javax.imageio.ImageIO;

/** A picture that nobody else has uploaded: each is another. */
public final class OwnPicture {

    private OwnPicture() {}

    /** As PNG. */
    public static byte[] png() {
        var picture = new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < 64; x++) {
            for (int y = 0; y < 64; y++) {
                picture.setRGB(x, y, new Color(ThreadLocalRandom.current().nextInt(0x1000000)).getRGB());
            }
        }
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
