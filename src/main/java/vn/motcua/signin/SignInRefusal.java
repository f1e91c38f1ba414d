package vn.motcua.signin;

import vn.motcua.shared.RefusalCode;

/** Why signing in did not work. */
public enum SignInRefusal implements RefusalCode {
    /** The provider does not answer in time, or answers with an error of its own. */
    PROVIDER_UNREACHABLE(Kind.NOT_NOW),
    /** What the provider answered does not prove anything. */
    PROVIDER_NOT_BELIEVED(Kind.NOT_VALID),
    /** The visitor said no at the provider. */
    SIGN_IN_STOPPED(Kind.NOT_VALID),
    /** No sign-in was begun in this browser, or too long ago, or it was finished already. */
    SIGN_IN_NOT_BEGUN(Kind.NOT_VALID),
    /** The provider did not say a personal number, a name or a date of birth. */
    CLAIMS_MISSING(Kind.NOT_VALID),
    /** The agency's provider knows them, but the agency has not entered them here. */
    OFFICER_UNKNOWN(Kind.NOT_ALLOWED),
    /** The provider vouched for less than was asked. */
    LEVEL_NOT_REACHED(Kind.NOT_ALLOWED),
    /** Somebody else signed in when more proof was asked of the one who is signed in. */
    ANOTHER_PERSON(Kind.NOT_ALLOWED),
    /** The account was closed. */
    ACCOUNT_CLOSED(Kind.NOT_ALLOWED);

    private final Kind kind;

    SignInRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
