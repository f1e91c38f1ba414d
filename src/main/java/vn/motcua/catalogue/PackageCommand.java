package vn.motcua.catalogue;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.audit.Fields;
import vn.motcua.audit.Look;
import vn.motcua.audit.Purpose;
import vn.motcua.audit.Trail;
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
 * {@code export package CODE DIR [--draft] [--data DIR]} and {@code import package DIR [--data DIR]}: a package as a folder, so
 * that it can live in a repository. What is exported is in force, or the latest draft; what is imported becomes a draft of the agency
 * that publishes the procedure, for two people to hand in and approve as any other. The same folder again changes nothing.
 */
public final class PackageCommand {

    private static final UUID OPERATOR = new UUID(0, 0);
    private static final String CODE = "\\d\\.\\d{6}";

    private final Messages messages = new Messages();
    private final PrintStream out;
    private final List<String> given = new ArrayList<>();
    private Optional<Path> data = Optional.empty();
    private boolean draft;

    private PackageCommand(PrintStream out) {
        this.out = out;
    }

    /** Runs the command. */
    public static void main(String... args) {
        System.exit(run(new PrintStream(System.out, true, StandardCharsets.UTF_8), args));
    }

    /** The same, answering the exit code. */
    static int run(PrintStream out, String... args) {
        var it = new PackageCommand(out);
        if (!it.understands(args) || it.data.isEmpty()) {
            it.say("catalogue.package.usage");
            return ImportCommand.WRONG_USE;
        }
        var folder = it.data.get().toAbsolutePath().normalize();
        if (!FolderDatabase.exists(folder)) {
            it.say("catalogue.import.noDatabase", folder.toString());
            return ImportCommand.NO_DATABASE;
        }
        try {
            return FolderDatabase.with(folder, it::over);
        } catch (StartRefused refused) {
            it.say("database.start." + refused.reason(), refused.arguments().toArray());
            return refused.getExitCode();
        }
    }

    /** The same over these connections. */
    static int run(PrintStream out, DataSource connections, String... args) {
        var it = new PackageCommand(out);
        if (!it.understands(args)) {
            it.say("catalogue.package.usage");
            return ImportCommand.WRONG_USE;
        }
        return it.over(connections);
    }

    private boolean understands(String... args) {
        for (int i = 0; i < args.length; i++) {
            switch (args[i]) {
                case "--draft" -> draft = true;
                case "--data" -> {
                    if (++i == args.length) {
                        return false;
                    }
                    data = Optional.of(Path.of(args[i]));
                }
                default -> given.add(args[i]);
            }
        }
        if (given.stream().anyMatch(it -> it.startsWith("--"))
                || given.size() < 3
                || !given.get(1).equals("package")) {
            return false;
        }
        return switch (given.getFirst()) {
            case "export" -> given.size() == 4 && given.get(2).matches(CODE);
            case "import" -> given.size() == 3 && !draft;
            default -> false;
        };
    }

    private int over(DataSource connections) {
        try (var context = new AnnotationConfigApplicationContext()) {
            context.getBeanFactory().registerSingleton("connections", connections);
            context.registerBean(JdbcClient.class, () -> JdbcClient.create(connections));
            context.registerBean(Clock.class, () -> Clock.system(VietnamTime.ZONE));
            context.register(ScopedTransactions.class, Trail.class, Revisions.class, Editions.class);
            context.refresh();
            return new Work(context).go();
        } catch (Refused refused) {
            for (var language : Language.values()) {
                out.println(messages.say(language, refused));
            }
            return ImportCommand.FILE_REFUSED;
        } catch (DataAccessException e) {
            say(
                    "catalogue.import.noDatabase",
                    String.valueOf(e.getMostSpecificCause().getMessage()));
            return ImportCommand.NO_DATABASE;
        } catch (IOException | UncheckedIOException e) {
            say("catalogue.package.folder", String.valueOf(e.getMessage()));
            return ImportCommand.FILE_REFUSED;
        }
    }

    private void say(String key, Object... arguments) {
        for (var language : Language.values()) {
            out.println(messages.say(language, key, arguments));
        }
    }

    /** What is done once there is a database. */
    private final class Work {

        private final Editions editions;
        private final Revisions revisions;
        private final Trail trail;
        private final Clock clock;
        private final TransactionTemplate transaction;

        Work(AnnotationConfigApplicationContext context) {
            editions = context.getBean(Editions.class);
            revisions = context.getBean(Revisions.class);
            trail = context.getBean(Trail.class);
            clock = context.getBean(Clock.class);
            transaction = new TransactionTemplate(context.getBean(PlatformTransactionManager.class));
        }

        int go() throws IOException {
            return given.getFirst().equals("export")
                    ? export(given.get(2), Path.of(given.get(3)))
                    : take(PackageFolder.read(Path.of(given.get(2))));
        }

        private int export(String code, Path folder) throws IOException {
            var files = national(() -> {
                var all = editions.known(code, clock.instant()).all();
                return draft ? drafted(all).map(Edition::files) : inForce(all);
            });
            if (files.isEmpty() || files.get().isEmpty()) {
                throw new Refused(CatalogueRefusal.NO_PACKAGE, code);
            }
            PackageFolder.write(files.get(), folder);
            say("catalogue.package.exported", code, files.get().size(), folder.toString());
            return ImportCommand.DONE;
        }

        private int take(Map<String, String> files) {
            var code = PackageName.code(files).orElseThrow(() -> new Refused(CatalogueRefusal.PACKAGE_WITHOUT_CODE));
            var agency =
                    PackageName.issuer(files).orElseThrow(() -> new Refused(CatalogueRefusal.PACKAGE_OF_ANOTHER, "–"));
            PackageCheck.names(false, files);
            var saved = national(() -> {
                editions.hold();
                return save(code, agency, files, clock.instant());
            });
            if (saved.isEmpty()) {
                say("catalogue.package.unchanged", code);
                return ImportCommand.DONE;
            }
            say("catalogue.package.imported", code, saved.get().no(), agency);
            var problems = PackageCheck.of(code, agency, files, Set.of());
            if (!problems.isEmpty()) {
                say("catalogue.package.problems", problems.size());
                problems.forEach(it -> out.println("    " + it.file() + (it.line() == 0 ? "" : ":" + it.line()) + " "
                        + messages.say(Language.VI, it.words())));
            }
            return ImportCommand.DONE;
        }

        /** Into the open draft where there is one, else into a new one; nowhere when it is there already. */
        private Optional<Edition> save(String code, String agency, Map<String, String> files, Instant now) {
            var all = editions.settle(code, now);
            if (all.stream().anyMatch(it -> !it.agency().equals(agency))) {
                throw new Refused(CatalogueRefusal.PACKAGE_OF_ANOTHER, agency);
            }
            var open = drafted(all);
            if (open.map(Edition::files)
                    .or(() -> inForce(all))
                    .filter(files::equals)
                    .isPresent()) {
                return Optional.empty();
            }
            var operator = new Phase.Person(OPERATOR, messages.say(Language.VI, "catalogue.package.operator"));
            var name = PackageName.name(files);
            var step = open.isPresent()
                    ? open.get().replace(name, files, operator, now)
                    : Edition.begin(
                            code,
                            all.stream().mapToInt(Edition::no).max().orElse(0) + 1,
                            agency,
                            name,
                            published(all).flatMap(Edition::revision),
                            files,
                            operator,
                            now);
            var command = Ids.next();
            editions.save(step, command);
            trail.leave(new Look(
                    OPERATOR,
                    Optional.empty(),
                    Optional.empty(),
                    Purpose.ADMINISTER,
                    command,
                    open.isPresent() ? "procedure-edition-changed" : "procedure-edition-begun",
                    Fields.of(Fields.RIGHTS)));
            return Optional.of(step.after());
        }

        private Optional<Map<String, String>> inForce(List<Edition> all) {
            return published(all)
                    .flatMap(Edition::revision)
                    .flatMap(revisions::find)
                    .map(Revisions.Stored::files);
        }

        private static Optional<Edition> published(List<Edition> all) {
            return all.stream()
                    .filter(it -> it.phase() instanceof Phase.Published)
                    .findFirst();
        }

        /** The latest draft; they come the latest first. */
        private static Optional<Edition> drafted(List<Edition> all) {
            return all.stream().filter(it -> it.phase() instanceof Phase.Draft).findFirst();
        }

        private <T> T national(Supplier<T> work) {
            return Scope.of(TenantId.NATIONAL).call(() -> Objects.requireNonNull(transaction.execute(_ -> work.get())));
        }
    }
}
