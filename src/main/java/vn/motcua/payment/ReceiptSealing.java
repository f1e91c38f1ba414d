package vn.motcua.payment;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.document.FileId;
import vn.motcua.document.FileKind;
import vn.motcua.document.FileStore;
import vn.motcua.document.StoredFiles;
import vn.motcua.organization.Units;
import vn.motcua.shared.Scope;
import vn.motcua.signature.PdfSigning;
import vn.motcua.signature.SignerAway;

/**
 * Signs receipts with the key of the agency that collected (NĐ 254/2026/NĐ-CP Điều 23 khoản 2 điểm g), moments after they are issued. A receipt
 * is issued whether or not it can be signed: a signing service that is away is tried again later. No transaction is open while it works.
 */
@Component
public class ReceiptSealing {

    private static final Logger LOG = LoggerFactory.getLogger(ReceiptSealing.class);
    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final int AT_ONCE = 50;

    private final ReceiptFiles receipts;
    private final ReceiptBook book;
    private final ReceiptPapers papers;
    private final PdfSigning signing;
    private final StoredFiles files;
    private final FileStore contents;
    private final Units units;
    private final Clock clock;
    private final TransactionTemplate transaction;

    ReceiptSealing(
            ReceiptFiles receipts,
            ReceiptBook book,
            ReceiptPapers papers,
            PdfSigning signing,
            StoredFiles files,
            FileStore contents,
            Units units,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.receipts = receipts;
        this.book = book;
        this.papers = papers;
        this.signing = signing;
        this.files = files;
        this.contents = contents;
        this.units = units;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** One round over all tenants. */
    @Scheduled(
            initialDelayString = "${motcua.payment.receipts.after:10s}",
            fixedDelayString = "${motcua.payment.receipts.every:5s}")
    public void go() {
        if (signing.possible()) {
            units.tenants().forEach(it -> Scope.of(it.id()).run(this::sign));
        }
    }

    /** Those of the current tenant that are to be signed now; after the first that cannot be, the others wait for the next round. */
    private void sign() {
        List<ReceiptFiles.Due> some;
        do {
            var now = clock.instant();
            some = in(() -> receipts.lease(now, now.plus(LEASE), AT_ONCE));
            for (var it : some) {
                if (!sign(it)) {
                    return;
                }
            }
        } while (some.size() == AT_ONCE);
    }

    /**
     * The receipt as a file, for whoever may have it, in the current scope: the signed one, or, while there is none, one that says so.
     */
    public byte[] file(Receipt it) {
        var cancelled = it.cancelledAt().isPresent();
        if (signing.possible()
                && in(() ->
                        receipts.first(it.number(), cancelled, clock.instant().plus(LEASE)))) {
            sign(new ReceiptFiles.Due(it.dossier(), it.number(), cancelled));
        }
        return in(() -> receipts.of(it.number(), cancelled))
                .map(this::content)
                .orElseGet(() -> in(() -> papers.print(it, false)));
    }

    /** Signs one that is in hand; false when it has to wait. */
    private boolean sign(ReceiptFiles.Due it) {
        try {
            var receipt = in(() -> book.of(it.dossier(), it.number())).orElseThrow();
            var agency = in(() -> papers.signatory(receipt));
            var printed = in(() -> papers.print(receipt, true));
            var now = clock.instant();
            var signed = signing.seal(printed, agency, now);
            in(() -> {
                var file = files.keep(
                        new ByteArrayInputStream(signed),
                        "bien-lai-" + it.number().word() + ".pdf",
                        FileKind.PDF);
                receipts.signed(it, file.id(), now);
                return true;
            });
            return true;
        } catch (SignerAway | DataAccessException | IllegalStateException | UncheckedIOException fault) {
            LOG.warn("receipt {} is not signed yet: {}", it.number().word(), fault.getMessage());
            in(() -> {
                receipts.failed(it, String.valueOf(fault.getMessage()), clock.instant());
                return true;
            });
            return false;
        }
    }

    private byte[] content(FileId file) {
        try (var content = contents.open(file)) {
            return content.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private <T> T in(Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(_ -> work.get()));
    }
}
