package vn.motcua.signature;

import eu.europa.esig.dss.alert.SilentOnStatusAlert;
import eu.europa.esig.dss.alert.exception.AlertException;
import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.ImageScaling;
import eu.europa.esig.dss.enumerations.MimeTypeEnum;
import eu.europa.esig.dss.enumerations.SignatureAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.DSSException;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.SignatureValue;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.pades.PAdESSignatureParameters;
import eu.europa.esig.dss.pades.PAdESTimestampParameters;
import eu.europa.esig.dss.pades.SignatureFieldParameters;
import eu.europa.esig.dss.pades.SignatureImageParameters;
import eu.europa.esig.dss.pades.signature.PAdESService;
import eu.europa.esig.dss.pdf.IPdfObjFactory;
import eu.europa.esig.dss.pdf.PdfSignatureFieldPositionChecker;
import eu.europa.esig.dss.pdf.pdfbox.PdfBoxNativeObjectFactory;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.tsp.TSPSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TimeZone;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import vn.motcua.audit.TimeStamping;
import vn.motcua.database.DataFolder;
import vn.motcua.shared.VietnamTime;

/**
 * Signs PDF files, PAdES baseline B-T: the signatures one after the other, each over all that stands before it, each with a
 * time stamp; and, where revocation lists are at hand, what proves them in the archive (B-LTA).
 */
@Component
public class PdfSigning {

    private static final Logger LOG = LoggerFactory.getLogger(PdfSigning.class);
    private static final float POINTS_A_MILLIMETRE = 72 / 25.4f;

    private final Optional<Signer> signer;
    private final Supplier<Optional<? extends TSPSource>> stamps;
    private final SignatureImages images;
    private final Optional<ArchiveProofs> proofs;
    private final float seal;

    @Autowired
    PdfSigning(
            ObjectProvider<Signer> signer,
            SignatureSettings settings,
            TrustList trust,
            DataFolder data,
            Environment environment) {
        this(
                Optional.ofNullable(signer.getIfAvailable()),
                () -> authority(environment).map(it -> new Stamps(new TimeStamping(URI.create(it)))),
                new SignatureImages(Optional.of(settings.images()
                        .filter(it -> !it.isBlank())
                        .map(Path::of)
                        .orElseGet(() -> data.folder("signature-images")))),
                settings.sealMillimetres(),
                Optional.of(new ArchiveProofs(trust, settings.largestList().toBytes())));
    }

    PdfSigning(
            Optional<Signer> signer,
            Supplier<Optional<? extends TSPSource>> stamps,
            SignatureImages images,
            int sealMillimetres) {
        this(signer, stamps, images, sealMillimetres, Optional.empty());
    }

    PdfSigning(
            Optional<Signer> signer,
            Supplier<Optional<? extends TSPSource>> stamps,
            SignatureImages images,
            int sealMillimetres,
            Optional<ArchiveProofs> proofs) {
        this.signer = signer;
        this.stamps = stamps;
        this.images = images;
        this.proofs = proofs;
        this.seal = sealMillimetres * POINTS_A_MILLIMETRE;
    }

    /** Whether this installation has a signer at all; without one papers are signed by hand. */
    public boolean possible() {
        return signer.isPresent();
    }

    /**
     * The paper with a person's signature in the room above their name, and then the agency's seal.
     *
     * @param at what the signatures say of their time; the stamps say it independently
     */
    public byte[] sign(byte[] pdf, Signatory person, Signatory agency, Instant at) throws SignerAway {
        var paper = readyForStamps(pdf);
        var room = SignatureRoom.above(paper, person.name());
        var once = sign(paper, person, room, at);
        return archived(sign(once, agency, room.sealed(seal), at), at);
    }

    /** Where one of several signatures stands. */
    public sealed interface Spot {

        /** Small, behind the recipients; {@code before} as many others. */
        record Initials(int before) implements Spot {}

        /** In the room above that name. */
        record Above(String name) implements Spot {}

        /** The agency's seal, over a part of the signature above that name. */
        record Sealing(String name) implements Spot {}
    }

    /**
     * The paper with one more of several signatures that are made at different times, each over all that stands before it. The agency's seal is
     * the last one and brings the proofs for the archive.
     *
     * @param at what the signature says of its time
     */
    public byte[] signOne(byte[] pdf, Signatory who, Spot spot, Instant at) throws SignerAway {
        return switch (spot) {
            case Spot.Initials(var before) -> {
                var paper = readyForStamps(pdf);
                yield sign(paper, who, SignatureRoom.initials(paper, before), at);
            }
            case Spot.Above(var name) -> {
                var paper = readyForStamps(pdf);
                yield sign(paper, who, SignatureRoom.above(paper, name), at);
            }
            case Spot.Sealing(var name) ->
                archived(sign(pdf, who, SignatureRoom.above(pdf, name).sealed(seal), at), at);
        };
    }

    /**
     * The paper with the agency's seal alone, above its name: of a receipt the law wants the collecting body's signature and no person's
     * (NĐ 254/2026/NĐ-CP Điều 23 khoản 2 điểm g).
     *
     * @param at what the signature says of its time
     */
    public byte[] seal(byte[] pdf, Signatory agency, Instant at) throws SignerAway {
        var paper = readyForStamps(pdf);
        return sign(paper, agency, SignatureRoom.above(paper, agency.name()).inTheMiddle(seal), at);
    }

    /**
     * The library notes a stamp on the first page. Where nothing is noted there yet, because the signatures stand on a later one,
     * a list of notes would be added to what is signed; so it is there before.
     */
    private static byte[] readyForStamps(byte[] pdf) {
        try (var document = Loader.loadPDF(pdf);
                var out = new ByteArrayOutputStream()) {
            var first = document.getPage(0).getCOSObject();
            if (document.getNumberOfPages() == 1
                    || first.containsKey(COSName.ANNOTS)
                    || !document.getSignatureDictionaries().isEmpty()) {
                return pdf;
            }
            first.setItem(COSName.ANNOTS, new COSArray());
            document.save(out, CompressParameters.NO_COMPRESSION);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The signed paper with certificates, revocation lists and a time stamp over all (baseline B-LTA), where they are at hand; as
     * it is otherwise.
     */
    private byte[] archived(byte[] signed, Instant at) throws SignerAway {
        var stamp = stamps.get();
        if (proofs.isEmpty() || stamp.isEmpty()) {
            return signed;
        }
        var service = new PAdESService(proofs.get().at(at));
        service.setPdfObjFactory(objects());
        service.setTspSource(stamp.get());
        var parameters = new PAdESSignatureParameters();
        parameters.setSignatureLevel(SignatureLevel.PAdES_BASELINE_LTA);
        parameters.setArchiveTimestampParameters(new PAdESTimestampParameters(DigestAlgorithm.SHA256));
        try {
            return bytes(
                    service.extendDocument(new InMemoryDocument(signed, "result.pdf", MimeTypeEnum.PDF), parameters));
        } catch (Stamps.NoStamp e) {
            throw new SignerAway("no time stamp: " + e.getMessage(), e);
        } catch (DSSException | AlertException e) {
            LOG.info("signed without proofs for the archive: {}", e.getMessage());
            return signed;
        }
    }

    /** The paper with one more signature, drawn there. */
    byte[] sign(byte[] pdf, Signatory who, SignatureRoom where, Instant at) throws SignerAway {
        var keys = signer.orElseThrow(() -> new SignerAway("no signer is set up"));
        var chain = keys.certificates(who).stream().map(CertificateToken::new).toList();
        var service = new PAdESService(new CommonCertificateVerifier());
        service.setPdfObjFactory(objects());
        var stamp = stamps.get();
        stamp.ifPresent(service::setTspSource);
        var parameters = parameters(who, chain, at);
        parameters.setSignatureLevel(
                stamp.isPresent() ? SignatureLevel.PAdES_BASELINE_T : SignatureLevel.PAdES_BASELINE_B);
        parameters.setImageParameters(image(who, where, at));
        var document = new InMemoryDocument(pdf, "result.pdf", MimeTypeEnum.PDF);
        var toSign = service.getDataToSign(document, parameters).getBytes();
        var value = new SignatureValue(algorithm(chain.getFirst()), keys.sign(who, toSign));
        try {
            return bytes(service.signDocument(document, parameters, value));
        } catch (Stamps.NoStamp e) {
            throw new SignerAway("no time stamp: " + e.getMessage(), e);
        }
    }

    /** What that person signs with the key of these certificates, drawn above their name. */
    ToSign byHand(byte[] pdf, Signatory person, List<X509Certificate> certificates, Instant at) {
        var paper = readyForStamps(pdf);
        var to = new ToSign(person, certificates, paper, new byte[0], at);
        var content = service(Optional.empty())
                .getDataToSign(document(paper), parameters(to, SignatureLevel.PAdES_BASELINE_B))
                .getBytes();
        return new ToSign(person, certificates, paper, content, at);
    }

    /**
     * The paper with that signature, and a time stamp where an authority gives one now: the signature was allowed once and is not
     * asked for again for the sake of a stamp.
     */
    byte[] withSignature(ToSign paper, byte[] signature) {
        var value =
                new SignatureValue(algorithm(new CertificateToken(paper.chain().getFirst())), signature);
        var stamp = stamps.get();
        if (stamp.isPresent()) {
            try {
                return bytes(service(stamp)
                        .signDocument(
                                document(paper.pdf()), parameters(paper, SignatureLevel.PAdES_BASELINE_T), value));
            } catch (Stamps.NoStamp e) {
                LOG.warn("signed without a time stamp: {}", e.getMessage());
            }
        }
        return bytes(service(Optional.empty())
                .signDocument(document(paper.pdf()), parameters(paper, SignatureLevel.PAdES_BASELINE_B), value));
    }

    private static PAdESService service(Optional<? extends TSPSource> stamp) {
        var service = new PAdESService(new CommonCertificateVerifier());
        service.setPdfObjFactory(objects());
        stamp.ifPresent(service::setTspSource);
        return service;
    }

    private static InMemoryDocument document(byte[] pdf) {
        return new InMemoryDocument(pdf, "declaration.pdf", MimeTypeEnum.PDF);
    }

    private PAdESSignatureParameters parameters(ToSign paper, SignatureLevel level) {
        var chain = paper.chain().stream().map(CertificateToken::new).toList();
        var parameters = parameters(paper.whose(), chain, paper.at());
        parameters.setSignatureLevel(level);
        parameters.setLocation(null); // of no agency
        var where = SignatureRoom.above(paper.pdf(), paper.whose().name());
        parameters.setImageParameters(image(paper.whose(), where, paper.at()));
        return parameters;
    }

    private static PAdESSignatureParameters parameters(Signatory who, List<CertificateToken> chain, Instant at) {
        var parameters = new PAdESSignatureParameters();
        parameters.setDigestAlgorithm(DigestAlgorithm.SHA256);
        parameters.setSignatureTimestampParameters(new PAdESTimestampParameters(DigestAlgorithm.SHA256));
        parameters.setSigningCertificate(chain.getFirst());
        parameters.setCertificateChain(chain);
        parameters.bLevel().setSigningDate(Date.from(at));
        parameters.setSigningTimeZone(TimeZone.getTimeZone(VietnamTime.ZONE));
        parameters.setSignerName(who.name());
        parameters.setLocation(who.agency());
        parameters.setAppName("Motcua");
        return parameters;
    }

    private SignatureImageParameters image(Signatory who, SignatureRoom where, Instant at) {
        var field = new SignatureFieldParameters();
        field.setPage(where.page());
        field.setOriginX(where.x());
        field.setOriginY(where.y());
        field.setWidth(where.width());
        field.setHeight(where.height());
        var image = new SignatureImageParameters();
        image.setFieldParameters(field);
        image.setImageScaling(ImageScaling.ZOOM_AND_CENTER);
        image.setImage(new InMemoryDocument(
                images.of(who, at, where.width(), where.height()), "signature.png", MimeTypeEnum.PNG));
        return image;
    }

    /** Looked up when it is asked for: the demonstration's own authority has a port only once the program has started. */
    private static Optional<String> authority(Environment environment) {
        return Stream.of("motcua.signature.time-stamp-authority", "motcua.evidence.time-stamp-authority")
                .map(environment::getProperty)
                .filter(Objects::nonNull)
                .filter(it -> !it.isBlank())
                .findFirst();
    }

    /** The seal covers a part of the signature, as the decree draws it. */
    private static IPdfObjFactory objects() {
        var places = new PdfSignatureFieldPositionChecker();
        places.setAlertOnSignatureFieldOverlap(new SilentOnStatusAlert());
        var objects = new PdfBoxNativeObjectFactory();
        objects.setPdfSignatureFieldPositionChecker(places);
        return objects;
    }

    private static SignatureAlgorithm algorithm(CertificateToken certificate) {
        return switch (certificate.getPublicKey().getAlgorithm()) {
            case "EC" -> SignatureAlgorithm.ECDSA_SHA256;
            case "RSA" -> SignatureAlgorithm.RSA_SHA256;
            case String other -> throw new IllegalStateException("papers are not signed with " + other);
        };
    }

    private static byte[] bytes(DSSDocument document) {
        try (var out = new ByteArrayOutputStream()) {
            document.writeTo(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
