package vn.motcua.queue;

import java.util.Arrays;
import java.util.Optional;

/** What somebody comes to the one-stop for (loại việc); a number is taken for one of them. */
public enum Errand {
    /** To file a dossier (nộp hồ sơ). */
    FILE,
    /** To collect a result (nhận kết quả). */
    COLLECT,
    /** To ask, or be shown how (hỏi, được hướng dẫn). */
    ASK;

    /** That of this name; empty when there is none. */
    public static Optional<Errand> of(String name) {
        return Arrays.stream(values()).filter(it -> it.name().equals(name)).findFirst();
    }
}
