package vn.motcua.messaging;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vn.motcua.shared.Rounds;

/** Looks into the mailboxes for receipts. On two copies of the program a receipt may be read twice, and changes nothing twice. */
@Component
class ReceiptRounds extends Rounds {

    /** @param every how long it rests after a round; nothing or less: it never goes by itself */
    ReceiptRounds(Carriers carriers, Receipts receipts, @Value("${motcua.messages.receipts-every:1m}") Duration every) {
        super("messages-receipts", every, () -> read(carriers, receipts));
    }

    private static void read(Carriers carriers, Receipts receipts) {
        carriers.servers()
                .forEach(it -> it.receipts()
                        .filter(MailServer.Mailbox::read)
                        .ifPresent(box -> new ReceiptBox(it, receipts).read(box)));
    }
}
