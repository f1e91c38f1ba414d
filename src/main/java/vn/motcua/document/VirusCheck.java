package vn.motcua.document;

import java.io.InputStream;

/** Looks for known malicious software in a file. */
public interface VirusCheck {

    /** Whether a check is set up; pages where people upload say so when not. */
    boolean on();

    /** What it says about this content. */
    Verdict check(InputStream content);

    /** The answer; "could not find out" is kept apart from "clean". */
    sealed interface Verdict {

        /** Nothing known was found. */
        record Clean() implements Verdict {}

        /** No check is set up. */
        record NotChecked() implements Verdict {}

        /** Found by that name. */
        record Infected(String name) implements Verdict {}

        /** A check is set up but gave no answer. */
        record Unreachable(String why) implements Verdict {}
    }
}
