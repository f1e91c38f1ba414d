package vn.motcua.shared;

import java.util.Map;

/** The outlines of our icons on a grid of 24 (from Tabler Icons, MIT). An icon always stands beside a word. */
public final class Icon {

    private static final Map<String, String> PATHS = Map.ofEntries(
            Map.entry("search", "M3 10a7 7 0 1 0 14 0a7 7 0 1 0-14 0M21 21l-6-6"),
            Map.entry("clock", "M3 12a9 9 0 1 0 18 0a9 9 0 1 0-18 0M12 7v5l3 2"),
            Map.entry("file", "M14 3v5h5M6 3h8l5 5v11a2 2 0 0 1-2 2H6a1 1 0 0 1-1-1V4a1 1 0 0 1 1-1z"),
            Map.entry("building", "M3 21h18M5 21V9l7-5 7 5v12M9 21v-6h6v6"),
            Map.entry("check", "M5 13l4 4L19 7"),
            Map.entry(
                    "warning",
                    "M12 8v5M12 16.5v.1M10.3 3.6 2.6 17a2 2 0 0 0 1.7 3h15.4a2 2 0 0 0 1.7-3L13.7 3.6a2 2 0 0 0-3.4 0z"),
            Map.entry("upload", "M4 17v2a2 2 0 0 0 2 2h12a2 2 0 0 0 2-2v-2M7 9l5-5 5 5M12 4v12"),
            Map.entry("download", "M4 17v2a2 2 0 0 0 2 2h12a2 2 0 0 0 2-2v-2M7 11l5 5 5-5M12 4v12"),
            Map.entry(
                    "database",
                    "M4 6a8 3 0 1 0 16 0a8 3 0 1 0-16 0M4 6v6c0 1.7 3.6 3 8 3s8-1.3 8-3V6M4 12v6c0 1.7 3.6 3 8 3s8-1.3 8-3v-6"),
            Map.entry("pencil", "M4 20h4L19 9a2.8 2.8 0 0 0-4-4L4 16zM13.5 6.5l4 4"),
            Map.entry("inbox", "M4 4h16v16H4zM4 13h4l2 3h4l2-3h4"),
            Map.entry("signature", "M3 17c3 0 3-10 6-10s0 10 3 10 2-5 4-5 1 3 5 3M3 21h18"),
            Map.entry("chart", "M4 20V10h4v10M10 20V4h4v16M16 20v-7h4v7M3 20h18"),
            Map.entry("person", "M8 7a4 4 0 1 0 8 0a4 4 0 1 0-8 0M6 21v-2a4 4 0 0 1 4-4h4a4 4 0 0 1 4 4v2"),
            Map.entry(
                    "baby",
                    "M3 12a9 9 0 1 0 18 0a9 9 0 1 0-18 0M9 10v.1M15 10v.1M9 14a4 4 0 0 0 6 0M12 3c-1 1-1 3 1 3"),
            Map.entry("heart", "M12 20s-8-5-8-11a4.5 4.5 0 0 1 8-2.8A4.5 4.5 0 0 1 20 9c0 6-8 11-8 11z"),
            Map.entry("home", "M4 11l8-7 8 7v9H4zM10 20v-6h4v6"),
            Map.entry("land", "M4 20h16M6 16l6-10 6 10M9 16v4M15 16v4"),
            Map.entry(
                    "car",
                    "M5 17H3v-6l2-5h12l4 5v6h-2M9 17h6M5 11h16M5 17a2 2 0 1 0 4 0a2 2 0 1 0-4 0M15 17a2 2 0 1 0 4 0a2 2 0 1 0-4 0"),
            Map.entry(
                    "shop",
                    "M3 21h18M4 21V10M20 21V10M3 7l2-4h14l2 4a3 3 0 0 1-6 0 3 3 0 0 1-6 0 3 3 0 0 1-6 0zM9 21v-6h6v6"),
            Map.entry("school", "M22 9 12 5 2 9l10 4 10-4v6M6 11v5a6 3 0 0 0 12 0v-5"),
            Map.entry("elder", "M9 5a2 2 0 1 0 4 0a2 2 0 1 0-4 0M11 7v7l3 7M11 14l-3 7M7 10l4-2 4 3M18 12v9"),
            Map.entry(
                    "help",
                    "M3 12a9 9 0 1 0 18 0a9 9 0 1 0-18 0M12 17v.1M12 13.5a1.5 1.5 0 0 1 1-1.5 2.6 2.6 0 1 0-3-4"),
            Map.entry(
                    "lock",
                    "M5 13a2 2 0 0 1 2-2h10a2 2 0 0 1 2 2v6a2 2 0 0 1-2 2H7a2 2 0 0 1-2-2zM8 11V7a4 4 0 1 1 8 0v4"),
            Map.entry("arrow-right", "M5 12h14M13 18l6-6M13 6l6 6"),
            Map.entry(
                    "printer",
                    "M17 17h2a2 2 0 0 0 2-2v-4a2 2 0 0 0-2-2H5a2 2 0 0 0-2 2v4a2 2 0 0 0 2 2h2M17 9V5a2 2 0 0 0-2-2H9a2 2 0 0 0-2 2v4M7 15a2 2 0 0 1 2-2h6a2 2 0 0 1 2 2v4a2 2 0 0 1-2 2H9a2 2 0 0 1-2-2z"));

    private Icon() {}

    /** The outline of that icon; an unknown name is a bug. */
    public static String path(String name) {
        var path = PATHS.get(name);
        if (path == null) {
            throw new IllegalArgumentException("no icon " + name);
        }
        return path;
    }
}
