package vn.motcua.signature;

import eu.europa.esig.dss.diagnostic.CertificateRevocationWrapper;
import eu.europa.esig.dss.diagnostic.PDFRevisionWrapper;
import eu.europa.esig.dss.diagnostic.SignatureWrapper;
import eu.europa.esig.dss.diagnostic.TimestampWrapper;
import eu.europa.esig.dss.enumerations.Indication;
import eu.europa.esig.dss.enumerations.SubIndication;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.pades.validation.PDFDocumentValidator;
import eu.europa.esig.dss.simplereport.SimpleReport;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import eu.europa.esig.dss.spi.x509.revocation.crl.ExternalResourcesCRLSource;
import eu.europa.esig.dss.validation.reports.Reports;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Judges the signatures of a PDF by EN 319 102-1, without asking anybody: what is believed and what is revoked says
 * {@link TrustList}. Stricter than the standard in one thing: a result to which anything but a further signature was added is
 * not valid.
 */
@Component
public class Validation {

    private static final Logger LOG = LoggerFactory.getLogger(Validation.class);
    private static final byte[] HEAD = {'%', 'P', 'D', 'F', '-'};

    private final TrustList trust;

    Validation(TrustList trust) {
        this.trust = trust;
    }

    /** What is to be thought of that file at that moment. */
    public Judgement judge(byte[] file, Instant now) {
        if (file.length < HEAD.length || !java.util.Arrays.equals(file, 0, HEAD.length, HEAD, 0, HEAD.length)) {
            return Judgement.of(Finding.NOT_A_PDF);
        }
        var verifier = verifier(trust.read());
        Reports reports;
        try {
            reports = read(file, verifier, now);
        } catch (RuntimeException e) {
            // Anybody may send anything: what the libraries throw at a broken file has no common type
            LOG.info("a PDF whose signatures cannot be read: {}", e.toString());
            return Judgement.of(Finding.NOT_A_PDF);
        }
        return judged(file, reports);
    }

    private static Reports read(byte[] file, CommonCertificateVerifier verifier, Instant now) {
        var validator = new PDFDocumentValidator(new InMemoryDocument(file, "file.pdf"));
        validator.setCertificateVerifier(verifier);
        validator.setValidationTime(Date.from(now));
        validator.setEnableEtsiValidationReport(false);
        return validator.validateDocument();
    }

    private static Judgement judged(byte[] file, Reports reports) {
        var report = reports.getSimpleReport();
        var signatures = reports.getDiagnosticData().getSignatures();
        if (signatures.isEmpty()) {
            return Judgement.of(Finding.UNSIGNED);
        }
        var inOrder = signatures.stream()
                .sorted(Comparator.comparingLong(Validation::end))
                .toList();
        var about = EnumSet.noneOf(Finding.class);
        if (end(inOrder.getLast()) != file.length && !isProven(file, inOrder.getLast(), reports)) {
            about.add(Finding.ADDED_TO);
        }
        return new Judgement(inOrder.stream().map(it -> one(it, report)).toList(), about);
    }

    /** What the library believes and asks: these certificates and lists, and nobody else. */
    static CommonCertificateVerifier verifier(TrustList.Believed believed) {
        var anchors = new CommonTrustedCertificateSource();
        believed.certificates().forEach(it -> anchors.addCertificate(new CertificateToken(it)));
        var verifier = new CommonCertificateVerifier(true);
        verifier.setTrustedCertSources(anchors);
        verifier.setCrlSource(new ExternalResourcesCRLSource(
                believed.lists().stream().map(ByteArrayInputStream::new).toArray(InputStream[]::new)));
        verifier.setAIASource(null);
        verifier.setOcspSource(null);
        return verifier;
    }

    private static Judgement.One one(SignatureWrapper signature, SimpleReport report) {
        var certificate = Optional.ofNullable(signature.getSigningCertificate());
        return new Judgement.One(
                certificate.map(it -> it.getCommonName()).orElse(""),
                certificate.flatMap(it -> Optional.ofNullable(it.getTitle())).orElse(""),
                certificate
                        .flatMap(it -> Optional.ofNullable(it.getOrganizationName()))
                        .orElse(""),
                moment(signature.getClaimedSigningTime()),
                stamp(signature, report).map(it -> it.getProductionTime().toInstant()),
                certificate.stream()
                        .flatMap(it -> it.getCertificateRevocationData().stream())
                        .map(it -> moment(it.getThisUpdate()))
                        .flatMap(Optional::stream)
                        .max(Instant::compareTo),
                findings(signature, report));
    }

    private static Set<Finding> findings(SignatureWrapper signature, SimpleReport report) {
        var found = EnumSet.noneOf(Finding.class);
        if (!signature.isSignatureIntact() || !signature.isSignatureValid()) {
            found.add(
                    signature.getDigestMatchers().stream().allMatch(it -> it.isDataFound() && it.isDataIntact())
                            ? Finding.BROKEN
                            : Finding.ALTERED);
        }
        Optional.ofNullable(signature.getPDFRevision()).ifPresent(it -> covered(it, found));
        if (signature.getSignatureTimestamps().isEmpty()
                && signature.getDocumentTimestamps().isEmpty()) {
            found.add(Finding.STAMP_MISSING);
        } else if (stamp(signature, report).isEmpty()) {
            found.add(Finding.STAMP_UNTRUSTED);
        }
        inForce(signature, report, found);
        if (isRevoked(signature, report)) {
            found.add(Finding.REVOKED);
        }
        if (report.getIndication(signature.getId()) != Indication.TOTAL_PASSED) {
            of(report.getSubIndication(signature.getId()), signature).ifPresent(found::add);
            if (found.isEmpty()) {
                found.add(Finding.UNCLEAR);
            }
        }
        return found;
    }

    /** Whether the certificate was in force at the moment at which the signature surely existed. */
    private static void inForce(SignatureWrapper signature, SimpleReport report, Set<Finding> found) {
        var certificate = signature.getSigningCertificate();
        var existed = moment(report.getBestSignatureTime(signature.getId()));
        if (certificate == null || existed.isEmpty()) {
            return;
        }
        if (existed.get().isAfter(certificate.getNotAfter().toInstant())) {
            found.add(Finding.EXPIRED);
        } else if (existed.get().isBefore(certificate.getNotBefore().toInstant())) {
            found.add(Finding.NOT_YET_VALID);
        }
    }

    /** Whether the certificate was revoked before the moment at which the signature surely existed. */
    private static boolean isRevoked(SignatureWrapper signature, SimpleReport report) {
        var existed = moment(report.getBestSignatureTime(signature.getId()));
        return Optional.ofNullable(signature.getSigningCertificate()).stream()
                .flatMap(it -> it.getCertificateRevocationData().stream())
                .filter(CertificateRevocationWrapper::isRevoked)
                .map(it -> Objects.requireNonNull(it.getRevocationDate()).toInstant())
                .anyMatch(it -> existed.isEmpty() || !it.isAfter(existed.get()));
    }

    private static void covered(PDFRevisionWrapper revision, Set<Finding> found) {
        if (!revision.isSignatureByteRangeValid() || !revision.isPdfSignatureDictionaryConsistent()) {
            found.add(Finding.DISGUISED);
        }
        if (!revision.getPdfUndefinedChanges().isEmpty()
                || !revision.getPdfAnnotationChanges().isEmpty()
                || !revision.getPdfPageDifferenceConcernedPages().isEmpty()) {
            found.add(Finding.ADDED_TO);
        }
    }

    /** Whether what follows the last signature proves it and is covered to the last byte by a stamp, where there is one. */
    private static boolean isProven(byte[] file, SignatureWrapper last, Reports reports) {
        var covered = reports.getDiagnosticData().getTimestampList().stream()
                .map(TimestampWrapper::getPDFRevision)
                .filter(Objects::nonNull)
                .mapToLong(Validation::end)
                .max();
        return onlyProofsFollow(last) && (covered.isEmpty() ? endsWell(file) : covered.getAsLong() == file.length);
    }

    /** Nothing but the end of a line stands behind the end of the file. */
    private static boolean endsWell(byte[] file) {
        var from = Math.max(0, file.length - 8);
        return new String(file, from, file.length - from, StandardCharsets.ISO_8859_1)
                .stripTrailing()
                .endsWith("%%EOF");
    }

    /** What follows the last signature is what proves it: certificates, revocation lists, a time stamp over all. */
    private static boolean onlyProofsFollow(SignatureWrapper last) {
        var revision = last.getPDFRevision();
        return revision != null
                && !revision.getPdfExtensionChanges().isEmpty()
                && revision.getPdfUndefinedChanges().isEmpty()
                && revision.getPdfAnnotationChanges().isEmpty()
                && revision.getPdfSignatureOrFormFillChanges().isEmpty();
    }

    private static Optional<Finding> of(@Nullable SubIndication why, SignatureWrapper signature) {
        if (why == null) {
            return Optional.empty();
        }
        return Optional.of(
                switch (why) {
                    case HASH_FAILURE -> Finding.ALTERED;
                    case SIG_CRYPTO_FAILURE -> Finding.BROKEN;
                    case FORMAT_FAILURE, SIGNED_DATA_NOT_FOUND -> Finding.DISGUISED;
                    case REVOKED, REVOKED_NO_POE, REVOKED_CA_NO_POE -> Finding.REVOKED;
                    case EXPIRED, OUT_OF_BOUNDS_NO_POE, OUT_OF_BOUNDS_NOT_REVOKED -> Finding.EXPIRED;
                    case NOT_YET_VALID -> Finding.NOT_YET_VALID;
                    case NO_CERTIFICATE_CHAIN_FOUND,
                            NO_CERTIFICATE_CHAIN_FOUND_NO_POE,
                            NO_SIGNING_CERTIFICATE_FOUND,
                            CHAIN_CONSTRAINTS_FAILURE -> Finding.ISSUER_UNKNOWN;
                    case CERTIFICATE_CHAIN_GENERAL_FAILURE, TRY_LATER, REVOCATION_OUT_OF_BOUNDS_NO_POE ->
                        signature.isTrustedChain() ? Finding.REVOCATION_UNKNOWN : Finding.ISSUER_UNKNOWN;
                    case CRYPTO_CONSTRAINTS_FAILURE, CRYPTO_CONSTRAINTS_FAILURE_NO_POE -> Finding.WEAK;
                    case TIMESTAMP_ORDER_FAILURE -> Finding.STAMP_UNTRUSTED;
                    case SIG_CONSTRAINTS_FAILURE, POLICY_PROCESSING_ERROR, SIGNATURE_POLICY_NOT_AVAILABLE, NO_POE ->
                        Finding.UNCLEAR;
                });
    }

    /** The stamp that holds and whose authority is believed. */
    private static Optional<TimestampWrapper> stamp(SignatureWrapper signature, SimpleReport report) {
        return signature.getTimestampList().stream()
                .filter(it -> report.getIndication(it.getId()) == Indication.PASSED)
                .min(Comparator.comparing(TimestampWrapper::getProductionTime));
    }

    /** How many bytes from the beginning it covers. */
    private static long end(SignatureWrapper signature) {
        var revision = signature.getPDFRevision();
        return revision == null ? 0 : end(revision);
    }

    private static long end(PDFRevisionWrapper revision) {
        List<BigInteger> range = revision.getSignatureByteRange();
        return range.size() == 4 ? range.get(2).add(range.get(3)).longValue() : 0;
    }

    private static Optional<Instant> moment(@Nullable Date at) {
        return Optional.ofNullable(at).map(Date::toInstant);
    }
}
