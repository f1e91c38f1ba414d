package vn.motcua.payment;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import vn.motcua.shared.Refused;

/**
 * Fields of two digits of id, two digits of length and the value, as EMVCo codes write them (EMV QRCPS, Merchant-Presented Mode).
 *
 * @param fields by their ids, in the order in which they stand
 */
record TagLengthValue(Map<String, String> fields) {

    /** The longest value that two digits of length can tell. */
    private static final int LONGEST = 99;

    TagLengthValue {
        fields = new LinkedHashMap<>(fields);
    }

    /**
     * Reads fields one after the other.
     *
     * @param where the field in which they lie, with a point, for the sentence that refuses; empty for the code itself
     */
    static TagLengthValue read(String text, String where) {
        var fields = new LinkedHashMap<String, String>();
        int at = 0;
        while (at < text.length()) {
            if (at + 4 > text.length() || !text.substring(at, at + 4).matches("[0-9]{4}")) {
                throw new Refused(QrRefusal.QR_NO_FIELD, where + text.substring(at, Math.min(at + 4, text.length())));
            }
            var id = text.substring(at, at + 2);
            int length = Integer.parseInt(text.substring(at + 2, at + 4));
            if (at + 4 + length > text.length()) {
                throw new Refused(QrRefusal.QR_LENGTH, where + id, length, text.length() - at - 4);
            }
            if (fields.put(id, text.substring(at + 4, at + 4 + length)) != null) {
                throw new Refused(QrRefusal.QR_FIELD_TWICE, where + id);
            }
            at += 4 + length;
        }
        return new TagLengthValue(fields);
    }

    /** The value of that field. */
    Optional<String> value(String id) {
        return Optional.ofNullable(fields.get(id));
    }

    /** One field as it is written. */
    static String field(String id, String value) {
        if (value.isEmpty() || value.length() > LONGEST) {
            throw new IllegalArgumentException("field " + id + " of " + value.length() + " letters");
        }
        return id + String.format(Locale.ROOT, "%02d", value.length()) + value;
    }
}
