package vn.motcua.brand;

import vn.motcua.shared.RefusalCode;

/** What brands refuse. */
public enum BrandRefusal implements RefusalCode {
    /** No such brand or draft in this agency. */
    BRAND_UNKNOWN(Kind.NOT_FOUND),
    /** A colour that is not of the palette. */
    ACCENT_UNKNOWN(Kind.NOT_VALID),
    /** Too little contrast; says how much there is and how much is needed. */
    ACCENT_TOO_LIGHT(Kind.NOT_VALID),
    /** Not a picture of the kind PNG. */
    EMBLEM_NOT_PNG(Kind.NOT_VALID),
    /** A picture that would make every page heavy; says how many kilobytes there may be. */
    EMBLEM_TOO_HEAVY(Kind.NOT_VALID),
    /** A telephone number that nobody can dial. */
    HOTLINE_WRONG(Kind.NOT_VALID),
    /** Longer than there is room for; says how many letters there may be. */
    BRAND_TEXT_TOO_LONG(Kind.NOT_VALID);

    private final Kind kind;

    BrandRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
