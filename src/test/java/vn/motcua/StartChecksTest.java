package vn.motcua;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;
import vn.motcua.database.StartRefused;

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

    private static void checked(String option) {
        var context = new GenericApplicationContext();
        var environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new SimpleCommandLinePropertySource("--server.port=0", option));
        context.setEnvironment(environment);
        new StartChecks().initialize(context);
    }
}
