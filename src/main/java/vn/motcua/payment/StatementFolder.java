package vn.motcua.payment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.organization.Unit;
import vn.motcua.organization.Units;
import vn.motcua.payment.StatementStore.Origin;
import vn.motcua.shared.Ids;
import vn.motcua.shared.Refused;
import vn.motcua.shared.Scope;
import vn.motcua.shared.Sha256;

/**
 * The folder into which a bank's or a gateway's own transfer lays its statements. A file is taken in once by what it says, also by two copies of
 * the program over one folder, and then moved to {@code taken}; one that cannot be read is moved to {@code refused}, and its reason is kept
 * for whoever leads the unit. One at which the program itself fails is moved to {@code failed} and holds no other up; while the database is
 * away everything stays where it lies.
 */
@Component
class StatementFolder {

    private static final Logger LOG = LoggerFactory.getLogger(StatementFolder.class);
    /** Agency code, whose statement, anything. */
    private static final Pattern NAME = Pattern.compile("([A-Z0-9.]{1,40})_(bank|gateway)_.{1,150}\\.csv");

    private static final long LARGEST = 20_000_000;

    private final Optional<Path> folder;
    private final StatementReading reading;
    private final StatementStore store;
    private final Units units;
    private final Clock clock;
    private final TransactionTemplate transaction;

    StatementFolder(
            PaymentSettings settings,
            StatementReading reading,
            StatementStore store,
            Units units,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.folder = Optional.ofNullable(settings.statements());
        this.reading = reading;
        this.store = store;
        this.units = units;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Takes in what lies there; what was wrong is the answer. */
    List<String> take() {
        if (folder.isEmpty()) {
            return List.of();
        }
        var troubles = new ArrayList<String>();
        for (var file : files(folder.get(), troubles)) {
            try {
                take(folder.get(), file).ifPresent(troubles::add);
            } catch (NoSuchFileException another) {
                LOG.debug("another copy of the program has {}", file);
            } catch (IOException e) {
                LOG.warn("the statement {} cannot be read or moved", file.getFileName(), e);
                troubles.add(file.getFileName() + " cannot be read or moved: "
                        + e.getClass().getSimpleName());
            } catch (TransientDataAccessException | DataAccessResourceFailureException | TransactionException later) {
                LOG.warn("the statement {} waits for the next round", file.getFileName(), later);
                troubles.add(file.getFileName() + " waits for the next round: "
                        + later.getClass().getSimpleName());
            } catch (RuntimeException e) {
                LOG.error("the statement {} cannot be taken in", file.getFileName(), e);
                troubles.add(file.getFileName() + " cannot be taken in: "
                        + e.getClass().getSimpleName() + setAside(folder.get(), file));
            }
        }
        return troubles;
    }

    /** What went wrong even with that; empty for nothing. */
    private static String setAside(Path folder, Path file) {
        try {
            away(folder, "failed", file, Sha256.hex(bytes(file)));
            return "";
        } catch (IOException e) {
            LOG.warn("the statement {} cannot be set aside", file.getFileName(), e);
            return ", nor set aside";
        }
    }

    private static List<Path> files(Path folder, List<String> troubles) {
        try (var all = Files.list(folder)) {
            return all.filter(it -> Files.isRegularFile(it, LinkOption.NOFOLLOW_LINKS)
                            && it.getFileName()
                                    .toString()
                                    .toLowerCase(Locale.ROOT)
                                    .endsWith(".csv"))
                    .sorted()
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            LOG.warn("the folder of statements cannot be read", e);
            troubles.add("the folder cannot be read: " + e.getMessage());
            return List.of();
        }
    }

    /** What was wrong with it; empty for nothing. */
    private Optional<String> take(Path folder, Path file) throws IOException {
        var said = bytes(file);
        var digest = Sha256.hex(said);
        var name = NAME.matcher(file.getFileName().toString());
        var agency = name.matches() ? agency(name.group(1)) : Optional.<Unit>empty();
        if (agency.isEmpty()) {
            away(folder, "refused", file, digest);
            return Optional.of(file.getFileName() + " names no agency of ours");
        }
        var trouble = Scope.of(agency.get().tenant()).call(() -> take(agency.get(), name, said, digest));
        away(folder, trouble.isEmpty() ? "taken" : "refused", file, digest);
        return trouble;
    }

    private Optional<String> take(Unit agency, Matcher name, byte[] said, String digest) {
        var channel = name.group(2).equals("bank") ? PaymentChannel.VIETQR : PaymentChannel.GATEWAY;
        var id = Ids.once("statement " + agency.tenant().value() + " " + agency.id() + " " + channel + " " + digest);
        try {
            read(id, agency, channel, StatementFile.read(text(said)), digest);
            return Optional.empty();
        } catch (Refused refused) {
            if (!(refused.code() instanceof PaymentRefusal)) {
                throw refused;
            }
            transaction.executeWithoutResult(_ -> store.add(
                    new StatementStore.Unread(id, agency.id(), name.group(), digest, refused, clock.instant())));
            return Optional.of(name.group() + ": " + refused.getMessage());
        }
    }

    private void read(UUID id, Unit agency, PaymentChannel channel, List<StatementFile.Line> lines, String digest) {
        var own = units.subtree(agency.id()).stream().map(Unit::id).toList();
        var moments = lines.stream().map(StatementFile.Line::at).sorted().toList();
        var given = new StatementReading.Given(
                id,
                agency.id(),
                channel,
                lines,
                digest,
                Origin.FOLDER,
                Optional.empty(),
                own,
                own,
                moments.getFirst(),
                moments.getLast());
        if (reading.take(given, clock.instant(), () -> {})) {
            LOG.info("tenant {}: a statement of {} payments was taken in", agency.tenant(), lines.size());
        }
    }

    private Optional<Unit> agency(String code) {
        return units.tenants().stream()
                .flatMap(it -> units.of(it.id()).stream())
                .filter(it -> it.agencyCode().filter(code::equals).isPresent())
                .findFirst();
    }

    private static byte[] bytes(Path file) throws IOException {
        return Files.size(file) > LARGEST ? new byte[0] : Files.readAllBytes(file);
    }

    private static String text(byte[] said) {
        if (said.length == 0) {
            throw new Refused(PaymentRefusal.STATEMENT_EMPTY);
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(said))
                    .toString();
        } catch (CharacterCodingException no) {
            throw new Refused(PaymentRefusal.STATEMENT_LETTERS);
        }
    }

    /** Two of the same name lie beside each other by their digests. */
    private static void away(Path folder, String where, Path file, String digest) throws IOException {
        var to = Files.createDirectories(folder.resolve(where));
        Files.move(
                file,
                to.resolve(digest.substring(0, 8) + "-" + file.getFileName()),
                StandardCopyOption.REPLACE_EXISTING);
    }
}
