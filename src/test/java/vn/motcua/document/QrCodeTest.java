package vn.motcua.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.LuminanceSource;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class QrCodeTest {

    private static final String ADDRESS = "https://motcua.example/tra-cứu/K7QM-2XRA-94TD-WHBE";

    @Test
    void anImageOfItReadsBack() throws Exception {
        var image = ImageIO.read(new ByteArrayInputStream(QrCode.of(ADDRESS).png(6)));
        assertThat(read(image)).isEqualTo(ADDRESS);
    }

    @Test
    void theDrawingReadsBackToo() throws Exception {
        assertThat(read(drawn(QrCode.of(ADDRESS).svg("Tra cứu hồ sơ")))).isEqualTo(ADDRESS);
    }

    @Test
    void theDrawingHasANameAndCannotBeBrokenByIt() {
        assertThat(QrCode.of(ADDRESS).svg("Tra cứu \"<hồ sơ>\""))
                .contains("<title>Tra cứu &quot;&lt;hồ sơ&gt;&quot;</title>")
                .contains("role=\"img\"")
                .containsOnlyOnce("fill=\"#000\"");
    }

    /** Draws the path of the SVG as a browser would. */
    private static BufferedImage drawn(String svg) {
        var side = number(svg, "viewBox=\"0 0 (\\d+)");
        var image = new BufferedImage(side * 5, side * 5, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, side * 5, side * 5);
        pen.setColor(Color.BLACK);
        Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1")
                .matcher(svg)
                .results()
                .forEach(it -> pen.fillRect(
                        5 * Integer.parseInt(it.group(1)),
                        5 * Integer.parseInt(it.group(2)),
                        5 * Integer.parseInt(it.group(3)),
                        5));
        pen.dispose();
        return image;
    }

    private static int number(String text, String pattern) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(it -> Integer.parseInt(it.group(1)))
                .findFirst()
                .orElseThrow();
    }

    private static String read(BufferedImage image) throws Exception {
        var width = image.getWidth();
        var height = image.getHeight();
        LuminanceSource light =
                new RGBLuminanceSource(width, height, image.getRGB(0, 0, width, height, null, 0, width));
        return new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(light)))
                .getText();
    }
}
