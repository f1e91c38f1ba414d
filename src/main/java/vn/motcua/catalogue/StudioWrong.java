package vn.motcua.catalogue;

import java.util.Map;
import java.util.stream.Collectors;
import vn.motcua.shared.Phrase;

/** What an author filled in cannot stand like this; nothing of it was saved. */
public final class StudioWrong extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Map<String, Phrase> faults;

    /** With what is wrong, by the name of the input; under the empty name what is about none of them. */
    public StudioWrong(Map<String, Phrase> faults) {
        super(faults.entrySet().stream()
                .map(it -> it.getKey() + ": " + it.getValue())
                .sorted()
                .collect(Collectors.joining("; ")));
        this.faults = Map.copyOf(faults);
    }

    /** What is wrong, by the name of the input. */
    public Map<String, Phrase> faults() {
        return faults;
    }
}
