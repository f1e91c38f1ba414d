package vn.motcua.route;

import java.util.ArrayDeque;
import java.util.Deque;

/** XML as it is written: indented, every value escaped, attributes without a value left out. */
final class XmlText {

    private final StringBuilder text = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    private final Deque<String> open = new ArrayDeque<>();

    /** Begins an element; names and values take turns. */
    void open(String name, String... attributes) {
        begin(name, attributes);
        text.append(">\n");
        open.push(name);
    }

    /** An element with nothing in it. */
    void empty(String name, String... attributes) {
        begin(name, attributes);
        text.append("/>\n");
    }

    /** An element with text in it. */
    void text(String name, String value, String... attributes) {
        begin(name, attributes);
        text.append('>');
        escape(value);
        text.append("</").append(name).append(">\n");
    }

    void close() {
        var name = open.pop();
        indent();
        text.append("</").append(name).append(">\n");
    }

    private void begin(String name, String... attributes) {
        indent();
        text.append('<').append(name);
        for (int i = 0; i < attributes.length; i += 2) {
            if (!attributes[i + 1].isEmpty()) {
                text.append(' ').append(attributes[i]).append("=\"");
                escape(attributes[i + 1]);
                text.append('"');
            }
        }
    }

    private void indent() {
        text.repeat("  ", open.size());
    }

    /** Line ends and tabs survive as references; what XML cannot hold is left out. */
    private void escape(String value) {
        value.codePoints().forEach(it -> {
            switch (it) {
                case '<' -> text.append("&lt;");
                case '>' -> text.append("&gt;");
                case '&' -> text.append("&amp;");
                case '"' -> text.append("&quot;");
                case '\n', '\r', '\t' -> text.append("&#").append(it).append(';');
                default -> {
                    if (it >= 0x20 && !(it >= 0xD800 && it <= 0xDFFF) && it != 0xFFFE && it != 0xFFFF) {
                        text.appendCodePoint(it);
                    }
                }
            }
        });
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
