package vn.motcua.messaging;

import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.search.AndTerm;
import jakarta.mail.search.FlagTerm;
import jakarta.mail.search.HeaderTerm;
import java.util.Arrays;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The mailbox to which receipts for our mail come back, over IMAP (RFC 9051). A receipt that was taken in is deleted; all
 * else that lies there is left as it is, and not even marked as read.
 */
final class ReceiptBox {

    private static final Logger LOG = LoggerFactory.getLogger(ReceiptBox.class);
    private static final int AT_ONCE = 500;
    private static final int LARGEST = 1024 * 1024;

    private final MailServer server;
    private final Receipts receipts;

    ReceiptBox(MailServer server, Receipts receipts) {
        this.server = server;
        this.receipts = receipts;
    }

    /** Takes in what has come; how many receipts. What cannot be reached now is read the next time. */
    int read(MailServer.Mailbox box) {
        var session = Session.getInstance(SmtpCarrier.properties("imap", server, box.security()));
        session.getProperties().setProperty("mail.imap.peek", "true");
        try (var store = session.getStore("imap")) {
            store.connect(box.host(), box.port(), server.user(), server.password());
            try (var folder = store.getFolder(box.folder())) {
                folder.open(Folder.READ_WRITE);
                return read(folder);
            }
        } catch (MessagingException e) {
            LOG.warn("the receipts of {} cannot be read now: {}", server.name(), e.toString());
            return 0;
        }
    }

    private int read(Folder folder) throws MessagingException {
        var reports = folder.search(new AndTerm(
                new FlagTerm(new Flags(Flags.Flag.DELETED), false), new HeaderTerm("Content-Type", "delivery-status")));
        int taken = 0;
        for (var it : Arrays.copyOf(reports, Math.min(reports.length, AT_ONCE))) {
            if (it.getSize() <= LARGEST && it instanceof MimeMessage message && receipts.take(message)) {
                it.setFlag(Flags.Flag.DELETED, true);
                taken++;
            }
        }
        return taken;
    }
}
