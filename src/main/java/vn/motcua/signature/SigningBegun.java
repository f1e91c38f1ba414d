package vn.motcua.signature;

import vn.motcua.signature.CscClient.Described;

/**
 * A signing for which somebody was sent to their provider. It holds the verifier that proves who asked, so it lives in the
 * session alone, and neither it nor a code or a word of the provider is ever written down.
 */
public final class SigningBegun {

    private final String provider;
    private final SigningKey key;
    private final Described described;
    private final ToSign paper;
    private final String state;
    private final String verifier;
    private final String back;
    private final String onward;

    SigningBegun(
            String provider,
            SigningKey key,
            Described described,
            ToSign paper,
            String state,
            String verifier,
            String back) {
        this(provider, key, described, paper, state, verifier, back, "");
    }

    private SigningBegun(
            String provider,
            SigningKey key,
            Described described,
            ToSign paper,
            String state,
            String verifier,
            String back,
            String onward) {
        this.provider = provider;
        this.key = key;
        this.described = described;
        this.paper = paper;
        this.state = state;
        this.verifier = verifier;
        this.back = back;
        this.onward = onward;
    }

    SigningBegun at(String page) {
        return new SigningBegun(provider, key, described, paper, state, verifier, back, page);
    }

    /** The name of the provider. */
    public String provider() {
        return provider;
    }

    /** What tells the answer to this signing from a stranger's. */
    public String state() {
        return state;
    }

    /** Where to send the browser. */
    public String onward() {
        return onward;
    }

    SigningKey key() {
        return key;
    }

    Described described() {
        return described;
    }

    ToSign paper() {
        return paper;
    }

    String verifier() {
        return verifier;
    }

    String back() {
        return back;
    }
}
