package vn.motcua.document;

import java.util.Locale;
import java.util.regex.Pattern;
import vn.motcua.shared.Text;

/** Names of files as people see them and as their computers can keep them. A name is mended, never refused. */
final class FileNames {

    private static final int LONGEST = 100;
    private static final Pattern FOLDERS = Pattern.compile("^.*[/\\\\]", Pattern.DOTALL);
    private static final Pattern FORBIDDEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}<>:\"|?*]+");
    private static final Pattern SPACES = Pattern.compile("\\s+");

    private FileNames() {}

    /**
     * The last part of the claimed name, composed (NFC), without characters that control, turn the reading direction or
     * mean something to a file system, at most 100 characters, with an ending that fits its kind.
     */
    static String clean(String claimed, FileKind kind) {
        var name = Text.clean(FOLDERS.matcher(claimed).replaceAll(""));
        name = SPACES.matcher(name).replaceAll(" ");
        name = strip(FORBIDDEN.matcher(name).replaceAll(""));
        var dot = name.lastIndexOf('.');
        var ending = dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
        if (kind.endings().contains(ending)) {
            name = strip(name.substring(0, dot));
        } else {
            ending = kind.endings().getFirst();
        }
        return (name.isEmpty() ? "tep" : shortened(name)) + "." + ending;
    }

    /** Without dots and spaces at its ends: the first hides a file, the last is lost on some systems. */
    private static String strip(String name) {
        return name.replaceAll("^[.\\s]+|[.\\s]+$", "");
    }

    private static String shortened(String name) {
        return name.codePointCount(0, name.length()) <= LONGEST
                ? name
                : name.substring(0, name.offsetByCodePoints(0, LONGEST)).strip();
    }
}
