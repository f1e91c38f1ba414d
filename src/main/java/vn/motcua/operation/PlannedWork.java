package vn.motcua.operation;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.task.ThreadPoolTaskSchedulerCustomizer;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.scheduling.config.ScheduledTask;
import org.springframework.scheduling.config.ScheduledTaskHolder;
import org.springframework.scheduling.config.TaskExecutionOutcome.Status;
import org.springframework.stereotype.Component;

/** What the program does by itself again and again: when last, how long it took, what it came to, when next. */
@Component
public class PlannedWork implements ThreadPoolTaskSchedulerCustomizer {

    private static final String OURS = "vn.motcua.";

    /** How the scheduler's wrapping of a method speaks of it. */
    private static final Pattern NAME = Pattern.compile(" for (vn\\.motcua\\.[^\\]\\s]+)");

    private final ObjectProvider<ScheduledTaskHolder> holders;
    private final Map<String, Duration> took = new ConcurrentHashMap<>();

    PlannedWork(ObjectProvider<ScheduledTaskHolder> holders) {
        this.holders = holders;
    }

    /** What it came to the last time. */
    public enum Outcome {
        NOT_YET,
        RUNNING,
        DONE,
        FAILED
    }

    /**
     * One of them, as it went since this program started.
     *
     * @param name module, class and method, e.g. {@code audit.Rounds.go}
     * @param why what went wrong the last time, in the words of the machine
     */
    public record Work(
            String name,
            Outcome outcome,
            Optional<Instant> last,
            Optional<Duration> took,
            Optional<Instant> next,
            Optional<String> why) {}

    @Override
    public void customize(ThreadPoolTaskScheduler scheduler) {
        scheduler.setTaskDecorator(task -> () -> {
            var wrapped = NAME.matcher(task.toString());
            var begun = System.nanoTime();
            try {
                task.run();
            } finally {
                if (wrapped.find()) {
                    took.put(wrapped.group(1), Duration.ofNanos(System.nanoTime() - begun));
                }
            }
        });
    }

    /** All of it. */
    public List<Work> all() {
        return holders.stream()
                .flatMap(it -> it.getScheduledTasks().stream())
                .filter(it -> it.toString().startsWith(OURS))
                .map(this::work)
                .sorted(Comparator.comparing(Work::name))
                .toList();
    }

    private Work work(ScheduledTask task) {
        var last = task.getTask().getLastExecutionOutcome();
        var name = task.toString();
        return new Work(
                name.substring(OURS.length()),
                outcome(last.status()),
                Optional.ofNullable(last.executionTime()),
                Optional.ofNullable(took.get(name)),
                Optional.ofNullable(task.nextExecution()),
                Optional.ofNullable(last.throwable()).map(Throwable::toString));
    }

    private static Outcome outcome(Status status) {
        return switch (status) {
            case NONE -> Outcome.NOT_YET;
            case STARTED -> Outcome.RUNNING;
            case SUCCESS -> Outcome.DONE;
            case ERROR -> Outcome.FAILED;
        };
    }
}
