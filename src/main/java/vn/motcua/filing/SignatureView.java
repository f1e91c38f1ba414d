package vn.motcua.filing;

import java.util.List;

/**
 * What was found about the signatures of a file, in words.
 *
 * @param tone of the verdict: good, warn or bad
 * @param at when it was checked
 * @param about what was found about the file as a whole
 */
public record SignatureView(String tone, String verdict, String at, List<String> about, List<One> signatures) {

    /**
     * One signature.
     *
     * @param who whose it is, as its certificate says
     * @param why it is not simply valid
     * @param facts when it was signed and stamped, and how old the revocation list is that was used
     */
    public record One(String who, String verdict, List<String> why, List<String> facts) {}
}
