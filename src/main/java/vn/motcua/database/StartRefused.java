package vn.motcua.database;

import java.util.List;
import org.springframework.boot.ExitCodeGenerator;

/**
 * The program does not start, for a reason that the person at the machine can put right. Nothing has been changed. The
 * sentence lives in {@code messages/database.properties} under {@code database.start.<REASON>}.
 */
public final class StartRefused extends RuntimeException implements ExitCodeGenerator {

    private static final long serialVersionUID = 1L;

    /** Why, and the exit code that scripts can rely on; listed in {@code docs/operating/exit-codes.md}. */
    public enum Reason {
        PORT_IN_USE(11),
        DATA_FOLDER_IN_USE(12),
        DATA_FOLDER_NEWER(13),
        DATA_FOLDER_NOT_WRITABLE(14),
        DISK_FULL(15),
        DATABASE_WILL_NOT_START(16),
        DATABASE_UNREACHABLE(17),
        DATABASE_SETTINGS_INCOMPLETE(18),
        ROOT_WITHOUT_NAMESPACES(19),
        DATABASE_NEWER(13),
        TABLES_DIFFER(20),
        BACKUP_FOLDER_OF_ANOTHER(21),
        BACKUP_FOLDER_NOT_WRITABLE(22),
        BACKUP_FOLDER_INSIDE(23),
        SECRET_AS_OPTION(24),
        CALENDAR_NOT_THERE(25),
        CALENDAR_WRONG(27),
        CALENDAR_TOO_SHORT(28),
        FORMS_WRONG(26);

        private final int exitCode;

        Reason(int exitCode) {
            this.exitCode = exitCode;
        }

        /** What the process answers to whoever started it. */
        public int exitCode() {
            return exitCode;
        }
    }

    private final Reason reason;
    private final transient List<Object> arguments;

    /**
     * @param reason why
     * @param arguments fill the places of the sentence
     */
    public StartRefused(Reason reason, Object... arguments) {
        super(reason.name() + " " + List.of(arguments));
        this.reason = reason;
        this.arguments = List.of(arguments);
    }

    /** Why. */
    public Reason reason() {
        return reason;
    }

    /** What fills the sentence's places. */
    public List<Object> arguments() {
        return arguments;
    }

    @Override
    public int getExitCode() {
        return reason.exitCode();
    }
}
