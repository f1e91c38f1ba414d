package vn.motcua.document;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** A content of the letter x that breaks off after so many bytes, as a lost connection does. */
final class LongStream extends InputStream {

    private final long breaksAfter;
    private long read;

    LongStream(long breaksAfter) {
        this.breaksAfter = breaksAfter;
    }

    /** How many bytes were asked for so far. */
    long alreadyRead() {
        return read;
    }

    @Override
    public int read() throws IOException {
        if (read >= breaksAfter) {
            throw new IOException("connection lost");
        }
        read++;
        return 'x';
    }

    @Override
    public int read(byte[] into, int from, int most) throws IOException {
        if (read >= breaksAfter) {
            throw new IOException("connection lost");
        }
        var n = (int) Math.min(most, breaksAfter - read);
        Arrays.fill(into, from, from + n, (byte) 'x');
        read += n;
        return n;
    }
}
