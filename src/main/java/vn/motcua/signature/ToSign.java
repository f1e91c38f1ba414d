package vn.motcua.signature;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import vn.motcua.shared.Sha256;

/** A paper for a signature that somebody gives elsewhere, and later. */
final class ToSign {

    private final Signatory whose;
    private final List<X509Certificate> chain;
    private final byte[] pdf;
    private final byte[] content;
    private final Instant at;

    /** @param content what is signed by the standard; of it the hash is sent */
    ToSign(Signatory whose, List<X509Certificate> chain, byte[] pdf, byte[] content, Instant at) {
        this.whose = whose;
        this.chain = List.copyOf(chain);
        this.pdf = pdf.clone();
        this.content = content.clone();
        this.at = at;
    }

    Signatory whose() {
        return whose;
    }

    List<X509Certificate> chain() {
        return chain;
    }

    byte[] pdf() {
        return pdf.clone();
    }

    byte[] content() {
        return content.clone();
    }

    byte[] hash() {
        return Sha256.of(content);
    }

    /** What the signature says of its time. */
    Instant at() {
        return at;
    }
}
