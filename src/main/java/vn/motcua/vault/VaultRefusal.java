package vn.motcua.vault;

import vn.motcua.shared.RefusalCode;

/** Why something is not done with what lies in a vault. */
public enum VaultRefusal implements RefusalCode {
    /** It was replaced or revoked, or its time is over. */
    VAULT_ENTRY_ENDED(Kind.NOT_NOW),
    /** It is not that what is asked for. */
    VAULT_ENTRY_IS_ANOTHER_KIND(Kind.NOT_VALID),
    /** An officer takes something only while its owner stands at the counter, identified and willing. */
    VAULT_OWNER_NOT_THERE(Kind.NOT_VALID),
    /** Who stands at the counter has nothing in the vault that answers this and may be used. */
    VAULT_HAS_NONE(Kind.NOT_NOW),
    /** It is given once what is due for it is paid. */
    VAULT_ENTRY_NOT_PAID(Kind.NOT_NOW),
    /** A link says for whom it is. */
    VAULT_LINK_FOR_WHOM(Kind.NOT_VALID),
    /** A link opens for one of the times that are offered. */
    VAULT_LINK_DAYS(Kind.NOT_VALID),
    /** So many links to one thing are open already. */
    VAULT_TOO_MANY_LINKS(Kind.NOT_NOW),
    /** The statement about a result is not signed by an agency that is believed. */
    VAULT_STATEMENT_NOT_BELIEVED(Kind.NOT_VALID),
    /** The statement lacks something, or says it in another way than it must. */
    VAULT_STATEMENT_LACKS(Kind.NOT_VALID),
    /** The statement is about another file than the one that came with it. */
    VAULT_STATEMENT_OF_ANOTHER_FILE(Kind.NOT_VALID),
    /** The signatures of the result do not hold. */
    VAULT_RESULT_NOT_VALID(Kind.NOT_VALID),
    /** The agency that states it did not sign the result. */
    VAULT_ISSUER_DID_NOT_SIGN(Kind.NOT_VALID),
    /** The operator has not said that this organisation may send results. */
    VAULT_ISSUER_NOT_LISTED(Kind.NOT_ALLOWED),
    /** It may send results of other kinds only. */
    VAULT_ISSUER_OF_ANOTHER_KIND(Kind.NOT_ALLOWED);

    private final Kind kind;

    VaultRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
