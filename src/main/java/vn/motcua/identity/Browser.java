package vn.motcua.identity;

import java.util.List;
import java.util.Locale;

/**
 * Which kind of browser on which kind of machine: words of closed lists, so that nothing a browser says of itself gets any
 * further, and coarse enough to be no trace of anybody.
 */
final class Browser {

    /** A word, and what a browser of that kind says of itself. The first that fits counts. */
    private record Kind(String word, String mark) {}

    private static final List<Kind> BROWSERS = List.of(
            new Kind("coc-coc", "coc_coc"),
            new Kind("edge", "edg"),
            new Kind("opera", "opr/"),
            new Kind("samsung-browser", "samsungbrowser"),
            new Kind("firefox", "firefox"),
            new Kind("firefox", "fxios"),
            new Kind("chrome", "chrome"),
            new Kind("chrome", "crios"),
            new Kind("safari", "safari"));
    private static final List<Kind> MACHINES = List.of(
            new Kind("android", "android"),
            new Kind("ios", "iphone"),
            new Kind("ios", "ipad"),
            new Kind("windows", "windows"),
            new Kind("macos", "mac os"),
            new Kind("linux", "linux"));

    private Browser() {}

    /** The two words for what stands in {@code User-Agent}; {@code other-browser} alone for what is neither known. */
    static String words(String userAgent) {
        var said = userAgent.toLowerCase(Locale.ROOT);
        var browser = word(BROWSERS, said, "other-browser");
        var machine = word(MACHINES, said, "");
        return machine.isEmpty() ? browser : browser + " " + machine;
    }

    private static String word(List<Kind> kinds, String said, String otherwise) {
        return kinds.stream()
                .filter(it -> said.contains(it.mark()))
                .map(Kind::word)
                .findFirst()
                .orElse(otherwise);
    }
}
