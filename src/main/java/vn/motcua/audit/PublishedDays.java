package vn.motcua.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.database.DataFolder;
import vn.motcua.shared.Scope;
import vn.motcua.shared.TenantId;

/** The closed days of all tenants, for everybody: as files in the data folder, and for the open page. */
@Component
public class PublishedDays {

    private final AuditLog log;
    private final Path folder;
    private final TransactionTemplate reading;

    PublishedDays(AuditLog log, DataFolder data, PlatformTransactionManager transactions) {
        this.log = log;
        this.folder = data.folder("evidence").resolve("published");
        this.reading = new TransactionTemplate(transactions);
        reading.setReadOnly(true);
    }

    /**
     * A closed day in the list.
     *
     * @param records how many lines it holds
     * @param root its root, hexadecimal
     * @param stamped whether an authority has stamped it
     */
    public record Day(LocalDate day, int records, String root, boolean stamped) {}

    /** The tenant's closed days before that one, newest first. */
    public List<Day> days(TenantId tenant, LocalDate before, int limit) {
        return in(tenant, () -> log.daysBefore(before, limit)).stream()
                .map(it -> new Day(
                        it.root().day(),
                        it.root().records(),
                        it.root().root().hex(),
                        it.stamp().isPresent()))
                .toList();
    }

    /** The file of a closed day. */
    public Optional<String> file(TenantId tenant, LocalDate day) {
        return in(tenant, () -> log.day(day).map(this::published)).map(Published::json);
    }

    /** Writes the file of a closed day, anew when it has been stamped since. */
    void publish(TenantId tenant, LocalDate day) {
        var file = folder.resolve(tenant.toString()).resolve(day + ".json");
        file(tenant, day).ifPresent(it -> write(file, it));
    }

    private Published published(SignedDay day) {
        var root = day.root();
        return Published.of(day, log.segmentsAfter(root.first() - 1, root.last() - root.first() + 1));
    }

    private <T> T in(TenantId tenant, java.util.function.Supplier<T> work) {
        return Scope.of(tenant).call(() -> Objects.requireNonNull(reading.execute(_ -> work.get())));
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            var half = file.resolveSibling(file.getFileName() + ".new");
            Files.writeString(half, text);
            Files.move(
                    half,
                    file,
                    java.nio.file.StandardCopyOption.ATOMIC_MOVE,
                    java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
