package vn.motcua.document;

import vn.motcua.shared.Refused;

/** The size of an image as its header states it, judged before anybody unpacks it. */
final class ImageSize {

    private ImageSize() {}

    /** Refuses no size at all, and more pixels than the limit. */
    static void check(long width, long height, UploadLimits limits) {
        if (width < 1 || height < 1) {
            throw new Refused(DocumentRefusal.FILE_BROKEN);
        }
        if (width > limits.pixels() || height > limits.pixels() / width) {
            throw new Refused(DocumentRefusal.IMAGE_TOO_LARGE, width, height, limits.pixels() / 1_000_000);
        }
    }
}
