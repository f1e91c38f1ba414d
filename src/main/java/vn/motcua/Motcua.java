package vn.motcua;

import java.time.Clock;
import org.springframework.beans.BeansException;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.modulith.Modulithic;
import org.springframework.scheduling.annotation.EnableScheduling;
import vn.motcua.database.StartRefused;
import vn.motcua.shared.VietnamTime;

/** The program: one door (một cửa) for every administrative procedure. */
@EnableScheduling
@SpringBootApplication
@ConfigurationPropertiesScan
@Modulithic(
        systemName = "Motcua",
        sharedModules = {"shared", "database"})
public class Motcua {

    /**
     * Starts the program; its options are those of {@code ./motcua run}. With {@code --motcua.exit-when-ready=true} it stops
     * again once it is up, which is how the launcher learns what a start needs.
     */
    public static void main(String... args) {
        var application = new SpringApplication(Motcua.class);
        application.addInitializers(new StartChecks());
        var context = start(application, args);
        if (context.getEnvironment().getProperty("motcua.exit-when-ready", Boolean.class, false)) {
            System.exit(SpringApplication.exit(context));
        }
    }

    /** A reason that the person can put right has been told by {@link StartReport}; here it becomes the exit code. */
    private static ConfigurableApplicationContext start(SpringApplication application, String... args) {
        try {
            return application.run(args);
        } catch (StartRefused | BeansException failure) {
            var code = StartReport.reason(failure)
                    .map(it -> it.reason().exitCode())
                    .orElseThrow(() -> failure);
            System.exit(code);
            throw failure;
        }
    }

    /** The only place where the program learns what time it is. */
    @Bean
    Clock clock() {
        return Clock.system(VietnamTime.ZONE);
    }
}
