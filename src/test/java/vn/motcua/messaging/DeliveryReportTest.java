package vn.motcua.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** Receipts as mail servers write them. */
class DeliveryReportTest {

    static final String NUMBER = "15-0199a0b0-1111-7222-8333-444455556666";

    @Test
    void aServerSaysThatItArrived() throws Exception {
        assertThat(read("Original-Envelope-Id: " + NUMBER, """
                Final-Recipient: rfc822; lan@example.vn
                Action: delivered
                Status: 2.1.5
                Diagnostic-Code: smtp; 250 2.1.5 Ok""", ""))
                .contains(new DeliveryReport(NUMBER, DeliveryState.DELIVERED, ""));
    }

    @Test
    void aServerSaysThatThereIsNoSuchAddressAndWhy() throws Exception {
        assertThat(read(
                        "Reporting-MTA: dns; mail.example.vn",
                        """
                Final-Recipient: rfc822; gone@example.vn
                Action: Failed
                Status: 5.1.1
                Diagnostic-Code: smtp; 550 5.1.1
                  no such mailbox""",
                        "Subject: hồ sơ\nMessage-Id: <" + NUMBER + "@taVan.gov.vn>"))
                .as("known by the headers that came back, where the envelope carried nothing")
                .contains(new DeliveryReport(NUMBER, DeliveryState.BOUNCED, "5.1.1 smtp; 550 5.1.1 no such mailbox"));
    }

    @Test
    void whatOnlyTakesLongOrWentOnIsNoEnd() throws Exception {
        for (var action : new String[] {"delayed", "relayed", "expanded", "what"}) {
            assertThat(read("Original-Envelope-Id: " + NUMBER, "Action: " + action + "\nStatus: 4.4.7", ""))
                    .as(action)
                    .isEmpty();
        }
    }

    @Test
    void whatIsNoReceiptOrAboutNothingOfOursSaysNothing() throws Exception {
        assertThat(DeliveryReport.of(message("Subject: Xin chào\nContent-Type: text/plain\n\nHồ sơ của tôi đâu?")))
                .isEmpty();
        assertThat(read("Reporting-MTA: dns; a", "Action: failed\nStatus: 5.1.1", "Message-ID: <abc@elsewhere.vn>"))
                .isEmpty();
        assertThat(read("", "", "Message-ID: <" + NUMBER + "@taVan.gov.vn>")).isEmpty();
        assertThat(
                        DeliveryReport.of(
                                message(
                                        "Content-Type: multipart/report; boundary=x\n\n--x\nContent-Type: text/plain\n\nnichts\n--x--")))
                .isEmpty();
    }

    private static Optional<DeliveryReport> read(String ofMessage, String ofRecipient, String returned)
            throws Exception {
        return DeliveryReport.of(message(report(ofMessage, ofRecipient, returned)));
    }

    static String report(String ofMessage, String ofRecipient, String returned) {
        return """
                From: MAILER-DAEMON@example.vn
                To: mot-cua@taVan.gov.vn
                Subject: Delivery report
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=delivery-status; boundary="=_x"

                --=_x
                Content-Type: text/plain

                This is the mail system.
                --=_x
                Content-Type: message/delivery-status

                %s

                %s

                --=_x
                Content-Type: text/rfc822-headers

                %s

                --=_x--
                """.formatted(ofMessage, ofRecipient, returned);
    }

    static MimeMessage message(String text) throws Exception {
        return new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8)));
    }
}
