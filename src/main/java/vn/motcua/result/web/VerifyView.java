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
 * @param hidden a sensitive result of which nothing is said without its owner's code
 */
public record VerifyView(
        String code,
        String wrongCode,
        String wrongFile,
        String megabytes,
        Optional<Found> found,
        Optional<File> checked,
        Optional<Hidden> hidden) {

    /** The empty form. */
    static VerifyView empty(String megabytes) {
        return wrong("", "", "", megabytes);
    }

    /** The form with what is wrong in it. */
    static VerifyView wrong(String code, String wrongCode, String wrongFile, String megabytes) {
        return new VerifyView(
                code, wrongCode, wrongFile, megabytes, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** What the register says. */
    static VerifyView of(Found found, String megabytes) {
        return new VerifyView(found.code(), "", "", megabytes, Optional.of(found), Optional.empty(), Optional.empty());
    }

    /** What came of a file. */
    static VerifyView of(File checked, String megabytes) {
        return new VerifyView("", "", "", megabytes, Optional.empty(), Optional.of(checked), Optional.empty());
    }

    /** A sensitive result. */
    static VerifyView of(Hidden hidden, String megabytes) {
        return new VerifyView(
                hidden.code(), "", "", megabytes, Optional.empty(), Optional.empty(), Optional.of(hidden));
    }

    /**
     * A sensitive result.
     *
     * @param code of the result
     * @param href where its owner's code is sent
     * @param wrong what is wrong with the code that was typed; empty
     */
    public record Hidden(String code, String href, String wrong) {}

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
