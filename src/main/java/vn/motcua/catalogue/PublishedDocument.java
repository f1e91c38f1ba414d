package vn.motcua.catalogue;

import java.util.Optional;

/**
 * A document (thành phần hồ sơ) as a record publishes it.
 *
 * @param name what it is, in the record's words
 * @param code its national code; may be empty
 * @param originals how many originals; empty where the record does not say
 * @param copies how many copies; empty where the record does not say
 * @param form the form (mẫu đơn, tờ khai) that belongs to it; may be empty
 * @param eForm whether it is filled in online
 */
public record PublishedDocument(
        String name, String code, Optional<Integer> originals, Optional<Integer> copies, String form, boolean eForm) {

    /** Of which the record gives the name and nothing else. */
    public static PublishedDocument named(String name) {
        return new PublishedDocument(name, "", Optional.empty(), Optional.empty(), "", false);
    }
}
