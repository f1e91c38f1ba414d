package vn.motcua;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;
import vn.motcua.database.StartRefused;
import vn.motcua.deadline.WorkingCalendar;

/** What is refused before anything is started. */
class StartChecksTest {

    @Test
    void aSecretOnTheCommandLineIsRefusedAndNotRepeated() {
        for (var option : new String[] {
            "--motcua.database.app-password=bí-mật",
            "--motcua.database.ownerPassword=bí-mật",
            "--motcua.sign-in.providers.vneid.secret=bí-mật",
            "--motcua.messages.sms.x.receipt-secret=bí-mật",
            "--motcua.messages.sms.x.key=bí-mật",
            "--motcua.database.url=jdbc:postgresql://db/motcua?user=a&password=bí-mật",
            "--spring.datasource.password=bí-mật",
            "--server.ssl.key-store-password=bí-mật"
        }) {
            var refused = catchThrowableOfType(StartRefused.class, () -> checked(option));
            assertThat(refused).as(option).isNotNull();
            assertThat(refused.getExitCode()).isEqualTo(24);
            assertThat(refused.getMessage()).doesNotContain("bí-mật");
        }
    }

    @Test
    void filesAndOrdinaryOptionsAreNot() {
        for (var option : new String[] {
            "--motcua.sign-in.providers.vneid.secret-file=/etc/motcua/vneid",
            "--motcua.evidence.key=/etc/motcua/key.pem",
            "--motcua.database.url=jdbc:postgresql://db/motcua?sslmode=verify-full",
            "--motcua.web.https=true"
        }) {
            assertThatCode(() -> checked(option)).as(option).doesNotThrowAnyException();
        }
    }

    @Test
    void theOperatorsCalendarIsTheNationalOne(@TempDir Path folder) throws IOException {
        var delivered = WorkingCalendar.national();
        var days = read("/calendar/holidays.csv");
        var file = Files.writeString(
                folder.resolve("holidays.csv"), days + "2028-01-26,Tết,Tết,HOLIDAY,Thông báo,CHECKED\n");
        try {
            checked("--motcua.calendar.file=" + file);

            assertThat(WorkingCalendar.national().rests(LocalDate.of(2028, 1, 26)))
                    .isTrue();
            assertThat(WorkingCalendar.national().version()).isNotEqualTo(delivered.version());
        } finally {
            WorkingCalendar.replaceNational(delivered);
        }
        assertThat(WorkingCalendar.national().version()).isEqualTo(delivered.version());
    }

    @Test
    void aCalendarThatIsNotThereOrWrongOrTooShortKeepsTheProgramFromStarting(@TempDir Path folder) throws IOException {
        var before = WorkingCalendar.national().version();
        var days = read("/calendar/holidays.csv");
        calendarRefused(StartRefused.Reason.CALENDAR_NOT_THERE, folder.resolve("none.csv"), "none.csv");
        calendarRefused(
                StartRefused.Reason.CALENDAR_WRONG,
                Files.writeString(folder.resolve("wrong.csv"), days.replaceFirst("HOLIDAY", "FERIEN")),
                "2");
        calendarRefused(
                StartRefused.Reason.CALENDAR_TOO_SHORT,
                Files.writeString(folder.resolve("short.csv"), days.replaceAll("(?m)^2027.*\n", "")),
                "2027");
        assertThat(WorkingCalendar.national().version()).isEqualTo(before);
    }

    private static void calendarRefused(StartRefused.Reason reason, Path file, String said) {
        var refused = catchThrowableOfType(StartRefused.class, () -> checked("--motcua.calendar.file=" + file));
        assertThat(refused).as(reason.name()).isNotNull();
        assertThat(refused.reason()).isEqualTo(reason);
        assertThat(refused.getExitCode()).isEqualTo(reason.exitCode());
        assertThat(refused.arguments().toString()).contains(said);
    }

    private static String read(String resource) throws IOException {
        try (var file = StartChecksTest.class.getResourceAsStream(resource)) {
            return new String(java.util.Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void checked(String option) {
        var context = new GenericApplicationContext();
        var environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new SimpleCommandLinePropertySource("--server.port=0", option));
        context.setEnvironment(environment);
        new StartChecks().initialize(context);
    }
}
