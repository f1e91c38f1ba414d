package vn.motcua.operation.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.motcua.backup.BackupRounds;
import vn.motcua.identity.Door;
import vn.motcua.identity.Door.Who;
import vn.motcua.identity.SignedIn.Administrator;
import vn.motcua.messaging.Deliveries;
import vn.motcua.messaging.Posted;
import vn.motcua.operation.Machine;
import vn.motcua.operation.PlannedWork;
import vn.motcua.outbox.Backlog;
import vn.motcua.shared.Language;
import vn.motcua.shared.Languages;
import vn.motcua.shared.Messages;
import vn.motcua.shared.Pages;
import vn.motcua.shared.VietnamTime;

/** How the program runs, and a button for what failed. */
@Controller
public class JobsPages {

    private static final double GIGABYTE = 1 << 30;
    private static final double MEGABYTE = 1 << 20;
    private static final long SECOND = 1000;
    /** Below this share of the disk it is time to do something. */
    private static final double LITTLE = 0.1;

    private static final Duration BOUNCED_SINCE = Duration.ofDays(7);

    private final PlannedWork planned;
    private final Machine machine;
    private final BackupRounds backups;
    private final Backlog backlog;
    private final Deliveries deliveries;
    private final Messages messages;
    private final Clock clock;

    JobsPages(
            PlannedWork planned,
            Machine machine,
            BackupRounds backups,
            Backlog backlog,
            Deliveries deliveries,
            Messages messages,
            Clock clock) {
        this.planned = planned;
        this.machine = machine;
        this.backups = backups;
        this.backlog = backlog;
        this.deliveries = deliveries;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * The page.
     *
     * @param facts what there is to know in lines, the worrying ones marked
     * @param waiting how many entries the relay has not handed on
     * @param oldest since when the oldest waits, empty when none does
     * @param undelivered messages that no carrier took
     * @param bounced what had no such address in the last days
     */
    public record View(
            List<Fact> facts,
            List<Job> jobs,
            int waiting,
            String oldest,
            List<Failed> failed,
            List<Undelivered> undelivered,
            List<Posted> bounced) {}

    /** A line; {@code kind} is a badge's class, empty for none. */
    public record Fact(String name, String value, String kind, String badge) {}

    /** A line of the planned work. */
    public record Job(String name, String last, String took, String outcome, String kind, String why, String next) {}

    /** An entry that could not be handed on. */
    public record Failed(String id, String dossier, String kind, String at, int attempts, String why, String next) {}

    /** A message that did not go through; {@code next} is empty when it was given up. */
    public record Undelivered(
            String id, String channel, String address, String at, int attempts, String why, String next) {}

    @Door(Who.ADMINISTRATOR)
    @GetMapping("/admin/jobs")
    ModelAndView jobs(Administrator who, HttpServletRequest request) {
        var words = new Words(Languages.of(request));
        var waiting = backlog.state();
        return Pages.show(
                "operation/jobs",
                new View(
                        words.facts(),
                        planned.all().stream().map(words::job).toList(),
                        waiting.waiting(),
                        words.moment(waiting.oldest()),
                        waiting.failing().stream().map(words::failed).toList(),
                        deliveries.failing().stream().map(words::undelivered).toList(),
                        deliveries.bounced(clock.instant().minus(BOUNCED_SINCE))));
    }

    @Door(Who.ADMINISTRATOR)
    @PostMapping("/admin/jobs/retry")
    ModelAndView retry(Administrator who, @RequestParam UUID entry) {
        backlog.retry(entry, clock.instant());
        return new ModelAndView("redirect:/admin/jobs");
    }

    @Door(Who.ADMINISTRATOR)
    @PostMapping("/admin/jobs/resend")
    ModelAndView resend(Administrator who, @RequestParam UUID message) {
        deliveries.retry(message);
        return new ModelAndView("redirect:/admin/jobs");
    }

    private final class Words {

        private final Language language;

        Words(Language language) {
            this.language = language;
        }

        List<Fact> facts() {
            var report = backups.report();
            var data = machine.data();
            var facts = new java.util.ArrayList<Fact>();
            facts.add(room("disk", data));
            report.folder().flatMap(machine::room).ifPresent(it -> facts.add(room("backupDisk", it)));
            facts.add(new Fact(t("database"), size(machine.databaseSize()), "", ""));
            facts.add(backup(report));
            facts.add(answer("stamps", machine.stamps()));
            facts.add(answer("clamd", machine.clamd()));
            return facts;
        }

        private Fact room(String key, Machine.Room room) {
            var little = room.free() < room.total() * LITTLE;
            return new Fact(
                    t(key),
                    t("room", size(room.free()), size(room.total())),
                    little ? "bad" : "good",
                    t(little ? "little" : "enough"));
        }

        private Fact backup(BackupRounds.Report report) {
            if (report.folder().isEmpty()) {
                return new Fact(t("backup"), t("backup.none"), "warn", t("off"));
            }
            var problem = report.round().flatMap(BackupRounds.Round::problem);
            if (problem.isPresent() || report.whole().isEmpty()) {
                return new Fact(t("backup"), problem.orElse(t("backup.notYet")), "bad", t("outcome.FAILED"));
            }
            return new Fact(
                    t("backup"),
                    t("backup.made", moment(report.whole()), moment(report.until())),
                    "good",
                    t("outcome.DONE"));
        }

        private Fact answer(String key, Machine.Answer answer) {
            return switch (answer) {
                case NOT_CONFIGURED -> new Fact(t(key), t(key + ".none"), "warn", t("off"));
                case YES -> new Fact(t(key), t("answers"), "good", t("outcome.DONE"));
                case NO -> new Fact(t(key), t("silent"), "bad", t("outcome.FAILED"));
            };
        }

        Job job(PlannedWork.Work work) {
            var key = "operation.job." + work.name();
            var known = messages.all(language).containsKey(key);
            return new Job(
                    known ? messages.say(language, key) : work.name(),
                    moment(work.last()),
                    work.took().map(this::took).orElse(""),
                    t("outcome." + work.outcome()),
                    switch (work.outcome()) {
                        case NOT_YET, RUNNING -> "info";
                        case DONE -> "good";
                        case FAILED -> "bad";
                    },
                    work.why().orElse(""),
                    moment(work.next()));
        }

        Failed failed(Backlog.Failing it) {
            return new Failed(
                    it.id().toString(),
                    it.dossier().toString(),
                    it.kind(),
                    VietnamTime.moment(it.at()),
                    it.attempts(),
                    it.why(),
                    VietnamTime.moment(it.next()));
        }

        Undelivered undelivered(Deliveries.Failing it) {
            return new Undelivered(
                    it.id().toString(),
                    t("channel." + it.channel()),
                    it.address(),
                    VietnamTime.moment(it.at()),
                    it.attempts(),
                    it.why(),
                    moment(it.next()));
        }

        private String took(Duration it) {
            return it.toMillis() < SECOND ? t("millis", it.toMillis()) : t("seconds", it.toSeconds());
        }

        private String size(long bytes) {
            return bytes < GIGABYTE ? t("megabytes", bytes / MEGABYTE) : t("gigabytes", bytes / GIGABYTE);
        }

        private String moment(Optional<Instant> it) {
            return it.map(VietnamTime::moment).orElse("");
        }

        private String t(String key, Object... arguments) {
            return messages.say(language, "operation." + key, arguments);
        }
    }
}
