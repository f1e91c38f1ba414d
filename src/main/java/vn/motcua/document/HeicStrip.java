package vn.motcua.document;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Set;
import vn.motcua.shared.Refused;

/**
 * Takes out of a HEIC file what is not picture, without decoding it: place, time and device (Exif), descriptions (XMP), what other
 * programs put there. Such items, found by the tables {@code iinf} and {@code iloc} of ISO/IEC 14496-12 and 23008-12, and such
 * boxes are overwritten with zeros, so nothing moves. A file that keeps them where these tables do not lead is refused.
 */
final class HeicStrip {

    /** Boxes beside which nothing is kept, outside and inside of {@code meta}. */
    private static final Set<String> OUTSIDE = Set.of("ftyp", "meta", "mdat", "free", "skip");

    private static final Set<String> INSIDE =
            Set.of("hdlr", "pitm", "iinf", "iloc", "iprp", "iref", "idat", "dinf", "grpl", "free", "skip");

    /** Coded pictures and how they are put together. */
    private static final Set<String> PICTURES =
            Set.of("hvc1", "hev1", "lhv1", "avc1", "av01", "grid", "iden", "iovl", "tmap");

    private final ByteBuffer bytes;
    private final Set<Long> erased = new HashSet<>();
    private int itemData = -1;

    private HeicStrip(ByteBuffer bytes) {
        this.bytes = bytes;
    }

    /** Does it in that file, which has been checked to be whole. */
    static void strip(Path file) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            var strip = new HeicStrip(channel.map(FileChannel.MapMode.READ_WRITE, 0, channel.size()));
            strip.outside();
            channel.force(false);
        } catch (IndexOutOfBoundsException | ArithmeticException e) {
            throw new Refused(DocumentRefusal.FILE_BROKEN);
        }
    }

    private record Box(int at, int content, int end, String name) {}

    private void outside() {
        for (int at = 0; at < bytes.limit(); ) {
            var box = box(at, bytes.limit());
            if (box.name().equals("meta")) {
                meta(box);
            } else if (!OUTSIDE.contains(box.name())) {
                free(box);
            }
            at = box.end();
        }
    }

    private void meta(Box meta) {
        for (int at = meta.content() + 4; at < meta.end(); ) {
            var box = box(at, meta.end());
            switch (box.name()) {
                case "iinf" -> items(box);
                case "idat" -> itemData = box.content();
                case String name when !INSIDE.contains(name) -> free(box);
                case String _ -> {}
            }
            at = box.end();
        }
        if (erased.isEmpty()) {
            return;
        }
        var located = false;
        for (int at = meta.content() + 4; at < meta.end(); ) {
            var box = box(at, meta.end());
            if (box.name().equals("iloc")) {
                places(box);
                located = true;
            }
            at = box.end();
        }
        if (!located) {
            throw new Refused(DocumentRefusal.FILE_BROKEN);
        }
    }

    /** Which items are no pictures. */
    private void items(Box iinf) {
        var narrow = bytes.get(iinf.content()) == 0;
        for (int at = iinf.content() + (narrow ? 6 : 8); at < iinf.end(); ) {
            var infe = box(at, iinf.end());
            var version = bytes.get(infe.content());
            var id = infe.content() + 4;
            var name = switch (version) {
                case 2 -> name(id + 4);
                case 3 -> name(id + 6);
                default -> throw new Refused(DocumentRefusal.FILE_BROKEN);
            };
            if (!PICTURES.contains(name)) {
                erased.add(version == 2 ? number(id, 2) : number(id, 4));
            }
            at = infe.end();
        }
    }

    /** Where they lie. */
    private void places(Box iloc) {
        var version = bytes.get(iloc.content());
        if (version < 0 || version > 2) {
            throw new Refused(DocumentRefusal.FILE_BROKEN);
        }
        var sizes = (int) number(iloc.content() + 4, 2);
        int offsets = sizes >> 12;
        int lengths = sizes >> 8 & 15;
        int bases = sizes >> 4 & 15;
        int indexes = version == 0 ? 0 : sizes & 15;
        int wide = version == 2 ? 4 : 2;
        int at = iloc.content() + 6;
        var count = number(at, wide);
        at += wide;
        for (long i = 0; i < count; i++) {
            var id = number(at, wide);
            at += wide;
            var method = version == 0 ? 0 : (int) number(at, 2) & 15;
            at += version == 0 ? 0 : 2;
            var elsewhere = number(at, 2) != 0;
            at += 2;
            var base = number(at, bases);
            at += bases;
            var extents = number(at, 2);
            at += 2;
            for (long e = 0; e < extents; e++) {
                at += indexes;
                var offset = number(at, offsets);
                at += offsets;
                var length = number(at, lengths);
                at += lengths;
                if (erased.contains(id) && !elsewhere) {
                    erase(method, Math.addExact(base, offset), length);
                }
            }
        }
    }

    private void erase(int method, long offset, long length) {
        var from = switch (method) {
            case 0 -> offset;
            case 1 -> {
                if (itemData < 0) {
                    throw new Refused(DocumentRefusal.FILE_BROKEN);
                }
                yield Math.addExact(itemData, offset);
            }
            default -> throw new Refused(DocumentRefusal.FILE_BROKEN);
        };
        if (from < 0 || length <= 0 || length > bytes.limit() - from) {
            throw new Refused(DocumentRefusal.FILE_BROKEN);
        }
        zeros(Math.toIntExact(from), Math.toIntExact(from + length));
    }

    /** The box is as long as before and says nothing. */
    private void free(Box box) {
        bytes.put(box.at() + 4, "free".getBytes(StandardCharsets.US_ASCII));
        zeros(box.content(), box.end());
    }

    private void zeros(int from, int to) {
        bytes.put(from, new byte[to - from]);
    }

    private Box box(int at, int to) {
        var stated = number(at, 4);
        var content = at + (stated == 1 ? 16 : 8);
        var length = stated == 0 ? (long) to - at : stated == 1 ? number(at + 8, 8) : stated;
        if (length < content - at || length > to - at) {
            throw new Refused(DocumentRefusal.FILE_BROKEN);
        }
        return new Box(at, content, Math.toIntExact(at + length), name(at + 4));
    }

    /** An unsigned number of 0, 2, 4 or 8 bytes. */
    private long number(int at, int size) {
        return switch (size) {
            case 0 -> 0;
            case 2 -> Short.toUnsignedLong(bytes.getShort(at));
            case 4 -> Integer.toUnsignedLong(bytes.getInt(at));
            case 8 -> bytes.getLong(at);
            default -> throw new Refused(DocumentRefusal.FILE_BROKEN);
        };
    }

    private String name(int at) {
        var name = new byte[4];
        bytes.get(at, name);
        return new String(name, StandardCharsets.ISO_8859_1);
    }
}
