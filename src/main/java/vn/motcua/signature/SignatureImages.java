package vn.motcua.signature;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.springframework.core.io.ClassPathResource;
import vn.motcua.shared.VietnamTime;

/**
 * What a signature looks like (NĐ 30/2020, Phụ lục I): the person's in blue, the agency's seal in red, both on nothing, so that
 * the paper shows through. An image of the operator's, {@code <id>.png}, takes the place of the drawn one.
 */
final class SignatureImages {

    /** Dots a point: what is drawn stays sharp in print. */
    private static final int FINE = 4;

    private static final Color BLUE = new Color(0x14, 0x3c, 0x96);
    private static final Color RED = new Color(0xc8, 0x10, 0x2e);
    private static final Font ITALIC = font("Tinos-Italic");
    private static final Font PLAIN = font("BeVietnamPro-Regular");
    private static final Font BOLD = font("BeVietnamPro-Bold");

    private final Optional<Path> folder;

    SignatureImages(Optional<Path> folder) {
        this.folder = folder;
    }

    /**
     * The image of a signature as PNG.
     *
     * @param width in points
     * @param height in points
     */
    byte[] of(Signatory who, Instant at, float width, float height) {
        return folder.map(it -> it.resolve(who.id() + ".png"))
                .filter(Files::isRegularFile)
                .map(SignatureImages::read)
                .orElseGet(() -> switch (who.kind()) {
                    case PERSON -> person(who, at, width, height);
                    case AGENCY -> seal(who, at, width);
                });
    }

    private static byte[] person(Signatory who, Instant at, float width, float height) {
        return draw(width, height, pen -> {
            pen.setColor(BLUE);
            var large = ITALIC.deriveFont(Math.min(20f, height * 0.385f));
            centred(pen, fitting(pen, who.name(), large, width - 8), who.name(), width, height * 0.5f);
            var small = PLAIN.deriveFont(Math.min(6.5f, height / 8));
            centred(pen, fitting(pen, who.position(), small, width), who.position(), width, height * 0.72f);
            centred(pen, fitting(pen, time(at), small, width), time(at), width, height * 0.9f);
        });
    }

    /** A round seal: the agency's name along the rim, a star, when it was set. */
    private static byte[] seal(Signatory who, Instant at, float width) {
        return draw(width, width, pen -> {
            pen.setColor(RED);
            pen.setStroke(new BasicStroke(1.6f));
            pen.draw(new Ellipse2D.Float(1.2f, 1.2f, width - 2.4f, width - 2.4f));
            pen.setStroke(new BasicStroke(0.6f));
            var inner = width * 0.19f;
            pen.draw(new Ellipse2D.Float(inner, inner, width - 2 * inner, width - 2 * inner));
            pen.fill(star(width / 2, width / 2, width * 0.15f));
            rim(pen, who.name().toUpperCase(Locale.forLanguageTag("vi")), width);
            centred(pen, PLAIN.deriveFont(3.6f), time(at), width, width * 0.72f);
        });
    }

    private static void rim(Graphics2D pen, String name, float width) {
        var text = name + " ★ ";
        var radius = width * 0.5f - 4.5f;
        var around = 2 * Math.PI * radius * 0.82;
        var font = fitting(pen, text, BOLD.deriveFont(width * 0.085f), (float) (around * 0.98));
        pen.setFont(font);
        var measure = pen.getFontMetrics();
        double step = Math.min(2 * Math.PI / text.length(), around / text.length() / radius * 1.15);
        double angle = -step * (text.length() - 1) / 2;
        var upright = pen.getTransform();
        for (var letter : text.codePoints().toArray()) {
            var one = Character.toString(letter);
            pen.setTransform(upright);
            pen.translate(width / 2, width / 2);
            pen.rotate(angle);
            pen.drawString(one, -measure.stringWidth(one) / 2f, -(radius - measure.getAscent() * 0.72f));
            angle += step;
        }
        pen.setTransform(upright);
    }

    private static Path2D star(float x, float y, float radius) {
        var star = new Path2D.Float();
        for (int i = 0; i < 10; i++) {
            var far = i % 2 == 0 ? radius : radius * 0.382f;
            var angle = -Math.PI / 2 + i * Math.PI / 5;
            var to = new float[] {x + (float) (far * Math.cos(angle)), y + (float) (far * Math.sin(angle))};
            if (i == 0) {
                star.moveTo(to[0], to[1]);
            } else {
                star.lineTo(to[0], to[1]);
            }
        }
        star.closePath();
        return star;
    }

    /** As the decree writes it: ISO 8601 with the offset of Vietnam. */
    private static String time(Instant at) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at.truncatedTo(ChronoUnit.SECONDS)
                .atZone(VietnamTime.ZONE)
                .toOffsetDateTime()
                .withOffsetSameInstant(ZoneOffset.ofHours(7)));
    }

    private static void centred(Graphics2D pen, Font font, String text, float width, float y) {
        pen.setFont(font);
        pen.drawString(text, (width - pen.getFontMetrics().stringWidth(text)) / 2f, y);
    }

    /** The font, smaller where the text would not fit. */
    private static Font fitting(Graphics2D pen, String text, Font font, float width) {
        var wide = pen.getFontMetrics(font).stringWidth(text);
        return wide <= width ? font : font.deriveFont(font.getSize2D() * width / wide);
    }

    private interface Drawing {
        void with(Graphics2D pen);
    }

    private static byte[] draw(float width, float height, Drawing drawing) {
        var image = new BufferedImage(Math.round(width * FINE), Math.round(height * FINE), BufferedImage.TYPE_INT_ARGB);
        var pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        pen.transform(AffineTransform.getScaleInstance(FINE, FINE));
        drawing.with(pen);
        pen.dispose();
        try (var out = new ByteArrayOutputStream()) {
            ImageIO.write(image, "png", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] read(Path image) {
        try {
            return Files.readAllBytes(image);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Font font(String name) {
        try (var file = new ClassPathResource("fonts/" + name + ".ttf").getInputStream()) {
            return Font.createFont(Font.TRUETYPE_FONT, file);
        } catch (IOException | FontFormatException e) {
            throw new IllegalStateException("the fonts of papers are not there", e);
        }
    }
}
