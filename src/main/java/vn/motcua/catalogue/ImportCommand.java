package vn.motcua.catalogue;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import javax.sql.DataSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.motcua.audit.Trail;
import vn.motcua.catalogue.ImportLine.Verdict;
import vn.motcua.database.StartRefused;
import vn.motcua.shared.Ids;
import vn.motcua.shared.Language;
import vn.motcua.shared.Messages;
import vn.motcua.shared.Refused;
import vn.motcua.shared.Scope;
import vn.motcua.shared.ScopedTransactions;
import vn.motcua.shared.TenantId;
import vn.motcua.shared.VietnamTime;

/**
 * {@code import procedures FILE… [--dry-run] [--data DIR]}: takes records out of files as {@link ProcedureImports} does. A
 * program that runs on the data folder goes on and shows them within seconds; where none runs, the database is started for as
 * long as it takes. Says each record that does not stay as it was.
 */
public final class ImportCommand {

    static final int DONE = 0;
    static final int WRONG_USE = 2;
    /** Some records were refused; all others were taken. */
    static final int SOME_REFUSED = 50;
    /** A whole file was refused; nothing of it was taken. */
    static final int FILE_REFUSED = 51;
    /** There is no database of this version of the program. */
    static final int NO_DATABASE = 52;

    private static final int AT_ONCE = 500;
    /** So long nothing is said while a file is read. */
    private static final Duration SILENT = Duration.ofSeconds(3);

    private final Messages messages = new Messages();
    private final ImportWords words = new ImportWords(messages, Language.VI);
    private final PrintStream out;
    private final List<Path> files = new ArrayList<>();
    private Optional<Path> data = Optional.empty();
    private boolean dry;

    private ImportCommand(PrintStream out) {
        this.out = out;
    }

    /** Runs the command. */
    public static void main(String... args) {
        System.exit(run(new PrintStream(System.out, true, StandardCharsets.UTF_8), args));
    }

    /** The same, answering the exit code. */
    static int run(PrintStream out, String... args) {
        var command = new ImportCommand(out);
        return command.run(() -> command.data.isEmpty() ? command.wrongUse() : command.go(), args);
    }

    /** The same over these connections. */
    static int run(PrintStream out, DataSource connections, String... args) {
        var command = new ImportCommand(out);
        return command.run(() -> command.take(connections), args);
    }

    private int wrongUse() {
        say("catalogue.import.usage");
        return WRONG_USE;
    }

    private int run(IntSupplier work, String... args) {
        if (!understands(args)) {
            return wrongUse();
        }
        try {
            return work.getAsInt();
        } catch (StartRefused refused) {
            say("database.start." + refused.reason(), refused.arguments().toArray());
            return refused.getExitCode();
        } catch (DataAccessException e) {
            say(
                    "catalogue.import.noDatabase",
                    String.valueOf(e.getMostSpecificCause().getMessage()));
            return NO_DATABASE;
        }
    }

    private boolean understands(String... args) {
        if (args.length < 2 || !args[0].equals("procedures")) {
            return false;
        }
        for (int i = 1; i < args.length; i++) {
            switch (args[i]) {
                case "--dry-run" -> dry = true;
                case "--data" -> {
                    if (++i == args.length) {
                        return false;
                    }
                    data = Optional.of(Path.of(args[i]));
                }
                default -> {
                    if (args[i].startsWith("--")) {
                        return false;
                    }
                    files.add(Path.of(args[i]));
                }
            }
        }
        return !files.isEmpty();
    }

    private int go() {
        var folder = data.orElseThrow().toAbsolutePath().normalize();
        if (!FolderDatabase.exists(folder)) {
            say("catalogue.import.noDatabase", folder.toString());
            return NO_DATABASE;
        }
        return FolderDatabase.with(folder, this::take);
    }

    private int take(DataSource connections) {
        try (var context = new AnnotationConfigApplicationContext()) {
            context.getBeanFactory().registerSingleton("connections", connections);
            context.registerBean(JdbcClient.class, () -> JdbcClient.create(connections));
            context.registerBean(Clock.class, () -> Clock.system(VietnamTime.ZONE));
            context.register(
                    ScopedTransactions.class,
                    Trail.class,
                    Revisions.class,
                    PublishedRecords.class,
                    ImportStore.class,
                    ProcedureImports.class);
            context.refresh();
            return take(context.getBean(ProcedureImports.class));
        }
    }

    /** All files, one after the other. */
    int take(ProcedureImports imports) {
        int code = DONE;
        for (var file : files) {
            int of = Scope.of(TenantId.NATIONAL).call(() -> take(imports, file));
            code = Math.max(code, of);
        }
        return code;
    }

    private int take(ProcedureImports imports, Path file) {
        var id = Ids.next();
        var name = String.valueOf(file.getFileName());
        var started = System.nanoTime();
        try {
            if (!Files.isRegularFile(file)) {
                throw new Refused(CatalogueRefusal.FILE_MISSING);
            }
            imports.begin(id, name, file);
        } catch (Refused refused) {
            return refused(name, refused);
        }
        check(imports, id, file);
        var refused = imports.find(id).flatMap(ProcedureImports.Import::refused);
        if (refused.isPresent()) {
            return refused(name, refused.get());
        }
        if (!dry) {
            imports.apply(id);
        }
        lines(imports, id);
        var counts = imports.counts(id);
        say(
                dry ? "catalogue.import.looked" : "catalogue.import.done",
                name,
                counts.getOrDefault(Verdict.NEW, 0),
                counts.getOrDefault(Verdict.CHANGED, 0),
                counts.getOrDefault(Verdict.UNCHANGED, 0),
                counts.getOrDefault(Verdict.KEPT, 0),
                counts.getOrDefault(Verdict.REFUSED, 0),
                Duration.ofNanos(System.nanoTime() - started).toSeconds());
        return counts.getOrDefault(Verdict.REFUSED, 0) > 0 ? SOME_REFUSED : DONE;
    }

    /** A large file takes a while: says every few seconds how far it is. */
    private void check(ProcedureImports imports, UUID id, Path file) {
        var stopped = new CountDownLatch(1);
        var scope = Scope.current();
        Thread.ofVirtual().start(() -> scope.run(() -> tell(imports, id, stopped)));
        try {
            imports.check(id, file);
        } finally {
            stopped.countDown();
        }
    }

    private void tell(ProcedureImports imports, UUID id, CountDownLatch stopped) {
        int before = 0;
        try {
            while (!stopped.await(SILENT.toMillis(), TimeUnit.MILLISECONDS)) {
                int now = imports.find(id).map(ProcedureImports.Import::total).orElse(0);
                if (now > before) {
                    say("catalogue.import.soFar", now);
                }
                before = now;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void lines(ProcedureImports imports, UUID id) {
        int after = 0;
        var lines = imports.lines(id, Optional.empty(), after, AT_ONCE);
        while (!lines.isEmpty()) {
            lines.stream().filter(it -> it.verdict() != Verdict.UNCHANGED).forEach(it -> {
                out.println(messages.say(
                        Language.VI,
                        "catalogue.import.row",
                        it.line(),
                        words.verdict(it.verdict()),
                        it.code(),
                        it.name()));
                words.details(it).forEach(one -> out.println("    " + one));
            });
            after = lines.getLast().no();
            lines = imports.lines(id, Optional.empty(), after, AT_ONCE);
        }
    }

    private int refused(String name, Refused refused) {
        for (var language : Language.values()) {
            out.println(name + ": " + messages.say(language, refused));
        }
        return FILE_REFUSED;
    }

    private void say(String key, Object... arguments) {
        for (var language : Language.values()) {
            out.println(messages.say(language, key, arguments));
        }
    }
}
