package vn.motcua.form;

import vn.motcua.shared.RefusalCode;

/** Why an amount of a package cannot be told. */
public enum AmountRefusal implements RefusalCode {
    /** Its expression fails, or comes out below nothing: its place in the package. */
    AMOUNT_NOT_KNOWN(Kind.NOT_NOW);

    private final Kind kind;

    AmountRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
