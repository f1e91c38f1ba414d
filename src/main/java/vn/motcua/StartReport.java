package vn.motcua;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import vn.motcua.database.DiskSpace;
import vn.motcua.database.StartRefused;
import vn.motcua.database.StartRefused.Reason;
import vn.motcua.shared.Language;
import vn.motcua.shared.Messages;

/**
 * Says in one sentence, Vietnamese then English, why the program does not start, in place of a stack trace. What is not
 * one of the known reasons is a bug and keeps its trace.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
class StartReport implements SpringBootExceptionReporter {

    /** Spring makes it, also when there is no context yet. */
    StartReport(@Nullable ConfigurableApplicationContext context) {}

    @Override
    public boolean reportException(Throwable failure) {
        var refused = reason(failure);
        refused.ifPresent(StartReport::print);
        return refused.isPresent();
    }

    /** The known reason behind a failure to start. */
    static Optional<StartRefused> reason(Throwable failure) {
        for (Throwable it = failure; it != null; it = it.getCause()) {
            var message = String.valueOf(it.getMessage());
            var known = switch (it) {
                case StartRefused refused -> refused;
                case PortInUseException port -> new StartRefused(Reason.PORT_IN_USE, port.getPort());
                case FlywayValidateException _ -> tables(message);
                default -> diskFull(message);
            };
            if (known != null) {
                return Optional.of(known);
            }
        }
        return Optional.empty();
    }

    private static StartRefused tables(String message) {
        return message.contains("not resolved locally")
                ? new StartRefused(Reason.DATABASE_NEWER)
                : new StartRefused(
                        Reason.TABLES_DIFFER,
                        message.lines().skip(1).findFirst().orElse(message));
    }

    private static @Nullable StartRefused diskFull(String message) {
        return message.toLowerCase(Locale.ROOT).contains("no space left on device")
                ? new StartRefused(Reason.DISK_FULL, "PostgreSQL", DiskSpace.TO_START)
                : null;
    }

    private static void print(StartRefused refused) {
        var messages = new Messages();
        var screen = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        for (var language : Language.values()) {
            screen.println(messages.say(
                    language,
                    "database.start." + refused.reason().name(),
                    refused.arguments().toArray()));
        }
    }
}
