package vn.motcua.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.motcua.database.BackupFolder;
import vn.motcua.database.BackupSettings;
import vn.motcua.database.DataFolder;
import vn.motcua.database.LocalServer;
import vn.motcua.database.StartRefused;
import vn.motcua.shared.VietnamTime;

/**
 * Makes backups while the program runs, where a folder is configured and the database is the own one: what is new every
 * minute, a whole copy each night, and lets go of those that are old.
 */
@Component
public class BackupRounds implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(BackupRounds.class);

    private final BackupSettings settings;
    private final DataFolder data;
    private final Clock clock;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile @Nullable Thread rounds;

    private volatile Optional<Round> last = Optional.empty();

    BackupRounds(BackupSettings settings, DataFolder data, Clock clock) {
        this.settings = settings;
        this.data = data;
        this.clock = clock;
    }

    /**
     * How backups go.
     *
     * @param folder where they go, empty when none are made
     * @param whole when the last whole copy ended
     * @param until until when everything could be restored
     * @param round what the last round of this program came to
     */
    public record Report(
            Optional<Path> folder, Optional<Instant> whole, Optional<Instant> until, Optional<Round> round) {}

    /**
     * One round.
     *
     * @param problem what went wrong, in the words of the machine; empty when nothing did
     */
    public record Round(Instant begun, Duration took, Optional<String> problem) {}

    /** How backups go now, as it lies on the disk. */
    public Report report() {
        var folder = settings.place().flatMap(BackupFolder::at);
        try {
            var whole = folder.isEmpty() ? Optional.<Instant>empty() : Backups.last(folder.get());
            var reach = folder.isEmpty() ? Optional.<Reach>empty() : Reach.of(folder.get());
            return new Report(
                    settings.place(),
                    whole,
                    reach.map(Reach::until).filter(it -> whole.isPresent()).or(() -> whole),
                    last);
        } catch (IOException | BackupRefused e) {
            return new Report(settings.place(), Optional.empty(), Optional.empty(), last);
        }
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        if (rounds != null || !settings.every().isPositive()) {
            return;
        }
        backups()
                .ifPresent(it ->
                        rounds = Thread.ofPlatform().daemon().name("backup").start(() -> go(it)));
    }

    /** The backups of this program's own server, when there is one and a folder for it. */
    private Optional<Backups> backups() {
        return settings.place()
                .flatMap(place -> LocalServer.running(data.folder("postgres"))
                        .map(it -> new Backups(it, data.path(), BackupFolder.claim(place, data.path()))));
    }

    private void go(Backups backups) {
        try {
            do {
                var begun = clock.instant();
                var problem = round(backups);
                last = Optional.of(new Round(begun, Duration.between(begun, clock.instant()), problem));
            } while (!stopped.await(settings.every().toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Optional<String> round(Backups backups) {
        try {
            if (due(Backups.last(backups.folder()))) {
                var made = backups.whole();
                LOG.info("backup: {}", made.folder());
                backups.forgetBefore(clock.instant().minus(settings.keep()));
            }
            backups.round();
            return Optional.empty();
        } catch (IOException | SQLException | StartRefused | BackupRefused e) {
            LOG.error("THE BACKUP FAILED and is tried again: {}", e.getMessage());
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /** Whether the time of day for a whole copy has passed since the last. */
    private boolean due(Optional<Instant> last) {
        var now = VietnamTime.local(clock.instant());
        LocalDateTime planned = now.toLocalDate().atTime(settings.at());
        var latest = planned.isAfter(now) ? planned.minusDays(1) : planned;
        return last.map(it -> VietnamTime.local(it).isBefore(latest)).orElse(true);
    }

    @Override
    public void start() {
        // The rounds begin when the program is ready.
    }

    @Override
    public void stop() {
        stopped.countDown();
        var running = rounds;
        if (running != null) {
            try {
                running.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return stopped.getCount() > 0;
    }
}
