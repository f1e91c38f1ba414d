package vn.motcua.document;

import java.io.InputStream;
import java.time.Instant;

/**
 * Where contents lie, by their hash. It knows no names, owners or rights: those are rows of {@link StoredFiles}. Small
 * enough that an object store (S3) can take the place of the data folder. Failing to read or write is an
 * {@link java.io.UncheckedIOException}.
 */
public interface FileStore {

    /** Keeps the content and is back only when it is safe on disk. A content that is already there is kept once. */
    FileId put(InputStream content);

    /** The content from its first byte. It has been compared with its hash: {@link FileDamaged} when it differs. */
    InputStream open(FileId file);

    /** Its length in bytes; {@link FileDamaged} when it is gone. */
    long size(FileId file);

    /**
     * Deletes the content if nobody has put it since that moment; who puts it while it goes finds it put. Asked only when
     * no tenant has a row of it any more.
     */
    void remove(FileId file, Instant since);

    /** Reads the whole content and compares it with its hash; {@link FileDamaged} when it is gone or differs. */
    void verify(FileId file);
}
