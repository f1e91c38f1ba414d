package vn.motcua.audit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A closed day of a log as a file that can be checked elsewhere. Each line begins with a letter: {@code S} and a
 * segment, {@code R} and one of its lines, at the end {@code D} and the signed day as it was published. Days can be put
 * one after the other.
 */
final class LogFile {

    private LogFile() {}

    /** Writes the day of the current tenant. */
    static void write(AuditLog log, SignedDay day, Writer out) {
        try {
            var root = day.root();
            var segments = log.segmentsAfter(root.first() - 1, root.last() - root.first() + 1);
            for (var segment : segments) {
                out.write("S " + segment.line() + "\n");
                for (var line : log.records(segment.from(), segment.until(), Integer.MAX_VALUE)) {
                    out.write("R " + line.line() + "\n");
                }
            }
            out.write("D " + Published.of(day, List.of()).line() + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Checks such a file; {@link IllegalArgumentException} when it is none. */
    static ChainCheck.Result check(BufferedReader file, Optional<Hash> signer, List<SignedDay> published)
            throws IOException {
        var check = new ChainCheck(signer);
        var reading = new Reading(check);
        for (var line = file.readLine(); line != null; line = file.readLine()) {
            reading.take(line);
        }
        reading.segmentEnds();
        published.forEach(check::published);
        return check.result();
    }

    private static final class Reading {

        private final ChainCheck check;
        private final List<AuditRecord> lines = new ArrayList<>();
        private @Nullable Segment segment;

        Reading(ChainCheck check) {
            this.check = check;
        }

        void take(String line) {
            var content = line.length() > 2 ? line.substring(2) : "";
            switch (line.isEmpty() ? ' ' : line.charAt(0)) {
                case 'S' -> {
                    segmentEnds();
                    segment = Segment.of(content);
                }
                case 'R' -> lines.add(AuditRecord.of(content));
                case 'D' -> {
                    segmentEnds();
                    check.day(Published.read(content).day());
                }
                default -> throw new IllegalArgumentException("not a line of a log file: " + line);
            }
        }

        void segmentEnds() {
            if (segment != null) {
                check.segment(segment, List.copyOf(lines));
            } else if (!lines.isEmpty()) {
                throw new IllegalArgumentException("lines without a segment");
            }
            segment = null;
            lines.clear();
        }
    }
}
