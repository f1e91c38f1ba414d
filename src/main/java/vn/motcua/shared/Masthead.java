package vn.motcua.shared;

/**
 * What of an agency stands above and below a page; empty texts where it says nothing.
 *
 * @param name in place of ours
 * @param emblem the address of its picture
 * @param style the address of the style sheet with its colour
 * @param address where people come
 * @param hotline the telephone number
 * @param footer its last line
 */
public record Masthead(String name, String emblem, String style, String address, String hotline, String footer) {

    /** Of no agency. */
    public static final Masthead NONE = new Masthead("", "", "", "", "", "");

    /** Whether there is anything to say where the agency is reached. */
    public boolean reached() {
        return !address.isEmpty() || !hotline.isEmpty();
    }

    /** The telephone number as a telephone dials it. */
    public String dialled() {
        return hotline.replaceAll("[^+0-9]", "");
    }

    /** Which agency's page this is; answered by the module that knows how agencies show themselves. */
    public interface Source {

        /** What stands above and below the page of the current request. */
        Masthead current(Language language);
    }
}
