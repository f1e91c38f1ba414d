package vn.motcua.database;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Backups that the program makes by itself, of its own database only.
 *
 * @param folder where they go ({@code motcua.backup.folder}), best on another machine's disk; none when empty
 * @param every how much time may be lost: how often what is new goes there
 * @param at the time of day in Vietnam of the daily whole copy
 * @param keep how long a whole copy is kept
 */
@ConfigurationProperties("motcua.backup")
public record BackupSettings(
        @DefaultValue("") String folder,
        @DefaultValue("1m") Duration every,
        @DefaultValue("02:00") LocalTime at,
        @DefaultValue("14d") Duration keep) {

    /** The folder, when one is configured. */
    public Optional<Path> place() {
        return Optional.of(folder.strip()).filter(it -> !it.isEmpty()).map(Path::of);
    }
}
