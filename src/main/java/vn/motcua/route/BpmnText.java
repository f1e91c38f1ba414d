package vn.motcua.route;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.regex.Pattern;
import vn.motcua.shared.Refused;

/** A BPMN file as text that stands in a page and comes back from it. */
public final class BpmnText {

    /** No further is an encoding looked for: what somebody sends may be one long line of blanks. */
    private static final int HEAD = 200;

    private static final Pattern ENCODING =
            Pattern.compile("^(\\s*<\\?xml[^>]*?)\\s+encoding\\s*=\\s*[\"']([^\"']*)[\"']");

    private BpmnText() {}

    /**
     * The text of a file in the encoding that it names. Refuses as {@link BpmnFile#read} what is no BPMN at all, so that
     * nothing else comes into a page.
     */
    public static String of(byte[] file) {
        BpmnFile.read(file);
        var head = new String(file, 0, Math.min(HEAD, file.length), StandardCharsets.ISO_8859_1);
        var text = new String(file, charset(head));
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /** The file of a text: UTF-8, whatever encoding it named before. */
    public static byte[] bytes(String text) {
        var head = text.substring(0, Math.min(HEAD, text.length()));
        return (ENCODING.matcher(head).replaceFirst("$1") + text.substring(head.length()))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static Charset charset(String head) {
        if (head.startsWith("\u00FE\u00FF") || head.startsWith("\u00FF\u00FE")) {
            return StandardCharsets.UTF_16;
        }
        var named = ENCODING.matcher(head);
        try {
            return named.find() ? Charset.forName(named.group(2)) : StandardCharsets.UTF_8;
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new Refused(RouteRefusal.BPMN_NOT_READABLE, "1", String.valueOf(e.getMessage()));
        }
    }
}
