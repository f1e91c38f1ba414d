package vn.motcua.backup;

import java.util.List;

/**
 * A backup or restore that is not done, for a reason that the person at the machine can put right. What was there before is
 * untouched. The sentence lives in {@code messages/backup.properties} under {@code backup.refused.<REASON>}.
 */
final class BackupRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why, and the exit code; listed in {@code docs/operating/exit-codes.md}. */
    enum Reason {
        NO_DATA(40),
        TARGET_NOT_EMPTY(41),
        NO_BACKUP(42),
        TOO_EARLY(43),
        TOO_LATE(44),
        DAMAGED(45),
        OTHER_VERSION(46),
        RECOVERY_FAILED(47),
        FAILED(48),
        DISK_FULL(15);

        private final int exitCode;

        Reason(int exitCode) {
            this.exitCode = exitCode;
        }

        int exitCode() {
            return exitCode;
        }
    }

    private final Reason reason;
    private final transient List<Object> arguments;

    BackupRefused(Reason reason, Object... arguments) {
        super(reason.name() + " " + List.of(arguments));
        this.reason = reason;
        this.arguments = List.of(arguments);
    }

    Reason reason() {
        return reason;
    }

    List<Object> arguments() {
        return arguments;
    }
}
