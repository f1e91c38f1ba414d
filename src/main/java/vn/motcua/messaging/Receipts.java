package vn.motcua.messaging;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.HexFormat;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.shared.Scope;
import vn.motcua.shared.TenantId;

/**
 * What gateways and mail servers say about messages that they took. A gateway is believed when it signs with the secret that
 * we share; a mail server when its report knows the message's number.
 */
@Service
public class Receipts {

    private static final Logger LOG = LoggerFactory.getLogger(Receipts.class);
    private static final Pattern REFERENCE =
            Pattern.compile("(\\d{1,6})-([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})");

    private final Carriers carriers;
    private final DeliveryStore store;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Receipts(Carriers carriers, DeliveryStore store, Clock clock, PlatformTransactionManager transactions) {
        this.carriers = carriers;
        this.store = store;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * A receipt as it came.
     *
     * @param gateway who says so
     * @param reference the message's number, as the gateway got it
     * @param state {@code delivered} or {@code failed}
     * @param reason in the gateway's words, may be empty
     */
    public record Receipt(String gateway, String reference, String state, String reason) {

        /** What is signed: the four lines. */
        public String signed() {
            return String.join("\n", gateway, reference, state, reason);
        }
    }

    /** What was made of a receipt. */
    public enum Answer {
        TAKEN,
        NOT_BELIEVED,
        NOT_UNDERSTOOD
    }

    /** HMAC-SHA256 in small hexadecimal letters. */
    public static String signature(String secret, Receipt receipt) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(receipt.signed().getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Takes it in. One that comes again, or for a message that is no more, changes nothing. */
    public Answer take(Receipt receipt, String signature) {
        var believed = carriers.receiptSecret(receipt.gateway())
                .filter(it -> MessageDigest.isEqual(
                        signature(it, receipt).getBytes(StandardCharsets.US_ASCII),
                        signature.getBytes(StandardCharsets.US_ASCII)));
        if (believed.isEmpty()) {
            return Answer.NOT_BELIEVED;
        }
        if (!REFERENCE.matcher(receipt.reference()).matches()) {
            return Answer.NOT_UNDERSTOOD;
        }
        var state = receipt.state().equals("delivered")
                ? DeliveryState.DELIVERED
                : receipt.state().equals("failed") ? DeliveryState.BOUNCED : DeliveryState.QUEUED;
        if (state == DeliveryState.QUEUED) {
            return Answer.NOT_UNDERSTOOD;
        }
        take(new DeliveryReport(receipt.reference(), state, receipt.reason()));
        return Answer.TAKEN;
    }

    /**
     * Takes in what came by mail; whether it is about a message of ours. Whoever knows a message's number got the message, and
     * can say no more than that it arrived or did not.
     */
    boolean take(DeliveryReport report) {
        var reference = REFERENCE.matcher(report.reference());
        if (!reference.matches()) {
            return false;
        }
        var id = UUID.fromString(reference.group(2));
        Scope.of(new TenantId(Integer.parseInt(reference.group(1))))
                .run(() -> transaction.executeWithoutResult(
                        _ -> store.ended(id, report.state(), report.reason(), clock.instant())));
        return true;
    }

    /** The same for the whole message as it came; whether it is a receipt for a message of ours. */
    public boolean take(MimeMessage message) {
        try {
            return DeliveryReport.of(message).filter(this::take).isPresent();
        } catch (MessagingException | IOException e) {
            LOG.info("a receipt cannot be read: {}", e.toString());
            return false;
        }
    }
}
