package vn.motcua.signature;

import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.x500.AttributeTypeAndValue;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;

/**
 * The personal number (số định danh cá nhân) in a certificate: in the serial number of its subject, as ETSI EN 319 412-1 clause
 * 5.1.3 writes it ({@code PNOVN-} and the number), or in its user id. Pure.
 */
final class PersonalNumbers {

    private PersonalNumbers() {}

    /** The number; empty for a certificate that names none. */
    static Optional<String> in(X509Certificate certificate, List<String> prefixes) {
        var name = X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
        return Stream.of(name.getRDNs(BCStyle.SERIALNUMBER), name.getRDNs(BCStyle.UID))
                .flatMap(Arrays::stream)
                .map(RDN::getTypesAndValues)
                .flatMap(Arrays::stream)
                .filter(it -> it.getType().equals(BCStyle.SERIALNUMBER)
                        || it.getType().equals(BCStyle.UID))
                .map(AttributeTypeAndValue::getValue)
                .filter(ASN1String.class::isInstance)
                .map(it -> ((ASN1String) it).getString().strip())
                .flatMap(text -> prefixes.stream()
                        .filter(it -> text.toUpperCase(Locale.ROOT).startsWith(it.toUpperCase(Locale.ROOT)))
                        .map(it -> text.substring(it.length()).strip()))
                .filter(it -> !it.isEmpty())
                .findFirst();
    }
}
