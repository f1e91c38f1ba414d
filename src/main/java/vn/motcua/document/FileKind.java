package vn.motcua.document;

import java.util.List;

/** The kinds of file that are accepted, always decided by the content, never by name or claim. */
public enum FileKind {
    PDF("application/pdf", true, "pdf"),
    JPEG("image/jpeg", true, "jpg", "jpeg"),
    PNG("image/png", true, "png"),
    /** Photographs of Apple telephones; stored as they are, and downloaded, since few browsers show them. */
    HEIC("image/heic", false, "heic", "heif");

    private final String mediaType;
    private final boolean shown;

    @SuppressWarnings("ImmutableEnumChecker")
    private final List<String> endings;

    FileKind(String mediaType, boolean shown, String... endings) {
        this.mediaType = mediaType;
        this.shown = shown;
        this.endings = List.of(endings);
    }

    /** The media type under which it is served. */
    public String mediaType() {
        return mediaType;
    }

    /** Whether browsers show it in a page. */
    public boolean shown() {
        return shown;
    }

    /** The endings a name of this kind may have, the usual one first. */
    public List<String> endings() {
        return endings;
    }
}
