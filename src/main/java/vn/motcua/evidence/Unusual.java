package vn.motcua.evidence;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import vn.motcua.audit.AuditRecord;
import vn.motcua.shared.VietnamTime;

/**
 * Ways of looking at data that somebody should ask about. A finding accuses nobody: at night there may be an emergency.
 * The thresholds are not law but configuration ({@code motcua.inspection}).
 *
 * @param manyAnHour from how many different dossiers and people within an hour on
 * @param nightFrom from which hour on it is night in Vietnam
 * @param nightUntil until which
 * @param grace how long after its end a dossier may still be looked at, and how long a look-up may wait for its filing
 * @param failedSignIns from how many failures of an account a day on
 */
record Unusual(int manyAnHour, int nightFrom, int nightUntil, Duration grace, int failedSignIns) {

    /** An inbox shows what lies there, many at once. */
    private static final Set<String> ON_A_LIST = Set.of("listed", "supervised-on-list");

    /** What is unusual. */
    enum Kind {
        /** Very many different ones within an hour. */
        MANY,
        /** At night. */
        NIGHT,
        /** A dossier that had long ended. */
        ENDED,
        /** A person was looked up, and nothing was filed for anybody afterwards. */
        NO_FILING,
        /** Somebody failed often to sign in; whoever it is whose account that is. */
        FAILED_SIGN_INS,
        /** An officer or administrator signed in at night. */
        SIGN_IN_AT_NIGHT
    }

    /**
     * Something to ask about.
     *
     * @param actor account of who looked
     * @param times how often
     * @param first when it began
     * @param each the lines of the log that it is made of, in their order
     */
    record Finding(Kind kind, UUID actor, int times, Instant first, List<AuditRecord> each) {

        /** Keeps its own copy. */
        Finding {
            each = List.copyOf(each);
        }
    }

    /**
     * What is unusual in a day's lines.
     *
     * @param lines in the order in which they were written
     * @param ended since when dossiers among their subjects have ended
     */
    List<Finding> in(List<AuditRecord> lines, Map<UUID, Instant> ended) {
        var findings = new ArrayList<Finding>();
        var looks = lines.stream()
                .filter(it -> it.position().isPresent()
                        && it.before().isEmpty()
                        && it.content().isEmpty())
                .collect(Collectors.groupingBy(AuditRecord::actor, TreeMap::new, Collectors.toList()));
        looks.forEach((actor, own) -> {
            many(actor, own, findings);
            add(Kind.NIGHT, actor, own.stream().filter(it -> night(it.at())).toList(), findings);
            add(Kind.ENDED, actor, own.stream().filter(it -> late(it, ended)).toList(), findings);
            add(
                    Kind.NO_FILING,
                    actor,
                    own.stream().filter(it -> idle(it, lines)).toList(),
                    findings);
        });
        lines.stream()
                .filter(it -> it.purpose().equals("sign-in"))
                .collect(Collectors.groupingBy(AuditRecord::subject, TreeMap::new, Collectors.toList()))
                .forEach((account, own) -> signIns(account, own, findings));
        return findings;
    }

    private void signIns(UUID account, List<AuditRecord> own, List<Finding> findings) {
        var failed =
                own.stream().filter(it -> it.act().startsWith("sign-in-failed")).toList();
        if (failed.size() >= failedSignIns) {
            add(Kind.FAILED_SIGN_INS, account, failed, findings);
        }
        add(
                Kind.SIGN_IN_AT_NIGHT,
                account,
                own.stream()
                        .filter(it -> it.act().startsWith("signed-in") && night(it.at()))
                        .toList(),
                findings);
    }

    private static void add(Kind kind, UUID actor, List<AuditRecord> looks, List<Finding> findings) {
        if (!looks.isEmpty()) {
            findings.add(new Finding(kind, actor, looks.size(), looks.getFirst().at(), looks));
        }
    }

    private void many(UUID actor, List<AuditRecord> looks, List<Finding> findings) {
        var hour = new ArrayDeque<AuditRecord>();
        int most = 0;
        var found = List.<AuditRecord>of();
        for (var look : looks) {
            if (ON_A_LIST.contains(look.act())) {
                continue;
            }
            hour.add(look);
            while (hour.getFirst().at().plus(Duration.ofHours(1)).isBefore(look.at())) {
                hour.removeFirst();
            }
            int different = hour.stream()
                    .map(AuditRecord::subject)
                    .collect(Collectors.toCollection(HashSet::new))
                    .size();
            if (different > most) {
                most = different;
                found = List.copyOf(hour);
            }
        }
        if (most >= manyAnHour) {
            findings.add(new Finding(Kind.MANY, actor, most, found.getFirst().at(), found));
        }
    }

    private boolean night(Instant at) {
        int hour = VietnamTime.local(at).getHour();
        return hour >= nightFrom || hour < nightUntil;
    }

    private boolean late(AuditRecord look, Map<UUID, Instant> ended) {
        var since = ended.get(look.subject());
        return since != null && look.at().isAfter(since.plus(grace));
    }

    private boolean idle(AuditRecord look, List<AuditRecord> lines) {
        return look.purpose().equals("intake")
                && lines.stream()
                        .noneMatch(it -> it.actor().equals(look.actor())
                                && it.act().startsWith("filed")
                                && !it.at().isBefore(look.at())
                                && it.at().isBefore(look.at().plus(grace)));
    }
}
