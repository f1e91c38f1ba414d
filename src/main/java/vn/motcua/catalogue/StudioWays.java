package vn.motcua.catalogue;

import java.util.ArrayList;
import java.util.List;

/**
 * An amount that hangs on conditions, {@code a ? 1 : b ? 2 : 3}, as rules of which the first that holds counts. What is no
 * such chain is one rule without a condition.
 *
 * @param when the condition; empty for what holds otherwise
 * @param amount what it is then
 */
record StudioWays(String when, String amount) {

    /** The rules of an expression; the last one is what holds otherwise. */
    static List<StudioWays> split(String expression) {
        var ways = new ArrayList<StudioWays>();
        var rest = bare(expression);
        while (true) {
            int asked = at(rest, '?');
            int other = asked < 0 ? -1 : other(rest, asked + 1);
            if (other < 0) {
                ways.add(new StudioWays("", rest));
                return ways;
            }
            ways.add(new StudioWays(bare(rest.substring(0, asked)), bare(rest.substring(asked + 1, other))));
            rest = bare(rest.substring(other + 1));
        }
    }

    /** The expression of these rules. */
    static String joined(List<StudioWays> ways) {
        var written = new StringBuilder();
        for (var it : ways) {
            if (!it.when().isEmpty()) {
                written.append(held(it.when()))
                        .append(" ? ")
                        .append(held(it.amount()))
                        .append(" : ");
            } else {
                written.append(it.amount());
            }
        }
        return written.toString();
    }

    /** In brackets where it would be read as a part of something else. */
    private static String held(String expression) {
        return at(expression, '?') < 0 ? expression : "(" + expression + ")";
    }

    /** Without space and brackets around all of it. */
    private static String bare(String expression) {
        var stripped = expression.strip();
        return stripped.startsWith("(") && closing(stripped) == stripped.length() - 1
                ? bare(stripped.substring(1, stripped.length() - 1))
                : stripped;
    }

    /** Where the bracket closes with which it begins; −1 for nowhere. */
    private static int closing(String expression) {
        int depth = 0;
        for (int i = 0; i < expression.length(); i++) {
            i = quoted(expression, i);
            if (i >= expression.length()) {
                return -1;
            }
            depth += opens(expression.charAt(i));
            if (depth == 0) {
                return i;
            }
        }
        return -1;
    }

    /** Where the other way begins whose question mark is just before. */
    private static int other(String expression, int from) {
        int open = 0;
        int depth = 0;
        for (int i = from; i < expression.length(); i++) {
            i = quoted(expression, i);
            if (i >= expression.length()) {
                return -1;
            }
            char it = expression.charAt(i);
            depth += opens(it);
            if (depth == 0 && it == '?') {
                open++;
            } else if (depth == 0 && it == ':' && open-- == 0) {
                return i;
            }
        }
        return -1;
    }

    /** Where that character stands outside of brackets and quotes; −1 for nowhere. */
    private static int at(String expression, char wanted) {
        int depth = 0;
        for (int i = 0; i < expression.length(); i++) {
            i = quoted(expression, i);
            if (i >= expression.length()) {
                return -1;
            }
            depth += opens(expression.charAt(i));
            if (depth == 0 && expression.charAt(i) == wanted) {
                return i;
            }
        }
        return -1;
    }

    /** Behind the quoted text that begins there; there where none does. */
    private static int quoted(String expression, int from) {
        char quote = expression.charAt(from);
        if (quote != '"' && quote != '\'') {
            return from;
        }
        int i = from + 1;
        while (i < expression.length() && expression.charAt(i) != quote) {
            i += expression.charAt(i) == '\\' ? 2 : 1;
        }
        return i + 1;
    }

    private static int opens(char it) {
        return switch (it) {
            case '(', '[', '{' -> 1;
            case ')', ']', '}' -> -1;
            default -> 0;
        };
    }
}
