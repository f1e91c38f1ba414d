package vn.motcua.shared;

import java.util.List;

/**
 * The rules said no. Expected, explained to the person in their language, never logged as an error. The sentence says
 * what is wrong and what the person can do next; it lives in {@code messages/} under {@code refusal.<code>}.
 */
public final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient RefusalCode code;
    private final transient List<Object> arguments;

    /**
     * @param code which rule refused
     * @param arguments fill {@code {0}}, {@code {1}} … of the sentence; never personal data that the asker may not see
     */
    public Refused(RefusalCode code, Object... arguments) {
        super(code.name() + (arguments.length == 0 ? "" : " " + List.of(arguments)));
        this.code = code;
        this.arguments = List.of(arguments);
    }

    /** Which rule refused. */
    public RefusalCode code() {
        return code;
    }

    /** What fills the sentence's places. */
    public List<Object> arguments() {
        return arguments;
    }
}
