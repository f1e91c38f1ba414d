package vn.motcua.document;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.zip.CRC32;
import vn.motcua.shared.Refused;

/**
 * Copies a PNG without texts, times, places, further pictures and anything after its end. The picture is drawn
 * anew after this, see {@link Redrawing}.
 */
final class PngStrip {

    private static final Set<String> KEPT =
            Set.of("IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "sBIT", "bKGD", "pHYs");
    private static final int HEADER = 13;

    private PngStrip() {}

    /** Copies, or refuses an image that is cut off, broken or of too many pixels. */
    static void copy(Path from, Path to, UploadLimits limits) throws IOException {
        try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(from), 65_536));
                var out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(to), 65_536))) {
            out.writeLong(in.readLong());
            var pictured = false;
            var name = header(in, out, limits);
            while (!name.equals("IEND")) {
                name = chunk(in, out);
                pictured |= name.equals("IDAT");
            }
            if (!pictured) {
                throw broken();
            }
        } catch (EOFException e) {
            throw (Refused) new Refused(DocumentRefusal.FILE_BROKEN).initCause(e);
        }
    }

    private static String header(DataInputStream in, DataOutputStream out, UploadLimits limits) throws IOException {
        in.mark(32);
        var length = in.readInt();
        var name = name(in);
        if (length != HEADER || !name.equals("IHDR")) {
            throw broken();
        }
        ImageSize.check(Integer.toUnsignedLong(in.readInt()), Integer.toUnsignedLong(in.readInt()), limits);
        in.reset();
        return chunk(in, out);
    }

    /** Copies one chunk if it is of the picture; its checksum must fit in any case. */
    private static String chunk(DataInputStream in, DataOutputStream out) throws IOException {
        var length = in.readInt();
        if (length < 0) {
            throw broken();
        }
        var name = name(in);
        var to = KEPT.contains(name) ? out : new DataOutputStream(OutputStream.nullOutputStream());
        var sum = new CRC32();
        to.writeInt(length);
        to.writeBytes(name);
        sum.update(ByteBuffer.wrap(name.getBytes(StandardCharsets.ISO_8859_1)));
        var part = new byte[8_192];
        for (var left = length; left > 0; ) {
            var n = Math.min(left, part.length);
            in.readFully(part, 0, n);
            sum.update(part, 0, n);
            to.write(part, 0, n);
            left -= n;
        }
        var claimed = in.readInt();
        if (claimed != (int) sum.getValue()) {
            throw broken();
        }
        to.writeInt(claimed);
        return name;
    }

    private static String name(DataInputStream in) throws IOException {
        var name = new byte[4];
        in.readFully(name);
        return new String(name, StandardCharsets.ISO_8859_1);
    }

    private static Refused broken() {
        return new Refused(DocumentRefusal.FILE_BROKEN);
    }
}
