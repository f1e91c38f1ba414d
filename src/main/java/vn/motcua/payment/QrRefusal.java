package vn.motcua.payment;

import vn.motcua.shared.RefusalCode;

/** Why a text is no VietQR code. */
public enum QrRefusal implements RefusalCode {
    /** Where a field should begin stands something else. */
    QR_NO_FIELD,
    /** A field says that it is longer than what is left. */
    QR_LENGTH,
    /** A field stands twice. */
    QR_FIELD_TWICE,
    /** A field that has to be there is missing. */
    QR_FIELD_MISSING,
    /** A field says something that it may not say. */
    QR_FIELD_WRONG,
    /** The checksum is not that of the rest. */
    QR_CHECKSUM;

    @Override
    public Kind kind() {
        return Kind.NOT_VALID;
    }
}
