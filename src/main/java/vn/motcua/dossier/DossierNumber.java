package vn.motcua.dossier;

/**
 * The legal number of a dossier (mã hồ sơ), e.g. {@code H15.02-261121-0007}. Opaque: a number given elsewhere is kept
 * unchanged, because one dossier keeps one number for life.
 */
public record DossierNumber(String value) {

    /** Refuses nothing but what cannot be a number at all; that is a bug, for numbers come from programs. */
    public DossierNumber {
        if (value.isBlank() || value.length() > 60) {
            throw new IllegalArgumentException("not a dossier number: '" + value + "'");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
