package vn.motcua.form;

import java.util.List;
import java.util.stream.Collectors;

/** A definition that cannot be used, with everything that is wrong in it: authors want the whole list at once. */
public final class UnsoundDefinition extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Fault> faults;

    /** With at least one fault. */
    public UnsoundDefinition(List<Fault> faults) {
        super(faults.stream().map(Fault::toString).collect(Collectors.joining("; ")));
        this.faults = List.copyOf(faults);
    }

    /** What is wrong, in the order of the file. */
    public List<Fault> faults() {
        return faults;
    }
}
