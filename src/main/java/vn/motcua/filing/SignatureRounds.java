package vn.motcua.filing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.document.FileId;
import vn.motcua.document.FileStore;
import vn.motcua.filing.SignatureReports.Looked;
import vn.motcua.organization.Tenant;
import vn.motcua.organization.Units;
import vn.motcua.shared.OneByOne;
import vn.motcua.shared.Scope;
import vn.motcua.shared.TenantId;
import vn.motcua.signature.Finding;
import vn.motcua.signature.Judgement;
import vn.motcua.signature.TrustList;
import vn.motcua.signature.Validation;

/**
 * Judges the signatures of uploaded PDF files, after they were taken and apart from whoever uploaded them: once for each version of
 * the trust list, also when a file goes from a draft to an agency. No transaction is open meanwhile, and whatever the library does at a
 * file stops neither it nor any other.
 */
@Component
public class SignatureRounds {

    private static final Logger LOG = LoggerFactory.getLogger(SignatureRounds.class);
    private static final Duration LEASE = Duration.ofMinutes(10);

    /** How many files of one tenant a round looks at before it goes on to the next. */
    private static final int AT_MOST = 100;

    private final SignatureReports reports;
    private final TrustList trust;
    private final Validation validation;
    private final FileStore contents;
    private final Units units;
    private final Clock clock;
    private final TransactionTemplate transaction;

    SignatureRounds(
            SignatureReports reports,
            TrustList trust,
            Validation validation,
            FileStore contents,
            Units units,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.reports = reports;
        this.trust = trust;
        this.validation = validation;
        this.contents = contents;
        this.units = units;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** One round: what nobody has seen yet first, then what was judged by an older trust list; drafts before agencies. */
    @Scheduled(
            initialDelayString = "${motcua.signatures.after:20s}",
            fixedDelayString = "${motcua.signatures.every:20s}")
    public void go() {
        var version = trust.version();
        OneByOne.each("signatures of uploaded files", tenants(), it -> judge(it, version));
    }

    private List<TenantId> tenants() {
        return Stream.concat(
                        Stream.of(TenantId.NATIONAL), units.tenants().stream().map(Tenant::id))
                .distinct()
                .toList();
    }

    private void judge(TenantId tenant, String version) {
        var now = clock.instant();
        int ended = in(tenant, () -> reports.giveUp(version, now));
        if (ended > 0) {
            LOG.warn("{} uploaded files whose signatures cannot be read are not tried any more", ended);
        }
        for (int i = 0; i < AT_MOST; i++) {
            var next = in(tenant, () -> leased(version, now));
            if (next.isEmpty()) {
                return;
            }
            judge(tenant, next.get(), version);
        }
    }

    /** One at a time: a file at which the program dies takes with it no attempt of another. */
    private Optional<FileId> leased(String version, Instant now) {
        var until = now.plus(LEASE);
        return reports.lease(now, until).or(() -> reports.leaseOutdated(version, now, until));
    }

    private void judge(TenantId tenant, FileId file, String version) {
        try {
            var looked = earlier(tenant, file, version).orElseGet(() -> look(file));
            done(tenant, () -> reports.looked(file, version, looked));
        } catch (RuntimeException | StackOverflowError | LinkageError fault) {
            LOG.warn("the signatures of {} are not judged yet", file, fault);
            done(tenant, () -> reports.failed(file, fault.getClass().getName(), clock.instant()));
        }
    }

    /** What was found while the file belonged to a draft. */
    private Optional<Looked> earlier(TenantId tenant, FileId file, String version) {
        return tenant.equals(TenantId.NATIONAL)
                ? Optional.empty()
                : in(TenantId.NATIONAL, () -> reports.looked(file, version));
    }

    private Looked look(FileId file) {
        var now = clock.instant();
        var content = content(file);
        return new Looked(now, said(validation.judge(content, now), content));
    }

    /** Nothing is said of a file in which nothing is signed; what cannot be read may be signed where it looks like it. Pure. */
    static Optional<Judgement> said(Judgement judged, byte[] content) {
        if (judged.about().contains(Finding.UNSIGNED)
                || (judged.about().contains(Finding.NOT_A_PDF) && !looksSigned(content))) {
            return Optional.empty();
        }
        return Optional.of(judged);
    }

    /** Every signature of a PDF says in clear which bytes it covers (ISO 32000-2, 12.8.1). */
    private static boolean looksSigned(byte[] content) {
        return new String(content, StandardCharsets.ISO_8859_1).contains("/ByteRange");
    }

    private byte[] content(FileId file) {
        try (var content = contents.open(file)) {
            return content.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void done(TenantId tenant, Runnable work) {
        in(tenant, () -> {
            work.run();
            return true;
        });
    }

    private <T> T in(TenantId tenant, Supplier<T> work) {
        return Scope.of(tenant).call(() -> Objects.requireNonNull(transaction.execute(_ -> work.get())));
    }
}
