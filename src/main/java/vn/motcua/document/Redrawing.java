package vn.motcua.document;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.function.Predicate;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.motcua.shared.Refused;

/**
 * Draws an image anew from its pixels, so that nothing which is not picture is kept: what hides in the packed form, what
 * would break another program's decoder. What was stripped before is read; its colour profile, resolution and which side
 * is up go over. A JPEG loses a little each time it is packed; {@link #QUALITY} keeps small print legible.
 */
final class Redrawing {

    static final float QUALITY = 0.9f;

    private static final Logger LOG = LoggerFactory.getLogger(Redrawing.class);
    /** Of chunks that are not picture, those that say how it is to be shown. */
    private static final Set<String> SHOWN_WITH = Set.of("gAMA", "cHRM", "sRGB", "iCCP", "pHYs");

    private static final int SIGNATURE = 8;
    private static final int APP0 = 0xE0;
    private static final int EXIF = 0xE1;
    private static final int PROFILE = 0xE2;
    private static final int SCAN = 0xDA;

    static {
        ImageIO.setUseCache(false);
    }

    /** Decoded pictures that lie in memory at once, in kilobytes. */
    private static final int ROOM = 250_000;

    private final Semaphore room = new Semaphore(ROOM, true);

    /** Draws it into the same file, or refuses what cannot be drawn. */
    void redraw(Path file, FileKind kind) throws IOException {
        var stripped = Files.readAllBytes(file);
        try {
            Files.write(file, kind == FileKind.JPEG ? jpeg(stripped) : png(stripped));
        } catch (IOException | RuntimeException e) {
            if (e instanceof Refused it) {
                throw it;
            }
            LOG.info("an image that cannot be drawn: {}", e.toString());
            throw (Refused) new Refused(DocumentRefusal.FILE_BROKEN).initCause(e);
        }
    }

    private byte[] jpeg(byte[] stripped) throws IOException {
        var packed = packed(without(stripped), "jpeg");
        var out = new ByteArrayOutputStream(packed.length + 4_096);
        var drawn = segments(packed, it -> it == APP0).getFirst();
        var density = segments(stripped, it -> it == APP0).stream().filter(it -> it.length == drawn.length);
        out.write(packed, 0, 2);
        out.writeBytes(density.findFirst().orElse(drawn));
        segments(stripped, it -> it == EXIF || it == PROFILE).forEach(out::writeBytes);
        out.write(packed, 2 + drawn.length, packed.length - 2 - drawn.length);
        return out.toByteArray();
    }

    /** Without its colour profile, by which the pixels would be changed when they are read. */
    private static byte[] without(byte[] jpeg) {
        var out = new ByteArrayOutputStream(jpeg.length);
        var at = 2;
        out.write(jpeg, 0, 2);
        for (var segment : segments(jpeg, _ -> true)) {
            if ((segment[1] & 0xFF) != PROFILE && (segment[1] & 0xFF) != EXIF) {
                out.writeBytes(segment);
            }
            at += segment.length;
        }
        out.write(jpeg, at, jpeg.length - at);
        return out.toByteArray();
    }

    private byte[] png(byte[] stripped) throws IOException {
        var bare = new ByteArrayOutputStream(stripped.length);
        bare.write(stripped, 0, SIGNATURE);
        chunks(stripped, it -> !SHOWN_WITH.contains(it)).forEach(bare::writeBytes);
        var packed = packed(bare.toByteArray(), "png");
        var out = new ByteArrayOutputStream(packed.length + 4_096);
        out.write(packed, 0, SIGNATURE);
        chunks(packed, "IHDR"::equals).forEach(out::writeBytes);
        chunks(stripped, SHOWN_WITH::contains).forEach(out::writeBytes);
        chunks(packed, it -> !it.equals("IHDR") && !SHOWN_WITH.contains(it)).forEach(out::writeBytes);
        return out.toByteArray();
    }

    private byte[] packed(byte[] bare, String format) throws IOException {
        var reader = ImageIO.getImageReadersByFormatName(format).next();
        try (var in = ImageIO.createImageInputStream(new ByteArrayInputStream(bare))) {
            reader.setInput(in, true, true);
            var kilobytes = kilobytes(reader);
            room.acquireUninterruptibly(kilobytes);
            try {
                return packed(reader.read(0), format);
            } finally {
                room.release(kilobytes);
            }
        } finally {
            reader.dispose();
        }
    }

    /** What it will take in memory; refuses what takes more than there is. */
    private static int kilobytes(ImageReader reader) throws IOException {
        var bytes = Math.max(1, reader.getImageTypes(0).next().getColorModel().getPixelSize() / 8);
        long width = reader.getWidth(0);
        long height = reader.getHeight(0);
        var kilobytes = 1 + width * height * bytes / 1000;
        if (kilobytes > ROOM) {
            throw new Refused(DocumentRefusal.IMAGE_TOO_LARGE, width, height, (long) ROOM / bytes / 1000);
        }
        return (int) kilobytes;
    }

    private static byte[] packed(BufferedImage image, String format) throws IOException {
        var writer = ImageIO.getImageWritersByFormatName(format).next();
        var bytes = new ByteArrayOutputStream();
        try (var out = ImageIO.createImageOutputStream(bytes)) {
            var param = writer.getDefaultWriteParam();
            if (format.equals("jpeg")) {
                param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                param.setCompressionQuality(QUALITY);
            }
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), param);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /** The segments before the picture whose marker is wanted, each with its marker and length. */
    private static List<byte[]> segments(byte[] jpeg, Predicate<Integer> wanted) {
        var found = new ArrayList<byte[]>();
        var at = 2;
        while (at + 4 <= jpeg.length && (jpeg[at + 1] & 0xFF) != SCAN) {
            var length = 2 + (((jpeg[at + 2] & 0xFF) << 8) | (jpeg[at + 3] & 0xFF));
            if (wanted.test(jpeg[at + 1] & 0xFF)) {
                found.add(Arrays.copyOfRange(jpeg, at, at + length));
            }
            at += length;
        }
        return found;
    }

    /** The chunks whose name is wanted, each with its length and sum. */
    private static List<byte[]> chunks(byte[] png, Predicate<String> wanted) {
        var found = new ArrayList<byte[]>();
        try (var in = new DataInputStream(new ByteArrayInputStream(png, 8, png.length - 8))) {
            while (in.available() > 0) {
                var content = new byte[in.readInt() + 8];
                in.readFully(content);
                if (wanted.test(new String(content, 0, 4, StandardCharsets.ISO_8859_1))) {
                    var chunk = new ByteArrayOutputStream(content.length + 4);
                    try (var out = new DataOutputStream(chunk)) {
                        out.writeInt(content.length - 8);
                        out.write(content);
                    }
                    found.add(chunk.toByteArray());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }
}
