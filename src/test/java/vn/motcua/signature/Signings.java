package vn.motcua.signature;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.boot.test.context.TestComponent;
import vn.motcua.shared.Ids;

/** The program's signing, in the way of which a test puts something. */
@TestComponent
public final class Signings {

    private static final long LARGEST_LIST = 256 * 1024;

    private final Signer signer;
    private final TrustList trust;
    private final Workshop shop;

    Signings(Signer signer, TrustList trust) {
        this.signer = signer;
        this.trust = trust;
        this.shop = new Workshop(temporary());
    }

    /** A service that does not answer. */
    public PdfSigning away() {
        return signing(new Signer() {
            @Override
            public List<X509Certificate> certificates(Signatory who) throws SignerAway {
                throw new SignerAway("no route to the signing service");
            }

            @Override
            public byte[] sign(Signatory who, byte[] content) throws SignerAway {
                throw new SignerAway("no route to the signing service");
            }
        });
    }

    /** Keys of an authority of which nobody here knows, until {@link #believeStrangers}. */
    public PdfSigning strange() {
        return shop.signing();
    }

    /** From now on that authority and its list are among those that are believed. */
    public void believeStrangers() {
        trust.believe("strangers-of-tests", shop.authority.own().certificate());
        trust.keep("strangers-of-tests", shop.authority.revoked(Map.of(), Workshop.NOW, Duration.ofDays(30)));
        believed();
    }

    /** None at all: papers are signed by hand. */
    public PdfSigning none() {
        return new PdfSigning(Optional.empty(), Optional::empty, new SignatureImages(Optional.empty()), 34);
    }

    /** One that cannot sign for anybody, and why. */
    public PdfSigning refusing(SignerAway.Why why) {
        return signing(new Signer() {
            @Override
            public List<X509Certificate> certificates(Signatory who) throws SignerAway {
                throw new SignerAway(why, who, "a test says so");
            }

            @Override
            public byte[] sign(Signatory who, byte[] content) throws SignerAway {
                throw new SignerAway(why, who, "a test says so");
            }
        });
    }

    /** One that signs; each time with what was handed to it, as a word that is the same for the same bytes. */
    public PdfSigning watched(Consumer<String> asked) {
        return signing(watching(asked));
    }

    /** The same with the proofs for the archive, as the program signs. */
    public PdfSigning archiving(Consumer<String> asked) {
        believed();
        return new PdfSigning(
                Optional.of(watching(asked)),
                () -> Optional.of(shop.stampsAt(Workshop.NOW)),
                new SignatureImages(Optional.empty()),
                34,
                Optional.of(new ArchiveProofs(trust, LARGEST_LIST)));
    }

    /** The library alone, with the same keys and the same stamps. */
    public BareLibrary bare() {
        believed();
        return new BareLibrary(signer, shop.stampsAt(Workshop.NOW), trust);
    }

    private void believed() {
        trust.believe("stamps-of-tests", shop.stamps.certificate());
    }

    private Signer watching(Consumer<String> asked) {
        return new Signer() {
            @Override
            public List<X509Certificate> certificates(Signatory who) throws SignerAway {
                return signer.certificates(who);
            }

            @Override
            public byte[] sign(Signatory who, byte[] content) throws SignerAway {
                var signature = signer.sign(who, content);
                asked.accept(
                        who.kind() + " " + Ids.once(java.util.HexFormat.of().formatHex(content)));
                return signature;
            }
        };
    }

    private PdfSigning signing(Signer other) {
        return new PdfSigning(
                Optional.of(other),
                () -> Optional.of(shop.stampsAt(Workshop.NOW)),
                new SignatureImages(Optional.empty()),
                34);
    }

    private static java.nio.file.Path temporary() {
        try {
            return java.nio.file.Files.createTempDirectory("signings");
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
