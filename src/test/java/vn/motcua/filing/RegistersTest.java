package vn.motcua.filing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import vn.motcua.audit.Trail;
import vn.motcua.identity.SignedIn;
import vn.motcua.support.TaVan;
import vn.motcua.support.TestClock;
import vn.motcua.support.WholeProgram;

/** Which registers fill in forms, and by which right. */
@WholeProgram
class RegistersTest {

    private static final String LAW = "khoản 1 Điều 9 của một luật thử nghiệm";

    private final TaVan taVan;
    private final JdbcClient db;
    private final Trail trail;
    private final TestClock clock;
    private final PlatformTransactionManager transactions;

    @Autowired
    RegistersTest(TaVan taVan, JdbcClient db, Trail trail, TestClock clock, PlatformTransactionManager transactions) {
        this.taVan = taVan;
        this.db = db;
        this.trail = trail;
        this.clock = clock;
        this.transactions = transactions;
    }

    @Test
    void whereAnOperatorNamesTheLawNobodyIsAskedAndNobodyRefuses() {
        var who = (SignedIn.Applicant) taVan.named("Đặng Thị Hương");
        var prefill =
                new Prefill(db, trail, new RegisterSettings(Map.of(Register.POPULATION, LAW)), clock, transactions);
        var before = prefill.standings(who);

        prefill.choose(who, Register.POPULATION, false);

        assertThat(prefill.standings(who)).isEqualTo(before);
        assertThat(before)
                .filteredOn(it -> it.register() == Register.POPULATION)
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.law()).contains(LAW);
                    assertThat(it.allowed()).isTrue();
                });
        assertThat(before)
                .filteredOn(it -> it.register() == Register.IDENTITY)
                .singleElement()
                .satisfies(it -> assertThat(it.law()).isEmpty());
        assertThat(new RegisterSettings(Map.of(Register.POPULATION, "  ")).of(Register.POPULATION))
                .isEmpty();
    }

    @Test
    void noFormAsksARegisterThatIsNotListed() throws IOException {
        var asked = new TreeSet<String>();
        try (var files = Files.walk(Path.of("src/main/resources/procedures"))) {
            for (var it : files.filter(file -> file.endsWith("form.yaml")).toList()) {
                Pattern.compile("prefill: *([a-z-]+)")
                        .matcher(Files.readString(it))
                        .results()
                        .map(found -> found.group(1))
                        .filter(source -> !source.equals("null"))
                        .forEach(asked::add);
            }
        }
        assertThat(asked).isNotEmpty().isSubsetOf(Prefill.SOURCES);
    }
}
