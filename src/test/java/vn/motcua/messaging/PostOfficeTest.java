package vn.motcua.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.mail.Message;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.organization.Units;
import vn.motcua.shared.Language;
import vn.motcua.shared.Messages;
import vn.motcua.shared.Scope;
import vn.motcua.shared.TenantId;
import vn.motcua.support.Postgres;
import vn.motcua.support.TestClock;

/** Messages on their way, with a real database, a real mail server and a real gateway over HTTP. */
@SpringBootTest(webEnvironment = WebEnvironment.NONE)
@Import({Postgres.class, TestClock.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PostOfficeTest {

    private static final TenantId HERE = TenantId.NATIONAL;
    private static final String SECRET = "what the gateway signs with";

    @Autowired
    DeliveryStore store;

    @Autowired
    OurAddress ours;

    @Autowired
    Units units;

    @Autowired
    TestClock clock;

    @Autowired
    Messages messages;

    @Autowired
    JdbcClient db;

    @Autowired
    PlatformTransactionManager transactions;

    private Path folder;
    private MailHouse house;
    private HttpServer gateway;
    private final List<String> rung = new CopyOnWriteArrayList<>();
    private volatile int gatewayAnswers = 200;
    private volatile Duration gatewayTakes = Duration.ZERO;

    @BeforeAll
    void open(@TempDir Path temporary) throws Exception {
        folder = temporary;
        house = MailHouse.open(folder);
        gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        gateway.createContext("/slow", this::slowly);
        gateway.createContext("/send", this::answer);
        gateway.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        gateway.start();
    }

    private void slowly(HttpExchange exchange) throws IOException {
        try {
            Thread.sleep(gatewayTakes);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        answer(exchange);
    }

    private void answer(HttpExchange exchange) throws IOException {
        var form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var key = exchange.getRequestHeaders().getFirst("Authorization");
        int answer = "Bearer key".equals(key) ? gatewayAnswers : 401;
        if (answer == 200) {
            rung.add(URLDecoder.decode(form, StandardCharsets.UTF_8));
        }
        exchange.sendResponseHeaders(answer, -1);
        exchange.close();
    }

    @AfterAll
    void close() {
        house.close();
        gateway.stop(0);
    }

    @BeforeEach
    void mondayMorning() {
        clock.set("2026-11-23T08:00");
        house.busy(false);
        house.taken().clear();
        rung.clear();
        gatewayAnswers = 200;
        in(() -> db.sql("delete from delivery").update());
    }

    @Test
    void aMailGoesOverTlsWithAPasswordInTheAgencysName() throws Exception {
        var desk = desk(mail(Map.of("house", house.settings(MailHouse.PASSWORD))));
        assertThat(queue(desk, mailTo("lan@example.vn", "one"))).isTrue();

        assertThat(desk.office().carry()).isEqualTo(1);

        var mail = house.taken().getFirst();
        assertThat(mail.getFrom()[0].toString()).contains("mot-cua@taVan.gov.vn");
        assertThat(((jakarta.mail.internet.InternetAddress) mail.getFrom()[0]).getPersonal())
                .isEqualTo("Ủy ban nhân dân xã Tả Van");
        assertThat(mail.getRecipients(Message.RecipientType.TO)[0].toString()).isEqualTo("lan@example.vn");
        assertThat(mail.getSubject()).isEqualTo("Hồ sơ của bạn đã được tiếp nhận");
        assertThat(mail.getHeader("Auto-Submitted")[0]).isEqualTo("auto-generated");
        assertThat(mail.getHeader("Received"))
                .as("the server says that the line was private")
                .isNotNull();
        var parts = (MimeMultipart) mail.getContent();
        assertThat(parts.getBodyPart(0).getContent().toString())
                .contains("Kính gửi", "<b>không phải thẻ</b>", "http://localhost:", "/my");
        assertThat(parts.getBodyPart(1).getContent().toString())
                .contains("<p>Kính gửi", "&lt;b&gt;không phải thẻ", "href=\"http://localhost:");
        assertThat(state("lan@example.vn")).isEqualTo("SENT house");
    }

    @Test
    void whatIsHeardTwiceIsWrittenOnce() {
        var desk = desk(mail(Map.of("house", house.settings(MailHouse.PASSWORD))));
        assertThat(queue(desk, mailTo("lan@example.vn", "one"))).isTrue();
        assertThat(queue(desk, mailTo("lan@example.vn", "one"))).isFalse();
        desk.office().carry();
        assertThat(queue(desk, mailTo("lan@example.vn", "one"))).isFalse();
        desk.office().carry();
        assertThat(house.taken()).hasSize(1);
    }

    @Test
    void twoCopiesOfTheProgramSendEachMessageOnce() throws Exception {
        var settings = mail(Map.of("house", house.settings(MailHouse.PASSWORD)));
        var one = desk(settings);
        var other = desk(settings);
        IntStream.range(0, 40).forEach(it -> queue(one, mailTo("lan" + it + "@example.vn", "one")));

        try (var hands = Executors.newVirtualThreadPerTaskExecutor()) {
            var sent = hands.<Integer>invokeAll(
                    List.of(() -> one.office().carry(), () -> other.office().carry()));
            assertThat(sent.stream()
                            .mapToInt(java.util.concurrent.Future::resultNow)
                            .sum())
                    .isEqualTo(40);
        }
        assertThat(house.taken()).hasSize(40);
    }

    @Test
    void aServerThatIsDownLosesNothing() throws Exception {
        var desk = desk(mail(Map.of("house", house.settings(MailHouse.PASSWORD))));
        house.busy(true);
        queue(desk, mailTo("lan@example.vn", "one"));

        assertThat(desk.office().carry()).isZero();
        assertThat(failing(desk)).singleElement().satisfies(it -> {
            assertThat(it.address()).isEqualTo("l***@example.vn");
            assertThat(it.why()).contains("come back later");
            assertThat(it.next()).contains(clock.instant().plusSeconds(30));
        });
        house.busy(false);
        assertThat(desk.office().carry()).as("not at once").isZero();
        clock.advance(Duration.ofSeconds(30));
        assertThat(desk.office().carry()).isEqualTo(1);
        assertThat(failing(desk)).isEmpty();
    }

    @Test
    void whatFailsForTwoDaysIsGivenUpIsSeenAndCanBeTriedAgain() {
        var desk = desk(mail(Map.of("house", house.settings("wrong"))));
        queue(desk, mailTo("lan@example.vn", "one"));
        for (int hours = 0; hours < 60; hours++) {
            desk.office().carry();
            clock.advance(Duration.ofHours(1));
        }
        assertThat(failing(desk)).singleElement().satisfies(it -> {
            assertThat(it.next()).isEmpty();
            assertThat(it.why()).contains("AuthenticationFailed");
        });
        assertThat(state("lan@example.vn")).isEqualTo("FAILED ");

        var repaired = desk(mail(Map.of("house", house.settings(MailHouse.PASSWORD))));
        in(() -> {
            repaired.deliveries().retry(failing(repaired).getFirst().id());
            return 0;
        });
        assertThat(repaired.office().carry()).isEqualTo(1);
        assertThat(state("lan@example.vn")).isEqualTo("SENT house");
    }

    @Test
    void anAddressThatTheServerDoesNotKnowIsNotTriedAgain() {
        var desk = desk(mail(Map.of("house", house.settings(MailHouse.PASSWORD))));
        queue(desk, mailTo("gone@example.vn", "one"));
        assertThat(desk.office().carry()).isZero();
        assertThat(state("gone@example.vn")).isEqualTo("BOUNCED ");
        assertThat(failing(desk)).isEmpty();
    }

    @Test
    void afterThreeFailuresTheOtherServerTakesOver() throws Exception {
        var nobody = new MessagingSettings.Server(
                "localhost",
                MailHouse.freePort(),
                MailServer.Security.STARTTLS,
                "",
                "",
                null,
                house.certificate(),
                "mot-cua@taVan.gov.vn",
                null);
        var desk = desk(mail(Map.of("a-down", nobody, "b-up", house.settings(MailHouse.PASSWORD))));
        for (int i = 0; i < 3; i++) {
            queue(desk, mailTo("lan" + i + "@example.vn", "one"));
            assertThat(desk.office().carry()).isZero();
        }
        queue(desk, mailTo("lan9@example.vn", "one"));
        assertThat(desk.office().carry()).isEqualTo(1);
        assertThat(state("lan9@example.vn")).isEqualTo("SENT b-up");
    }

    @Test
    void afterThreeSlowAnswersTheOtherGatewayTakesOver() {
        gatewayTakes = Duration.ofMillis(200);
        var slow = gate("/slow");
        var patient =
                desk(settings(Map.of(), Map.of("a-slow", slow, "b-quick", gate("/send")), Duration.ofSeconds(10)));
        var hurried = desk(settings(Map.of(), Map.of("a-slow", slow, "b-quick", gate("/send")), Duration.ofMillis(50)));
        for (int i = 0; i < 4; i++) {
            queue(patient, sms("091234567" + i, "one", false));
            patient.office().carry();
        }
        assertThat(state("0912345673")).as("not slow for who waits ten seconds").isEqualTo("SENT a-slow");

        for (int i = 0; i < 4; i++) {
            queue(hurried, sms("098234567" + i, "one", false));
            assertThat(hurried.office().carry()).isEqualTo(1);
        }
        assertThat(state("0982345672")).as("slow, but taken").isEqualTo("SENT a-slow");
        assertThat(state("0982345673")).isEqualTo("SENT b-quick");
        assertThat(rung).hasSize(8);
    }

    @Test
    void aShortMessageWaitsForTheMorningAndAnUrgentOneDoesNot() {
        var desk = desk(sms());
        clock.set("2026-11-23T22:00");
        queue(desk, sms("0912345678", "one", false));
        queue(desk, sms("0912345678", "code", true));

        assertThat(desk.office().carry()).isEqualTo(1);
        assertThat(rung).singleElement().asString().contains("to=0912345678", "text=Mã của bạn");
        clock.set("2026-11-24T06:59");
        assertThat(desk.office().carry()).isZero();
        clock.set("2026-11-24T07:00");
        assertThat(desk.office().carry()).isEqualTo(1);
    }

    @Test
    void aReceiptIsBelievedWhenItIsSignedAndOnlyThen() {
        var desk = desk(sms());
        queue(desk, sms("0912345678", "one", false));
        desk.office().carry();
        var reference = "0-"
                + in(() -> db.sql("select id from delivery").query(UUID.class).single());
        var receipt = new Receipts.Receipt("gate", reference, "failed", "máy tắt");

        assertThat(desk.receipts().take(receipt, "00")).isEqualTo(Receipts.Answer.NOT_BELIEVED);
        assertThat(desk.receipts().take(new Receipts.Receipt("other", reference, "failed", ""), "00"))
                .isEqualTo(Receipts.Answer.NOT_BELIEVED);
        assertThat(state("0912345678")).isEqualTo("SENT gate");
        assertThat(desk.receipts().take(receipt, Receipts.signature(SECRET, receipt)))
                .isEqualTo(Receipts.Answer.TAKEN);
        assertThat(state("0912345678")).isEqualTo("BOUNCED gate");
        var late = new Receipts.Receipt("gate", reference, "delivered", "");
        desk.receipts().take(late, Receipts.signature(SECRET, late));
        assertThat(state("0912345678")).as("what ended has ended").isEqualTo("BOUNCED gate");
        var odd = new Receipts.Receipt("gate", reference, "eaten", "");
        assertThat(desk.receipts().take(odd, Receipts.signature(SECRET, odd)))
                .isEqualTo(Receipts.Answer.NOT_UNDERSTOOD);
    }

    @Test
    void aGatewayInTroubleIsTriedAgainAndAnUnknownNumberIsNot() {
        var desk = desk(sms());
        gatewayAnswers = 503;
        queue(desk, sms("0912345678", "one", false));
        desk.office().carry();
        assertThat(state("0912345678")).isEqualTo("QUEUED ");
        gatewayAnswers = 422;
        clock.advance(Duration.ofMinutes(1));
        desk.office().carry();
        assertThat(state("0912345678")).isEqualTo("BOUNCED ");
    }

    @Test
    void aServerWithoutTlsOrWithAStrangersCertificateGetsNoMail() throws Exception {
        var parcel = new Parcel(
                HERE,
                new UUID(0, 1),
                Channel.EMAIL,
                "lan@example.vn",
                Language.VI,
                "UBND",
                "t",
                "b",
                Optional.empty(),
                false,
                1);
        var stranger = new SmtpCarrier(house.known(MailServer.Security.STARTTLS, Optional.empty()), messages, clock);
        assertThat(stranger.carry(parcel)).isInstanceOf(Carrier.Outcome.Unavailable.class);
        var open = new SmtpCarrier(house.known(MailServer.Security.NONE, Optional.empty()), messages, clock);
        assertThat(open.carry(parcel)).isInstanceOf(Carrier.Outcome.Unavailable.class);
        assertThat(house.taken()).isEmpty();
        assertThatThrownBy(() -> mail(Map.of(
                        "far",
                        new MessagingSettings.Server(
                                "mail.example.vn", 25, MailServer.Security.NONE, "", "", null, null, "a@b.vn", null))))
                .hasMessageContaining("far");
        var openBox = new MessagingSettings.Mailbox("mail.example.vn", 143, MailServer.Security.NONE, "INBOX");
        assertThatThrownBy(() -> mail(Map.of(
                        "far",
                        new MessagingSettings.Server(
                                "mail.example.vn",
                                587,
                                MailServer.Security.STARTTLS,
                                "mot-cua",
                                "",
                                null,
                                null,
                                "a@b.vn",
                                openBox))))
                .hasMessageContaining("far.receipts");
    }

    @Test
    void thePasswordMayLieInAFile() throws Exception {
        var file = folder.resolve("password");
        Files.writeString(file, MailHouse.PASSWORD + "\n");
        var it = house.settings("");
        var desk = desk(mail(Map.of(
                "house",
                new MessagingSettings.Server(
                        it.host(), it.port(), it.security(), it.user(), "", file, it.authority(), it.from(), null))));
        queue(desk, mailTo("lan@example.vn", "one"));
        assertThat(desk.office().carry()).isEqualTo(1);
    }

    private record Desk(PostOffice office, Deliveries deliveries, Receipts receipts) {}

    private Desk desk(MessagingSettings settings) {
        var carriers = new Carriers(settings, List.of(), messages, clock);
        return new Desk(
                new PostOffice(store, carriers, settings, ours, units, clock, transactions),
                new Deliveries(store, carriers, settings, db, clock),
                new Receipts(carriers, store, clock, transactions));
    }

    private static MessagingSettings mail(Map<String, MessagingSettings.Server> servers) {
        return settings(servers, Map.of(), Duration.ofSeconds(10));
    }

    private MessagingSettings sms() {
        return settings(Map.of(), Map.of("gate", gate("/send")), Duration.ofSeconds(10));
    }

    private MessagingSettings.Gateway gate(String path) {
        var address = URI.create("http://localhost:" + gateway.getAddress().getPort() + path);
        return new MessagingSettings.Gateway(address, "key", null, SECRET, null);
    }

    private static MessagingSettings settings(
            Map<String, MessagingSettings.Server> mail, Map<String, MessagingSettings.Gateway> sms, Duration slow) {
        return new MessagingSettings(
                mail,
                sms,
                Set.of(),
                LocalTime.of(21, 0),
                LocalTime.of(7, 0),
                Set.of(Channel.SMS),
                slow,
                Duration.ofDays(2),
                Duration.ofDays(90));
    }

    private static Letter mailTo(String address, String occasion) {
        return new Letter(
                occasion,
                Channel.EMAIL,
                address,
                Language.VI,
                "Ủy ban nhân dân xã Tả Van",
                "Hồ sơ của bạn đã được tiếp nhận",
                "Kính gửi ông/bà,\n\n<b>không phải thẻ</b>",
                "/my",
                false);
    }

    private static Letter sms(String number, String occasion, boolean urgent) {
        return new Letter(occasion, Channel.SMS, number, Language.VI, "UBND", "", "Mã của bạn: 123456", "", urgent);
    }

    private boolean queue(Desk desk, Letter letter) {
        return in(() -> desk.deliveries().queue(letter));
    }

    private List<Deliveries.Failing> failing(Desk desk) {
        return in(() -> desk.deliveries().failing());
    }

    private String state(String address) {
        return in(() -> db.sql("select state || ' ' || carrier from delivery where address = :address")
                .param("address", address)
                .query(String.class)
                .single());
    }

    private <T> T in(java.util.function.Supplier<T> work) {
        return Scope.of(HERE)
                .call(() -> Objects.requireNonNull(new TransactionTemplate(transactions).execute(_ -> work.get())));
    }
}
