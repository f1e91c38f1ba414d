package vn.motcua.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import vn.motcua.database.StartRefused.Reason;

/** Whether there is room, asked before something large is written. */
public final class DiskSpace {

    /** Megabytes that a first start needs. */
    public static final long TO_START = 500;

    private static final long MEGABYTE = 1024 * 1024;

    private DiskSpace() {}

    /** Refuses when fewer megabytes are free where the folder lies. */
    public static void need(Path folder, long megabytes) throws IOException {
        var free = Files.getFileStore(folder).getUsableSpace() / MEGABYTE;
        if (free < megabytes) {
            throw new StartRefused(Reason.DISK_FULL, folder, megabytes);
        }
    }

    /** Whether writing failed because the disk, or the person's share of it, is full. */
    public static boolean isExhausted(Throwable failure) {
        for (Throwable it = failure; it != null; it = it.getCause()) {
            var message = String.valueOf(it.getMessage()).toLowerCase(Locale.ROOT);
            if (message.contains("no space left on device") || message.contains("disk quota exceeded")) {
                return true;
            }
        }
        return false;
    }
}
