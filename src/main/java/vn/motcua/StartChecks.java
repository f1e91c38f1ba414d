package vn.motcua;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.CommandLinePropertySource;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySources;
import org.springframework.core.env.StandardEnvironment;
import vn.motcua.database.StartRefused;
import vn.motcua.deadline.DeadlineRefusal;
import vn.motcua.deadline.WorkingCalendar;
import vn.motcua.shared.Refused;

/** What is asked before anything is started, so that a refusal leaves everything as it was. */
class StartChecks implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final int DEFAULT_PORT = 8080;
    private static final Pattern OURS = Pattern.compile("^(motcua|spring|server|management)\\.");
    private static final List<String> ON_THE_COMMAND_LINE = List.of(
            CommandLinePropertySource.COMMAND_LINE_PROPERTY_SOURCE_NAME,
            StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME);

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var environment = context.getEnvironment();
        refuseSecrets(environment.getPropertySources());
        var port = environment.getProperty("server.port", Integer.class, DEFAULT_PORT);
        var address = environment.getProperty("server.address", "");
        if (port > 0 && !isFree(address, port)) {
            throw new StartRefused(StartRefused.Reason.PORT_IN_USE, port);
        }
        var calendar = environment.getProperty("motcua.calendar.file", "");
        if (!calendar.isEmpty()) {
            takeCalendar(calendar);
        }
    }

    /** The national calendar is the operator's; nothing has been counted yet. */
    private static void takeCalendar(String file) {
        try (var lines = Files.newBufferedReader(Path.of(file))) {
            WorkingCalendar.replaceNational(WorkingCalendar.read(lines));
        } catch (IOException | UncheckedIOException | InvalidPathException e) {
            throw new StartRefused(StartRefused.Reason.CALENDAR_NOT_THERE, file);
        } catch (Refused e) {
            throw e.code() == DeadlineRefusal.CALENDAR_OUT_OF_RANGE
                    ? new StartRefused(
                            StartRefused.Reason.CALENDAR_TOO_SHORT,
                            file,
                            e.arguments().getFirst())
                    : new StartRefused(
                            StartRefused.Reason.CALENDAR_WRONG,
                            file,
                            e.arguments().getFirst());
        }
    }

    /** Whatever stands on the command line is read by every account of the machine. */
    private static void refuseSecrets(PropertySources sources) {
        for (var place : ON_THE_COMMAND_LINE) {
            if (sources.get(place) instanceof EnumerablePropertySource<?> given) {
                Arrays.stream(given.getPropertyNames())
                        .filter(it -> isSecret(it, String.valueOf(given.getProperty(it))))
                        .findFirst()
                        .ifPresent(it -> {
                            throw new StartRefused(StartRefused.Reason.SECRET_AS_OPTION, it);
                        });
            }
        }
    }

    /** A setting of ours or of Spring that is a secret by its name, or an address with a password in it. */
    static boolean isSecret(String name, String value) {
        var plain = name.toLowerCase(Locale.ROOT).replaceAll("[-_]", "");
        return OURS.matcher(plain).find()
                && (plain.endsWith("password")
                        || plain.endsWith("secret")
                        || plain.matches("motcua\\.messages\\.sms\\..*\\.key")
                        || (plain.endsWith("url") && value.contains("password=")));
    }

    private static boolean isFree(String address, int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(address.isEmpty() ? new InetSocketAddress(port) : new InetSocketAddress(address, port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
