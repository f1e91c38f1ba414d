package vn.motcua.shared;

/** The languages in which the program speaks: Vietnamese first, English second. */
public enum Language {
    VI("vi", ""),
    EN("en", "/en");

    private final String tag;
    private final String prefix;

    Language(String tag, String prefix) {
        this.tag = tag;
        this.prefix = prefix;
    }

    /** The BCP 47 tag for {@code lang}. */
    public String tag() {
        return tag;
    }

    /** What stands before each path of this language. */
    public String prefix() {
        return prefix;
    }
}
