package vn.motcua.filing;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.shared.Scope;
import vn.motcua.shared.TenantId;
import vn.motcua.support.SamplePaper;
import vn.motcua.support.TaVan;
import vn.motcua.support.TestClock;
import vn.motcua.support.Visit;
import vn.motcua.support.WholeProgram;

/** The log of the program, even at its most talkative, names nobody: who did what stands in the sealed log alone. */
@WholeProgram
class NobodyIsNamedInTheLogTest {

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Logger ours = (Logger) LoggerFactory.getLogger("vn.motcua");
    private final Logger all = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);

    private final int port;
    private final Cast cast;
    private final TaVan taVan;
    private final TestClock clock;
    private final JdbcClient db;
    private final TransactionTemplate transaction;

    @Autowired
    NobodyIsNamedInTheLogTest(
            @LocalServerPort int port,
            Cast cast,
            TaVan taVan,
            TestClock clock,
            JdbcClient db,
            PlatformTransactionManager transactions) {
        this.port = port;
        this.cast = cast;
        this.taVan = taVan;
        this.db = db;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
        clock.set("2026-11-23T08:00");
    }

    @BeforeEach
    void listen() {
        ours.setLevel(Level.DEBUG);
        log.start();
        all.addAppender(log);
    }

    @AfterEach
    void listenNoMore() {
        all.detachAppender(log);
        ours.setLevel(null);
    }

    @Test
    void theWholeWayOfABirthLeavesNoNameAndNoNumberInTheLog() {
        begunByTheMother();
        takenInAtTheCounter();
        var life = taVan.birth("Nguyễn Văn Quân").received().appraised();
        var address = "http://localhost:" + port;
        var officer = new Visit(address).as("Trần Thu Hà");
        officer.get("/desk/dossiers/" + life.ref.id() + "?numbers=shown");
        officer.get("/desk/find?q=010198999001");
        officer.get("/desk/find?q=L%C3%BD+Th%E1%BB%8B+M%E1%BA%A9y");
        life.approved();
        var father = new Visit(address).as("Nguyễn Văn Quân");
        for (var page : List.of("/my", life.path(), "/my/data", "/my/looked")) {
            assertThat(father.get(page).statusCode()).isEqualTo(200);
        }
        father.fill("/my/data", "/my/data/file", Map.of());
        new Visit(address).get("/my/" + life.code.value() + "/L%C3%BD%20Th%E1%BB%8B%20M%E1%BA%A9y");
        clock.advance(Duration.ofHours(2));
        new Visit(address).fill("/sign-in", "/sign-in", Map.of("userName", "Lý Thị Mẩy", "password", "010198999001"));

        assertThat(log.list.stream().map(NobodyIsNamedInTheLogTest::text))
                .anySatisfy(it -> assertThat(it).contains("signed in by sandbox at level"))
                .anySatisfy(it -> assertThat(it).contains("a user name or a password was wrong"));
        var secrets = secrets();
        assertThat(secrets).hasSizeGreaterThan(40).contains("Lý Thị Mẩy", "010198999001");
        assertThat(log.list.stream().map(NobodyIsNamedInTheLogTest::text))
                .filteredOn(line -> secrets.stream().anyMatch(line::contains))
                .isEmpty();
    }

    private void begunByTheMother() {
        var may = new Caller(port, cast.may());
        var begun = may.post("/procedures/1.001193/start", "/procedures/1.001193/start", Map.of());
        var draft = Caller.location(begun).replaceFirst("/case$", "");
        Birth.pages().forEach((section, answers) -> {
            var form = new HashMap<String, String>();
            answers.forEach((name, values) -> form.put(name, values.getFirst()));
            may.post(draft + "/form/" + section, draft + "/case", form);
        });
        may.post(draft + "/form/child", draft + "/case", Map.of("child.birthDate.day", "Lý Thị Mẩy"));
        may.upload(draft + "/papers", draft + "/papers", "giay-chung-sinh", "Lý Thị Mẩy.png", SamplePaper.bytes());
        may.upload(
                draft + "/papers",
                draft + "/papers",
                "giay-chung-sinh",
                "Lý Thị Mẩy.pdf",
                "%PDF-1.7 Lý Thị Mẩy %%EOF".getBytes(StandardCharsets.UTF_8));
        assertThat(may.post(draft + "/review", draft + "/review", Map.of("commit.agree", "true"))
                        .statusCode())
                .isEqualTo(422);
    }

    private void takenInAtTheCounter() {
        var officer = new Caller(port, cast.named("Trần Thu Hà"));
        officer.post("/desk/counter", "/desk/counter", Map.of("number", "010095999002", "find", "find"));
        var begun = officer.post(
                "/desk/counter",
                "/desk/counter",
                Map.of(
                        "procedure", "1.001193",
                        "number", "010095999002",
                        "name", "Giàng A Sình",
                        "bornOn.day", "2",
                        "bornOn.month", "11",
                        "bornOn.year", "1995"));
        var intake = Caller.location(begun);
        var form = new HashMap<String, String>();
        Birth.pages().values().forEach(page -> page.forEach((name, values) -> form.put(name, values.getFirst())));
        form.putAll(Map.of(
                "file", "file",
                "commit.agree", "true",
                "how", "COUNTER",
                "originals-giay-chung-sinh", "1",
                "originals-giay-to-tuy-than", "1"));
        assertThat(Caller.location(officer.post(intake, intake, form))).startsWith("/desk/dossiers/");
    }

    private static String text(ILoggingEvent it) {
        var thrown = it.getThrowableProxy();
        return it.getLoggerName() + " " + it.getFormattedMessage()
                + (thrown == null ? "" : ThrowableProxyUtil.asString(thrown));
    }

    /** Everybody's name, number, telephone and mail, and the child's name. */
    private List<String> secrets() {
        var found = new ArrayList<>(List.of("Giàng Thị Mỵ"));
        Scope.of(TenantId.NATIONAL)
                .run(() -> transaction.executeWithoutResult(_ -> {
                    for (var column : List.of("name", "personal_number", "phone", "email")) {
                        found.addAll(db.sql("select distinct " + column + " from person where " + column + " <> ''")
                                .query((row, _) -> row.getString(1))
                                .list());
                    }
                }));
        return found;
    }
}
