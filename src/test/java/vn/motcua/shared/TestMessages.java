package vn.motcua.shared;

/** The real texts, for tests outside the module. */
public final class TestMessages {

    private static final Messages ALL = new Messages();

    private TestMessages() {}

    public static Messages all() {
        return ALL;
    }
}
