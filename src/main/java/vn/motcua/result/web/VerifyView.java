package vn.motcua.result.web;

import java.util.List;
import java.util.Optional;

/**
 * The page where anybody checks a result.
 *
 * @param code as it was typed
 * @param wrongCode what is wrong with it; empty
 * @param wrongFile what is wrong with the file; empty
 * @param megabytes how large a file may be
 * @param found what the register says of that code
 * @param checked what came of a file
 */
public record VerifyView(
        String code,
        String wrongCode,
        String wrongFile,
        String megabytes,
        Optional<Found> found,
        Optional<File> checked) {

    /** The empty form. */
    static VerifyView empty(String megabytes) {
        return new VerifyView("", "", "", megabytes, Optional.empty(), Optional.empty());
    }

    /**
     * A result in the register, in words.
     *
     * @param good whether it is in force
     * @param replacedBy the code of the one that took its place; empty
     */
    public record Found(
            boolean good,
            String code,
            String issuer,
            String number,
            String date,
            String state,
            String signed,
            String replacedBy,
            String replacedByHref) {}

    /**
     * A file.
     *
     * @param tone of the verdict: good, warn or bad
     * @param about what was found about the file as a whole
     * @param known what the register says of it
     */
    public record File(
            String tone, String verdict, List<String> about, List<Signature> signatures, Optional<Found> known) {}

    /** A signature, in words; {@code at}, {@code stamp} and {@code list} are times or that there is none. */
    public record Signature(
            String tone,
            String verdict,
            String who,
            String position,
            String at,
            String stamp,
            String list,
            List<String> findings) {}
}
