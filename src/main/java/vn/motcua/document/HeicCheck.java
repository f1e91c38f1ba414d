package vn.motcua.document;

import java.io.IOException;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import vn.motcua.shared.Refused;

/**
 * Reads the sizes a HEIC file states (boxes {@code meta/iprp/ipco/ispe} of ISO/IEC 14496-12 and 23008-12) and whether
 * it is whole. The picture is kept as it is: packing it again would need a codec.
 */
final class HeicCheck {

    private static final int DEEPEST = 4;

    private final MappedByteBuffer bytes;
    private final UploadLimits limits;
    private boolean sized;

    private HeicCheck(MappedByteBuffer bytes, UploadLimits limits) {
        this.bytes = bytes;
        this.limits = limits;
    }

    /** Refuses an image that is cut off, broken or of too many pixels. */
    static void check(Path file, UploadLimits limits) throws IOException {
        try (var channel = FileChannel.open(file)) {
            var check = new HeicCheck(channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size()), limits);
            check.boxes(0, check.bytes.limit(), 0);
            if (!check.sized) {
                throw new Refused(DocumentRefusal.FILE_BROKEN);
            }
        }
    }

    private void boxes(int from, int to, int depth) {
        var at = from;
        while (at < to) {
            var end = at + length(at, to);
            var content = at + (Integer.toUnsignedLong(bytes.getInt(at)) == 1 ? 16 : 8);
            switch (name(at + 4)) {
                case "meta" -> inside(content + 4, Math.toIntExact(end), depth);
                case "iprp", "ipco" -> inside(content, Math.toIntExact(end), depth);
                case "ispe" -> {
                    if (end - content < 12) {
                        throw new Refused(DocumentRefusal.FILE_BROKEN);
                    }
                    ImageSize.check(
                            Integer.toUnsignedLong(bytes.getInt(content + 4)),
                            Integer.toUnsignedLong(bytes.getInt(content + 8)),
                            limits);
                    sized = true;
                }
                case String _ -> {}
            }
            at = Math.toIntExact(end);
        }
    }

    private void inside(int from, int to, int depth) {
        if (depth < DEEPEST) {
            boxes(from, to, depth + 1);
        }
    }

    /** The length of the box there; one that does not fit into its surroundings is a broken file. */
    private long length(int at, int to) {
        if (to - at < 8) {
            throw new Refused(DocumentRefusal.FILE_BROKEN);
        }
        var stated = Integer.toUnsignedLong(bytes.getInt(at));
        if (stated == 0) {
            return (long) to - at;
        }
        var shortest = stated == 1 ? 16 : 8;
        var length = stated == 1 && to - at >= shortest ? bytes.getLong(at + 8) : stated;
        if (length < shortest || length > to - at) {
            throw new Refused(DocumentRefusal.FILE_BROKEN);
        }
        return length;
    }

    private String name(int at) {
        var name = new byte[4];
        bytes.get(at, name);
        return new String(name, StandardCharsets.ISO_8859_1);
    }
}
