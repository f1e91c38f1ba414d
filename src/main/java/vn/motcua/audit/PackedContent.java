package vn.motcua.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What an act brought, read from the text whose SHA-256 the log keeps: a line for each event, for each paper, for the
 * answers.
 *
 * @param versions of its events
 * @param files every file named in it by its SHA-256, with the kind of the event that names it; empty for a paper's line
 */
record PackedContent(List<Integer> versions, Map<String, String> files) {

    private static final Pattern EVENT = Pattern.compile("(\\d{1,9}) ([a-z-]+) [0-9a-f-]{36} .*");
    private static final Pattern PAPER = Pattern.compile("[0-9a-f-]{36} \\S* ([0-9a-f]{64}) \\d+ \\d+");
    private static final Pattern FILE = Pattern.compile("\"file\": ?\"([0-9a-f]{64})\"");

    static PackedContent of(String text) {
        var versions = new ArrayList<Integer>();
        var files = new TreeMap<String, String>();
        text.lines().forEach(line -> {
            var event = EVENT.matcher(line);
            var paper = PAPER.matcher(line);
            if (event.matches()) {
                versions.add(Integer.valueOf(event.group(1)));
                FILE.matcher(line).results().forEach(it -> files.putIfAbsent(it.group(1), event.group(2)));
            } else if (paper.matches()) {
                files.putIfAbsent(paper.group(1), "");
            }
        });
        return new PackedContent(versions, files);
    }
}
