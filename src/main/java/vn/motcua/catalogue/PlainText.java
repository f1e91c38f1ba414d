package vn.motcua.catalogue;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.web.util.HtmlUtils;
import vn.motcua.shared.Text;

/**
 * The text of something that may have been written as HTML, as fields of published records often are: no tags, no scripts,
 * entities as the characters they stand for, composed (NFC), a line where a block ended. What it gives is text and is escaped
 * wherever it is shown.
 */
final class PlainText {

    private static final Set<String> BLOCKS =
            Set.of("br", "p", "div", "li", "ul", "ol", "tr", "table", "h1", "h2", "h3", "h4", "h5", "h6");
    private static final Set<String> UNSEEN = Set.of("script", "style", "template", "head");
    /** Half a character: no encoding can write it. */
    private static final Pattern HALVES = Pattern.compile("\\p{Cs}");

    private static final Pattern BLANKS = Pattern.compile("[\\h\\u00a0]+");
    private static final Pattern LINES = Pattern.compile(" ?\\n[ \\n]*");

    private PlainText() {}

    /** The text of it. */
    static String of(String given) {
        var whole = HALVES.matcher(HtmlUtils.htmlUnescape(withoutTags(given))).replaceAll("");
        var text = Text.clean(whole.replace('\r', '\n'));
        return LINES.matcher(BLANKS.matcher(text).replaceAll(" "))
                .replaceAll("\n")
                .strip();
    }

    /** One line of it. */
    static String line(String given) {
        return of(given).replace('\n', ' ');
    }

    private static String withoutTags(String text) {
        var plain = new StringBuilder(text.length());
        int at = 0;
        while (at < text.length()) {
            int tag = text.indexOf('<', at);
            if (tag < 0) {
                return plain.append(text, at, text.length()).toString();
            }
            plain.append(text, at, tag);
            if (!beginsTag(text, tag)) {
                plain.append('<');
                at = tag + 1;
                continue;
            }
            int end = text.indexOf('>', tag);
            if (end < 0) {
                return plain.append(text, tag, text.length()).toString();
            }
            var name = name(text, tag);
            if (BLOCKS.contains(name)) {
                plain.append('\n');
            }
            at = UNSEEN.contains(name) && text.charAt(tag + 1) != '/' ? afterEnd(text, name, end) : end + 1;
        }
        return plain.toString();
    }

    private static boolean beginsTag(String text, int at) {
        if (at + 1 >= text.length()) {
            return false;
        }
        char next = text.charAt(at + 1);
        return next == '/'
                || next == '!'
                || next == '?'
                || (next >= 'a' && next <= 'z')
                || (next >= 'A' && next <= 'Z');
    }

    private static String name(String text, int tag) {
        int from = text.charAt(tag + 1) == '/' ? tag + 2 : tag + 1;
        int to = from;
        while (to < text.length() && to < from + 20 && Character.isLetterOrDigit(text.charAt(to))) {
            to++;
        }
        return text.substring(from, to).toLowerCase(Locale.ROOT);
    }

    /** Behind the end tag of what is not seen; the end of the text when it never ends. */
    private static int afterEnd(String text, String name, int from) {
        int end = from;
        while (end >= 0) {
            end = text.indexOf("</", end + 1);
            if (end >= 0 && text.regionMatches(true, end + 2, name, 0, name.length())) {
                int close = text.indexOf('>', end);
                return close < 0 ? text.length() : close + 1;
            }
        }
        return text.length();
    }
}
