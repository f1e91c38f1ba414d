package vn.motcua.document;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import vn.motcua.shared.Refused;

/**
 * Copies a JPEG without what says where, when and with what it was taken, and without anything after its end. Its
 * colour profile and which side is up are kept. The picture itself is drawn anew after this, see {@link Redrawing}.
 */
final class JpegStrip {

    private static final int MOST_SCANS = 100;
    private static final int END = 0xD9;
    private static final int SCAN = 0xDA;
    private static final int PRESS_COLOURS = 4;
    private static final int COMMENT = 0xFE;
    private static final int EXIF = 0xE1;
    private static final int ORIENTATION = 0x0112;

    private final DataInputStream in;
    private final DataOutputStream out;
    private final UploadLimits limits;
    private int orientation = 1;
    private boolean orientationWritten;
    private boolean sized;
    private int scans;

    private JpegStrip(DataInputStream in, DataOutputStream out, UploadLimits limits) {
        this.in = in;
        this.out = out;
        this.limits = limits;
    }

    /** Copies, or refuses an image that is cut off, broken or of too many pixels. */
    static void copy(Path from, Path to, UploadLimits limits) throws IOException {
        try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(from), 65_536));
                var out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(to), 65_536))) {
            new JpegStrip(in, out, limits).copy();
        } catch (EOFException e) {
            throw (Refused) new Refused(DocumentRefusal.FILE_BROKEN).initCause(e);
        }
    }

    private void copy() throws IOException {
        out.writeShort(in.readUnsignedShort());
        var marker = nextMarker();
        while (marker != END) {
            if (marker == SCAN) {
                segment(marker);
                marker = scan();
            } else {
                segment(marker);
                marker = nextMarker();
            }
        }
        if (scans == 0) {
            throw broken();
        }
        out.writeShort(0xFF00 | END);
    }

    private int nextMarker() throws IOException {
        if (in.readUnsignedByte() != 0xFF) {
            throw broken();
        }
        var marker = in.readUnsignedByte();
        while (marker == 0xFF) {
            marker = in.readUnsignedByte();
        }
        return marker;
    }

    private void segment(int marker) throws IOException {
        var length = in.readUnsignedShort();
        if (length < 2 || marker == 0 || (marker >= 0xD0 && marker <= 0xD8)) {
            throw broken();
        }
        var body = new byte[length - 2];
        in.readFully(body);
        if (marker == EXIF) {
            orientation = orientation(body);
        }
        if (!kept(marker, body)) {
            return;
        }
        if (marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC) {
            frame(body);
        }
        if (marker < 0xE0 || marker > 0xEF) {
            writeOrientation();
        }
        out.writeShort(0xFF00 | marker);
        out.writeShort(length);
        out.write(body);
    }

    /** Of what applications add: the marks of JFIF and Adobe and the colour profile; of the rest, everything. */
    private static boolean kept(int marker, byte[] body) {
        return switch (marker) {
            case COMMENT -> false;
            case 0xE0 -> starts(body, "JFIF\0");
            case 0xE2 -> starts(body, "ICC_PROFILE\0");
            case 0xEE -> starts(body, "Adobe");
            default -> marker < 0xE0 || marker > 0xEF;
        };
    }

    private void frame(byte[] body) {
        if (body.length < 6) {
            throw broken();
        }
        if (body[5] == PRESS_COLOURS) {
            throw new Refused(DocumentRefusal.IMAGE_FOR_PRESSES);
        }
        var height = ByteBuffer.wrap(body).getShort(1) & 0xFFFF;
        var width = ByteBuffer.wrap(body).getShort(3) & 0xFFFF;
        ImageSize.check(width, height, limits);
        sized = true;
    }

    /** Copies the packed picture up to the next marker that ends it. */
    private int scan() throws IOException {
        if (!sized || ++scans > MOST_SCANS) {
            throw broken();
        }
        while (true) {
            var b = in.readUnsignedByte();
            if (b != 0xFF) {
                out.writeByte(b);
                continue;
            }
            var marker = in.readUnsignedByte();
            while (marker == 0xFF) {
                marker = in.readUnsignedByte();
            }
            if (marker != 0 && (marker < 0xD0 || marker > 0xD7)) {
                return marker;
            }
            out.writeShort(0xFF00 | marker);
        }
    }

    /** By how many degrees a picture that went through here is turned clockwise to be read; mirrored ones are not turned. */
    static int turned(byte[] jpeg) {
        for (int i = 2; i < Math.min(jpeg.length - 14, 4096); i++) {
            var body = Arrays.copyOfRange(jpeg, i, Math.min(jpeg.length, i + 64));
            if (starts(body, "Exif\0\0")) {
                return switch (orientation(body)) {
                    case 3 -> 180;
                    case 6 -> 90;
                    case 8 -> 270;
                    default -> 0;
                };
            }
        }
        return 0;
    }

    /** Which side is up, read from the first directory of the Exif data; 1 when it does not say. */
    private static int orientation(byte[] body) {
        if (!starts(body, "Exif\0\0") || body.length < 14) {
            return 1;
        }
        var tiff = ByteBuffer.wrap(body, 6, body.length - 6).slice();
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        var directory = tiff.getInt(4);
        if (directory < 8 || directory > tiff.limit() - 2) {
            return 1;
        }
        var entries = tiff.getShort(directory) & 0xFFFF;
        for (var i = 0; i < entries && directory + 2 + 12 * (i + 1) <= tiff.limit(); i++) {
            var entry = directory + 2 + 12 * i;
            if ((tiff.getShort(entry) & 0xFFFF) == ORIENTATION) {
                var value = tiff.getShort(entry + 8);
                return value >= 1 && value <= 8 ? value : 1;
            }
        }
        return 1;
    }

    /** An Exif segment of one entry, the orientation, where it is not the usual one. */
    private void writeOrientation() throws IOException {
        if (orientationWritten || orientation == 1) {
            return;
        }
        orientationWritten = true;
        var exif = ByteBuffer.allocate(32)
                .put("Exif\0\0MM".getBytes(StandardCharsets.US_ASCII))
                .putShort((short) 42)
                .putInt(8)
                .putShort((short) 1)
                .putShort((short) ORIENTATION)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0)
                .putInt(0)
                .array();
        out.writeShort(0xFF00 | EXIF);
        out.writeShort(exif.length + 2);
        out.write(exif);
    }

    private static boolean starts(byte[] body, String with) {
        var start = with.getBytes(StandardCharsets.US_ASCII);
        return body.length >= start.length
                && ByteBuffer.wrap(body, 0, start.length).equals(ByteBuffer.wrap(start));
    }

    private static Refused broken() {
        return new Refused(DocumentRefusal.FILE_BROKEN);
    }
}
