package vn.motcua.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Flags;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.messaging.MailServer.Mailbox;
import vn.motcua.messaging.MailServer.Security;
import vn.motcua.shared.Scope;
import vn.motcua.shared.TenantId;
import vn.motcua.support.Postgres;
import vn.motcua.support.TestClock;

/** Receipts that come back into the mailbox of our address, on a real IMAP server. */
@SpringBootTest(webEnvironment = WebEnvironment.NONE)
@Import({Postgres.class, TestClock.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MailReceiptsTest {

    private static final String ADDRESS = "mot-cua@taVan.gov.vn";

    private final Receipts receipts;
    private final JdbcClient db;
    private final TransactionTemplate transaction;
    private final GreenMail house = new GreenMail(new ServerSetup(0, "localhost", ServerSetup.PROTOCOL_IMAP));
    private final UUID sent = UUID.randomUUID();

    private GreenMailUser box;

    @Autowired
    MailReceiptsTest(Receipts receipts, JdbcClient db, PlatformTransactionManager transactions) {
        this.receipts = receipts;
        this.db = db;
        this.transaction = new TransactionTemplate(transactions);
    }

    @BeforeAll
    void open() {
        house.start();
        box = house.setUser(ADDRESS, "mot-cua", "one password of a test");
    }

    @AfterAll
    void close() {
        house.stop();
    }

    @BeforeEach
    void oneMessageWasSent() throws Exception {
        house.purgeEmailFromAllMailboxes();
        in("delete from delivery where id = :id");
        in("""
                insert into delivery (tenant_id, id, occasion, channel, address, language, sender, title, body, path, urgent,
                    state, carrier, attempts, next_try_at, give_up_at, created_at)
                values (15, :id, 'receipts', 'EMAIL', 'lan@example.vn', 'VI', 'UBND', 't', 'b', '', false,
                    'SENT', 'house', 1, now(), now(), now())
                """);
    }

    @Test
    void aReceiptIsTakenInAndWhatPeopleWroteStaysUnread() throws Exception {
        comes("From: lan@example.vn\nSubject: Xin chào\nContent-Type: text/plain\n\nHồ sơ của tôi đâu?");
        comes(DeliveryReportTest.report("Original-Envelope-Id: 15-" + sent, "Action: delivered\nStatus: 2.1.5", ""));
        comes(DeliveryReportTest.report("Reporting-MTA: dns; a", "Action: failed\nStatus: 5.1.1", ""));

        assertThat(read()).isEqualTo(1);
        assertThat(state()).isEqualTo("DELIVERED ");
        assertThat(house.getReceivedMessages())
                .as("only what was about us is gone")
                .hasSize(2)
                .allSatisfy(it -> assertThat(it.isSet(Flags.Flag.SEEN)).isFalse());
        assertThat(read()).isZero();
    }

    @Test
    void aMessageThatCameBackIsSaidToHaveComeBackAndStaysThat() throws Exception {
        comes(DeliveryReportTest.report(
                "Original-Envelope-Id: 15-" + sent,
                "Action: failed\nStatus: 5.1.1\nDiagnostic-Code: smtp; 550 gone",
                ""));
        assertThat(read()).isEqualTo(1);
        assertThat(state()).isEqualTo("BOUNCED 5.1.1 smtp; 550 gone");

        comes(DeliveryReportTest.report("Original-Envelope-Id: 15-" + sent, "Action: delivered\nStatus: 2.1.5", ""));
        assertThat(read()).as("taken, and changes nothing").isEqualTo(1);
        assertThat(state()).isEqualTo("BOUNCED 5.1.1 smtp; 550 gone");
    }

    @Test
    void aMailboxThatIsClosedIsReadLater() throws Exception {
        comes(DeliveryReportTest.report("Original-Envelope-Id: 15-" + sent, "Action: delivered\nStatus: 2.1.5", ""));
        var wrong = new ReceiptBox(server("another password"), receipts);

        assertThat(wrong.read(mailbox())).isZero();
        assertThat(state()).isEqualTo("SENT ");
        assertThat(read()).isEqualTo(1);
    }

    private int read() {
        return new ReceiptBox(server("one password of a test"), receipts).read(mailbox());
    }

    private MailServer server(String password) {
        return new MailServer(
                "house",
                "localhost",
                25,
                Security.NONE,
                "mot-cua",
                password,
                Optional.empty(),
                ADDRESS,
                Optional.of(mailbox()));
    }

    private Mailbox mailbox() {
        return new Mailbox("localhost", house.getImap().getPort(), Security.NONE, "INBOX");
    }

    private void comes(String text) throws Exception {
        box.deliver(DeliveryReportTest.message(text));
    }

    private String state() {
        return Objects.requireNonNull(Scope.of(new TenantId(15))
                .call(() -> transaction.execute(_ -> db.sql(
                                "select state || ' ' || coalesce(last_error, '') from delivery where tenant_id = 15 and id = :id")
                        .param("id", sent)
                        .query(String.class)
                        .single())));
    }

    private void in(String statement) {
        Scope.of(new TenantId(15))
                .run(() -> transaction.executeWithoutResult(
                        _ -> db.sql(statement).param("id", sent).update()));
    }
}
